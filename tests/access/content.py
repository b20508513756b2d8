"""What the texts have to hold: words for figures, headings in steps, plain words."""

import re
from statistics import median

from livermets_desktop import paths
from livermets_desktop.authoring.content_source import read_content
from livermets_desktop.authoring.glossary_links import Glossary
from livermets_desktop.authoring.problem import Report
from tools.content_report import counts

HARDEST, MEDIAN, FEWEST_WORDS = 8.0, 6.5, 100
_IMAGE = re.compile(r"<img\b[^>]*>")
_WORDS = re.compile(r'\balt="[^"]*\S[^"]*"')
_HEADING = re.compile(r"<h([1-6])\b")


def pages(library):
    """Return the name and the HTML of every page, with what is shown only when it is asked for."""
    for topic in library.articles():
        for level in library.article(topic.id, _first_level(library, topic.id)).levels:
            article = library.article(topic.id, level)
            for html in filter(None, (article.html, article.asked_html)):
                yield f"{topic.id} ({level.value})", html


def _first_level(library, name):
    from livermets_desktop.model.level import Level

    return library.article(name, Level.PLAIN).level


def figures_without_words(library):
    """Return figures that somebody who cannot see them learns nothing of."""
    return [
        f"{name}: {image[:60]}"
        for name, html in pages(library)
        for image in _IMAGE.findall(html)
        if "figure:" in image and not _WORDS.search(image)
    ]


def skipped_headings(library):
    """Return headings that are more than one step below the one before; the title is the first."""
    found = []
    for name, html in pages(library):
        before = 1
        for depth in map(int, _HEADING.findall(html)):
            if depth > before + 1 or depth == 1:
                found.append(f"{name}: h{depth} after h{before}")
            before = depth
    return found


def grades():
    """Return the reading grade of each plain text that is long enough to have one."""
    source = read_content(paths.content(), Report())
    glossary = Glossary(source.glossary.terms)
    read = [(article.id, counts(text, glossary)) for article, text in source.texts()]
    return {
        name: one.grade for name, one in read if one.grade is not None and one.words >= FEWEST_WORDS
    }


def hard_texts(found):
    """Return the plain texts above the bound, and the median if it is."""
    hard = [f"{name}: grade {grade:.1f}" for name, grade in found.items() if grade > HARDEST]
    middle = median(found.values())
    return [*hard, f"median {middle:.1f}"] if middle > MEDIAN else hard
