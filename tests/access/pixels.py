"""Colours as they are painted: words on their ground, edges of controls, rings of the keyboard."""

from collections import Counter

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QTextLayout
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QTextEdit,
    QWidget,
)

from tests.access.colours import LARGE_TEXT, PART, TEXT, contrast
from tests.access.layout import name_of, seen_part, settle, visible

_RING = 2
_REST = 300  # milliseconds in which a window comes to rest
_DEEPEST = 12  # pixels from the edge within which a ring is looked for
_EDGE = 3  # pixels of a control that have nothing of its words
_NARROWEST = 24  # pixels of a piece of text: less is a stop, or the end of a line
_FEWEST = 3  # pixels that count: a letter's stem has more, a rounding has fewer
_LARGE, _LARGE_BOLD = 18, 14  # points


def picture(top):
    """Grab a window as pixels of 32 bits."""
    settle()
    return top.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def colours(image, place):
    """Count the colours of a part of a picture."""
    place = place.intersected(image.rect())
    part = image.copy(place)
    count = Counter(memoryview(part.constBits()).cast("I")) if not part.isNull() else Counter()
    return Counter({f"#{pixel & 0xFFFFFF:06X}": number for pixel, number in count.items()})


def faint_words(top):
    """Return words whose colour is too near to that of their ground."""
    image, found = picture(top), []
    for part in visible(top, QLabel, QAbstractButton, QLineEdit):
        place = _inner(part, top)
        cut = place.height() < part.height() - 2 * _EDGE or place.width() < part.width() // 2
        if not part.isEnabled() or cut or not _words(part):
            continue
        ratio = _contrast_in(colours(image, place))
        if ratio < _least(part):
            found.append(f"{ratio:.1f}: {name_of(part)[:70]}")
    for view in visible(top, QTextEdit):
        found += _faint_spans(view, view.viewport().grab().toImage())
    return found


def _words(part):
    if isinstance(part, QLineEdit):
        return part.text() or part.placeholderText()
    return part.text() and not (isinstance(part, QLabel) and not part.pixmap().isNull())


def _inner(part, top):
    """Return the part of a widget in which its words stand, in the window's coordinates."""
    seen = seen_part(part).translated(-top.mapTo(top.window(), top.rect().topLeft()))
    return seen.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)


def _least(part):
    font = part.font()
    size = font.pointSizeF() if font.pointSizeF() > 0 else font.pixelSize() * 0.75
    return LARGE_TEXT if size >= (_LARGE_BOLD if font.bold() else _LARGE) else TEXT


def _contrast_in(counted):
    """Return the contrast of the commonest colour, the ground, and the one farthest from it."""
    if len(counted) < 2:
        return 0.0
    ground = counted.most_common(1)[0][0]
    return max(
        (contrast(ground, one) for one, number in counted.items() if number >= _FEWEST),
        default=0.0,
    )


