"""What this program and its library are: versions, licences, review, network."""

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from livermets_desktop import __version__
from livermets_desktop.model.article import LibraryInfo
from livermets_desktop.ui.close_button import fill_dialog
from livermets_desktop.ui.icons import Icons

_WIDTH = 440  # of the text, in pixels at 100 %


class AboutDialog(QDialog):
    """Show the facts about the program and the library."""

    def __init__(self, info: LibraryInfo, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("aboutDialog")
        self.setWindowTitle(self.tr("About LiverMets Desktop"))
        mark = QLabel()
        mark.setPixmap(icons.pixmap("app", "accent", 48))
        title = QLabel(self.tr("LiverMets Desktop {0}").format(__version__))
        title.setObjectName("pageLead")
        words = [
            self.tr("An offline reference. It opens no network connection."),
            self.tr("Library: {0}, version {1}.").format(info.title, info.version),
            self.tr("Not a medical device. {0}").format(info.disclaimer),
            self.tr("Program: Apache-2.0. Texts and figures: {0}.").format(info.licence),
            self.tr("Qt {0} under the LGPL; font Atkinson Hyperlegible under the OFL.").format(
                qVersion()
            ),
        ]
        if info.unreviewed_count:
            words.insert(2, self.tr("Not yet reviewed by a clinician for use in care."))
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(10)
        layout.addWidget(mark)
        layout.addWidget(title)
        for sentence in words:
            label = QLabel(sentence)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            layout.addWidget(label)
        layout.addStretch()
        fill_dialog(self, content, icons.size(_WIDTH).width())
