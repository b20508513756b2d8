"""Build a search index over the sections of a library."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from whoosh.filedb.filestore import FileStorage, RamStorage

from livermets_desktop.model.article import SectionText
from livermets_desktop.search.postings import OpenIndex
from livermets_desktop.search.schema import make_schema

_LOCK = "MAIN_WRITELOCK"
_MEMORY = 256  # megabytes that the writer may use before it sorts on disk

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
    index = storage.create_index(make_schema())
    # Compound segments are copied into memory as a whole when they are opened.
    writer = index.writer(compound=False, limitmb=_MEMORY)
    try:
        for number, section in enumerate(sections, start=1):
            _add(writer, section)
            if progress:
                progress(number)
    except BaseException:
        writer.cancel()
        raise
    writer.commit(optimize=True)
    return index


def _add(writer: Any, section: SectionText) -> None:
    place = f"{section.article}#{section.section}{' help' * section.help}"
    shown = (section.title, section.heading, section.group_title, section.body)
    writer.add_document(
        text=section,
        vocabulary=section,
        exact=section,
        place=f"{section.level} {place}".encode(),
        hit=shown,
    )
