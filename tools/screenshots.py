"""Takes the window through start, search and article, and writes pictures of it.

Needs no display: without one it draws off the screen. Run it from the checkout:
python tools/screenshots.py --output build/screenshots
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer  # noqa: E402
from PySide6.QtTextToSpeech import QTextToSpeech  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

from livermets_desktop import paths  # noqa: E402
from livermets_desktop.app import Program, make_application, open_index  # noqa: E402
from livermets_desktop.kiosk_file import Kiosk  # noqa: E402
from livermets_desktop.library.reader import Library  # noqa: E402
from livermets_desktop.model.kind import Kind  # noqa: E402
from livermets_desktop.model.level import Level  # noqa: E402
from livermets_desktop.model.location import Location  # noqa: E402
from livermets_desktop.model.query import Filters  # noqa: E402
from livermets_desktop.reader_files import ReaderFiles  # noqa: E402
from livermets_desktop.ui.kiosk.outside import Outside  # noqa: E402
from livermets_desktop.ui.kiosk.program import KioskProgram  # noqa: E402

SIZES = ((1280, 800), (1920, 1080))
LOOKS = tuple((theme, size) for size in (100, 200) for theme in ("light", "dark", "contrast"))
QUERY = "jaundice"
BEGINNING = "jaun"
MISSPELLED = "jaundise"
NARROWED = 'pain "side effects" -surgery'
UNKNOWN = "steatox"
MARKED = ("when-to-get-help", "ct-scan#what-it-shows", "glossary")


def settle(milliseconds: int = 60) -> None:
    """Let the window come to rest."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def search(program: Program, words: str) -> None:
    """Type a query and wait for its answer."""
    loop = QEventLoop()
    program.tasks.finished.connect(loop.quit)
    QTimer.singleShot(10_000, loop.quit)
    program.window.navigation.field.setText(words)
    loop.exec()
    settle()


class Camera:
    """Write pictures of the window, named by look and size."""

    def __init__(self, program: Program, folder: Path, ending: str) -> None:
        self._program = program
        self._folder = folder
        self._ending = ending

    def take(self, name: str, widget: QWidget | None = None) -> None:
        """Write one picture, of the window if nothing else is named, and print where it is."""
        settle()
        path = self._folder / f"{name}-{self._ending}.png"
        (widget or self._program.window).grab().save(str(path))
        print(path)


def choose(program: Program, filters: Filters) -> None:
    """Choose filters and wait for the answer."""
    loop = QEventLoop()
    program.tasks.finished.connect(loop.quit)
    QTimer.singleShot(10_000, loop.quit)
    program.window.navigation.filters_chosen.emit(filters)
    loop.exec()
    settle()


def walk(program: Program, camera: Camera) -> None:
    """Go through the screens as a reader does."""
    program.reading.set_level(Level.CLINICIAN)
    program.reading.go_home()
    camera.take("start")
    walk_article(program, camera)
    walk_cards(program, camera)
    walk_dialogs(program, camera)
    walk_searches(program, camera)
    program.search.leave()
    walk_marks(program, camera)
    walk_plain(program, camera)


def walk_article(program: Program, camera: Camera) -> None:
    """Read an article for clinicians, its links, a figure, and both texts side by side."""
    reading = program.reading
    reading.open(Location("ct-scan"))
    camera.take("article")
    reading.open(Location("ct-scan", "how-it-compares"))
    camera.take("article-section")
    program.window.actions_["links"].trigger()
    if (dialog := QApplication.activeModalWidget()) is not None:
        camera.take("links", dialog)
        dialog.close()
    program.figures.show("ct-scan/ct-phases")
    camera.take("figure-large")
    reading.open(Location("ct-scan"))
    program.window.actions_["read_aloud"].trigger()
    camera.take("read-aloud")
    program.window.actions_["stop_reading"].trigger()
    reading.show_side_by_side()
    camera.take("side-by-side")
    reading.set_level(Level.CLINICIAN)


def walk_cards(program: Program, camera: Camera) -> None:
    """Open the cards of a term and of a source, and find something on the page."""
    for name, address in (("card-term", "term:bile-duct"), ("card-source", "source:1")):
        program.reading.follow(address)
        if (card := QApplication.activePopupWidget()) is not None:
            camera.take(name, card)
            card.close()
    program.window.actions_["find"].trigger()
    program.window.article.hits.field.setText("contrast")
    camera.take("find")
    program.window.article.clear_marks()


def walk_dialogs(program: Program, camera: Camera) -> None:
    """Open each dialog, which waits until it is closed."""
    for name in ("preferences", "keys", "about", "print", "questions"):
        QTimer.singleShot(400, program.window, partial(take_dialog, camera, name))
        program.window.actions_[name].trigger()
        settle(500)


def take_dialog(camera: Camera, name: str) -> None:
    """Take a picture of the open dialog, and close it."""
    if (dialog := QApplication.activeModalWidget()) is not None:
        camera.take(name, dialog)
        dialog.close()


