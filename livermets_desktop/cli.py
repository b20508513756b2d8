"""The command line: open the window, search, show, check and compile content."""

import argparse
import gc
import json
import logging
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from livermets_desktop import __version__, paths
from livermets_desktop.errors import ContentError, KioskError, LiverMetsError, TerminalError
from livermets_desktop.library.reader import Library
from livermets_desktop.model.article import Article
from livermets_desktop.model.hit import Hit, Results
from livermets_desktop.model.kind import Kind
from livermets_desktop.model.level import Level
from livermets_desktop.model.location import Location
from livermets_desktop.model.query import Filters
from livermets_desktop.sentence import Sentence

FOUND, NOT_FOUND, BAD_USAGE = 0, 1, 2
_DEFAULT_LIMIT = 10
_MAX_LIMIT = 200


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; errors are one sentence on stderr."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    # Lines of the log are no sentences for readers; the window writes them into a file.
    logging.getLogger("livermets_desktop").addHandler(logging.NullHandler())
    options = _parser().parse_args(arguments)
    try:
        code: int = options.run(options)
        if sys.stdout:
            sys.stdout.flush()
    except KioskError as error:  # not worth another try: see kiosk_watch
        _say(str(error))
        return BAD_USAGE
    except LiverMetsError as error:
        _say(str(error))
        return NOT_FOUND
    except BrokenPipeError:  # the reader of the output has seen enough
        _drop_output()
        return FOUND
    except OSError as error:
        _drop_output()
        _say(f"This cannot be read or written: {error.strerror} ({error.filename or 'output'}).")
        return NOT_FOUND
    return code


