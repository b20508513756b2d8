"""What every page on paper says of itself: its title, how it was checked, where it is from."""

import re
from collections.abc import Callable, Sequence
from datetime import date

from livermets_desktop.admin import Admin
from livermets_desktop.model.article import Article, LibraryInfo
from livermets_desktop.ui.hospital import hospital_html
from livermets_desktop.ui.paper import PaperText
from livermets_desktop.ui.review_line import review_html, review_words
from livermets_desktop.ui.wording import escaped, level_word

_OFFER = re.compile(r'<p class="ask">.*?</p>', re.DOTALL)


def page_text(texts: Sequence[Article], body: str, info: LibraryInfo, today: date) -> PaperText:
    """Put a body below the title of its texts, and what they are below each page."""
    foot = (
        texts[0].title,
        ", ".join(level_word(one.level) for one in texts),
        f"{info.title} {info.version}",
        *review_words(texts, today),
    )
    return PaperText(f"<h1>{escaped(texts[0].title)}</h1>{body}", "  ·  ".join(foot))


def page_head(
    texts: Sequence[Article], admin: Admin, today: date, count_sources: Callable[[int], str]
) -> str:
    """Say what the text is and how it was checked, and what the hospital wants to be known."""
    lines = review_html(texts, today, count_sources)
    return f'<p class="review">{lines}</p>{hospital_html(admin)}'


def without_offers(html: str) -> str:
    """Leave out the offers to show more, which lead nowhere from paper."""
    return _OFFER.sub("", html)
