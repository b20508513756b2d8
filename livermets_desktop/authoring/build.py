"""Compiles a content source to a library."""

from datetime import date
from pathlib import Path

from livermets_desktop.authoring.checks import checked_source
from livermets_desktop.authoring.figures import FigurePainter
from livermets_desktop.authoring.parts import paint_figures, render_texts
from livermets_desktop.authoring.problem import Report
from livermets_desktop.authoring.progress import Progress, show_progress
from livermets_desktop.authoring.replace_folder import replaced_folder
from livermets_desktop.authoring.rows import library_contents
from livermets_desktop.errors import ContentError
from livermets_desktop.library.format import DATABASE, INDEX
from livermets_desktop.library.integrity import write_manifest
from livermets_desktop.library.reader import Library
from livermets_desktop.library.writer import write_database
from livermets_desktop.model.article import SectionText
from livermets_desktop.search.indexer import build_index


def build(
    content: Path,
    output: Path,
    *,
    resources: Path,
    today: date,
    progress: Progress = show_progress,
) -> None:
    """Compile a content source; until all is done, an older library stays where it is.

    Raises:
        ContentError: with the problems, if the content source has any, or if the library cannot
            be written.
    """
    report = Report()
    source = checked_source(content, today=today, report=report)
    _raise_errors(report, content)
    figures = paint_figures(source, FigurePainter(resources), report, progress)
    texts = render_texts(source, figures, report, progress)
    _raise_errors(report, content)
    try:
        with replaced_folder(output, needs=DATABASE) as folder:
            write_database(folder / DATABASE, library_contents(source, texts, figures))
            with Library(folder, trusted=True, today=today) as written:
                _index(folder / INDEX, list(written.section_texts()), progress)
            library = source.library
            write_manifest(folder, library_id=library.id, version=library.version)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ContentError(f"The library cannot be written to {output}: {reason}.") from error


def _raise_errors(report: Report, content: Path) -> None:
    errors = report.errors()
    if errors:
        count = "1 problem" if len(errors) == 1 else f"{len(errors)} problems"
        message = f"The library is not compiled: {content} has {count}."
        raise ContentError(message, tuple(str(problem) for problem in errors))


def _index(folder: Path, sections: list[SectionText], progress: Progress) -> None:
    folder.mkdir()
    with progress("Index", len(sections)) as advance:
        build_index(folder, sections, progress=lambda _: advance())
