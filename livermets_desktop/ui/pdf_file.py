"""Pages as a PDF file: with an outline of their headings, and whole or not at all."""

from io import BytesIO
from typing import Any

from PySide6.QtCore import QBuffer, QLocale, QSaveFile
from PySide6.QtGui import QPageSize, QPdfWriter

from livermets_desktop.ui.paper import Paper

_CREATOR = "LiverMets Desktop"
_LETTER = {"US", "CA", "MX", "PH", "CL", "CO", "CR", "GT", "PA", "DO", "PR", "SV", "VE"}


def usual_page() -> QPageSize:
    """Return the paper that is usual where the reader is."""
    letter = QLocale.territoryToCode(QLocale().territory()) in _LETTER
    return QPageSize(QPageSize.PageSizeId.Letter if letter else QPageSize.PageSizeId.A4)


def save_pdf(paper: Paper, title: str, file: str) -> bool:
    """Write pages as PDF; False leaves what was there before."""
    data = pdf_bytes(paper, title)
    target = QSaveFile(file)
    if not data or not target.open(QSaveFile.OpenModeFlag.WriteOnly):
        return False
    if target.write(data) != len(data):
        target.cancelWriting()
    return target.commit()


def pdf_bytes(paper: Paper, title: str) -> bytes:
    """Return pages as PDF, b"" if they cannot be painted."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator(_CREATOR)
    writer.setPageSize(usual_page())
    if not paper.print_on(writer):
        return b""
    return _with_outline(bytes(buffer.data().data()), paper, title)


def _with_outline(data: bytes, paper: Paper, title: str) -> bytes:
    """Add what Qt does not write: the outline, and the language that a screen reader speaks."""
    # Loaded with the first file that is saved.
    from pypdf import PdfWriter  # noqa: PLC0415
    from pypdf.generic import IndirectObject, NameObject, TextStringObject  # noqa: PLC0415

    pdf = PdfWriter(clone_from=BytesIO(data))
    above: list[tuple[int, IndirectObject]] = []
    for level, words, page in paper.headings():
        while above and above[-1][0] >= level:
            above.pop()
        parent = above[-1][1] if above else None
        item = pdf.add_outline_item(title=words, page_number=page, parent=parent)
        above.append((level, item))
    for sheet in pdf.pages:
        resources: Any = sheet["/Resources"]
        for font in resources.get("/Font", {}).values():
            _mend_spaces(font.get_object()["/ToUnicode"].get_object())
    pdf.root_object[NameObject("/Lang")] = TextStringObject("en-GB")
    pdf.metadata = {"/Title": title, "/Creator": _CREATOR, "/Producer": "Qt, pypdf"}
    written = BytesIO()
    pdf.write(written)
    return written.getvalue()


def _mend_spaces(letters: Any) -> None:
    """Let a space be copied as one: Qt names the first letter of the same shape, the tab."""
    letters.set_data(letters.get_data().replace(b"<0009>", b"<0020>"))
