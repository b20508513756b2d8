"""Write the SHA-256 of every file below a folder, in the format of sha256sum.

Usage: python -m tools.checksums FOLDER --output FILE
"""

import argparse
import hashlib
from pathlib import Path


def main() -> None:
    """Write the list; the list itself is not in it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--output", type=Path, required=True)
    arguments = parser.parse_args()
    files = sorted(path for path in arguments.folder.rglob("*") if path.is_file())
    lines = [
        f"{_sha256(path)}  {path.relative_to(arguments.folder).as_posix()}\n"
        for path in files
        if path != arguments.output
    ]
    arguments.output.write_text("".join(lines), encoding="utf-8", newline="\n")
    print(f"{arguments.output}: {len(lines)} files")


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


if __name__ == "__main__":
    main()
