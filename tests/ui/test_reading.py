import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QImage, QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from livermets_desktop.model.history import LIMIT
from livermets_desktop.model.level import Level
from livermets_desktop.model.location import Location
from livermets_desktop.ui.article_view import ArticleView
from livermets_desktop.ui.place_view import PlaceView
from livermets_desktop.ui.reference_card import ReferenceCard
from tests.library.tiny import with_article_html, write_library


def text(program):
    return program.window.article.view.toPlainText()


def test_the_start_page_is_shown_first(program):
    assert program.window.current_page is program.window.home
    assert program.window.windowTitle() == "LiverMets Desktop"


def test_a_topic_is_opened_from_the_tree_by_keyboard(program):
    tree = program.window.navigation.topic_view
    tree.setFocus()
    tree.setCurrentIndex(tree.model().index(1, 0))
    QTest.keyClick(tree, Qt.Key.Key_Return)
    assert tree.isExpanded(tree.model().index(1, 0))
    QTest.keyClick(tree, Qt.Key.Key_Down)
    QTest.keyClick(tree, Qt.Key.Key_Return)
    assert "Portal-venous CT is the first staging test" in text(program)
    assert program.window.windowTitle() == "CT scan – LiverMets Desktop"


def test_the_tree_shows_where_the_reader_is(program):
    program.reading.open(Location("blood-tests"))
    index = program.window.navigation.topic_view.currentIndex()
    assert index.data() == "Blood tests"


