"""The hospital's own address for a topic, as a code that a telephone reads; nothing is fetched."""

from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap

from livermets_desktop.kiosk_file import Kiosk
from livermets_desktop.ui.kiosk.overlay import QuestionCard
from livermets_desktop.ui.theme import Theme

_CODE = 300  # pixels at 100 %
_QUIET = 4  # modules of white around a code, as its standard asks for


def address_of(topic: str, kiosk: Kiosk) -> str:
    """Return where the code of a topic leads, "" for nowhere."""
    return dict(kiosk.addresses).get(topic, kiosk.address)


def show_code(card: QuestionCard, topic: str, kiosk: Kiosk, theme: Theme) -> None:
    """Show the code of a topic, if it has one."""
    address = address_of(topic, kiosk)
    if not address:
        return
    translate = QCoreApplication.translate
    words = translate(
        "TakeHome",
        "Point the camera of your telephone at the code. It opens a page of {0} about this"
        " topic: {1}",
    ).format(kiosk.hospital or translate("TakeHome", "your hospital"), address)
    card.tell(translate("TakeHome", "Take it home"), words, qr_code(address, theme.box(_CODE)))


def qr_code(address: str, side: int) -> QPixmap:
    """Draw an address as a QR code (ISO/IEC 18004), about so many pixels wide, black on white."""
    # Loaded when a visitor asks for it.
    import segno  # noqa: PLC0415

    rows = list(segno.make(address, error="m", micro=False).matrix)
    dot = max(side // (len(rows) + 2 * _QUIET), 1)
    width = dot * (len(rows) + 2 * _QUIET)
    image = QImage(width, width, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if dark:
                place = QRect((x + _QUIET) * dot, (y + _QUIET) * dot, dot, dot)
                painter.fillRect(place, Qt.GlobalColor.black)
    painter.end()
    return QPixmap.fromImage(image)
