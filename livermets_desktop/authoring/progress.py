"""Shows how far a long piece of work has come."""

import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

from tqdm import tqdm

Advance = Callable[[], None]
Progress = Callable[[str, int], AbstractContextManager[Advance]]

# A build that is over sooner shows no bar.
_DELAY_SECONDS = 2.0


@contextmanager
def show_progress(label: str, total: int) -> Iterator[Advance]:
    """Show a bar on a terminal if the work takes long; elsewhere nothing."""
    with tqdm(
        total=total, desc=label, delay=_DELAY_SECONDS, disable=None, leave=False, file=sys.stderr
    ) as bar:

        def advance() -> None:
            bar.update()

        yield advance


@contextmanager
def no_progress(_label: str, _total: int) -> Iterator[Advance]:
    """Show nothing."""
    yield lambda: None
