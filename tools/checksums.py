"""Write the SHA-256 of every file below a folder, in the format of sha256sum.

Usage: python -m tools.checksums FOLDER --output FILE
"""

import argparse
import hashlib
from pathlib import Path


def main() -> None:
    """Write the list, which must not be in the folder yet."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--output", type=Path, required=True)
    arguments = parser.parse_args()
    lines = checksum_lines(arguments.folder)
    arguments.output.write_text("".join(lines), encoding="utf-8", newline="\n")
    print(f"{arguments.output}: {len(lines)} files")


def checksum_lines(folder: Path) -> list[str]:
    """Return a line for every file, sorted by name."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return [f"{_sha256(path)}  {path.relative_to(folder).as_posix()}\n" for path in files]


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


if __name__ == "__main__":
    main()
