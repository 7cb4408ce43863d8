"""What stands above a text: what it is, by whom and when, where it is kept, and how much of it is worked on."""

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from archive_app.core.dates import format_date
from archive_app.core.records import Source
from archive_app.core.translation import _, ngettext
from archive_app.ui import icons, theme
from archive_app.ui.labels import kind_label, script_label
from archive_app.ui.wrapped_label import WrappedLabel

_COUNTS = QLocale(QLocale.Language.English)


class ReaderHeader(QFrame):
    """Title, description and counts of the source that is shown."""

    edit_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.title = QLabel()
        self.title.setFont(theme.reading_font(16, weight=650))
        self.title.setWordWrap(True)
        self.title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.description = _muted()
        self.counts = _muted()
        self.edit = QToolButton()
        icons.put(self.edit, "edit")
        self.edit.setToolTip(_("Describe this source"))
        self.edit.setAccessibleName(_("Describe this source"))
        self.edit.clicked.connect(self.edit_wanted)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.description)
        words.addWidget(self.counts)
        row = QHBoxLayout(self)
        row.setContentsMargins(64, 14, 20, 10)
        row.setSpacing(theme.SPACE)
        row.addLayout(words, 1)
        row.addWidget(self.edit, 0, Qt.AlignmentFlag.AlignTop)

    def show_source(self, source: Source) -> None:
        """Say what the source is; what is not known leaves no trace."""
        self.title.setText(source.title)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        parts = [
            kind_label(source.kind),
            source.creator,
            ": ".join(part for part in (source.place, source.publisher) if part),
            format_date(source.date),
            source.call_number,
        ]
        self.description.setText("  ·  ".join(part for part in parts if part))
        self.setAccessibleName(source.title)

    def show_counts(self, source: Source, passages: int, length: int, annotations: int, events: int) -> None:
        """Say how long the text is and what was done with it."""
        parts = [
            script_label(source.script),
            ngettext("{count} paragraph", "{count} paragraphs", passages).format(count=_number(passages)),
            ngettext("{count} character", "{count} characters", length).format(count=_number(length)),
            ngettext("{count} annotation", "{count} annotations", annotations).format(
                count=_number(annotations)
            ),
            ngettext("{count} event", "{count} events", events).format(count=_number(events)),
        ]
        self.counts.setText("  ·  ".join(parts))


def _number(count: int) -> str:
    return _COUNTS.toString(count)


def _muted() -> WrappedLabel:
    label = WrappedLabel(muted=True)
    label.setFont(theme.interface_font(-0.5))
    return label
