"""The lines below the title of an article: how it was checked, and by whom it was reviewed."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from livermets_desktop.model.article import Article
from livermets_desktop.model.level import Level
from livermets_desktop.ui.wording import escaped, long_date, month

OVERDUE_ICON = "icon:clock"
ICON_SIDE = 16  # pixels at 100 % text

_BETWEEN = "\u2002·\u2002"
_NO_BREAK = "\u00a0"

translate = QCoreApplication.translate


def review_html(texts: Sequence[Article], today: date, count_sources: Callable[[int], str]) -> str:
    """Write the lines for the one text of a page, or for both of its texts."""
    if texts[0].help:
        return escaped(translate("ReviewLine", "About this program"))
    first = [escaped(_kind(texts)), _check(texts, today)]
    if count := _sources(texts):
        first.append(escaped(count_sources(count)))
    return f"{_BETWEEN.join(first)}<br>{escaped(_review(texts))}"


def review_words(texts: Sequence[Article], today: date) -> list[str]:
    """Say the same in words alone: when the texts were checked, and who reviewed them."""
    if texts[0].help:
        return []
    checked, due, is_late = _dates(texts, today)
    return [f"{checked}, {due}" if is_late else checked, _review(texts)]


def _kind(texts: Sequence[Article]) -> str:
    if len(texts) > 1:
        return translate("ReviewLine", "Both texts, section by section")
    plain = texts[0].level is Level.PLAIN
    return (
        translate("ReviewLine", "In plain words")
        if plain
        else translate("ReviewLine", "For clinicians")
    )


def _check(texts: Sequence[Article], today: date) -> str:
    checked, due, is_late = _dates(texts, today)
    if not is_late:
        return f"{escaped(checked)}, {escaped(due)}"
    size = f'width="{ICON_SIDE}" height="{ICON_SIDE}" style="vertical-align: middle"'
    icon = f'<img src="{OVERDUE_ICON}" {size}>'
    late = escaped(due).replace(" ", _NO_BREAK)
    return f'{escaped(checked)}, {icon}{_NO_BREAK}<span class="overdue">{late}</span>'


def _dates(texts: Sequence[Article], today: date) -> tuple[str, str, bool]:
    """Say when the texts were checked and are to be, of two what comes first; and whether late."""
    due = min(one.check_due for one in texts)
    checked = long_date(min(one.checked for one in texts))
    if due < today:
        late = translate("ReviewLine", "overdue since {0}").format(month(due))
    else:
        late = translate("ReviewLine", "next check by {0}").format(month(due))
    return translate("ReviewLine", "Checked {0}").format(checked), late, due < today


def _sources(texts: Sequence[Article]) -> int:
    return len({source.key for one in texts for source in one.sources})


def _review(texts: Sequence[Article]) -> str:
    words = translate("ReviewLine", "Reviewed by {0}, {1}")
    reviews = {
        words.format(one.reviewed_by, long_date(one.reviewed))
        for one in texts
        if one.reviewed_by and one.reviewed
    }
    if not all(one.reviewed_by and one.reviewed for one in texts):
        return translate("ReviewLine", "Not yet reviewed by a clinician")
    return _BETWEEN.join(sorted(reviews))
