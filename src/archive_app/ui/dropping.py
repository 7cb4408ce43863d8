"""Files dragged over the window: a visible hint of what letting go would do, and the files themselves."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from archive_app.ui import icons, theme


class DropArea(QObject):
    """Makes a widget take files; emits them when they are let go of."""

    dropped = Signal(object)

    def __init__(self, widget: QWidget, hint: str) -> None:
        super().__init__(widget)
        self.hint = hint
        self._widget = widget
        self._overlay = _Overlay(widget)
        self._overlay.hide()
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take drags and drops of local files, leave everything else alone."""
        if watched is not self._widget:
            return False
        kind = event.type()
        if kind == QEvent.Type.DragEnter and isinstance(event, QDragEnterEvent):
            if not local_files(event.mimeData()):
                return False
            event.acceptProposedAction()
            self._overlay.show_hint(self.hint)
            return True
        if kind == QEvent.Type.DragLeave:
            self._overlay.hide()
        elif kind == QEvent.Type.Drop and isinstance(event, QDropEvent):
            self._overlay.hide()
            paths = local_files(event.mimeData())
            if paths:
                event.acceptProposedAction()
                self.dropped.emit(paths)
                return True
        return False


def local_files(data: QMimeData) -> list[Path]:
    """The files and folders on this computer that are being dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


class _Overlay(QWidget):
    """A veil over the whole widget with a frame and the hint in its middle."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._hint = ""
        self._over = parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_hint(self, hint: str) -> None:
        self._hint = hint
        self.setGeometry(self._over.rect())
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            veil = theme.colour("window")
            veil.setAlpha(225)
            painter.fillRect(self.rect(), veil)
            pen = QPen(theme.colour("accent"), 2, Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(16, 16, -16, -16), 12, 12)
            middle = self.rect().center()
            icon = icons.pixmap("import", 48, theme.colours().accent, self.devicePixelRatioF())
            painter.drawPixmap(middle.x() - 24, middle.y() - 56, icon)
            painter.setPen(theme.colour("text"))
            painter.setFont(theme.interface_font(3, weight=600))
            area = self.rect().adjusted(40, self.height() // 2, -40, 0)
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
            painter.drawText(area, int(flags), self._hint)
