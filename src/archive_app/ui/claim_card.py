"""What one passage of one source says about an event."""

from collections.abc import Sequence
from itertools import combinations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from archive_app.core.chronology import apart
from archive_app.core.dates import format_date
from archive_app.core.records import Event, Link, Source
from archive_app.core.translation import _
from archive_app.services.events import Claim
from archive_app.ui import icons, theme
from archive_app.ui.labels import short
from archive_app.ui.link_label import LinkLabel
from archive_app.ui.wrapped_label import WrappedLabel

_QUOTE = 600


def differs(link: Link, event: Event) -> bool:
    """Whether the source gives a date on which, by the archive, the event cannot have been."""
    return bool(link.says_when and event.when) and _apart(link, event)


def disagree(links: Sequence[Link]) -> bool:
    """Whether two of these statements give dates that cannot both be right."""
    dated = [link for link in links if link.says_when]
    return any(_apart(one, other) for one, other in combinations(dated, 2))


def _apart(one: Link | Event, other: Link | Event) -> bool:
    """Whether two dates have no day in common."""
    return apart((one.first_day, one.last_day), (other.first_day, other.last_day))


class ClaimCard(QFrame):
    """The source, its words in their own script, and when, where and who according to them."""

    place_requested = Signal(str, int, int)
    source_requested = Signal(str)

    def __init__(self, claim: Claim, event: Event, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.claim = claim
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(8)
        column.addLayout(self._source(claim.source))
        quote = WrappedLabel(f"„{short(claim.annotation.quote, _QUOTE)}“")
        quote.setFont(theme.reading_font(11))
        bar = QFrame()
        colour = claim.annotation.colour
        shade = theme.dot(colour) if colour else theme.colour("edge")
        bar.setStyleSheet(f"background: {shade.name()}; border-radius: 1px")
        bar.setFixedWidth(3)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(bar)
        row.addWidget(quote, 1)
        column.addLayout(row)
        column.addLayout(self._says(claim.link, event))
        if claim.annotation.note:
            column.addWidget(WrappedLabel(claim.annotation.note, muted=True).selectable())
        column.addStretch(1)
        self.jump = QPushButton(icons.icon("forward", theme.colours().accent), _("Show in the text"))
        self.jump.setFlat(True)
        self.jump.setStyleSheet("padding: 5px 8px 5px 4px; margin-left: -4px")
        self.jump.clicked.connect(self._on_jump)
        column.addWidget(self.jump, 0, Qt.AlignmentFlag.AlignLeft)

    def _source(self, source: Source | None) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        if source is None:
            column.addWidget(WrappedLabel(_("Not in a source")))
            return column
        title = LinkLabel(source.title)
        title.setFont(theme.interface_font(weight=600))
        title.setToolTip(_("Open the source"))
        title.clicked.connect(lambda: self.source_requested.emit(source.id))
        column.addWidget(title)
        details = ", ".join(
            part for part in (source.creator, format_date(source.date), source.call_number) if part
        )
        if details:
            column.addWidget(WrappedLabel(details, muted=True))
        return column

    def _says(self, link: Link, event: Event) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(4)
        for label, value in (
            (_("When"), format_date(link.says_when)),
            (_("Where"), link.says_where),
            (_("Who"), link.says_who),
            (_("Remark"), link.note),
        ):
            if value:
                caption = QLabel(label)
                caption.setObjectName("muted")
                words = WrappedLabel(value)
                if label == _("When") and differs(link, event):
                    words.setText(_("{date} (differs)").format(date=value))
                    words.setObjectName("differs")
                    words.setWordWrap(False)
                    words.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
                    words.setToolTip(
                        _("The event itself is dated {date}.").format(date=format_date(event.when))
                    )
                form.addRow(caption, words)
        if not form.rowCount():
            form.addRow(WrappedLabel(_("Says neither when, where nor who."), muted=True))
        return form

    def _on_jump(self) -> None:
        one = self.claim.annotation
        if one.text_id is not None and one.span is not None:
            self.place_requested.emit(one.text_id, one.span.start, one.span.end)
