"""The administrator's file for public screens: times, limits, printer, addresses and the PIN.

A screen that nobody watches starts only with a file that is right in every line.
"""

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from livermets_desktop.errors import KioskError, LocationError
from livermets_desktop.model.location import Location
from livermets_desktop.pin import is_hash
from livermets_desktop.sentence import Sentence
from livermets_desktop.settings import TEXT_SIZES
from livermets_desktop.toml_table import MAX_BYTES, Table, printable, understand

_TABLES = {
    "session": ("idle", "idle_on_article", "warning"),
    "reading": ("clinician", "text_size"),
    "printing": ("printer", "pages", "jobs"),
    "sound": ("volume",),
}
_TOP = ("pin", "hospital", "telephones", "addresses", *_TABLES)
_IDLE = (15, 3600)
_WARNING = (5, 300)
_PAGES = (1, 100)
_JOBS = (0, 100)
_VOLUME = (0, 100)
_DEFAULT = "default"
_ADDRESS = re.compile(r"https?://[!-~]+")


class Kiosk(NamedTuple):
    """Hold what the administrator decides for a public screen; times are in seconds.

    Without a `printer` nothing is printed. `addresses` are pairs of a topic and what its QR code
    leads to, `address` is for all others, "" for no code. `text_size` and `volume` are in per cent.
    """

    pin: str = ""
    idle: int = 60
    idle_on_article: int = 120
    warning: int = 30
    clinician: bool = False
    text_size: int = 150
    printer: str = ""
    pages: int = 5
    jobs: int = 3
    volume: int = 100
    hospital: str = ""
    telephones: tuple[tuple[str, str], ...] = ()
    address: str = ""
    addresses: tuple[tuple[str, str], ...] = ()


def load(file: Path) -> Kiosk:
    """Read the file that a public screen starts with.

    Raises:
        KioskError: if there is none, something is wrong in it, or this user could change it.
    """
    try:
        there, changeable = file.exists(), file.exists() and can_change(file)
        readable = not there or os.access(file, os.R_OK)
    except OSError:  # of a folder above it
        there, changeable, readable = True, False, False
    if not there:
        raise KioskError(
            Sentence("There is no file {0}: the kiosk does not start without one.", file)
        )
    if not readable:
        raise KioskError(
            Sentence(
                "The kiosk's user cannot read {0}: let everybody read the file (mode 644) and"
                " enter the folders above it (mode 755).",
                file,
            )
        )
    if changeable:
        raise KioskError(
            Sentence(
                "This user can change {0}: give the file and the folders above it to an"
                " administrator, and let the kiosk's user only read it.",
                file,
            )
        )
    kiosk, problems = check(file)
    if problems:
        raise KioskError(
            Sentence(
                "There are mistakes in the kiosk's file {0}:"
                " the command livermets-desktop kiosk check {0} names them.",
                file,
            )
        )
    return kiosk


def check(file: Path) -> tuple[Kiosk, tuple[str, ...]]:
    """Read the file and report every problem as `FILE:LINE: sentence`."""
    try:
        with file.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        return Kiosk(), (f"{file}:1: The file cannot be read: {error.strerror}.",)
    kiosk, faults = understand(data, _TOP, _kiosk)
    return kiosk or Kiosk(), tuple(f"{file}:{line}: {sentence}" for line, sentence in faults)


def can_change(file: Path) -> bool:
    """Tell whether this user could change the file, or put another in its place.

    The system's administrator always could: that is not asked.
    """
    if sys.platform == "win32":
        return _opens_for_writing(file)  # the rights of folders are not told without a try
    user = os.geteuid()
    places = (file.absolute(), *file.absolute().parents)
    whole = {*places, file.resolve(), *file.resolve().parents}
    return user != 0 and any(os.access(one, os.W_OK) or one.stat().st_uid == user for one in whole)


def _opens_for_writing(file: Path) -> bool:
    try:
        with file.open("r+b"):
            return True
    except OSError:
        return False


def _kiosk(top: Table) -> Kiosk:
    session, reading, printing, sound = (top.table(key, _TABLES[key]) for key in _TABLES)
    usual = Kiosk()
    addresses = dict(_addresses(top.table("addresses", None)))
    kiosk = Kiosk(
        pin=_pin(top),
        idle=session.number("idle", usual.idle, *_IDLE),
        idle_on_article=session.number("idle_on_article", usual.idle_on_article, *_IDLE),
        warning=session.number("warning", usual.warning, *_WARNING),
        clinician=reading.flag("clinician", usual=usual.clinician),
        text_size=reading.choice("text_size", TEXT_SIZES) or usual.text_size,
        printer=printing.text("printer"),
        pages=printing.number("pages", usual.pages, *_PAGES),
        jobs=printing.number("jobs", usual.jobs, *_JOBS),
        volume=sound.number("volume", usual.volume, *_VOLUME),
        hospital=top.text("hospital"),
        telephones=tuple(top.telephones()),
        address=addresses.pop(_DEFAULT, ""),
        addresses=tuple(addresses.items()),
    )
    if kiosk.warning >= min(kiosk.idle, kiosk.idle_on_article):
        session.wrong("warning", "“warning” must be shorter than “idle” and “idle_on_article”.")
    return kiosk


def _pin(top: Table) -> str:
    pin = top.values.get("pin")
    if isinstance(pin, str) and is_hash(pin):
        return pin
    fault = "is missing" if pin is None else "is none"
    top.wrong("pin", f"“pin” {fault}: livermets-desktop kiosk pin writes the line.")
    return ""


def _addresses(table: Table) -> Iterator[tuple[str, str]]:
    for key in table.values:
        if not _is_topic(key):
            table.wrong(key, f"“{printable(key[:80])}” is not the id of a topic.")
            continue
        address = table.text(key, required=True)
        if address and not _ADDRESS.fullmatch(address):
            table.wrong(key, f"“{key}” must be an address that begins with https:// or http://.")
        elif address:
            yield key, address


def _is_topic(key: str) -> bool:
    try:
        return Location.parse(key).article == key
    except LocationError:
        return False
