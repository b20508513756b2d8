"""The user's preferences, kept as one JSON file."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from livermets_desktop.json_file import as_json, read_json, set_aside, write_whole
from livermets_desktop.model.level import Level
from livermets_desktop.sentence import Sentence

FORMAT = 1
THEMES = ("system", "light", "dark", "contrast")
TEXT_SIZES = (100, 110, 125, 150, 175, 200, 250, 300)
SPEECH_RATES = (50, 75, 100, 125, 150, 200)
_MAX_BYTES = 64 * 1024
_LONGEST_NAME = 200


class Settings(NamedTuple):
    """Hold every preference; sizes in pixels, `text_size` and `speech_rate` in per cent."""

    level: Level = Level.PLAIN
    side_by_side: bool = False
    theme: str = "system"
    text_size: int = 100
    window: tuple[int, int] = (1280, 800)
    maximised: bool = False
    topics_width: int = 288
    results_width: int = 440
    topics_shown: bool = True
    outline_shown: bool = True
    speech_rate: int = 100
    speech_voice: str = ""


_USUAL = Settings()
_OF_WINDOW = ("window", "maximised", "topics_width", "results_width")


def _size(value: Any) -> tuple[int, int]:
    width, height = value
    return _within(320, 10_000)(width), _within(240, 10_000)(height)


def _within(low: int, high: int) -> Callable[[Any], int]:
    def read(value: Any) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
            raise ValueError(value)
        return value

    return read


def _one_of(choices: tuple[Any, ...]) -> Callable[[Any], Any]:
    def read(value: Any) -> Any:
        if type(value) is not type(choices[0]) or value not in choices:
            raise ValueError(value)
        return value

    return read


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError(value)
    return value


def _name(value: Any) -> str:
    if not isinstance(value, str) or len(value) > _LONGEST_NAME:
        raise ValueError(value)
    return value


_READERS: dict[str, Callable[[Any], Any]] = {
    "level": Level,
    "side_by_side": _flag,
    "theme": _one_of(THEMES),
    "text_size": _one_of(TEXT_SIZES),
    "window": _size,
    "maximised": _flag,
    "topics_width": _within(120, 4000),
    "results_width": _within(120, 4000),
    "topics_shown": _flag,
    "outline_shown": _flag,
    "speech_rate": _one_of(SPEECH_RATES),
    "speech_voice": _name,
}


def _read(path: Path) -> dict[str, Any]:
    data = read_json(path, _MAX_BYTES)
    if data.pop("format") != FORMAT:
        raise ValueError(path)
    return {name: read(data[name]) for name, read in _READERS.items() if name in data}


class SettingsFile:
    """Load and save the preferences; without a place to write they live in memory.

    `usual` are the values that hold until the reader chooses others; the names that are `fixed`
    always have them. `notice` is one sentence for the reader when something was wrong, else "";
    `on_notice` is called with one that comes up later.
    """

    def __init__(
        self,
        path: Path | None,
        usual: Settings = _USUAL,
        fixed: frozenset[str] = frozenset(),
    ) -> None:
        self.path = path
        self.usual, self.fixed = usual, fixed
        self.current = usual
        self.notice = ""
        self.on_notice: Callable[[str], object] = lambda _: None

    def load(self) -> Settings:
        """Read the file; one that cannot be understood is set aside as `.bad` and defaults hold."""
        if self.path is None:
            return self.current
        try:
            own = _read(self.path)
            self.current = self.usual._replace(**self._free(own))
        except FileNotFoundError:
            pass
        except OSError:
            self.notice = Sentence("Your preferences cannot be read: the usual ones are used.")
        except (ValueError, TypeError, KeyError, AttributeError):
            self._set_aside()
        return self.current

    def update(self, **changes: Any) -> Settings:
        """Change preferences, but for fixed ones, and keep them; a full disk is not an error."""
        changed = self.current._replace(**self._free(changes))
        if changed != self.current:
            self.current = changed
            self.save()
        return changed

    def reset(self) -> Settings:
        """Return to the usual values; the window keeps its size."""
        kept = {name: getattr(self.current, name) for name in _OF_WINDOW}
        return self.update(**self.usual._asdict() | kept)

    def save(self) -> None:
        """Write the file anew, with what differs from the usual values."""
        if self.path is None:
            return
        chosen = self.current._asdict().items() - self.usual._asdict().items()
        data = {"format": FORMAT} | dict(sorted(chosen))
        try:
            write_whole(self.path, as_json(data))
        except OSError:
            self.path = None
            self.notice = Sentence(
                "Your preferences cannot be saved here: they last until you quit."
            )
            self.on_notice(self.notice)

    def _free(self, values: dict[str, Any]) -> dict[str, Any]:
        return {name: value for name, value in values.items() if name not in self.fixed}

    def _set_aside(self) -> None:
        self.notice = Sentence(
            "Your preferences were unreadable: the usual ones are used, the old file is kept."
        )
        if self.path is not None:
            try:
                set_aside(self.path)
            except OSError:
                self.path = None
