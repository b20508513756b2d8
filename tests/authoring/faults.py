"""One planted fault for each rule: what is changed, and where the problem is to be reported."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from livermets_desktop.authoring.problem import Rule

PLAIN = "start/first-steps/plain.md"
CLINICIAN = "start/first-steps/clinician.md"
ARTICLE = "start/first-steps/article.toml"
SECOND = "start/second-look/plain.md"
SECOND_TOML = "start/second-look/article.toml"
SVG = "start/first-steps/lantern.svg"
LIBRARY = "library.toml"


@dataclass(frozen=True)
class Fault:
    """A change to one file of the content source; `line` is where the problem stands."""

    name: str
    rule: Rule
    file: str
    line: int
    change: Callable[[Path], None]
    reported_in: str = ""

    @property
    def place(self) -> str:
        return f"{self.reported_in or self.file}:{self.line}:"


def replace(old: str, new: str) -> Callable[[Path], None]:
    def change(file: Path) -> None:
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


def append(text: str) -> Callable[[Path], None]:
    def change(file: Path) -> None:
        with file.open("a", encoding="utf-8") as stream:
            stream.write(text)

    return change


def data(content: bytes) -> Callable[[Path], None]:
    return lambda file: file.write_bytes(content) and None


def remove(file: Path) -> None:
    file.unlink()


def make_folder(folder: Path) -> None:
    folder.mkdir(parents=True)


def make_huge(file: Path) -> None:
    with file.open("wb") as stream:
        stream.truncate(50_000_000)


def rename_to(name: str) -> Callable[[Path], None]:
    return lambda file: file.rename(file.with_name(name)) and None


def swap_ids(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    text = text.replace("{#in-detail}", "{#x}").replace("{#how-it-works}", "{#in-detail}")
    file.write_text(text.replace("{#x}", "{#how-it-works}"), encoding="utf-8")


def nested_list(depth: int) -> str:
    items = "\n".join(f"{'    ' * level}- **item**" for level in range(depth))
    return f"\n{items}\n"


def _deep(mark: str) -> str:
    return "\n" + mark * 21 + "deep\n"


_WIDE = "\n| " + "a | " * 99 + "\n| " + "--- | " * 99 + "\n" + ("| " + "x | " * 99 + "\n") * 210
_BIG_SVG = 'viewBox="0 0 1136 568"', 'viewBox="0 0 20000 400000"'

_HARD = "Extraordinary illumination requires considerable concentration. " * 20
_ENDLESS = "so " * 36

FAULTS = [
    Fault("file missing", Rule.UNREADABLE, "sources.toml", 1, remove),
    Fault("folder for a file", Rule.UNREADABLE, SVG, 1, lambda f: (f.unlink(), f.mkdir())[1]),
    Fault("50 MB", Rule.TOO_LARGE, PLAIN, 1, make_huge),
    Fault("latin-1", Rule.NOT_UTF8, PLAIN, 2, data(b"## A {#a}\n\xe9\n")),
    Fault("UTF-16", Rule.UTF16, PLAIN, 1, data("## A {#a}".encode("utf-16"))),
    Fault("UTF-16 without a mark", Rule.UTF16, PLAIN, 1, data("## A {#a}".encode("utf-16-le"))),
    Fault("BOM", Rule.BYTE_ORDER_MARK, PLAIN, 1, replace("!!! urg", "\ufeff!!! urg")),
    Fault("NUL", Rule.CONTROL_CHARACTER, PLAIN, 10, replace("A lantern g", "A \0lantern g")),
    Fault("override", Rule.CONTROL_CHARACTER, PLAIN, 10, replace("A lantern g", "A \u202en g")),
    Fault("bad TOML", Rule.BAD_TOML, ARTICLE, 4, replace("2026-11-01", "2026-11-41")),
    Fault("end missing", Rule.BAD_TOML, ARTICLE, 13, append('extra = "')),
    Fault("key twice", Rule.BAD_TOML, "sources.toml", 13, append("[ALPHA]\n")),
    Fault("deep list", Rule.BAD_TOML, ARTICLE, 1, append("x = " + "[" * 2000)),
    Fault("unknown key", Rule.UNKNOWN_KEY, ARTICLE, 2, replace("aliases", "alias")),
    Fault(
        "unknown key in a group", Rule.UNKNOWN_KEY, LIBRARY, 25, replace('"book"', '"book"\nx = 1')
    ),
    Fault(
        "missing key", Rule.MISSING_KEY, "sources.toml", 8, replace('organisation = "Inst', 'x = "')
    ),
    Fault("empty key", Rule.MISSING_KEY, ARTICLE, 1, replace("First steps", " ")),
    Fault("wrong type", Rule.WRONG_TYPE, ARTICLE, 1, replace('"First steps"', "7")),
    Fault("wrong type in a list", Rule.WRONG_TYPE, ARTICLE, 2, replace('"FS"', "7")),
    Fault("wrong flag", Rule.WRONG_TYPE, LIBRARY, 17, replace("true", '"yes"')),
    Fault("bad id", Rule.BAD_ID, LIBRARY, 10, replace('"start"', '"../start"')),
    Fault("bad source key", Rule.BAD_ID, "sources.toml", 1, replace("[ALPHA]", '["A B"]')),
    Fault("article twice", Rule.DUPLICATE_TOPIC, LIBRARY, 26, replace("much-later", "first-steps")),
    Fault("group twice", Rule.DUPLICATE_TOPIC, LIBRARY, 21, replace('"later"', '"start"')),
    Fault("term twice", Rule.DUPLICATE_TERM, "glossary.toml", 11, replace('"paper-l', '"l')),
    Fault("claim twice", Rule.DUPLICATE_CLAIM, "claims.tsv", 5, replace("F004", "F003")),
    Fault("header", Rule.BAD_CLAIM_ROW, "claims.tsv", 1, replace("statement", "text")),
    Fault("columns", Rule.BAD_CLAIM_ROW, "claims.tsv", 3, replace("burns.\t", "burns. ")),
    Fault("status", Rule.BAD_CLAIM_ROW, "claims.tsv", 3, replace("burns.\tseen", "burns.\tsure")),
    Fault("statement", Rule.BAD_CLAIM_ROW, "claims.tsv", 3, replace("Paper burns.", "")),
    Fault("claim source", Rule.UNKNOWN_SOURCE, "claims.tsv", 3, replace("ALPHA BETA", "ALPHA B")),
    Fault(
        "no folder", Rule.MISSING_FOLDER, LIBRARY, 17, replace('some-day", planned = true', 'x"')
    ),
    Fault("other folder", Rule.UNLISTED_FOLDER, "start/x", 1, make_folder, LIBRARY),
    Fault("planned folder", Rule.UNLISTED_FOLDER, "start/some-day", 1, make_folder, LIBRARY),
    Fault("other group", Rule.UNLISTED_FOLDER, "middle", 1, make_folder, LIBRARY),
    Fault("no summary", Rule.SUMMARY, ARTICLE, 11, replace('summary = "Lum', 'text = "')),
    Fault(
        "empty summary",
        Rule.SUMMARY,
        ARTICLE,
        12,
        replace("Luminous flux of lanterns, in short.", " "),
    ),
    Fault("not checked", Rule.CHECKED, ARTICLE, 1, replace("checked = 2026-11-01", "")),
    Fault("checked is a text", Rule.CHECKED, ARTICLE, 4, replace("2026-11-01", '"1 May"')),
    Fault(
        "checked has a time", Rule.CHECKED, ARTICLE, 4, replace("2026-11-01", "2026-11-01T10:00:00")
    ),
    Fault("checked later", Rule.CHECKED, ARTICLE, 4, replace("2026-11-01", "2026-11-23")),
    Fault("due before", Rule.CHECK_DUE, ARTICLE, 5, replace("2027-11-01", "2026-10-31")),
    Fault("overdue", Rule.OVERDUE, ARTICLE, 5, replace("2027-11-01", "2026-11-02")),
    Fault(
        "no reviewer",
        Rule.REVIEWER,
        ARTICLE,
        6,
        replace("\n[plain]", "reviewed = 2026-11-02\n[plain]"),
    ),
    Fault(
        "no review", Rule.REVIEWER, ARTICLE, 6, replace("\n[plain]", 'reviewed_by = "A"\n[plain]')
    ),
    Fault("unknown related", Rule.RELATED_UNKNOWN, ARTICLE, 3, replace("second-look", "third")),
    Fault(
        "related to itself", Rule.RELATED_SELF, ARTICLE, 3, replace("second-look", "first-steps")
    ),
    Fault(
        "no table",
        Rule.LEVELS,
        "start/second-look/clinician.md",
        1,
        data(b"a"),
        "start/second-look/article.toml",
    ),
    Fault("no text", Rule.LEVELS, CLINICIAN, 11, remove, ARTICLE),
    Fault(
        "no level",
        Rule.LEVELS,
        "start/second-look/plain.md",
        1,
        remove,
        "start/second-look/article.toml",
    ),
    Fault("unpaired unknown", Rule.UNPAIRED, ARTICLE, 9, replace("what-to-do-now", "nothing")),
    Fault("unpaired paired", Rule.UNPAIRED, ARTICLE, 9, replace('"what', '"in-detail", "what')),
    Fault("index unknown", Rule.INDEX_ENTRY, ARTICLE, 15, append('\n[index]\nx = ["a"]\n')),
    Fault(
        "index twice", Rule.INDEX_ENTRY, ARTICLE, 15, append('\n[index]\nin-short = ["a", "A"]\n')
    ),
    Fault("no partner", Rule.PAIRS, CLINICIAN, 7, replace("{#in-detail}", "{#more}")),
    Fault("other order", Rule.PAIR_ORDER, CLINICIAN, 1, swap_ids),
    Fault("skipped", Rule.HEADING_LEVEL, CLINICIAN, 1, replace("## How", "### How")),
    Fault("title", Rule.HEADING_LEVEL, CLINICIAN, 1, replace("## How", "# How")),
    Fault("too deep", Rule.HEADING_LEVEL, CLINICIAN, 7, replace("### In", "#### In")),
    Fault("in a call-out", Rule.HEADING_LEVEL, PLAIN, 2, replace("    A paper", "    ## A {#p}\n")),
    Fault("no id", Rule.HEADING_ID, CLINICIAN, 7, replace(" {#in-detail}", "")),
    Fault("bad id", Rule.HEADING_ID, CLINICIAN, 7, replace("{#in-detail}", "{#In Detail}")),
    Fault("reserved id", Rule.HEADING_ID, CLINICIAN, 7, replace("{#in-detail}", "{#sources}")),
    Fault(
        "underlined",
        Rule.HEADING_ID,
        PLAIN,
        10,
        replace("\n<!-- claims: F001", "----\n\n<!-- claims: F001"),
    ),
    Fault(
        "heading twice",
        Rule.DUPLICATE_HEADING,
        CLINICIAN,
        7,
        replace("{#in-d", "{#how-it-works}\n\n## D {#in-d"),
    ),
    Fault(
        "web link",
        Rule.LINK_SCHEME,
        PLAIN,
        4,
        replace("article:second-look#what-is-seen", "https://a.b"),
    ),
    Fault(
        "odd link",
        Rule.LINK_SCHEME,
        PLAIN,
        4,
        replace("article:second-look#what-is-seen", "<javascript:(a(b))>"),
    ),
    Fault("dead link", Rule.DEAD_LINK, PLAIN, 4, replace("second-look#what-is-seen", "third")),
    Fault(
        "path", Rule.DEAD_LINK, PLAIN, 4, replace("second-look#what-is-seen", "../../etc/passwd")
    ),
    Fault(
        "planned link", Rule.PLANNED_LINK, PLAIN, 4, replace("second-look#what-is-seen", "some-day")
    ),
    Fault("dead anchor", Rule.DEAD_ANCHOR, PLAIN, 4, replace("#what-is-seen", "#what")),
    Fault(
        "anchor of the other level",
        Rule.DEAD_ANCHOR,
        CLINICIAN,
        3,
        replace("#in-short", "#what-to-do-now"),
    ),
    Fault("empty citation", Rule.EMPTY_CITATION, PLAIN, 2, replace("[@BETA]", "[@]")),
    Fault("empty part", Rule.EMPTY_CITATION, PLAIN, 2, replace("[@BETA]", "[@BETA; @]")),
    Fault("unknown citation", Rule.UNKNOWN_CITATION, PLAIN, 2, replace("[@BETA]", "[@BET]")),
    Fault("in a table", Rule.UNKNOWN_CITATION, CLINICIAN, 11, replace("| LN |", "| LN [@X] |")),
    Fault("comma", Rule.CLAIMS_COMMENT, PLAIN, 12, replace("F001 F002", "F001, F002")),
    Fault("no claims", Rule.CLAIMS_COMMENT, PLAIN, 12, replace(" F001 F002", "")),
    Fault(
        "same line", Rule.CLAIMS_COMMENT, PLAIN, 10, replace("< 6.", "< 6. <!-- claims: F001 -->")
    ),
    Fault("unknown claim", Rule.UNKNOWN_CLAIM, PLAIN, 12, replace("F001", "F009")),
    Fault("unverified", Rule.UNVERIFIED_CLAIM, PLAIN, 12, replace("F001", "F003")),
    Fault("kind", Rule.CALLOUT, PLAIN, 1, replace("urgent", "danger")),
    Fault("title missing", Rule.CALLOUT, PLAIN, 1, replace(' "Do not touch the flame"', "")),
    Fault("HTML", Rule.RAW_HTML, PLAIN, 10, replace("A lantern g", "A <b>lantern</b> g")),
    Fault("other comment", Rule.RAW_HTML, PLAIN, 10, replace("A lantern g", "A <!-- x --> g")),
    Fault("HTML over lines", Rule.RAW_HTML, PLAIN, 10, replace("A lantern g", "A <script\n> g")),
    Fault("long line", Rule.LONG_LINE, PLAIN, 10, replace("A lantern g", "a" * 20_001)),
    Fault("long paragraph", Rule.LONG_LINE, PLAIN, 27, append("\n" + "a lamp\n" * 3_000)),
    Fault("brackets", Rule.DEEP_NESTING, PLAIN, 27, append("\n" + "[a " * 21 + "]" * 21)),
    Fault("quotes", Rule.DEEP_NESTING, PLAIN, 27, append(_deep("> "))),
    Fault("lists", Rule.DEEP_NESTING, PLAIN, 27, append(_deep("- "))),
    Fault("indentation", Rule.DEEP_NESTING, PLAIN, 27, append(_deep("    "))),
    Fault(
        "table in a call-out",
        Rule.NESTED_TABLE,
        PLAIN,
        4,
        replace("    See", "    | a | b |\n    | --- | --- |\n    | a | b |\n"),
    ),
    Fault(
        "call-out in a call-out",
        Rule.NESTED_TABLE,
        PLAIN,
        4,
        replace("    See", '    !!! note "A"\n        b'),
    ),
    Fault("large table", Rule.LARGE_TABLE, PLAIN, 27, append(_WIDE)),
    Fault("image missing", Rule.IMAGE_MISSING, PLAIN, 14, replace("lantern.svg", "lamp.svg")),
    Fault("image gone", Rule.IMAGE_MISSING, SVG, 14, remove, PLAIN),
    Fault("no alt", Rule.IMAGE_ALT, PLAIN, 14, replace("![A lantern on a table.]", "![ ]")),
    Fault("bitmap", Rule.IMAGE_TYPE, PLAIN, 14, replace("lantern.svg", "lantern.png")),
    Fault("image path", Rule.IMAGE_TYPE, PLAIN, 14, replace("lantern.svg", "../a/lantern.svg")),
    Fault("not SVG inside", Rule.IMAGE_TYPE, SVG, 1, data(b"<html></html>")),
    Fault(
        "image unused",
        Rule.IMAGE_UNUSED,
        PLAIN,
        1,
        replace("![A lantern on a table.](lantern.svg", "(("),
        SVG,
    ),
    Fault("bomb", Rule.IMAGE_BOMB, SVG, 1, replace(*_BIG_SVG)),
    Fault("deep", Rule.IMAGE_BOMB, SVG, 6, replace("</svg>", "<g>" * 60 + "</g>" * 60 + "</svg>")),
    Fault("many", Rule.IMAGE_BOMB, SVG, 6, replace("</svg>", "<g/>" * 20_001 + "</svg>")),
    Fault("bitmap data", Rule.SVG_BROKEN, SVG, 1, data(b"GIF89a")),
    Fault("truncated", Rule.SVG_BROKEN, SVG, 7, replace("</svg>", "")),
    Fault("no size", Rule.SVG_BROKEN, SVG, 1, replace('viewBox="0 0 1136 568"', "")),
    Fault(
        "encoding",
        Rule.SVG_BROKEN,
        SVG,
        1,
        replace("<svg", '<?xml version="1.0" encoding="x"?><svg'),
    ),
    Fault("script", Rule.SVG_SCRIPT, SVG, 3, replace("<rect", "<script>1</script><rect")),
    Fault("handler", Rule.SVG_SCRIPT, SVG, 3, replace("<rect", '<rect onload="a()"')),
    Fault("image", Rule.SVG_REFERENCE, SVG, 3, replace("<rect", '<image href="a.png"/><rect')),
    Fault("web", Rule.SVG_REFERENCE, SVG, 3, replace("<rect", '<rect href="http://a.b"')),
    Fault("url", Rule.SVG_REFERENCE, SVG, 3, replace("#FFFFFF", "url('file:///etc/passwd')")),
    Fault("data", Rule.SVG_REFERENCE, SVG, 3, replace("#FFFFFF", "url(data:image/png,x)")),
    Fault(
        "style sheet",
        Rule.SVG_REFERENCE,
        SVG,
        1,
        replace("<svg", '<?xml-stylesheet href="a.css"?><svg'),
    ),
    Fault("doctype", Rule.SVG_ENTITY, SVG, 1, replace("<svg", "<!DOCTYPE svg><svg")),
    Fault("entity", Rule.SVG_ENTITY, SVG, 1, replace("<svg", '<!DOCTYPE a [<!ENTITY x "y">]><svg')),
    Fault("use", Rule.SVG_ELEMENT, SVG, 3, replace("<rect", '<use href="#a"/><rect')),
    Fault("foreign", Rule.SVG_ELEMENT, SVG, 3, replace("<rect", "<foreignObject/><rect")),
    Fault("style", Rule.SVG_ELEMENT, SVG, 3, replace("<rect", "<style>@import 'a'</style><rect")),
    Fault("stage twice", Rule.DUPLICATE_STAGE, "questions.toml", 7, replace("at-dawn", "at-dusk")),
    Fault("help unknown", Rule.BAD_ID, LIBRARY, 1, replace('id = "tiny"', 'help = "x"\nid = "t"')),
    Fault(
        "core fact",
        Rule.UNCOVERED_CLAIM,
        "claims.tsv",
        6,
        append("F005\tB\tOil burns.\tseen\tBETA\tnone\t\n"),
    ),
    Fault("no way in", Rule.NO_WAY_IN, SECOND, 1, replace("(article:first-steps)", ""), ARTICLE),
    Fault("no such stage", Rule.UNKNOWN_LIST, SECOND, 9, replace("at-dusk", "at-noon")),
    Fault("no such letter", Rule.UNKNOWN_LIST, SECOND, 11, replace("terms: l", "terms: z")),
    Fault("no such section", Rule.ASKS_FIRST, SECOND_TOML, 7, replace("how-long", "how-far")),
    Fault("no main section", Rule.ASKS_FIRST, SECOND, 7, replace("## How", "### How"), SECOND_TOML),
    Fault("heading inside", Rule.ASKS_FIRST, SECOND, 19, append("\n### So {#so}\n")),
    Fault("percent", Rule.UNCITED_FIGURE, PLAIN, 10, replace(" [@ALPHA; @BETA]", "")),
    Fault("per cent in a table", Rule.UNCITED_FIGURE, CLINICIAN, 11, replace("lamps. [@BETA]", "")),
    Fault("months", Rule.UNCITED_FIGURE, PLAIN, 27, append("\nIt burns for 3–6 months.\n")),
    Fault("millilitres", Rule.UNCITED_FIGURE, PLAIN, 27, append("\n- It takes 250 mL of oil.\n")),
    Fault("people", Rule.UNCITED_FIGURE, PLAIN, 27, append("\nA study saw 1,204 people.\n")),
    Fault("survival", Rule.SURVIVAL_FIGURE, PLAIN, 27, append("\nOf all, 84 % survive. [@BETA]\n")),
    Fault("lived", Rule.SURVIVAL_FIGURE, PLAIN, 27, append("\nHalf lived 9 months. [@BETA]\n")),
    Fault("share", Rule.SURVIVAL_FIGURE, PLAIN, 27, append("\n- 1 in 6 is cured. [@BETA]\n")),
    Fault(
        "before asking",
        Rule.SURVIVAL_FIGURE,
        SECOND,
        15,
        replace("Some people want to know this", "Of all lamps, 3 of 4 survive"),
    ),
    Fault("dose", Rule.DOSE, PLAIN, 27, append("\nTake 500 mg. [@BETA]\n")),
    Fault("dose in a table", Rule.DOSE, PLAIN, 27, append("\n| A |\n| --- |\n| 4 g [@BETA] |\n")),
    Fault("abbreviation", Rule.ABBREVIATION, PLAIN, 27, append("\nThen a DXM follows.\n")),
    Fault("plural", Rule.ABBREVIATION, PLAIN, 27, append("\nThe DXMs follow.\n")),
    Fault("joined", Rule.ABBREVIATION, PLAIN, 27, append("\nAn LN-DXM follows.\n")),
    Fault("in a heading", Rule.ABBREVIATION, CLINICIAN, 7, replace("In detail", "In DXM detail")),
    Fault("US -or", Rule.US_SPELLING, PLAIN, 27, append("\nThe color is warm.\n")),
    Fault("US -ize", Rule.US_SPELLING, PLAIN, 27, append("\nThey recognized it.\n")),
    Fault("US -er", Rule.US_SPELLING, CLINICIAN, 1, replace("## How it", "## How the center")),
    Fault("long sentence", Rule.LONG_SENTENCE, PLAIN, 27, append(f"\nIt is {_ENDLESS}long.\n")),
    Fault("long item", Rule.LONG_SENTENCE, PLAIN, 27, append(f"\n- It is {_ENDLESS}long\n")),
    Fault("hard to read", Rule.READING_GRADE, PLAIN, 1, append(f"\n{_HARD}\n")),
    Fault("median", Rule.MEDIAN_GRADE, PLAIN, 1, append(f"\n{_HARD}\n"), LIBRARY),
    Fault(
        "too complex",
        Rule.CANNOT_RENDER,
        PLAIN,
        1,
        append(nested_list(20)),
    ),
]
