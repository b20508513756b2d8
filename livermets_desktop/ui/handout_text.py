"""A hand-out as the HTML of its pages."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import groupby

from PySide6.QtCore import QCoreApplication

from livermets_desktop.admin import Admin
from livermets_desktop.errors import LiverMetsError
from livermets_desktop.model.article import Article, LibraryInfo
from livermets_desktop.model.bookmark import Bookmark
from livermets_desktop.model.handout import Handout
from livermets_desktop.model.level import Level
from livermets_desktop.ui.copied_text import cited_sources
from livermets_desktop.ui.hospital import hospital_html
from livermets_desktop.ui.paper import PaperText
from livermets_desktop.ui.printed_page import without_offers
from livermets_desktop.ui.question_text import lines_to_write_on
from livermets_desktop.ui.review_line import review_html, review_words
from livermets_desktop.ui.text_pairs import section, sections
from livermets_desktop.ui.wording import escaped, level_word, long_date

_HEADING = re.compile(r"(</?h)([23])\b")
_CITED = re.compile(r'href="source:([0-9]+)"')
_SOURCES = "sources"

translate = QCoreApplication.translate
FindArticle = Callable[[str, Level], Article]
CountSources = Callable[[int], str]


class HandoutWriter:
    """Write hand-outs from the texts of a library."""

    def __init__(
        self,
        find: FindArticle,
        info: LibraryInfo,
        admin: Admin,
        today: Callable[[], date],
        count_sources: CountSources,
    ) -> None:
        self._find, self._info, self._admin = find, info, admin
        self._today, self._count_sources = today, count_sources

    def has(self, part: Bookmark | str) -> bool:
        """Tell whether a part is in the library, or a question."""
        if isinstance(part, str):
            return True
        article = self._article(part)
        if article is None:
            return False
        places = ["", *(one.id for one in article.sections)]
        return part.section in places or (part.section == _SOURCES and bool(article.sources))

    def write(self, handout: Handout) -> PaperText:
        """Write the parts one after another, those of one page under its title with its sources.

        What is not in the library any more is left out.
        """
        texts: dict[tuple[str, Level], Article] = {}
        pieces = [_head(handout, self._info, self._admin)]
        for (kind, *_), group in groupby(filter(self.has, handout.parts), key=_page_of):
            parts = list(group)
            if kind == "question":
                pieces.append(_questions([one for one in parts if isinstance(one, str)]))
                continue
            marks = [one for one in parts if isinstance(one, Bookmark)]
            article = self._article(marks[0])
            if article is not None:
                texts[article.id, article.level] = article
                review = review_html([article], self._today(), self._count_sources)
                pieces.append(_page(article, marks, review))
        return PaperText("".join(pieces), self._foot(list(texts.values())))

    def _article(self, mark: Bookmark) -> Article | None:
        try:
            return self._find(mark.article, mark.level)
        except LiverMetsError:
            return None

    def _foot(self, texts: Sequence[Article]) -> str:
        levels = dict.fromkeys(level_word(one.level) for one in texts)
        made = translate("Handout", "Printed on {0}").format(long_date(self._today()))
        words = [self._admin.hospital, f"{self._info.title} {self._info.version}"]
        words += [", ".join(levels), made]
        words += review_words(texts, self._today()) if texts else []
        return "  ·  ".join(word for word in words if word)


def _page_of(part: Bookmark | str) -> tuple[str, ...]:
    return ("question",) if isinstance(part, str) else ("page", part.article, part.level)


def _head(handout: Handout, info: LibraryInfo, admin: Admin) -> str:
    title = translate("Handout", "{0}: your hand-out").format(info.title)
    line = f'<p class="lead">{escaped(handout.line)}</p>' if handout.line else ""
    note = translate(
        "Handout",
        "General information, chosen for you to take home. It takes no account of your own case:"
        " your team knows you best.",
    )
    review = f'<p class="review">{escaped(note)}</p>'
    return f"<h1>{escaped(title)}</h1>{line}{review}{hospital_html(admin)}"


def _page(article: Article, marks: Sequence[Bookmark], review: str) -> str:
    title = f"<h2>{escaped(article.title)}</h2>"
    html = "".join(_parts(article, marks))
    numbers = list(dict.fromkeys(_CITED.findall(html)))
    lines = "".join(
        f'<p class="source">{escaped(line)}</p>' for line in cited_sources([article], numbers)
    )
    heading = escaped(translate("Handout", "Sources of “{0}”").format(article.title))
    sources = f"<h3>{heading}</h3>{lines}" if lines else ""
    return f'{title}<p class="review">{review}</p>{_lowered(html)}{sources}'


def _parts(article: Article, marks: Sequence[Bookmark]) -> Iterator[str]:
    """Go through the chosen sections; a whole page brings all but its list of sources."""
    html = without_offers(article.html)
    for mark in marks:
        if mark.section:
            yield section(html, mark.section)
        else:
            yield from (part for name, part in sections(html) if name != _SOURCES)


def _lowered(html: str) -> str:
    """Put headings one level down: above them stands the title of their page."""
    return _HEADING.sub(lambda found: f"{found[1]}{int(found[2]) + 1}", html)


def _questions(questions: Sequence[str]) -> str:
    title = escaped(translate("Handout", "Questions to ask"))
    return f"<h2>{title}</h2>{lines_to_write_on(questions)}"
