"""Two records of people, units or places side by side, before they become one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QLabel,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from archive_app.core.kind_labels import authority_kind_label
from archive_app.core.translation import _, ngettext
from archive_app.services import authority_merging
from archive_app.services.authorities import Named, get_authority
from archive_app.services.authority_merging import Compared
from archive_app.services.authority_uses import use_counts
from archive_app.ui import theme
from archive_app.ui.labels import short
from archive_app.ui.plain_text import tip
from archive_app.ui.saving_dialog import SavingDialog
from archive_app.ui.session import Session
from archive_app.ui.wrapped_label import WrappedLabel

_LEFT, _RIGHT = 1, 2
_LONGEST = 200


class MergeDialog(SavingDialog):
    """The record on the left stays, with what is chosen; the one on the right goes to the trash.

    `merged` carries the record that both have become.
    """

    merged = Signal(object)

    def __init__(self, session: Session, kept_id: str, other_id: str, parent: QWidget | None = None) -> None:
        """Raises NotFound where one of the two was deleted."""
        kept, other = (get_authority(session.archive, known) for known in (kept_id, other_id))
        super().__init__(session, _("&Merge"), parent)
        self.setWindowTitle(_("Merge two records"))
        self.resize(720, 380)
        self._kept, self._other = kept, other
        self._uses = use_counts(session.archive)
        self.choices: dict[str, tuple[QRadioButton, QRadioButton]] = {}
        """Where both say something else: what the record that stays says, and what the other says."""
        self._build()
        self.save_button.setFocus()

    def _build(self) -> None:
        hint = WrappedLabel(
            _(
                "All names, both notes and all that has to do with either stay. The right record goes to the trash."
            ),
            muted=True,
        )
        inner = QWidget()
        inner.setLayout(self._grid())
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(hint)
        layout.addWidget(area, 1)
        layout.addWidget(self.error)
        layout.addWidget(self.buttons)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(10)
        for column in (_LEFT, _RIGHT):
            grid.setColumnStretch(column, 1)
        for column, words in ((_LEFT, _("Stays")), (_RIGHT, _("Becomes a part of it"))):
            heading = QLabel(words)
            heading.setFont(theme.interface_font(weight=650))
            grid.addWidget(heading, 0, column)
        for row in authority_merging.compare(self._kept, self._other):
            self._add_compared(grid, row)
        pairs = [
            (_("Kind"), *(authority_kind_label(one.authority.kind) for one in self._both)),
            (_("Other names"), *("\n".join(one.names[1:]) for one in self._both)),
            (_("Note"), *(short(one.authority.note, _LONGEST) for one in self._both)),
            (_("Has to do with"), *(self._events(one) for one in self._both)),
        ]
        for label, left, right in pairs:
            if left or right:
                self._add_row(grid, label, WrappedLabel(left or "–"), WrappedLabel(right or "–"))
        grid.setRowStretch(grid.rowCount(), 1)
        return grid

    @property
    def _both(self) -> tuple[Named, Named]:
        return self._kept, self._other

    def _events(self, named: Named) -> str:
        count = self._uses.get(named.authority.id, 0)
        return ngettext("{count} event", "{count} events", count).format(count=count)

    def _add_compared(self, grid: QGridLayout, row: Compared) -> None:
        """What the person can choose is a radio button in each column; the form of `row` has the kept one first."""
        if not row.one and not row.other:
            return
        if not row.differs:
            self._add_row(grid, row.label, WrappedLabel(row.one or "–"), WrappedLabel(row.other or "–"))
            return
        left, right = (QRadioButton(short(words, 60).replace("&", "&&")) for words in (row.one, row.other))
        group = QButtonGroup(self)
        for button, words in ((left, row.one), (right, row.other)):
            group.addButton(button)
            button.setToolTip(tip(words))
            button.setAccessibleName(_("{label}: {words}").format(label=row.label, words=words))
        left.setChecked(True)
        self.choices[row.field] = (left, right)
        self._add_row(grid, row.label, left, right)

    def _add_row(self, grid: QGridLayout, label: str, left: QWidget, right: QWidget) -> None:
        caption = QLabel(label)
        caption.setObjectName("muted")
        at = grid.rowCount()
        for column, widget in enumerate((caption, left, right)):
            grid.addWidget(widget, at, column, Qt.AlignmentFlag.AlignTop)

    def save(self) -> None:
        """Make one record of both and close; stay open and say why where that is not possible."""
        take = [field for field, (_left, right) in self.choices.items() if right.isChecked()]
        one, other = self._other.authority.id, self._kept.authority.id
        self.write(authority_merging.merge_authorities, one, other, take=take)

    def on_saved(self, record: Named) -> None:
        """Tell which record both have become."""
        self.merged.emit(record)
        super().on_saved(record)
