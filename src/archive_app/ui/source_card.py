"""The description of a source, to be read."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from archive_app.core.citations import citation_text
from archive_app.core.dates import format_date
from archive_app.core.records import Source, SourceKind
from archive_app.core.translation import _
from archive_app.ui import icons, theme
from archive_app.ui.dates import local_day_and_time
from archive_app.ui.forms import SOURCE_FIELDS
from archive_app.ui.labels import kind_label, script_label
from archive_app.ui.scrolled_page import ScrolledPage
from archive_app.ui.wrapped_label import WrappedLabel


class SourceCard(QScrollArea):
    """All that is known about a source; fields that are empty leave no trace."""

    edit_requested = Signal()

    def __init__(self, notes: QWidget, parent: QWidget | None = None, *, read_only: bool = False) -> None:
        """`notes` are those on the whole source, which stay while the description is made anew."""
        super().__init__(parent)
        self._read_only = read_only
        self._below = QWidget()
        below = QVBoxLayout(self._below)
        below.setContentsMargins(16, 0, 16, 16)
        below.addWidget(_caption(_("Notes on the whole source")))
        below.addWidget(notes)
        self._body = QWidget()
        page = ScrolledPage()
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._body)
        self._column.addWidget(self._below)
        self._column.addStretch(1)
        self.setWidget(page)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Description of the source"))
        self.show_source(None)

    def show_source(self, source: Source | None) -> None:
        """Show this source, or nothing."""
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        if source is not None:
            self._fill(column, source)
        self._column.replaceWidget(self._body, body)
        self._body.hide()
        self._body.deleteLater()
        self._body = body
        self._below.setVisible(source is not None)

    def _fill(self, column: QVBoxLayout, source: Source) -> None:
        title = WrappedLabel(source.title).selectable()
        title.setFont(theme.reading_font(13, weight=600))
        column.addWidget(title)
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(6)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        for field in SOURCE_FIELDS[1:]:
            value = _value(source, field.name)
            if value:
                form.addRow(_caption(_(field.label).replace("&", "")), WrappedLabel(value).selectable())
        form.addRow(_caption(_("Script")), WrappedLabel(script_label(source.script)))
        form.addRow(_caption(_("Brought in")), WrappedLabel(local_day_and_time(source.made_at)))
        column.addLayout(form)
        edit = QPushButton(_("Describe this source…"))
        edit.setIcon(icons.icon("edit"))
        edit.setEnabled(not self._read_only)
        edit.clicked.connect(self.edit_requested)
        column.addWidget(edit, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(4)
        column.addWidget(_caption(_("Cited as")))
        column.addWidget(WrappedLabel(citation_text(source)).selectable())


def _value(source: Source, name: str) -> str:
    value = getattr(source, name)
    if isinstance(value, SourceKind):
        return kind_label(value)
    return format_date(value) if name == "date" else str(value)


def _caption(text: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName("muted")
    return label
