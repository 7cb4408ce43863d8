"""Small pictures of photos, made in the background and kept while they are looked at."""

from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QImageReader, QPixmap, QPixmapCache

from archive_app.core.records import Photo
from archive_app.core.translation import _
from archive_app.services import photos
from archive_app.ui.jobs import Lane
from archive_app.ui.session import Session


class Thumbnails(QObject):
    """Gives a picture at once or says `ready` when there is one. A photo that has none stays without."""

    ready = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._paths: dict[str, Path | None] = {}
        self._asked: set[str] = set()

    def picture(self, photo: Photo, size: int, ratio: float) -> QPixmap | None:
        """The photo's picture, at most `size` device-independent pixels a side; None while or where there is none."""
        if photo.file_id is None:
            return None
        if photo.file_id not in self._paths:
            self._ask(photo)
            return None
        path = self._paths[photo.file_id]
        return _loaded(path, size, ratio) if path is not None else None

    def _ask(self, photo: Photo) -> None:
        file_id = photo.file_id or ""
        if file_id in self._asked:
            return
        self._asked.add(file_id)

        def keep(path: Path | None) -> None:
            self._paths[file_id] = path
            self.ready.emit(photo.id)

        self._session.runner.start(
            Lane.PICTURE,
            _("Making small pictures"),
            photos.thumbnail_of,
            self._session.archive,
            photo,
            done=keep,
            failed=lambda _error: keep(None),
            owner=self,
        )


def _loaded(path: Path, size: int, ratio: float) -> QPixmap | None:
    key = f"{path}:{size}:{ratio}"
    kept = QPixmap()
    if QPixmapCache.find(key, kept):
        return kept
    reader = QImageReader(str(path))
    side = round(size * ratio)
    whole = reader.size()
    if whole.isValid():
        reader.setScaledSize(whole.scaled(QSize(side, side), Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        return None
    made = QPixmap.fromImage(image)
    made.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, made)
    return made
