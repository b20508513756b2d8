"""The log: short lines in the user's state folder, without anything a reader typed."""

import logging
from pathlib import Path

_MAX_BYTES = 256 * 1024


def start_log(folder: Path, name: str = "livermets-desktop.log") -> bool:
    """Write the program's log into a folder, two files at most; without a place there is none."""
    from logging.handlers import RotatingFileHandler  # noqa: PLC0415 - costs a tenth of the start

    logger = logging.getLogger("livermets_desktop")
    logger.setLevel(logging.INFO)
    logger.propagate = False
    logging.raiseExceptions = False  # a log that cannot be written is no news for readers
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / name,
            maxBytes=_MAX_BYTES,
            backupCount=1,
            encoding="utf-8",
            delay=True,
        )
        (folder / name).touch()
    except OSError:
        logger.addHandler(logging.NullHandler())
        return False
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logger.addHandler(handler)
    return True
