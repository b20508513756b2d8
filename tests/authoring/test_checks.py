import time

import pytest

from livermets_desktop.authoring.checks import check
from livermets_desktop.authoring.problem import Rule
from tests.authoring.faults import FAULTS, PLAIN, make_huge


def test_the_untouched_source_has_no_problem(content, today, resources):
    assert check(content, today=today, resources=resources) == []


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.rule}-{fault.name}")
def test_a_planted_fault_is_reported_at_its_line(fault, content, today, resources):
    fault.change(content / fault.file)

    problems = check(content, today=today, resources=resources)

    places = [
        str(problem).removeprefix(f"{content}/")
        for problem in problems
        if problem.rule is fault.rule
    ]
    assert any(place.startswith(f"{fault.place} ") for place in places), list(map(str, problems))


def test_every_rule_has_a_planted_fault():
    assert set(Rule) == {fault.rule for fault in FAULTS}


@pytest.mark.no_cover
def test_50_megabytes_are_refused_within_a_second(content, today, resources):
    make_huge(content / PLAIN)

    start = time.process_time()
    check(content, today=today, resources=resources)

    assert time.process_time() - start < 1


def test_a_warning_is_marked_in_the_message(content, today, resources):
    article = content / "start/second-look/article.toml"
    article.write_text(article.read_text().replace("2027-11-01", "2026-11-02"))

    [problem] = check(content, today=today, resources=resources)

    assert str(problem) == f"{article}:3: warning: The text is due to be checked again."
