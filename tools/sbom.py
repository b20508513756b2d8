"""Write the bill of materials: the packages that the program needs when it runs.

Usage: python -m tools.sbom --output FILE
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Collection
from pathlib import Path
from typing import Any

from packaging.utils import canonicalize_name

from tools.runtime import PROJECT, runtime_packages


def main() -> None:
    """Write the CycloneDX file and say how many packages it names."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, required=True)
    output = parser.parse_args().output
    names = {canonicalize_name(package.name) for package in runtime_packages()}
    document = runtime_part(_whole_environment(), names)
    output.write_text(json.dumps(document, indent=2) + "\n", encoding="utf-8")
    print(f"{output}: {len(document['components'])} packages")


def _whole_environment() -> dict[str, Any]:
    """Describe every package beside this Python, the tools of the developers included."""
    tool = [sys.executable, "-m", "cyclonedx_py", "environment", "--output-reproducible"]
    tool += ["--pyproject", str(PROJECT), "--output-format", "JSON", sys.executable]
    answer = subprocess.run(tool, check=True, capture_output=True, text=True, encoding="utf-8")
    document: dict[str, Any] = json.loads(answer.stdout)
    return document


def runtime_part(document: dict[str, Any], names: Collection[str]) -> dict[str, Any]:
    """Return the document with the named components only.

    >>> part = runtime_part({"components": [{"name": "nh3", "bom-ref": "a"}]}, {"ruff"})
    >>> part["components"]
    []
    """
    components = [
        part for part in document["components"] if canonicalize_name(part["name"]) in names
    ]
    kept = {part["bom-ref"] for part in components}
    root = document.get("metadata", {}).get("component", {}).get("bom-ref")
    dependencies = [
        {**entry, "dependsOn": [ref for ref in entry.get("dependsOn", ()) if ref in kept]}
        for entry in document.get("dependencies", ())
        if entry["ref"] in kept or entry["ref"] == root
    ]
    return {**document, "components": components, "dependencies": dependencies}


if __name__ == "__main__":
    main()
