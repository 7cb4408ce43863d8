"""The scans of photos whose captions stand in a text, as small pictures in their place."""

from PySide6.QtCore import QObject, QSizeF, Signal
from PySide6.QtGui import QPixmap

from archive_app.core.records import Photo
from archive_app.services import photos
from archive_app.ui.session import Session
from archive_app.ui.thumbnails import Thumbnails

_UNKNOWN = QSizeF(4, 3)
"""The shape of a scan whose size nobody wrote down."""


class CaptionPictures(QObject):
    """Knows the photos of one source by the ordinals of their captions. `ready` tells that a picture can be drawn."""

    ready = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._thumbnails = Thumbnails(session, self)
        self._thumbnails.ready.connect(self._on_ready)
        self._photos: dict[int, Photo] = {}

    def load(self, source_id: str, text_id: str) -> dict[int, QSizeF]:
        """Take up the photos of a source; return the sizes of those that have a scan."""
        self._photos = {
            photo.ordinal: photo
            for photo in photos.photos_of_source(self._session.archive, source_id)
            if photo.ordinal is not None and photo.text_id == text_id
        }
        return {
            ordinal: QSizeF(photo.width, photo.height) if photo.width and photo.height else _UNKNOWN
            for ordinal, photo in self._photos.items()
            if photo.file_id is not None
        }

    def photo(self, ordinal: int) -> Photo | None:
        """The photo whose caption is the passage with this ordinal."""
        return self._photos.get(ordinal)

    def picture(self, ordinal: int, size: QSizeF, ratio: float) -> QPixmap | None:
        """The picture of a photo, at most so large; None until it is there."""
        photo = self._photos.get(ordinal)
        if photo is None:
            return None
        return self._thumbnails.picture(photo, round(max(size.width(), size.height())), ratio)

    def _on_ready(self, _photo_id: str) -> None:
        self.ready.emit()
