"""Tell which installed packages the program needs when it runs."""

import tomllib
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"


def runtime_packages() -> list[Distribution]:
    """Return the packages of `[project] dependencies` and what they need, sorted by name."""
    wanted = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]["dependencies"]
    found: dict[str, Distribution] = {}
    for name in _names(wanted):
        _collect(name, found)
    return [found[name] for name in sorted(found)]


def _collect(name: str, found: dict[str, Distribution]) -> None:
    if name in found:
        return
    found[name] = distribution(name)
    for needed in _names(found[name].requires or ()):
        _collect(needed, found)


def _names(requirements: Iterable[str]) -> Iterator[str]:
    for text in requirements:
        requirement = Requirement(text)
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
            yield canonicalize_name(requirement.name)
