"""The page of a photo: the image as large as fits, what is known of it, and notes."""

from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImageReader, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from archive_app.core.changes import Changes
from archive_app.core.dates import format_date
from archive_app.core.errors import NotFound
from archive_app.core.records import Photo
from archive_app.core.translation import _
from archive_app.services import photos, sources
from archive_app.ui import icons, theme
from archive_app.ui.plain_text import plain_label
from archive_app.ui.record_notes import RecordNotes
from archive_app.ui.scrolled_page import ScrolledPage
from archive_app.ui.session import Session

_MISSING_HEIGHT = 200
_RIM = 16
_SETTLED_MS = 150
_WIDGET_MAX = 16777215
"""Qt's QWIDGETSIZE_MAX: no limit."""


class PhotoView(QWidget):
    """Shows one photo. Editing, adding a scan and jumping to the text are done by whoever shows it."""

    edit_requested = Signal(str)
    scan_requested = Signal(str)
    no_caption_requested = Signal(str)
    source_requested = Signal(str)
    closed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._photo: Photo | None = None
        self.image = ImageArea()
        self._caption = plain_label(wrap=True)
        self._caption.setFont(theme.reading_font(13))
        self._caption.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._facts = QFormLayout()
        self._facts.setHorizontalSpacing(2 * theme.SPACE)
        self._facts.setVerticalSpacing(4)
        self.notes = RecordNotes(session)
        self.notes.line.setAccessibleName(_("New note on this photo"))
        self._build()
        session.changed.connect(self._on_changed)

    @property
    def photo_id(self) -> str | None:
        """The photo that is shown."""
        return self._photo.id if self._photo else None

    def _build(self) -> None:
        below = ScrolledPage()
        text = QVBoxLayout(below)
        text.setContentsMargins(32, 8, 32, 24)
        text.setSpacing(12)
        text.addWidget(self._caption)
        text.addLayout(self._facts)
        text.addLayout(self._buttons())
        text.addWidget(self.notes)
        text.addStretch()
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setAccessibleName(_("About the photo"))
        area.setWidget(below)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.image, 3)
        layout.addWidget(area, 2)

    def _buttons(self) -> QHBoxLayout:
        self.edit_button = _button("edit", _("&Describe…"))
        self.edit_button.clicked.connect(lambda: self.edit_requested.emit(self.photo_id or ""))
        self.scan_button = _button("scan", _("Add the &scan…"))
        self.scan_button.clicked.connect(lambda: self.scan_requested.emit(self.photo_id or ""))
        self.source_button = _button("source", _("Show in the &text"))
        self.source_button.clicked.connect(lambda: self.source_requested.emit(self.photo_id or ""))
        self.no_caption_button = _button("close", _("This is &no caption"))
        self.no_caption_button.setToolTip(
            _("The words were taken for a caption by mistake: make them an ordinary paragraph again")
        )
        self.no_caption_button.clicked.connect(lambda: self.no_caption_requested.emit(self.photo_id or ""))
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE)
        for button in (self.edit_button, self.scan_button, self.source_button, self.no_caption_button):
            row.addWidget(button)
        row.addStretch()
        return row

    def show_photo(self, photo_id: str) -> None:
        """Show this photo. Raises NotFound."""
        self._photo = photos.get_photo(self._session.archive, photo_id)
        self._show()

    def _show(self) -> None:
        photo = self._photo
        if photo is None:
            return
        archive = self._session.archive
        path = photos.file_of(archive, photo)
        self.image.show_file(path)
        self.image.setMaximumHeight(_MISSING_HEIGHT if path is None else _WIDGET_MAX)
        self._caption.setText(photo.caption)
        self._show_facts(photo)
        in_text = photo.text_id is not None and photo.ordinal is not None
        writable = not archive.read_only
        self.source_button.setVisible(in_text)
        self.no_caption_button.setVisible(in_text and photo.file_id is None and writable)
        self.scan_button.setVisible(photo.file_id is None and writable)
        self.edit_button.setVisible(writable)
        self.notes.show_record(photo)

    def _show_facts(self, photo: Photo) -> None:
        while self._facts.rowCount():
            self._facts.removeRow(0)
        source = sources.get_source(self._session.archive, photo.source_id).title if photo.source_id else ""
        size = f"{photo.width} × {photo.height}" if photo.width and photo.height else ""
        for label, value in (
            (_("Date"), format_date(photo.date)),
            (_("Place"), photo.place),
            (_("Credit"), photo.credit),
            (_("Call number"), photo.call_number),
            (_("In the text"), source),
            (_("Pixels"), size),
            (_("Note"), photo.note),
        ):
            if value:
                name, shown = QLabel(label), plain_label(value, wrap=True)
                name.setObjectName("muted")
                shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                self._facts.addRow(name, shown)

    def _on_changed(self, changes: Changes) -> None:
        if self._photo is None or not changes.touches("photos", "sources"):
            return
        try:
            self.show_photo(self._photo.id)
        except NotFound:
            self._photo = None
            self.closed.emit()