def _faint_spans(view, image):
    """Return pieces of the text in sight, one for each change of format, that are too faint."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    found, cursor = [], view.cursorForPosition(view.viewport().rect().topLeft())
    block = cursor.block()
    while block.isValid() and block.layout().lineCount():
        place = view.document().documentLayout().blockBoundingRect(block)
        shift = view.verticalScrollBar().value()
        if place.top() - shift > view.viewport().height():
            break
        iterator = block.begin()
        while not iterator.atEnd():
            fragment = iterator.fragment()
            area = _place_of(block, fragment, place).translated(0, -shift).toAlignedRect()
            words = fragment.text().replace("\ufffc", "").strip()
            if words and area.width() >= _NARROWEST and image.rect().contains(area):
                ratio = _contrast_in(colours(image, area))
                if ratio < TEXT:
                    found.append(f"{ratio:.1f}: {words[:40]!r} in the text")
            iterator += 1
        block = block.next()
    return found


def _place_of(block, fragment, place):
    """Return where the first line of a piece of text is painted in the document."""
    start = fragment.position() - block.position()
    layout: QTextLayout = block.layout()
    line = layout.lineForTextPosition(start)
    end = min(start + fragment.length(), line.textStart() + line.textLength())
    left, right = line.cursorToX(start)[0], line.cursorToX(end)[0]
    area = line.rect().translated(place.topLeft())
    area.setLeft(place.left() + left)
    area.setRight(place.left() + right)
    return area


def faint_edges(top):
    """Return fields and outlined buttons whose edge is too near to what is beside it."""
    image, found = picture(top), []
    kinds = ("outlined", "chip")
    for part in visible(top, QAbstractButton, QLineEdit):
        if not (isinstance(part, QLineEdit) or part.property("kind") in kinds):
            continue
        seen = seen_part(part)
        if seen.size() != part.size() or not part.isEnabled():
            continue
        place = seen.translated(-top.mapTo(top.window(), top.rect().topLeft()))
        row = place.center().y()
        edge = [image.pixelColor(place.left() + step, row).name() for step in range(2)]
        beside = image.pixelColor(max(place.left() - 1, 0), row).name()
        ratio = max(contrast(one, beside) for one in edge)
        if ratio < PART:
            found.append(f"edge {ratio:.1f}: {name_of(part)}")
    return found


# -- rings -------------------------------------------------------------------------------------


def missing_rings(top):
    """Return what takes the keyboard without a ring of 2 px and 3:1 that shows it."""
    before = QApplication.focusWidget()
    found = []
    for part in visible(top, QWidget):
        by_tab = part.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
        whole = seen_part(part).size() == part.size()
        if by_tab and part.isEnabled() and part.focusProxy() is None and whole:
            fault = _fault_of_ring(part, top)
            if fault:  # or something else was painted between the two pictures: look again
                settle(_REST)
                fault = _fault_of_ring(part, top)
            if fault:
                found.append(f"{fault}: {name_of(part)[:70]}")
    if before is not None:
        before.setFocus(Qt.FocusReason.OtherFocusReason)
    return found


def _fault_of_ring(part, top):
    other = next(
        (one for one in visible(top, QWidget) if one is not part and _takes_focus(one)), None
    )
    if other is None:
        part.clearFocus()
    else:
        other.setFocus(Qt.FocusReason.OtherFocusReason)
    _choose_row(part)
    place = seen_part(part).translated(-top.mapTo(top.window(), top.rect().topLeft()))
    without = picture(top)
    part.setFocus(Qt.FocusReason.TabFocusReason)
    image = picture(top)
    changed = _changed(without, image, place)
    if changed.isEmpty():
        return "nothing shows the keyboard"
    return _fault_at_sides(without, image, changed)


def _takes_focus(part):
    return part.isEnabled() and bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _choose_row(part):
    if isinstance(part, QAbstractItemView) and part.model() is not None:
        rows = (part.model().index(row, 0) for row in range(part.model().rowCount()))
        chosen = (row for row in rows if row.flags() & Qt.ItemFlag.ItemIsSelectable)
        part.setCurrentIndex(next(chosen, part.currentIndex()))


def _changed(without, image, place):
    """Return the smallest rectangle around all pixels that differ."""
    place = place.intersected(image.rect())
    one, other = without.copy(place), image.copy(place)
    width, height = place.width(), place.height()
    first = memoryview(one.constBits()).cast("I")
    second = memoryview(other.constBits()).cast("I")
    rows = [
        row
        for row in range(height)
        if first[row * width : (row + 1) * width] != second[row * width : (row + 1) * width]
    ]
    if not rows:
        return QRect()
    columns = [
        column
        for column in range(width)
        if first[column::width].tolist() != second[column::width].tolist()
    ]
    area = QRect(columns[0], rows[0], columns[-1] - columns[0] + 1, rows[-1] - rows[0] + 1)
    return area.translated(place.topLeft())


def _fault_at_sides(without, image, area):
    """Go inwards at three places of each side: the ring must be thick and stand out."""
    unchanged = 0
    for side in ("left", "right", "top", "bottom"):
        found = [_fault_at(without, image, area, *_start(area, side, part)) for part in (1, 2, 3)]
        fault, changed = min(found, key=lambda one: (bool(one[0]), not one[1]))
        if fault:
            return f"{fault} at the {side}"
        unchanged += not changed
    # At one side the bar of a chosen row may have had the colour of the ring before.
    return "the ring was there before" if unchanged > 1 else ""


def _start(area, side, part):
    """Return a pixel of a side, a quarter, half or three quarters along it, and the way inwards."""
    x = area.left() + area.width() * part // 4
    y = area.top() + area.height() * part // 4
    return {
        "left": ((area.left(), y), (1, 0)),
        "right": ((area.right(), y), (-1, 0)),
        "top": ((x, area.top()), (0, 1)),
        "bottom": ((x, area.bottom()), (0, -1)),
    }[side]


def _fault_at(without, image, area, start, way):
    """Return what is wrong with the ring at one place, and whether it was not there before.

    The ring is the best of the stripes of one colour that come one after the other from the edge.
    """
    (x, y), (dx, dy) = start, way
    found, depth = [("ring 0 px", False)], 0
    while depth < _DEEPEST and area.contains(x + dx * depth, y + dy * depth):
        stripe, thick = (x + dx * depth, y + dy * depth), 1
        ring = image.pixelColor(*stripe).name()
        while _colour_at(image, stripe[0] + dx * thick, stripe[1] + dy * thick, "") == ring:
            thick += 1
        found.append(_fault_of_stripe(without, image, stripe, way, thick))
        depth += thick
    return min(found, key=lambda one: (bool(one[0]), not one[1]))


def _fault_of_stripe(without, image, stripe, way, thick):
    (x, y), (dx, dy) = stripe, way
    if thick < _RING:
        return f"ring {thick} px", False
    ring = image.pixelColor(x, y).name()
    outside = _colour_at(image, x - dx, y - dy, ring)
    inside = _colour_at(image, x + dx * thick, y + dy * thick, ring)
    ratio = max(contrast(ring, outside), contrast(ring, inside))
    before = without.pixelColor(x + dx * (_RING - 1), y + dy * (_RING - 1)).name()
    return f"ring {ratio:.1f}:1" if ratio < PART else "", contrast(ring, before) >= PART


def _colour_at(image, x, y, instead):
    return image.pixelColor(x, y).name() if image.rect().contains(x, y) else instead
