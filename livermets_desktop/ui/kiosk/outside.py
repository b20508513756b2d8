"""What a public screen takes from outside."""

import time
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech

    from livermets_desktop.ui.search_controller import SearchableIndex


class Outside(NamedTuple):
    """Hold what is not of the program: index, clocks, voice; tests bring their own."""

    open_index: "Callable[[], SearchableIndex]"
    clock: Callable[[], float] = time.monotonic
    today: Callable[[], date] = date.today
    voice: "Callable[[], QTextToSpeech | None] | None" = None
