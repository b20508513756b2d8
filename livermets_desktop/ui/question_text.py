"""Questions to ask, as HTML for paper: a box to tick, and lines to write on."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from livermets_desktop.admin import Admin
from livermets_desktop.model.article import LibraryInfo
from livermets_desktop.ui.hospital import hospital_html
from livermets_desktop.ui.paper import PaperText
from livermets_desktop.ui.wording import escaped

translate = QCoreApplication.translate


def question_list(
    chosen: Sequence[tuple[str, Sequence[str]]], info: LibraryInfo, admin: Admin
) -> PaperText:
    """Write the chosen questions stage by stage: pairs of a title and questions."""
    title = escaped(translate("QuestionList", "My questions"))
    note = escaped(
        translate(
            "QuestionList", "Take this page to your next appointment. Write the answers below."
        )
    )
    stages = "".join(
        f"<h2>{escaped(stage)}</h2>{lines_to_write_on(questions)}" for stage, questions in chosen
    )
    foot = "  ·  ".join(word for word in (admin.hospital, f"{info.title} {info.version}") if word)
    head = f'<h1>{title}</h1><p class="review">{note}</p>{hospital_html(admin)}'
    return PaperText(head + stages, foot)


def lines_to_write_on(questions: Sequence[str]) -> str:
    """Write each question with room for its answer; a question and its lines are one table."""
    return "".join(
        '<table class="question" width="100%"><tr><td class="box" width="4%">'
        '<img src="icon:box" width="16" height="16"></td>'
        f'<td class="asked" width="96%"><p>{escaped(question)}</p>'
        f"</td></tr>{_LINE * 2}</table>"
        for question in questions
    )


_LINE = '<tr><td></td><td class="line">&nbsp;</td></tr>'