def walk_searches(program: Program, camera: Camera) -> None:
    """Type a word, a beginning, a slip, what is nowhere; narrow a search down."""
    navigation = program.window.navigation
    search(program, QUERY)
    program.window.show_navigation()
    camera.take("search")
    navigation.result_view.choose_first()
    hit = navigation.result_view.current_hit()
    if hit is not None:
        program.search.open_hit(hit)
    camera.take("search-opened")
    search(program, BEGINNING)
    program.window.show_navigation()
    navigation.focus_results()
    camera.take("search-instant")
    search(program, MISSPELLED)
    camera.take("search-misspelled")
    search(program, UNKNOWN)
    camera.take("search-nothing")
    search(program, NARROWED)
    choose(program, Filters(level=Level.PLAIN, group="living-with-it"))
    camera.take("search-filters")
    menu = navigation.results.filter_button.menu_of_filters()
    groups = menu.actions()[2].menu()
    camera.take("search-menu", groups)
    choose(program, Filters(level=Level.PLAIN, kind=Kind.TERM))
    camera.take("search-filtered-out")


def walk_marks(program: Program, camera: Camera) -> None:
    """Mark pages, and show the lists of bookmarks and of what was read."""
    reading, actions = program.reading, program.window.actions_
    for place in MARKED:
        reading.open(Location.parse(place))
        settle()
        actions["bookmark"].trigger()
    camera.take("bookmarked")
    actions["bookmarks"].trigger()
    camera.take("bookmarks")
    actions["history"].trigger()
    camera.take("history")
    actions["add_to_handout"].trigger()
    actions["handout"].trigger()
    settle(400)
    camera.take("handout")
    program.window.close_side()
    reading.go_home()
    camera.take("start-bookmarks")


def walk_plain(program: Program, camera: Camera) -> None:
    """Go through the pages that patients read first."""
    reading = program.reading
    reading.set_level(Level.PLAIN)
    reading.open(Location("when-to-get-help"))
    camera.take("urgent")
    reading.open(Location("ct-scan", "what-it-shows"))
    camera.take("figure")
    reading.open(Location("outlook", "figures"))
    camera.take("asks-first")
    reading.open(Location("glossary", "c"))
    camera.take("glossary")
    program.window.actions_["help"].trigger()
    camera.take("help")


KIOSK_SHAPES = ((1920, 1080), (1280, 1024), (1080, 1920))


def walk_kiosk(folder: Path) -> None:
    """Show the public screen in its three shapes, and at its largest type."""
    for width, height in KIOSK_SHAPES:
        for text_size in (150, 300):
            program = open_kiosk()
            program.window.resize(width, height)
            program.window.show()
            take = partial(take_kiosk, program, folder, f"{text_size}-{width}x{height}")
            take("attract")
            program.begin()
            program.look.set_size(text_size)
            walk_kiosk_pages(program, take)
            program.close()
            program.window.may_close = True
            program.window.close()


def open_kiosk() -> KioskProgram:
    """Open a public screen with all that an administrator can offer."""
    folder = paths.shipped_library()
    library = Library.open(folder, trusted=True)
    index = partial(open_index, folder, True, None, lambda _: None)  # noqa: FBT003
    kiosk = Kiosk(
        printer="Foyer",
        hospital="City Hospital",
        telephones=(("Liver nurse", "0123 456 789"),),
        address="https://hospital.example/liver",
        clinician=True,
    )
    return KioskProgram(library, paths.resources(), kiosk, Outside(index))


def walk_kiosk_pages(program: KioskProgram, take: Callable[[str], None]) -> None:
    """Go through the pages as a visitor does."""
    window = program.window
    take("home")
    program.open("finding-out")
    take("group")
    program.open("ct-scan")
    take("article")
    window.pages.reading.bar.take.click()
    take("code")
    window.card.hide()
    window.pages.reading.bar.print.click()
    take("print")
    window.card.hide()
    window.warning.show_left(24, 30)
    take("warning")
    window.warning.hide()
    window.top.search.click()
    loop = QEventLoop()
    program.tasks.finished.connect(loop.quit)
    QTimer.singleShot(10_000, loop.quit)
    window.pages.search.field.setText(BEGINNING)
    loop.exec()
    take("search")
    program.open(program.library.info.questions)
    take("questions")
    window.pin_pad.ask()
    take("pin")


def take_kiosk(program: KioskProgram, folder: Path, ending: str, name: str) -> None:
    """Write a picture of the public screen, and print where it is."""
    settle()
    path = folder / f"kiosk-{name}-{ending}.png"
    program.window.grab().save(str(path))
    print(path)


def main() -> int:
    """Write the pictures of every look and size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, default=ROOT / "build" / "screenshots")
    parser.add_argument(
        "--only", default="", help="a part of the ending, such as light-100-1280, or kiosk"
    )
    options = parser.parse_args()
    options.output.mkdir(parents=True, exist_ok=True)
    application = make_application(paths.resources())
    with tempfile.TemporaryDirectory() as cache:
        for theme, text_size in LOOKS:
            for width, height in SIZES:
                ending = f"{theme}-{text_size}-{width}x{height}"
                if options.only not in ending:
                    continue
                files = ReaderFiles()
                files.settings.update(theme=theme, text_size=text_size)
                library = Library.open(paths.shipped_library(), trusted=True)
                program = Program(library, files, paths.resources(), Path(cache))
                program.make_voice = partial(QTextToSpeech, "mock")
                program.window.resize(width, height)
                program.window.show()
                program.complete()
                walk(program, Camera(program, options.output, ending))
                program.window.close()
                program.close()
    if options.only in "kiosk":
        walk_kiosk(options.output)
    application.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