def _button(icon: str, text: str) -> QPushButton:
    button = QPushButton(text)
    icons.put(button, icon)
    button.setIconSize(QSize(16, 16))
    return button


class ImageArea(QWidget):
    """An image scaled to the room that there is; without one, a sign that the scan is missing."""

    def __init__(self) -> None:
        super().__init__()
        self._path: Path | None = None
        self._picture: QPixmap | None = None
        self._unreadable = False
        self._resized = QTimer(self)
        self._resized.setSingleShot(True)
        self._resized.setInterval(_SETTLED_MS)
        self._resized.timeout.connect(self._read_again)
        self.setMinimumHeight(160)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(_("Image"))

    def show_file(self, path: Path | None) -> None:
        """Show the image in this file, or that there is none."""
        if path != self._path:
            self._path = path
            self._picture = None
            self._unreadable = False
        self.update()

    def is_unreadable(self) -> bool:
        """Whether there is a file, but no image in it that can be shown."""
        return self._unreadable

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stretch what is there; read the image again in the right size once the size stays."""
        self._resized.start()
        super().resizeEvent(event)

    def _read_again(self) -> None:
        self._picture = None
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the image in the middle."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), theme.colour("window"))
            picture = self._read()
            if picture is None:
                self._draw_missing(painter)
                return
            size = picture.deviceIndependentSize()
            room = QRectF(self.rect()).adjusted(_RIM, _RIM, -_RIM, -_RIM)
            if size.width() > room.width() or size.height() > room.height():
                size = size.scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
            target = QRectF(QPointF(), size)
            target.moveCenter(room.center())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(target, picture, QRectF(picture.rect()))

    def _read(self) -> QPixmap | None:
        if self._picture is None and self._path is not None and not self._unreadable:
            ratio = self.devicePixelRatioF()
            room = (QSize(self.width() - 2 * _RIM, self.height() - 2 * _RIM) * ratio).expandedTo(
                QSize(16, 16)
            )
            reader = QImageReader(str(self._path))
            reader.setAutoTransform(True)
            size = reader.size()
            turned = bool(reader.transformation() & reader.transformation().TransformationRotate90)
            if size.isValid() and (size.width() > room.width() or size.height() > room.height()):
                reader.setScaledSize(
                    size.scaled(room.transposed() if turned else room, Qt.AspectRatioMode.KeepAspectRatio)
                )
            image = reader.read()
            self._unreadable = image.isNull()
            if not self._unreadable:
                self._picture = QPixmap.fromImage(image)
                self._picture.setDevicePixelRatio(ratio)
        return self._picture

    def _draw_missing(self, painter: QPainter) -> None:
        middle = self.rect().center()
        icon = icons.pixmap("photo_missing", 64, theme.colours().edge, self.devicePixelRatioF())
        painter.drawPixmap(middle.x() - 32, middle.y() - 52, icon)
        painter.setPen(theme.colour("muted"))
        text = (
            _("This image cannot be shown here.")
            if self._unreadable
            else _("The scan of this photo is missing.")
        )
        area = self.rect().adjusted(16, self.height() // 2 + 20, -16, 0)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop), text)
