"""The worked examples of the article “Calculators and scores”, worked out again."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.content import scores

HERE = Path(__file__).parent
ARTICLE = HERE.parents[1] / "content" / "reference" / "calculators" / "clinician.md"
EXAMPLES = json.loads((HERE / "scores-worked-examples.json").read_text(encoding="utf-8"))

Value = bool | float | str
Values = dict[str, Value]

_SECTION = re.compile(r"^## .*\{#([a-z0-9-]+)\}$", re.MULTILINE)
_TABLE = re.compile(r"((?:^\|.*\|\n)+)\nTable: Worked examples", re.MULTILINE)
_WORDS: Values = {"yes": True, "no": False, "female": "F", "male": "M"}


@dataclass(frozen=True, slots=True)
class Score:
    """Tells where a score stands in the article, what its columns mean and how it is worked out.

    `columns` has the names that the examples use, by the headings of the printed table.
    """

    section: str
    columns: dict[str, str]
    work_out: Callable[..., Values]


def work_out_fong(**given) -> Values:
    points = scores.fong_points(**given)
    return {"points": points, "group": scores.fong_group(points)}


def work_out_child_pugh(**given) -> Values:
    points = scores.child_pugh_points(**given)
    return {"points": points, "cls": scores.child_pugh_class(points)}


def work_out_albi(**given) -> Values:
    score = scores.albi_score(**given)
    return {"score": score, "grade": scores.albi_grade(score)}


def work_out_meld3(**given) -> Values:
    total = scores.meld3_sum(**given)
    return {"raw": total, "score": scores.meld3_score(total)}


def work_out_bsa(**given) -> Values:
    return {"value": scores.body_surface_area(**given)}


def work_out_sflr(*, flr_ml, h, w) -> Values:
    bsa = scores.body_surface_area(h=h, w=w)
    tlv = scores.total_liver_volume(bsa)
    share = scores.standardised_remnant(flr_ml=flr_ml, tlv_ml=tlv)
    return {"bsa": bsa, "tlv_ml": tlv, "sflr_pct": share}


def work_out_flr_ct(**given) -> Values:
    return {"value": scores.remnant_on_ct(**given)}


def work_out_hypertrophy(*, pre, post, weeks) -> Values:
    growth = scores.degree_of_hypertrophy(pre=pre, post=post)
    return {"doh": growth, "kgr": scores.kinetic_growth_rate(pre=pre, post=post, weeks=weeks)}


def work_out_recist(*, base, nadir, now, new=False) -> Values:
    return {
        "change_from_baseline_pct": scores.percent_change(base, now),
        "change_from_nadir_pct": scores.percent_change(nadir, now),
        "abs_change_from_nadir_mm": now - nadir,
        "response": scores.recist_response(base=base, nadir=nadir, now=now, new=new),
    }


SCORES = {
    "fong": Score(
        "fong",
        {
            "Nodes positive": "node_pos",
            "Interval (months)": "dfi_months",
            "Liver tumours": "n_mets",
            "CEA (ng/mL)": "cea",
            "Largest (cm)": "size_cm",
            "Points": "points",
            "Group": "group",
        },
        work_out_fong,
    ),
    "child_pugh": Score(
        "child-pugh",
        {
            "Bilirubin (mg/dL)": "bili",
            "Albumin (g/dL)": "alb",
            "INR": "inr",
            "Ascites": "ascites",
            "Encephalopathy (grade)": "enceph",
            "Points": "points",
            "Class": "cls",
        },
        work_out_child_pugh,
    ),
    "albi": Score(
        "albi",
        {
            "Bilirubin (µmol/L)": "bili_umol",
            "Albumin (g/L)": "alb_gl",
            "Score": "score",
            "Grade": "grade",
        },
        work_out_albi,
    ),
    "meld3": Score(
        "meld",
        {
            "Sex": "sex",
            "Bilirubin (mg/dL)": "bili",
            "INR": "inr",
            "Creatinine (mg/dL)": "cr",
            "Sodium (mmol/L)": "na",
            "Albumin (g/dL)": "alb",
            "Sum": "raw",
            "MELD 3.0": "score",
        },
        work_out_meld3,
    ),
    "bsa": Score(
        "bsa", {"Height (cm)": "h", "Weight (kg)": "w", "BSA (m²)": "value"}, work_out_bsa
    ),
    "sflr": Score(
        "liver-volume",
        {
            "FLR (mL)": "flr_ml",
            "Height (cm)": "h",
            "Weight (kg)": "w",
            "BSA (m²)": "bsa",
            "TLV (mL)": "tlv_ml",
            "sFLR": "sflr_pct",
        },
        work_out_sflr,
    ),
    "flr_ct": Score(
        "flr-ct",
        {
            "FLR (mL)": "flr",
            "Total liver (mL)": "total",
            "Tumour (mL)": "tumour",
            "FLR %": "value",
        },
        work_out_flr_ct,
    ),
    "hypertrophy": Score(
        "hypertrophy",
        {
            "Before (%)": "pre",
            "After (%)": "post",
            "Weeks": "weeks",
            "Hypertrophy (points)": "doh",
            "KGR (% per week)": "kgr",
        },
        work_out_hypertrophy,
    ),
    "recist": Score(
        "recist",
        {
            "Baseline (mm)": "base",
            "Smallest (mm)": "nadir",
            "Now (mm)": "now",
            "New lesion": "new",
            "From baseline": "change_from_baseline_pct",
            "From smallest": "change_from_nadir_pct",
            "Difference (mm)": "abs_change_from_nadir_mm",
            "Response": "response",
        },
        work_out_recist,
    ),
}


def examples() -> Iterator[tuple[str, Values, Values]]:
    """Return the name of the score, what is given and what is expected, for every example."""
    for name, entries in EXAMPLES.items():
        for entry in entries:
            given = {key: value for key, value in entry["input"].items() if key != "_"}
            expected = entry["expected"]
            yield name, given, expected if isinstance(expected, dict) else {"value": expected}


def printed_tables() -> dict[str, list[dict[str, str]]]:
    """Return the rows of the tables of worked examples, by the id of their section."""
    parts = _SECTION.split(ARTICLE.read_text(encoding="utf-8"))
    return {
        section: [row for table in _TABLE.findall(text) for row in table_rows(table)]
        for section, text in zip(parts[1::2], parts[2::2], strict=True)
        if _TABLE.search(text)
    }


def table_rows(table: str) -> Iterator[dict[str, str]]:
    head, _, *rows = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()
    ]
    for row in rows:
        yield dict(zip(head, row, strict=True))


def printed_rows() -> Iterator[tuple[str, dict[str, str]]]:
    """Return the name of the score and the cells by their names in the examples, row by row."""
    tables = printed_tables()
    for name, score in SCORES.items():
        for row in tables.get(score.section, []):
            yield name, {score.columns[head]: plain(cell) for head, cell in row.items()}


def plain(cell: str) -> str:
    """Return a printed cell as a computer writes it."""
    text = cell.replace("−", "-").replace("–", "-").replace(",", "")
    return text.removesuffix("%").strip().removeprefix("+")


def value_of(text: str) -> Value:
    if text in _WORDS:
        return _WORDS[text]
    try:
        return float(text)
    except ValueError:
        return text


def as_printed(value: Value, like: str) -> str:
    """Return a value with as many decimals as a printed figure has."""
    if isinstance(value, str):
        return value
    return f"{value:.{len(like.partition('.')[2])}f}"


def worked_out(name: str, row: dict[str, str]) -> dict[str, str]:
    """Return the results of a printed row, worked out from what it gives."""
    score = SCORES[name]
    results = score.work_out(**given_in(name, row))
    return {key: as_printed(value, row[key]) for key, value in results.items()}


def given_in(name: str, row: dict[str, str]) -> Values:
    names = {key for example, given, _ in examples() if example == name for key in given}
    return {key: value_of(text) for key, text in row.items() if key in names}


@pytest.mark.parametrize(("name", "given", "expected"), list(examples()))
def test_every_example_is_worked_out_as_expected(name, given, expected):
    results = SCORES[name].work_out(**given)
    assert {key: as_printed(results[key], str(value)) for key, value in expected.items()} == {
        key: str(value) for key, value in expected.items()
    }


@pytest.mark.parametrize(("name", "row"), list(printed_rows()))
def test_every_printed_example_follows_from_what_it_gives(name, row):
    results = worked_out(name, row)
    assert results == {key: row[key] for key in results}


def test_every_score_with_examples_has_a_table_and_no_table_is_left_out():
    assert set(SCORES) == set(EXAMPLES)
    assert set(printed_tables()) == {score.section for score in SCORES.values()}


@pytest.mark.parametrize(("name", "given", "expected"), list(examples()))
def test_every_example_is_printed(name, given, expected):
    rows = [given_in(name, row) for other, row in printed_rows() if other == name]
    assert any(given.items() <= row.items() for row in rows)
