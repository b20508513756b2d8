"""A content source as a whole, read into typed values."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from livermets_desktop.authoring.article_files import Article, LevelText, read_article
from livermets_desktop.authoring.claims import Claim, read_claims
from livermets_desktop.authoring.library_files import (
    GlossaryFile,
    LibraryFile,
    read_glossary,
    read_library,
    read_questions,
    read_sources,
)
from livermets_desktop.authoring.problem import Place, Report, Rule, quoted
from livermets_desktop.model.article import QuestionStage, Source


@dataclass(frozen=True, slots=True)
class ContentSource:
    """Hold everything that was read; articles stand in the order of the tree."""

    folder: Path
    library: LibraryFile
    sources: dict[str, Source]
    glossary: GlossaryFile
    questions: tuple[QuestionStage, ...]
    claims: dict[str, Claim]
    articles: dict[str, Article]

    def texts(self) -> Iterator[tuple[Article, LevelText]]:
        """Return every text with its article."""
        for article in self.articles.values():
            for text in article.texts.values():
                yield article, text

    def stated_claims(self) -> set[str]:
        """Return the ids of all claims that some text names."""
        return {
            name
            for _, text in self.texts()
            for comment in text.outline.claims
            for name in comment.ids
        }


def read_content(folder: Path, report: Report) -> ContentSource:
    """Read a content source; what cannot be read is in the report and left out."""
    library = read_library(folder / "library.toml", report)
    source = ContentSource(
        folder=folder,
        library=library,
        sources=read_sources(folder / "sources.toml", report),
        glossary=read_glossary(folder / "glossary.toml", report),
        questions=read_questions(folder / "questions.toml", report),
        claims=read_claims(folder / "claims.tsv", report),
        articles=_articles(folder, library, report),
    )
    if library.groups:
        _check_folders(folder, library, report)
    return source


def _articles(folder: Path, library: LibraryFile, report: Report) -> dict[str, Article]:
    articles = {}
    for entry in library.entries():
        if entry.planned or not (entry.id and entry.group):
            continue
        home = folder / entry.group / entry.id
        if not home.is_dir():
            message = f"The folder {entry.group}/{entry.id} is missing; write planned = true."
            report.add(Rule.MISSING_FOLDER, entry.place, message)
        elif article := read_article(home, entry, report):
            articles[entry.id] = article
    return articles


def _check_folders(folder: Path, library: LibraryFile, report: Report) -> None:
    listed = {(entry.group, entry.id) for entry in library.entries() if not entry.planned}
    groups = {group.id for group in library.groups}
    place = Place(folder / "library.toml")
    for home in _folders(folder):
        if home.name not in groups:
            message = f"The folder {quoted(home.name)} is not a group of library.toml."
            report.add(Rule.UNLISTED_FOLDER, place, message)
            continue
        for article in _folders(home):
            if (home.name, article.name) not in listed:
                name = quoted(f"{home.name}/{article.name}")
                message = f"The folder {name} is not listed, or only as a planned article."
                report.add(Rule.UNLISTED_FOLDER, place, message)


def _folders(folder: Path) -> list[Path]:
    return sorted(
        home for home in folder.iterdir() if home.is_dir() and not home.name.startswith(".")
    )
