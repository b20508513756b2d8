"""Find or build the search index of a library.

An index is read by unpickling it. So only two indexes are ever opened: the one shipped with a
trusted library, after its files were hashed, and one that this program built itself.
"""

import logging
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from livermets_desktop.errors import IndexUnusableError
from livermets_desktop.library.format import INDEX
from livermets_desktop.library.integrity import (
    database_hash,
    read_manifest,
    verify_index,
    write_manifest,
)
from livermets_desktop.library.reader import Library
from livermets_desktop.search.indexer import build_index, build_index_in_memory
from livermets_desktop.search.lexicon import Lexicon
from livermets_desktop.search.schema import VERSION
from livermets_desktop.search.searcher import Searcher

_UNFINISHED = ".tmp"

_log = logging.getLogger(__name__)


def open_searcher(
    library: Library, cache: Path | None, *, tell: Callable[[str], object] = _log.warning
) -> Searcher:
    """Open the index of a library, or build it in the cache or, failing that, in memory.

    `tell` is called with one sentence when the index that came with the library is not sound.
    """
    lexicon = Lexicon(library.terms(), library.everyday_words())
    if library.trusted:
        if (searcher := _open_shipped(library, lexicon)) is not None:
            return searcher
        tell(IndexUnusableError().args[0])
    if cache is not None:
        try:
            return _open_cached(library, cache, lexicon)
        except Exception as error:  # noqa: BLE001 - Whoosh raises anything if its files vanish
            _log.warning("no index in %s: %s", cache, error)
    return Searcher(build_index_in_memory(library.section_texts()), lexicon)


def _open_shipped(library: Library, lexicon: Lexicon) -> Searcher | None:
    if not verify_index(library.folder):
        return None
    try:
        return Searcher.open(library.folder / INDEX, lexicon)
    except IndexUnusableError:
        return None


def _open_cached(library: Library, cache: Path, lexicon: Lexicon) -> Searcher:
    cache.mkdir(parents=True, exist_ok=True)
    _clean(cache)
    folder = cache / database_hash(library.folder)
    if _is_usable(folder):
        try:
            return Searcher.open(folder / INDEX, lexicon)
        except IndexUnusableError:
            _log.warning("the index in %s cannot be read", folder)
            shutil.rmtree(folder, ignore_errors=True)
    _build(library, folder)
    return Searcher.open(folder / INDEX, lexicon)


def _is_usable(folder: Path) -> bool:
    if not verify_index(folder):
        return False
    return read_manifest(folder).get("version") == VERSION


def _build(library: Library, folder: Path) -> None:
    """Build an index beside its place and move it there: a killed program leaves no half index."""
    unfinished = Path(tempfile.mkdtemp(suffix=_UNFINISHED, dir=folder.parent))
    try:
        build_index(unfinished / INDEX, library.section_texts())
        write_manifest(unfinished, library_id=library.info.id, version=VERSION)
        if not _is_usable(folder):  # another window may have been faster
            shutil.rmtree(folder, ignore_errors=True)
            unfinished.rename(folder)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def _clean(cache: Path) -> None:
    """Remove what killed programs left behind.

    Another window that is just building there falls back to an index in memory.
    """
    for unfinished in cache.glob(f"*{_UNFINISHED}"):
        shutil.rmtree(unfinished, ignore_errors=True)
