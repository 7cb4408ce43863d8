"""Describing a photo."""

from PySide6.QtWidgets import QWidget

from archive_app.core.translation import _
from archive_app.services import photos
from archive_app.ui.forms import PHOTO_FIELDS
from archive_app.ui.record_dialog import RecordDialog
from archive_app.ui.session import Session


class PhotoDialog(RecordDialog):
    """Caption, date, place, credit, call number and note of one photo."""

    def __init__(self, session: Session, photo_id: str, parent: QWidget | None = None) -> None:
        """Raises NotFound where the photo was deleted."""
        photo = photos.get_photo(session.archive, photo_id)
        super().__init__(session, photo, PHOTO_FIELDS, photos.edit_photo, parent)
        self.setWindowTitle(_("Describe photo"))
        self.resize(560, 480)
