"""Whatever stands in the files of a content source, it is checked without a traceback."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from livermets_desktop.authoring.checks import check
from tests.authoring.conftest import ROOT
from tests.authoring.faults import ARTICLE, CLINICIAN, LIBRARY, PLAIN, SVG

FILES = (PLAIN, CLINICIAN, ARTICLE, SVG, LIBRARY, "sources.toml", "glossary.toml", "claims.tsv")
PIECES = (
    *("!!! ", "note", '"', "\n", "\n\n", "    ", "\t", "#", "## ", "{#a}", "[", "]", "(", ")"),
    *("![", "|", "[@", "[@ALPHA]", "; ", "<!-- ", "claims:", " -->", "<", ">", "- ", "1. ", "* "),
    *("**", "_", "`", "```", "\\", "&lt;", "&#0;", "&#x202e;", "---", " | ", "article:", "term:"),
    *("Table: ", "%", "\x02", "é", "😀", "= ", "[[", "]]", "{", "}", "true", "2026-11-01", "'"),
    *('"""', ".", ",", "0x", "1e9", "nan", "\ud7ff", "<svg>", "</svg>", "<g ", "=''", "/>"),
    *("<?x ", "<!DOCTYPE ", "CT", "lantern", "LN"),
)

damage = st.tuples(
    st.integers(0, 2_000),
    st.integers(0, 400),
    st.binary(max_size=40) | st.lists(st.sampled_from(PIECES)).map("".join).map(str.encode),
    st.booleans(),
)


@pytest.mark.parametrize("name", FILES)
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(damage=damage)
def test_a_damaged_file_gives_problems_and_never_a_traceback(name, damage, content):
    start, length, inserted, is_cut = damage
    whole = (Path(__file__).parent / "tiny" / name).read_bytes()
    rest = b"" if is_cut else whole[start + length :]
    (content / name).write_bytes(whole[:start] + inserted + rest)

    problems = check(content, today=date(2026, 11, 22), resources=ROOT / "resources")

    assert all(str(problem).startswith(f"{problem.file}:{problem.line}: ") for problem in problems)
    assert all(problem.line >= 1 for problem in problems)
