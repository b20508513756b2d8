"""What a reader did last, the newest first: kept as one small JSON file, or in memory alone."""

from contextlib import suppress
from pathlib import Path

from livermets_desktop.json_file import as_json, delete, read_json, set_aside, write_whole
from livermets_desktop.model.bookmark import clean_name

FORMAT = 1
_MAX_BYTES = 64 * 1024
_LONGEST = 256  # characters of one entry


class RecentFile:
    """Remember a few entries, such as ids of topics or queries; `path` None keeps no file.

    Nothing depends on these entries: a file that cannot be read or written is no fault that a
    reader is told of.
    """

    def __init__(self, path: Path | None, most: int) -> None:
        self.path = path
        self._most = most
        self.entries: tuple[str, ...] = ()

    def load(self) -> tuple[str, ...]:
        """Read the file; one that cannot be understood is set aside as `.bad`."""
        if self.path is not None:
            try:
                self.entries = _read(self.path)[: self._most]
            except OSError:
                pass
            except (ValueError, TypeError, KeyError, AttributeError):
                with suppress(OSError):
                    set_aside(self.path)
        return self.entries

    def add(self, entry: str) -> None:
        """Put an entry first; it stands in the list once."""
        entry = clean_name(entry, _LONGEST)
        if entry and self.entries[:1] != (entry,):
            others = (one for one in self.entries if one != entry)
            self.entries = (entry, *others)[: self._most]
            self._save()

    def clear(self) -> bool:
        """Forget all entries and delete what was kept; False if a file cannot be deleted."""
        self.entries = ()
        try:
            if self.path is not None:
                delete(self.path)
        except OSError:
            return False
        return True

    def _save(self) -> None:
        if self.path is not None:
            with suppress(OSError):
                write_whole(self.path, as_json({"format": FORMAT, "entries": self.entries}))


def _read(path: Path) -> tuple[str, ...]:
    data = read_json(path, _MAX_BYTES)
    if data["format"] != FORMAT:
        raise ValueError(path)
    entries = data["entries"]
    if not isinstance(entries, list) or not all(isinstance(one, str) for one in entries):
        raise TypeError(path)
    cleaned = (clean_name(one, _LONGEST) for one in entries)
    return tuple(dict.fromkeys(one for one in cleaned if one))