def test_a_section_is_brought_to_the_top(open_program):
    program = open_program(size=(900, 420))
    program.reading.open(Location("ct-scan", "contrast"))
    view = program.window.article.view
    assert program.window.article.section == "contrast"
    top = view.cursorForPosition(QPoint(view.viewport().width() // 2, 30)).block()
    assert top.text() == "Contrast"


def test_a_page_that_is_shown_later_stays_at_its_section(program, qtbot):
    view = ArticleView(lambda _: QImage())
    qtbot.addWidget(view)
    view.resize(700, 400)
    view.set_look(program.look.theme, program.look.icons)
    view.show_html(
        "<p>First.</p>" * 40 + '<h2><a name="later"></a>Later</h2>' + "<p>Last.</p>" * 40
    )
    view.go_to("later")
    view.show()
    top = view.cursorForPosition(QPoint(350, 40)).block()
    assert top.text() == "Later"


def test_the_section_stays_at_the_top_when_the_window_changes(open_program):
    program = open_program(size=(900, 420))
    program.reading.open(Location("ct-scan", "contrast"))
    program.window.resize(1400, 400)
    program.look.set_size(200)
    assert program.window.article.section == "contrast"


def test_a_shorter_text_follows_a_scrolled_one(open_program):
    program = open_program(size=(900, 420))
    program.reading.open(Location("ct-scan"))
    bar = program.window.article.view.verticalScrollBar()
    bar.triggerAction(bar.SliderAction.SliderToMaximum)
    program.window.article.view.show_html("<p>Short.</p>")
    assert program.window.article.view.toPlainText() == "Short."


def test_the_level_is_switched_in_place(program):
    program.reading.open(Location("ct-scan"))
    QTest.keyClick(program.window, Qt.Key.Key_F8)
    assert program.reading.level is Level.PLAIN
    assert "takes pictures of the liver in slices" in text(program)
    assert program.reading.article.id == "ct-scan"


def test_a_hit_at_the_other_level_can_be_switched_and_come_back_to(program):
    program.reading.open(Location("ct-scan"), Level.PLAIN)
    program.reading.open(Location("blood-tests"))
    assert program.reading.shown_level is Level.CLINICIAN
    program.reading.go_back()
    assert program.reading.shown_level is Level.PLAIN
    assert program.reading.level is Level.CLINICIAN
    program.window.tool_bar.level.level_chosen.emit(Level.CLINICIAN)
    assert "Portal-venous CT is the first staging test" in text(program)
    QTest.keyClick(program.window, Qt.Key.Key_F8)
    assert program.reading.level is program.reading.shown_level is Level.PLAIN


def test_an_article_with_one_level_says_so_and_shows_it(program):
    program.reading.set_level(Level.PLAIN)
    program.reading.open(Location("laparoscopy"))
    buttons = program.window.tool_bar.level
    plain = buttons.findChild(type(buttons.children()[-1]), "plain")
    assert not plain.isEnabled()
    assert plain.toolTip() == "This topic has no text at this level"
    assert "Staging laparoscopy" in text(program)
    assert program.reading.level is Level.PLAIN


def test_back_and_forward_return_to_the_place_that_was_left(open_program):
    program = open_program(size=(900, 420))
    program.reading.open(Location("ct-scan"))
    bar = program.window.article.view.verticalScrollBar()
    bar.setSliderPosition(120)
    bar.triggerAction(bar.SliderAction.SliderMove)
    program.reading.open(Location("blood-tests"))
    program.reading.go_back()
    assert program.reading.article.id == "ct-scan"
    assert program.window.article.view.verticalScrollBar().value() == pytest.approx(120, abs=2)
    program.reading.go_back()
    assert program.window.current_page is program.window.home
    program.reading.go_forward()
    program.reading.go_forward()
    assert program.reading.article.id == "blood-tests"
    assert not program.reading.can_go_forward


def test_links_in_a_circle_keep_the_history_bounded(program):
    for _ in range(LIMIT):
        program.reading.follow("article:ct-scan")
        program.reading.follow("article:blood-tests")
    steps = 0
    while program.reading.can_go_back:
        program.reading.go_back()
        steps += 1
    assert steps == LIMIT - 1


def test_a_dead_link_is_one_sentence_and_the_page_stays(program):
    program.reading.open(Location("ct-scan"))
    program.reading.follow("article:nothing-here")
    assert program.window.notice.isVisible()
    assert program.window.notice.sentence == (
        "The library has no “nothing-here”: look for it by search."
    )
    assert program.reading.article.id == "ct-scan"


@pytest.fixture
def card(program):
    """Return a function that follows a link and returns the card that it opens."""

    def follow(address):
        program.reading.follow(address)
        return program.window.findChild(ReferenceCard)

    yield follow
    if (shown := program.window.findChild(ReferenceCard)) is not None:
        shown.close()


def test_a_term_opens_its_definition(program, card):
    program.reading.open(Location("ct-scan"))
    term = program.library.terms()[0]
    shown = card(f"term:{term.id}")
    assert shown.isVisible()
    assert term.definition in shown.accessibleName()
    assert shown.findChild(QPushButton).isHidden()  # this library lists its terms nowhere


def test_a_term_leads_to_its_entry_in_the_glossary(program, card):
    shown = card(f"term:{program.library.terms()[0].id}")
    chosen = []
    shown.link_chosen.connect(chosen.append)
    shown.show_term(program.library.terms()[0], "glossary")
    shown.findChild(QPushButton).click()
    assert chosen == ["article:glossary#term-albumin"]
    assert not shown.isVisible()


def test_a_number_opens_its_source_and_leads_to_the_list(program, card):
    program.reading.open(Location("ct-scan"))
    source = program.reading.article.sources[0]
    shown = card("source:1")
    words = " ".join(label.text() for label in shown.findChildren(QLabel))
    assert all(part in words for part in (source.title, source.organisation, source.address))
    QTest.keyClick(shown.findChild(QPushButton), Qt.Key.Key_Space)
    assert program.reading.can_go_back
    assert program.window.article.view.place() == "source-1"


def test_a_term_under_a_resting_mouse_opens_its_card_and_the_way_out_closes_it(program, qtbot):
    program.reading.open(Location("ct-scan"))
    term = program.library.terms()[0]
    view = program.window.article.view
    view.highlighted.emit(QUrl(f"term:{term.id}"))
    qtbot.waitUntil(lambda: program.window.findChild(ReferenceCard) is not None, timeout=3000)
    shown = program.window.findChild(ReferenceCard)
    qtbot.waitUntil(shown.isVisible, timeout=3000)
    assert term.definition in shown.accessibleName()
    assert shown.windowType() is Qt.WindowType.ToolTip  # it takes neither mouse nor keyboard
    view.highlighted.emit(QUrl())
    qtbot.waitUntil(lambda: not shown.isVisible(), timeout=3000)


@pytest.mark.parametrize("address", ["article:ct-scan", "term:nobody", "source:99", "javascript:1"])
def test_the_mouse_opens_no_card_on_other_links(program, qtbot, address):
    program.reading.open(Location("ct-scan"))
    failures = []
    program.reading.failed.connect(failures.append)
    program.window.article.view.highlighted.emit(QUrl(address))
    qtbot.wait(700)
    assert program.window.findChild(ReferenceCard) is None
    assert failures == []


@pytest.mark.parametrize("leave", ["key", "scroll"])
def test_a_key_or_scrolling_closes_the_card_of_the_mouse(open_program, qtbot, leave):
    program = open_program(size=(900, 420))
    program.reading.open(Location("ct-scan"))
    view = program.window.article.view
    view.highlighted.emit(QUrl("source:1"))
    qtbot.waitUntil(lambda: program.window.findChild(ReferenceCard) is not None, timeout=3000)
    shown = program.window.findChild(ReferenceCard)
    if leave == "key":
        QTest.keyClick(view, Qt.Key.Key_Shift)
    else:
        view.verticalScrollBar().setValue(40)
    assert not shown.isVisible()


@pytest.mark.parametrize("number", ["0", "99", "1000000", "²", ""])
def test_a_number_without_a_source_is_inert(program, card, number):
    program.reading.open(Location("ct-scan"))
    assert card(f"source:{number}") is None


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd",
        "http://example.org", "article:../../etc/passwd", "source:x", "term:nothing", "",
    ],
)  # fmt: skip
def test_any_other_address_is_inert(program, address):
    program.reading.open(Location("ct-scan"))
    before = text(program)
    program.reading.follow(address)
    assert text(program) == before
    assert program.reading.article.id == "ct-scan"


