import json

import pytest

from livermets_desktop.handouts import MOST, HandoutFile
from livermets_desktop.model.bookmark import Bookmark
from livermets_desktop.model.handout import MOST_PARTS, Handout
from livermets_desktop.model.level import Level

CT = Bookmark("ct-scan", "what-it-shows", Level.PLAIN, "CT scan", "What it shows")
BLOOD = Bookmark("blood-tests", "", Level.CLINICIAN, "Blood tests")
ASK = "May I drive?"
BASKET = Handout((CT, ASK, BLOOD), "Tuesday, 10.30", "Before CT")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "data" / "handouts.json"


def load(path):
    file = HandoutFile(path)
    file.load()
    return file


def test_a_part_is_there_once():
    basket = Handout().with_part(CT).with_part(ASK).with_part(CT).with_part(ASK)
    assert basket.parts == (CT, ASK)
    other = CT._replace(level=Level.CLINICIAN)
    assert basket.with_part(other, at=0).parts == (other, CT, ASK)


def test_parts_are_moved_and_taken_out():
    assert BASKET.with_moved(2, 0).parts == (BLOOD, CT, ASK)
    assert BASKET.with_moved(0, 99).parts == (ASK, BLOOD, CT)
    assert BASKET.without(1).parts == (CT, BLOOD)


def test_there_is_room_for_so_many_parts_and_no_more():
    basket = Handout()
    for number in range(MOST_PARTS):
        basket = basket.with_part(f"Question {number}")
    assert len(basket.parts) == MOST_PARTS
    assert basket.with_part("Question 0") == basket
    with pytest.raises(OverflowError):
        basket.with_part("One more")


def test_what_is_kept_is_there_again_in_the_order_of_names(path):
    file = load(path)
    assert file.keep(BASKET)
    assert file.keep(Handout((BLOOD,), name="after CT"))
    assert load(path).handouts == (Handout((BLOOD,), name="after CT"), BASKET)
    assert file.keep(BASKET._replace(parts=(ASK,)))
    assert [one.parts for one in load(path).handouts] == [(BLOOD,), (ASK,)]
    assert file.remove("Before CT")
    assert [one.name for one in load(path).handouts] == ["after CT"]


def test_nothing_is_kept_without_a_place():
    told = []
    file = HandoutFile(None)
    file.on_notice = told.append
    assert not file.keeps
    assert file.load() == ()
    assert not file.keep(BASKET)
    assert file.handouts == ()
    assert told[0].startswith("The hand-out cannot be kept here")


def test_more_than_so_many_are_refused_with_a_sentence(path):
    file, told = load(path), []
    file.on_notice = told.append
    file.handouts = tuple(Handout((ASK,), name=f"List {number:03}") for number in range(MOST))
    assert not file.keep(BASKET)
    assert told == [f"No more than {MOST} hand-outs are kept: delete one first."]
    assert file.keep(Handout((BLOOD,), name="List 000"))
    assert len(load(path).handouts) == MOST


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "{}", '{"format": 2, "handouts": []}', '{"format": 1, "handouts": {}}', "\0"],
)
def test_a_file_that_is_none_is_kept_beside_the_new_one(path, text):
    path.parent.mkdir()
    path.write_text(text)
    file = load(path)
    assert file.handouts == ()
    assert file.notice == "Some of your hand-outs were unreadable: the old file is kept."
    assert path.with_suffix(".bad").read_text() == text
    assert file.keep(BASKET)
    assert load(path).handouts == (BASKET,)


@pytest.mark.parametrize(
    "row",
    [
        {},
        {"name": "", "parts": []},
        {"name": 3, "parts": []},
        {"name": "A", "parts": 3},
        {"name": "A", "parts": [{"place": "../../etc/passwd", "level": "plain", "title": "x"}]},
        {"name": "A", "parts": [{"question": 3}]},
        {"name": "A", "parts": [{"question": "\n"}]},
        {"name": "A", "parts": ["question"]},
        {"name": "A", "line": [], "parts": []},
    ],
)
def test_what_is_wrong_in_a_file_is_left_out_and_the_rest_is_used(path, row):
    assert load(path).keep(BASKET)
    data = json.loads(path.read_text())
    data["handouts"].append(row)
    path.write_text(json.dumps(data))
    file = load(path)
    assert BASKET in file.handouts
    assert file.notice
    assert not any(part for one in file.handouts if one.name == "A" for part in one.parts)
    again = load(path)
    assert again.notice == ""
    assert BASKET in again.handouts


def test_what_a_file_has_too_much_is_left_out_and_said(path):
    path.parent.mkdir()
    many = [{"question": f"Question {number}"} for number in range(MOST_PARTS + 1)]
    rows = [{"name": f"List {number:03}", "parts": many} for number in range(MOST + 1)]
    path.write_text(json.dumps({"format": 1, "handouts": rows[:1]}))
    file = load(path)
    assert [len(one.parts) for one in file.handouts] == [MOST_PARTS]
    assert file.notice
    path.write_text(json.dumps({"format": 1, "handouts": [row | {"parts": []} for row in rows]}))
    file = load(path)
    assert len(file.handouts) == MOST
    assert file.notice
    assert len(json.loads(path.with_suffix(".bad1").read_text())["handouts"]) == MOST + 1


def test_texts_of_a_file_are_cleaned(path):
    path.parent.mkdir()
    rows = [{"name": "A\u202eB", "line": "x\ny", "parts": [{"question": " a \n b "}]}]
    path.write_text(json.dumps({"format": 1, "handouts": rows}))
    assert load(path).handouts == (Handout(("a b",), "x y", "AB"),)
