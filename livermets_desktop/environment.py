"""Qt's switches in the environment: which of them a public screen does not take."""

from collections.abc import Iterable

_TAKEN = ("QT_QPA_PLATFORM", "QT_SCALE_FACTOR")


def refused_variables(names: Iterable[str]) -> list[str]:
    """Return those of the names that could change what a public screen does, in order."""
    return sorted(name for name in names if _is_switch(name.upper()) and name.upper() not in _TAKEN)


def _is_switch(name: str) -> bool:
    return name.startswith(("QT_", "QML_"))