def test_a_source_is_shown_at_the_end_of_the_page(open_program):
    program = open_program(size=(900, 420))
    program.reading.open(Location("ct-scan"))
    program.reading.follow("article:ct-scan#source-1")
    bar = program.window.article.view.verticalScrollBar()
    assert bar.value() == pytest.approx(bar.maximum(), abs=200)


def test_next_and_previous_topic_follow_the_tree(program):
    program.reading.open(Location("ct-scan"))
    program.reading.go_beside(1)
    assert program.reading.article.id == "blood-tests"
    program.reading.go_beside(-1)
    program.reading.go_beside(-1)
    assert program.reading.article.id == "eating-well"


def test_the_outline_follows_the_scroll(open_program):
    program = open_program(size=(1400, 420))
    program.reading.open(Location("ct-scan"))
    outline = program.window.article.outline
    assert outline.entries[outline.marked][0] == "in-short"
    bar = program.window.article.view.verticalScrollBar()
    bar.triggerAction(bar.SliderAction.SliderToMaximum)
    assert outline.entries[outline.marked][0] == outline.entries[-1][0]


def test_recently_read_topics_stand_on_the_start_page(program):
    program.reading.open(Location("ct-scan"))
    program.reading.open(Location("blood-tests"))
    assert [topic.id for topic in program.reading.recent] == ["blood-tests", "ct-scan"]


def test_the_page_of_help_is_one_key_away(program):
    program.window.actions_["urgent"].trigger()
    assert program.reading.article.id == "urgent-help"


def test_a_click_on_the_group_in_the_breadcrumb_opens_it_in_the_tree(program, qtbot):
    program.reading.open(Location("ct-scan"))
    place = program.window.tool_bar.findChild(PlaceView)
    qtbot.waitUntil(lambda: not place._group_room.isEmpty())
    tree = program.window.navigation.topic_view
    tree.collapseAll()
    QTest.mouseClick(place, Qt.MouseButton.LeftButton, pos=QPoint(place.width() - 2, 10))
    assert tree.currentIndex().data() != "Finding out"
    QTest.mouseClick(place, Qt.MouseButton.LeftButton, pos=place._group_room.center())
    assert tree.currentIndex().data() == "Finding out"
    assert tree.isExpanded(tree.currentIndex())


def test_a_mark_of_what_is_not_verified_explains_itself(program, card):
    program.reading.open(Location("ct-scan"))

    shown = card("note:unverified")

    assert "no source" in shown.accessibleName()
    assert shown._address == "article:about-this-library#checked-and-unverified"
    shown.close()


def test_no_other_note_is_followed(program, card):
    program.reading.open(Location("ct-scan"))

    assert card("note:other") is None


def test_terms_and_marks_stand_on_dotted_lines_of_their_own_colour(open_program, tmp_path):
    html = (
        '<p>Yellow <a class="term" href="term:jaundice">skin</a>, '
        '<a class="unverified" href="note:unverified">not verified</a>.</p>'
    )
    folder = write_library(tmp_path / "library", with_article_html(html))
    program = open_program(folder, trusted=False)
    program.reading.open(Location("ct-scan"))
    view = program.window.article.view
    forms = [form_of(view.document(), words) for words in ("skin", "not verified")]

    for form, token in zip(forms, ("accent", "ink2"), strict=True):
        assert form.underlineStyle() is QTextCharFormat.UnderlineStyle.DotLine
        assert form.underlineColor() == program.look.theme.color(token)


def form_of(document, words):
    return document.find(words).charFormat()


def test_the_outline_marks_the_section_that_was_chosen_also_where_nothing_scrolls(open_program):
    program = open_program(size=(1280, 2000))
    program.reading.open(Location("ct-scan"))
    outline = program.window.article.outline
    for number, (name, _) in enumerate(outline.entries[1:], start=1):
        outline.entry_chosen.emit(name)
        assert outline.marked == number
