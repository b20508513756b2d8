import pytest

from tests.access.measures import MEASURES

pytestmark = [pytest.mark.timeout(180), pytest.mark.no_cover]


@pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: measure.id)
def test_the_bound_of_each_measure_is_kept(survey, measure):
    assert measure.find(survey)[:20] == []


def test_every_screen_is_measured(survey):
    assert survey.found
    assert {"start", "article", "results", "find", "term card"} <= set(survey.screens)
    assert {"hand-out with parts", "chosen questions", "paused reading"} <= set(survey.screens)
    assert {"Hand-out…", "Questions to Ask…", "Print…"} <= set(survey.screens)
    assert {"Keyboard Shortcuts", "Show Figure Large"} <= set(survey.screens)
