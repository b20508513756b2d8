"""Build a search index over the sections of a library."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from whoosh.codec.whoosh3 import W3Codec
from whoosh.filedb.filestore import FileStorage, RamStorage

from livermets_desktop.model.article import SectionText
from livermets_desktop.search.columns import write_names, write_places, write_shown, write_words
from livermets_desktop.search.names import names_file
from livermets_desktop.search.postings import NAMES, PLACES, WORDS, OpenIndex
from livermets_desktop.search.schema import Analysed, analyse, make_schema
from livermets_desktop.search.suggestions import words_of
from livermets_desktop.search.suggestions import write_words as write_vocabulary

_LOCK = "MAIN_WRITELOCK"
_MEMORY = 256  # megabytes that the writer may use before it sorts on disk
_BLOCK = 1024  # postings that are read in one piece

Progress = Callable[[int], None]


class _Memory(RamStorage):  # type: ignore[misc] # Whoosh has no types
    """Keep the files of an index in memory, the temporary ones too."""

    def temp_storage(self, name: str | None = None) -> RamStorage:  # noqa: ARG002
        """Return a storage for temporary files; Whoosh would make a folder for it."""
        return _Memory()


def build_index(
    folder: Path, sections: Iterable[SectionText], *, progress: Progress | None = None
) -> None:
    """Build an index in an empty folder; `progress` is told the number of sections done."""
    folder.mkdir(parents=True, exist_ok=True)
    _build(FileStorage(str(folder)), sections, progress).close()
    (folder / _LOCK).unlink(missing_ok=True)


def build_index_in_memory(sections: Iterable[SectionText]) -> OpenIndex:
    """Build an index that leaves no trace on the disk."""
    return OpenIndex(_build(_Memory(), sections, None))


def _build(storage: Any, sections: Iterable[SectionText], progress: Progress | None) -> Any:
    analysed = [analyse(section) for section in sections]
    average = sum(one.length for one in analysed) / max(1, len(analysed))
    index = storage.create_index(make_schema())
    # Compound segments are copied into memory as a whole when they are opened.
    codec = W3Codec(blocklimit=_BLOCK, compression=0)
    writer = index.writer(compound=False, limitmb=_MEMORY, codec=codec)
    try:
        for number, one in enumerate(analysed, start=1):
            _add(writer, one.with_average(average))
            if progress:
                progress(number)
    except BaseException:
        writer.cancel()
        raise
    writer.commit(optimize=True)
    _write(storage, WORDS, write_vocabulary(words_of(analysed)))
    _write(storage, PLACES, write_places(one.section for one in analysed))
    _write(storage, NAMES, names_file([one.section for one in analysed]))
    return index


def _add(writer: Any, analysed: Analysed) -> None:
    section = analysed.section
    writer.add_document(
        words=analysed,
        positions=analysed,
        exact=section,
        names=write_names(analysed.names),
        body=write_words(analysed.body),
        shown=write_shown(section),
    )


def _write(storage: Any, name: str, text: str) -> None:
    with storage.create_file(name) as file:
        file.write(text.encode())