def _drop_output() -> None:
    """Let what was not written go, so that Python does not try again when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="livermets-desktop",
        description="An offline reference on liver metastases. Without a command the window opens.",
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    parser.add_argument("--article", metavar="ID[#SECTION]", help="article to open")
    parser.add_argument(
        "--kiosk", action="store_true", help="be a public screen that nobody leaves"
    )
    parser.add_argument("--self-test", action="store_true", help="try the window out and quit")
    _add_library(parser)
    parser.set_defaults(run=_open_window)
    commands = parser.add_subparsers(metavar="COMMAND")
    search = commands.add_parser("search", help="search all sections")
    search.add_argument("query", metavar="QUERY")
    search.add_argument("--limit", type=_limit, default=_DEFAULT_LIMIT, help="most hits to print")
    search.add_argument("--group", default="", metavar="ID", help="only this group of articles")
    search.add_argument(
        "--kind",
        type=_kind,
        metavar="KIND",
        help="only articles (article), glossary terms (term), questions to ask (question) or help",
    )
    search.add_argument("--json", action="store_true", help="print a JSON list")
    search.add_argument("--explain", action="store_true", help="say how the query was understood")
    _add_library(search)
    search.set_defaults(run=_search)
    show = commands.add_parser("show", help="print an article or one section of it")
    show.add_argument("place", metavar="ARTICLE[#SECTION]")
    _add_library(show)
    show.set_defaults(run=_show)
    content = commands.add_parser("content", help="check or compile the content source")
    _add_content(content.add_subparsers(metavar="ACTION", required=True))
    admin = commands.add_parser("admin", help="check the administrator's file for shared PCs")
    _add_admin(admin.add_subparsers(metavar="ACTION", required=True))
    kiosk = commands.add_parser(
        "kiosk", help="keep a public screen up, check its file, make its PIN"
    )
    _add_kiosk(kiosk.add_subparsers(metavar="ACTION", required=True))
    return parser


def _add_library(parser: argparse.ArgumentParser) -> None:
    # Suppressed defaults: an option before the command is not lost to the command's own default.
    parser.add_argument(
        "--library", type=Path, metavar="DIR", default=argparse.SUPPRESS, help="another library"
    )
    parser.add_argument(
        "--level",
        type=_level,
        metavar="LEVEL",
        default=argparse.SUPPRESS,
        help="reading level: plain or clinician",
    )


def _add_content(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    check = commands.add_parser("check", help="report every problem as file:line: message")
    check.set_defaults(run=_check_content)
    build = commands.add_parser("build", help="compile the content into a library")
    build.add_argument("--output", type=Path, required=True, metavar="DIR")
    build.set_defaults(run=_build_content)
    review = commands.add_parser("review", help="write a sheet for a clinician to review and sign")
    review.add_argument("--output", type=Path, required=True, metavar="FILE")
    review.set_defaults(run=_review_content)
    for parser in (check, build, review):
        parser.add_argument("source", nargs="?", type=Path, default=paths.content(), metavar="DIR")


def _add_admin(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    check = commands.add_parser("check", help="report every problem as file:line: sentence")
    check.add_argument("file", nargs="?", type=Path, metavar="FILE", help="instead of this PC's")
    check.set_defaults(run=_check_admin)


def _add_kiosk(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    check = commands.add_parser("check", help="report every problem as file:line: sentence")
    check.add_argument("file", nargs="?", type=Path, metavar="FILE", help="instead of this PC's")
    check.set_defaults(run=_check_kiosk)
    pin = commands.add_parser("pin", help="ask for a new PIN and print its line for kiosk.toml")
    pin.set_defaults(run=_make_pin)
    watch = commands.add_parser("watch", help="start the public screen, again whenever it fails")
    watch.add_argument(
        "--library", type=Path, metavar="DIR", default=argparse.SUPPRESS, help="another library"
    )
    watch.set_defaults(run=_watch_kiosk)
    # Without help it is not listed: the watcher shows it.
    commands.add_parser("out-of-order").set_defaults(run=_show_out_of_order)


def _limit(words: str) -> int:
    if not words.isdecimal() or not 1 <= int(words[:9]) <= _MAX_LIMIT:
        raise argparse.ArgumentTypeError(f"write a number from 1 to {_MAX_LIMIT}")
    return int(words)


def _level(words: str) -> Level:
    if words not in list(Level):
        raise argparse.ArgumentTypeError("write plain or clinician")
    return Level(words)


def _kind(words: str) -> Kind:
    if words not in list(Kind):
        raise argparse.ArgumentTypeError(f"write {', '.join(Kind)}")
    return Kind(words)


def _library_of(options: argparse.Namespace) -> tuple[Path, bool]:
    """Return the folder of the library and whether it is the shipped one."""
    shipped = paths.shipped_library()
    folder: Path = getattr(options, "library", shipped)
    return folder, folder.absolute() == shipped


def _open_window(options: argparse.Namespace) -> int:
    if options.kiosk:
        return _open_kiosk(options)
    # Loading makes many objects and no garbage; app lets the collector run after the first paint.
    gc.disable()
    from livermets_desktop.app import Start, run  # noqa: PLC0415  # only the window needs Qt

    folder, trusted = _library_of(options)
    location = Location.parse(options.article) if options.article else None
    level = getattr(options, "level", None)
    return run(Start(folder, trusted, level, location, options.self_test))


def _open_kiosk(options: argparse.Namespace) -> int:
    if options.self_test or options.article or hasattr(options, "level"):
        raise KioskError(Sentence("The public screen takes --library and nothing else."))
    gc.disable()  # as above
    from livermets_desktop.kiosk_app import run  # noqa: PLC0415

    folder, trusted = _library_of(options)
    return run(folder, trusted=trusted)


def _search(options: argparse.Namespace) -> int:
    from livermets_desktop.index_store import open_searcher  # noqa: PLC0415  # loads Whoosh
    from livermets_desktop.search.explanation import explain  # noqa: PLC0415

    folder, trusted = _library_of(options)
    with Library.open(folder, trusted=trusted) as library:
        if options.group and options.group not in (topic.id for topic in library.children()):
            _say(_unknown_group(options.group, library))
            return BAD_USAGE
        searcher = open_searcher(library, paths.index_cache(), tell=_say)
    filters = Filters(getattr(options, "level", None), options.group, options.kind)
    results = searcher.search(options.query, filters=filters, limit=options.limit)
    searcher.close()
    if options.explain:
        for sentence in explain(results):
            _say(sentence)
    if options.json:
        print(json.dumps([_as_json(hit) for hit in results.hits], ensure_ascii=False, indent=2))
    else:
        _print_results(options.query, results)
    return FOUND if results.hits else NOT_FOUND


def _unknown_group(name: str, library: Library) -> str:
    groups = ", ".join(topic.id for topic in library.children())
    return f"There is no group “{name[:80]}”; the groups are: {groups}."


def _print_results(query: str, results: Results) -> None:
    for hit in results.hits:
        print(f"{hit.title} > {hit.heading} ({hit.level})  {hit.location}")
        print(f"    {hit.snippet.text}")
    if not results.hits:
        _say(f"Nothing found for “{query.strip()[:80]}”.")
        if results.nearest:
            _say(f"Near words: {', '.join(results.nearest)}.")
    if results.suggestion:
        _say(f"Did you mean “{results.suggestion}”?")


def _as_json(hit: Hit) -> dict[str, Any]:
    return {
        "article": hit.article,
        "section": hit.section,
        "level": hit.level.value,
        "title": hit.title,
        "heading": hit.heading,
        "snippet": hit.snippet.text,
        "score": round(hit.score, 4),
    }


def _show(options: argparse.Namespace) -> int:
    place = Location.parse(options.place)
    folder, trusted = _library_of(options)
    with Library.open(folder, trusted=trusted) as library:
        level = getattr(options, "level", Level.PLAIN)
        article = library.article(place.article, level)
        print("\n".join(_page(article, place.section)))
    return FOUND


def _page(article: Article, section: str) -> list[str]:
    """Write an article, or one section of it, as lines of plain text."""
    from livermets_desktop.library.page_text import page_text  # noqa: PLC0415

    reviewed = article.reviewed_by or "not yet reviewed by a clinician"
    return [
        article.title,
        f"Level: {article.level}. Checked {article.checked}, next check by {article.check_due}."
        f" Review: {reviewed}.",
        "",
        page_text(article, section),
    ]


def _check_content(options: argparse.Namespace) -> int:
    from livermets_desktop.authoring.checks import check  # noqa: PLC0415  # an extra

    problems = check(options.source, today=date.today(), resources=paths.resources())
    for problem in problems:
        print(problem)
    return NOT_FOUND if problems else FOUND


def _build_content(options: argparse.Namespace) -> int:
    from livermets_desktop.authoring.build import build  # noqa: PLC0415  # an extra

    try:
        build(options.source, options.output, resources=paths.resources(), today=date.today())
    except ContentError as error:
        for problem in error.problems:
            print(problem)
        _say(str(error))
        return NOT_FOUND
    return FOUND


def _review_content(options: argparse.Namespace) -> int:
    from livermets_desktop.authoring.review_sheet import write_review_sheet  # noqa: PLC0415

    write_review_sheet(options.source, options.output, today=date.today())
    return FOUND


def _check_admin(options: argparse.Namespace) -> int:
    from livermets_desktop.admin import check  # noqa: PLC0415  # no other command needs it

    file = options.file or paths.admin_file()
    if not file.exists():
        _say(f"There is no file {file}: the program works as it does without one.")
        return NOT_FOUND
    _, problems = check(file)
    for problem in problems:
        print(problem)
    if not problems:
        print(f"{file} is in order.")
    return NOT_FOUND if problems else FOUND


def _check_kiosk(options: argparse.Namespace) -> int:
    from livermets_desktop.kiosk_file import can_change, check  # noqa: PLC0415  # as above

    file = options.file or paths.kiosk_file()
    _, problems = check(file)
    for problem in problems:
        print(problem)
    if not problems:
        print(f"{file} is in order.")
    if file.exists() and can_change(file):
        _say(f"You can change {file}: the kiosk does not start for a user who can.")
    return NOT_FOUND if problems else FOUND


def _make_pin(_options: argparse.Namespace) -> int:
    from livermets_desktop.pin import LONGEST, SHORTEST, hash_pin, is_pin  # noqa: PLC0415

    pin = _ask("New PIN: ")
    if not is_pin(pin):
        _say(f"A PIN has {SHORTEST} to {LONGEST} digits and nothing else: try again.")
        return BAD_USAGE
    if _ask("The same again: ") != pin:
        _say("These are two different PINs: try again.")
        return BAD_USAGE
    print(f'pin = "{hash_pin(pin)}"')
    return FOUND


def _watch_kiosk(options: argparse.Namespace) -> int:
    from livermets_desktop.kiosk_watch import watch  # noqa: PLC0415  # as above

    return watch(getattr(options, "library", None))


def _show_out_of_order(_options: argparse.Namespace) -> int:
    from livermets_desktop.ui.out_of_order import show_out_of_order  # noqa: PLC0415  # Qt

    return show_out_of_order()


def _ask(question: str) -> str:
    """Ask for something secret.

    Raises:
        TerminalError: if it would be seen.
    """
    import getpass  # noqa: PLC0415  # as above
    import warnings  # noqa: PLC0415

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", getpass.GetPassWarning)
            return getpass.getpass(question)
    except (getpass.GetPassWarning, EOFError):
        raise TerminalError from None


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr)
