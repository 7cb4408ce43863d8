"""What one action did: its records, and under each the fields before and after."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from archive_app.core.translation import _, ngettext
from archive_app.services.history_details import Details, RecordChange, how_label
from archive_app.ui import theme
from archive_app.ui.dates import local_day_and_time
from archive_app.ui.labels import short
from archive_app.ui.plain_text import plain_label, tip

_OPEN_UP_TO = 12
_LETTERS = 160
_RECORD = Qt.ItemDataRole.UserRole


class HistoryDetailsView(QWidget):
    """`record_chosen` carries id and name of a record whose whole history is wanted (Enter or double click on it)."""

    record_chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = plain_label(wrap=True)
        self.title.setFont(theme.interface_font(0.5, weight=650))
        self.about = plain_label(wrap=True)
        self.about.setObjectName("muted")
        self.tree = QTreeWidget()
        self.tree.setHeaderHidden(True)
        self.tree.setFrameShape(QFrame.Shape.NoFrame)
        self.tree.setWordWrap(True)
        self.tree.setAccessibleName(_("Records that the action touched"))
        self.tree.itemActivated.connect(self._on_activated)
        self.hint = QLabel(_("Enter on a record shows all that was done to it."))
        self.hint.setObjectName("muted")
        self.hint.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.title)
        layout.addWidget(self.about)
        layout.addWidget(self.tree, 1)
        layout.addWidget(self.hint)
        self.show_details(None)

    def show_details(self, told: Details | None) -> None:
        """Show what an action did, or nothing."""
        self.tree.clear()
        self.hint.setVisible(told is not None)
        self.tree.setVisible(told is not None)
        if told is None:
            self.title.setText("")
            self.about.setText(_("Choose an action to see what it did."))
            return
        action = told.action
        self.title.setText(action.name)
        state = _("undone at present") if action.undone else ""
        known = (local_day_and_time(action.at), action.author, state)
        self.about.setText(" · ".join(part for part in known if part))
        for record in told.records:
            self.tree.addTopLevelItem(_item(record))
        left = told.total - len(told.records)
        if left:
            said = ngettext("and {count} more record", "and {count} more records", left)
            self.tree.addTopLevelItem(QTreeWidgetItem([said.format(count=f"{left:,}")]))
        if told.total <= _OPEN_UP_TO:
            self.tree.expandAll()

    def _on_activated(self, item: QTreeWidgetItem) -> None:
        record = item.data(0, _RECORD)
        if isinstance(record, RecordChange):
            self.record_chosen.emit(record.record_id, record.title or record.kind)


def _item(record: RecordChange) -> QTreeWidgetItem:
    said = _("{kind} “{title}”: {what}").format(
        kind=record.kind, title=short(record.title), what=how_label(record.how)
    )
    item = QTreeWidgetItem([said])
    item.setData(0, _RECORD, record)
    for field in record.fields:
        before, after = short(field.before, _LETTERS), short(field.after, _LETTERS)
        if before and after:
            words = _("{field}: {before} → {after}").format(field=field.label, before=before, after=after)
        elif after:
            words = _("{field}: {value}").format(field=field.label, value=after)
        else:
            words = _("{field}: {value} (before)").format(field=field.label, value=before)
        child = QTreeWidgetItem([words])
        child.setToolTip(0, tip("\n→\n".join(part for part in (field.before, field.after) if part)))
        item.addChild(child)
    return item
