from itertools import cycle, islice

from livermets_desktop.model.history import LIMIT, History, Visit
from livermets_desktop.model.level import Level
from livermets_desktop.model.location import Location


def visit(name, scroll=0.0):
    return Visit(Location(name), Level.PLAIN, scroll)


def history_of(*names):
    history = History(clock=lambda: 0.0)
    for name in names:
        history.visit(visit(name))
    return history


def test_an_empty_history_leads_nowhere():
    history = History()
    assert not history.can_go_back
    assert not history.can_go_forward
    assert history.back() is None
    assert history.forward() is None
    history.update(visit("a"))
    assert len(history) == 0


def test_the_way_back_is_the_way_that_was_come():
    history = history_of("a", "b", "c")
    assert [history.back(), history.back(), history.back()] == [visit("b"), visit("a"), None]
    assert not history.can_go_back
    assert [history.forward(), history.forward(), history.forward()] == [
        visit("b"),
        visit("c"),
        None,
    ]
    assert not history.can_go_forward


def test_a_new_page_forgets_what_lay_ahead():
    history = history_of("a", "b", "c")
    history.back()
    history.back()
    history.visit(visit("d"))
    assert not history.can_go_forward
    assert len(history) == 2
    assert history.back() == visit("a")


def test_a_page_is_remembered_as_it_was_left():
    history = history_of("a", "b")
    history.back()
    history.update(visit("a", 0.5))
    history.forward()
    assert history.back() == visit("a", 0.5)
    assert len(history) == 2


def test_a_circle_of_links_keeps_the_last_hundred_pages():
    history = history_of(*islice(cycle("abc"), 10 * LIMIT))
    assert len(history) == LIMIT
    steps = 0
    while history.back():
        steps += 1
    assert steps == LIMIT - 1
    history.visit(visit("d"))
    assert len(history) == 2


def test_the_start_page_is_a_page_too():
    home = Visit(None, Level.CLINICIAN)
    history = history_of("a")
    history.visit(home)
    history.visit(visit("b"))
    assert history.back() == home


def test_all_that_was_visited_is_kept_with_its_time_also_beside_the_way():
    times = iter((10.0, 20.0, 30.0))
    history = History(clock=lambda: next(times))
    history.visit(visit("a"))
    history.visit(visit("b"))
    history.back()
    assert history.current == 1
    history.update(visit("a", 0.5))
    history.visit(visit("c"))
    assert history.current == 3
    assert [(one.location.article, one.scroll, one.time) for one in history.visits.values()] == [
        ("a", 0.5, 10.0),
        ("b", 0.0, 20.0),
        ("c", 0.0, 30.0),
    ]


def test_visits_beside_the_way_are_forgotten_before_those_on_it():
    history = history_of("start")
    for _ in range(LIMIT):
        history.visit(visit("a"))
        history.back()
    assert len(history.visits) == LIMIT
    history.visit(visit("end"))
    assert len(history.visits) == LIMIT
    assert history.visits[history.current] == visit("end")
    assert history.back() == visit("start")


def test_an_empty_history_has_no_current_visit():
    assert (History().current, History().visits) == (0, {})
