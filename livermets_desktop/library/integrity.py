"""The manifest of a compiled library, and whether its files are the ones that were written.

Files are only ever opened by the names that a folder lists: a name that stands in the manifest
alone (`../../etc/passwd`, `/etc/passwd`) is compared, never followed.
"""

import json
from pathlib import Path
from typing import Any

from livermets_desktop.library.format import DATABASE, FORMAT, INDEX, MANIFEST

_MAX_MANIFEST_BYTES = 1_000_000


def write_manifest(folder: Path, *, library_id: str, version: str) -> None:
    """Write the hash of the database (if there is one) and of every file of the index."""
    files = {name: _sha256(path) for name, path in _index_files(folder).items()}
    database = folder / DATABASE
    if database.is_file():
        files[DATABASE] = _sha256(database)
    manifest = {"format": FORMAT, "id": library_id, "version": version, "files": files}
    text = json.dumps(manifest, ensure_ascii=False, indent=2, sort_keys=True)
    (folder / MANIFEST).write_text(text + "\n", encoding="utf-8")


def read_manifest(folder: Path) -> dict[str, Any]:
    """Read the manifest.

    Raises:
        OSError: if it cannot be read.
        ValueError: if it is no manifest.
    """
    with (folder / MANIFEST).open("rb") as file:
        data = file.read(_MAX_MANIFEST_BYTES + 1)
    if len(data) > _MAX_MANIFEST_BYTES:
        raise ValueError("too long")
    try:
        manifest = json.loads(data)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    if not isinstance(manifest, dict) or not isinstance(manifest.get("files"), dict):
        raise ValueError("not a manifest")  # noqa: TRY004 - one error for every kind of damage
    return manifest


def verify_database(folder: Path) -> bool:
    """Tell whether the database is the one that the manifest names."""
    try:
        named = read_manifest(folder)["files"].get(DATABASE)
        return (folder / DATABASE).is_file() and database_hash(folder) == named
    except (OSError, ValueError):
        return False


def verify_index(folder: Path) -> bool:
    """Tell whether the index consists of exactly the files that the manifest names."""
    try:
        named = read_manifest(folder)["files"]
        found = _index_files(folder)
        if not found or named.keys() - {DATABASE} != found.keys():
            return False
        return all(_sha256(path) == named[name] for name, path in found.items())
    except (OSError, ValueError):
        return False


def database_hash(folder: Path) -> str:
    """Return the SHA-256 of the database.

    It is computed, not taken from the manifest: it names a folder, and a manifest from elsewhere
    could name the folder of another library.

    Raises:
        OSError: if the database cannot be read.
    """
    return _sha256(folder / DATABASE)


def _index_files(folder: Path) -> dict[str, Path]:
    index = folder / INDEX
    if index.is_symlink() or not index.is_dir():
        return {}
    found = {f"{INDEX}/{path.name}": path for path in sorted(index.iterdir())}
    if any(path.is_symlink() or not path.is_file() for path in found.values()):
        raise ValueError("the index holds something else than files")
    return found


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        import hashlib  # noqa: PLC0415 - not before the window is painted

        return hashlib.file_digest(file, "sha256").hexdigest()
