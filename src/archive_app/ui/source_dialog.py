"""Describing a source: all that an archivist writes down about it."""

from PySide6.QtWidgets import QLabel, QWidget

from archive_app.core.translation import _
from archive_app.services import sources
from archive_app.ui import theme
from archive_app.ui.forms import SOURCE_FIELDS
from archive_app.ui.labels import script_label
from archive_app.ui.plain_text import plain_label
from archive_app.ui.record_dialog import RecordDialog
from archive_app.ui.session import Session


class SourceDialog(RecordDialog):
    """The description of one source."""

    def __init__(self, session: Session, source_id: str, parent: QWidget | None = None) -> None:
        """Raises NotFound where the source was deleted."""
        source = sources.get_source(session.archive, source_id)
        super().__init__(session, source, SOURCE_FIELDS, sources.edit_source, parent)
        self.setWindowTitle(_("Describe source"))
        self.resize(600, 680)
        title = plain_label(source.title, wrap=True)
        title.setFont(theme.reading_font(14, weight=600))
        self.head.addWidget(title)
        script = QLabel(script_label(source.script))
        script.setObjectName("muted")
        self.head.addWidget(script)
