"""Checks of one text that need nothing but the text itself."""

from livermets_desktop.authoring.article_files import LevelText
from livermets_desktop.authoring.problem import Place, Report, Rule, quoted

MAX_LINE = 20_000
MAX_CELLS = 20_000
MAX_NESTING = 20
RESERVED_IDS = frozenset({"in-short", "sources"})


def check_text(text: LevelText, report: Report) -> None:
    """Report headings, call-outs, tables and lines that break a rule."""
    _check_lines(text, report)
    _check_headings(text, report)
    _check_heading_ids(text, report)
    _check_callouts(text, report)
    _check_tables(text, report)


def _check_lines(text: LevelText, report: Report) -> None:
    outline = text.outline
    for line, length in enumerate(outline.line_lengths, start=1):
        if length > MAX_LINE:
            message = f"The line has {length} characters; the limit is {MAX_LINE}."
            report.add(Rule.LONG_LINE, Place(text.file, line), message)
    for line, depth in enumerate(outline.nesting, start=1):
        if depth > MAX_NESTING:
            message = f"Lists and quotes are nested {depth} deep; the limit is {MAX_NESTING}."
            report.add(Rule.DEEP_NESTING, Place(text.file, line), message)
    _check_paragraphs(text, report)
    for line in outline.html:
        message = "HTML is not allowed; write &lt; for the sign “<”."
        report.add(Rule.RAW_HTML, Place(text.file, line), message)
    for line in outline.bad_claims:
        message = "A claims comment is a line of its own: <!-- claims: F001 F002 -->."
        report.add(Rule.CLAIMS_COMMENT, Place(text.file, line), message)


def _check_paragraphs(text: LevelText, report: Report) -> None:
    """The rows of a table are read one by one, so a table may be longer."""
    tables = {table.line for table in text.outline.tables}
    for paragraph in text.outline.paragraphs:
        place = Place(text.file, paragraph.line)
        if paragraph.length > MAX_LINE and paragraph.line not in tables:
            message = f"The paragraph has {paragraph.length} characters; the limit is {MAX_LINE}."
            report.add(Rule.LONG_LINE, place, message)
        if paragraph.open_brackets > MAX_NESTING:
            message = f"More than {MAX_NESTING} brackets are open at once; close them."
            report.add(Rule.DEEP_NESTING, place, message)


def _check_headings(text: LevelText, report: Report) -> None:
    before = 1
    for heading in text.outline.headings:
        place = Place(text.file, heading.line)
        if heading.indented:
            message = "A heading starts its line and stands outside of lists and call-outs."
            report.add(Rule.HEADING_LEVEL, place, message)
        elif heading.depth not in (2, 3):
            report.add(Rule.HEADING_LEVEL, place, "A heading starts with ## or, below one, ###.")
        elif heading.depth > before + 1:
            report.add(Rule.HEADING_LEVEL, place, "A heading level is skipped: ### needs ## above.")
        before = heading.depth


def _check_heading_ids(text: LevelText, report: Report) -> None:
    seen: set[str] = set()
    for heading in text.outline.headings:
        place = Place(text.file, heading.line)
        if not heading.id:
            message = f"The heading {quoted(heading.text)} needs an id such as {{#what-it-shows}}."
            report.add(Rule.HEADING_ID, place, message)
        elif heading.id in RESERVED_IDS:
            message = f"The id {quoted(heading.id)} is reserved."
            report.add(Rule.HEADING_ID, place, message)
        elif heading.id in seen:
            message = f"The id {quoted(heading.id)} is used twice."
            report.add(Rule.DUPLICATE_HEADING, place, message)
        seen.add(heading.id)


def _check_callouts(text: LevelText, report: Report) -> None:
    for callout in text.outline.callouts:
        place = Place(text.file, callout.line)
        if not callout.kind:
            message = 'A call-out starts with !!! urgent, note or evidence, and a "Title".'
            report.add(Rule.CALLOUT, place, message)
        if callout.nested:
            message = "A call-out cannot stand in a call-out: both are shown as tables."
            report.add(Rule.NESTED_TABLE, place, message)


def _check_tables(text: LevelText, report: Report) -> None:
    for table in text.outline.tables:
        place = Place(text.file, table.line)
        if table.nested:
            message = "A table cannot stand in a call-out, which is shown as a table."
            report.add(Rule.NESTED_TABLE, place, message)
        if table.cells > MAX_CELLS:
            message = f"The table has {table.cells} cells; the limit is {MAX_CELLS}."
            report.add(Rule.LARGE_TABLE, place, message)
