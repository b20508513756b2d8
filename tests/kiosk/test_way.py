"""Where a visitor may go on a public screen, and the way back."""

import pytest

from livermets_desktop.model.level import Level


def tiles(kiosk):
    return [tile.topic.id for tile in kiosk.window.pages.tiles.tiles]


def choose(kiosk, name):
    next(tile for tile in kiosk.window.pages.tiles.tiles if tile.topic.id == name).click()


def find(kiosk, qtbot, words):
    kiosk.window.top.search_requested.emit()
    kiosk.window.pages.search.field.setText(words)
    qtbot.waitUntil(lambda: bool(kiosk.window.pages.search._rows), timeout=10_000)
    kiosk.window.pages.search._rows[0].click()


def shown(kiosk):
    """Return the article that is shown, or the name of another page."""
    pages = kiosk.window.pages
    if kiosk.window.page is pages.reading:
        return kiosk.reading.article.id
    if kiosk.window.page is pages.tiles:
        return tiles(kiosk)[0]
    return kiosk.window.page.objectName()


def test_back_leads_from_an_article_to_its_group_and_home(kiosk):
    home = shown(kiosk)
    choose(kiosk, "tests")
    choose(kiosk, "blood-tests")
    kiosk.go_back()
    assert tiles(kiosk)[:2] == ["ct-scan", "blood-tests"]
    kiosk.go_back()
    assert shown(kiosk) == home


def test_back_leads_to_the_results_with_the_word_that_was_typed(kiosk, qtbot):
    kiosk.open("ct-scan")
    kiosk.go_home()
    find(kiosk, qtbot, "blood")
    found = kiosk.reading.article.id
    kiosk.reading.follow("article:urgent-help")
    kiosk.go_back()
    assert shown(kiosk) == found
    kiosk.go_back()
    assert shown(kiosk) == "searchPage"
    assert kiosk.window.pages.search.query == "blood"
    assert kiosk.window.pages.search._rows
    kiosk.go_back()
    assert shown(kiosk) == "care"


def test_back_leads_through_questions_and_search_to_the_article_that_was_read(kiosk, qtbot):
    kiosk.library.info = kiosk.library.info._replace(questions="questions")
    kiosk.open("ct-scan")
    kiosk.window.pages.reading.questions_requested.emit()
    assert shown(kiosk) == "questionsPage"
    find(kiosk, qtbot, "blood")
    assert shown(kiosk) != "ct-scan"
    way = []
    for _ in range(4):
        kiosk.go_back()
        way.append(shown(kiosk))
    assert way == ["searchPage", "questionsPage", "ct-scan", "care"]


def test_another_level_is_no_step_on_the_way(open_kiosk):
    kiosk = open_kiosk(clinician=True)
    kiosk.begin()
    choose(kiosk, "tests")
    choose(kiosk, "ct-scan")
    kiosk._on_level()
    kiosk.go_back()
    assert tiles(kiosk)[0] == "ct-scan"


def test_the_next_visitor_has_no_way_back(kiosk, qtbot):
    find(kiosk, qtbot, "blood")
    kiosk.reset()
    kiosk.begin()
    kiosk.go_back()
    assert shown(kiosk) == "care"
    choose(kiosk, "tests")
    choose(kiosk, "ct-scan")
    kiosk.go_back()
    assert shown(kiosk) == "ct-scan"
    assert kiosk.window.page is kiosk.window.pages.tiles


@pytest.mark.parametrize("clinician", [True, False])
def test_what_is_for_clinicians_alone_is_offered_only_where_it_may_be_read(open_kiosk, clinician):
    kiosk = open_kiosk(clinician=clinician)
    kiosk.begin()
    choose(kiosk, "tests")
    assert ("laparoscopy" in tiles(kiosk)) is clinician
    choose(kiosk, "ct-scan")
    kiosk.reading.follow("article:laparoscopy")
    assert kiosk.reading.article.id == ("laparoscopy" if clinician else "ct-scan")
    assert kiosk.window.card.isVisible() is not clinician
    if clinician:
        assert kiosk.reading.shown_level is Level.CLINICIAN
    kiosk.window.card.hide()
    kiosk.go_back()
    assert shown(kiosk) == "ct-scan"


def test_figures_are_no_links_that_lead_nowhere(kiosk):
    kiosk.open("ct-scan")
    view = kiosk.window.pages.reading.panel.view
    block, links, images = view.document().begin(), [], 0
    while block.isValid():
        place = block.begin()
        while not place.atEnd():
            form = place.fragment().charFormat()
            links.append(form.anchorHref())
            images += form.isImageFormat()
            place += 1
        block = block.next()
    assert images
    assert not [one for one in links if one.startswith("figure:")]
