"""Before going back in the history: what would be taken back, and what would be done again."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from archive_app.core.records import Operation
from archive_app.core.translation import _, ngettext
from archive_app.services.history import GoingBack
from archive_app.ui import icons, theme
from archive_app.ui.dates import local_day_and_time
from archive_app.ui.plain_text import plain_label, tip

_MOST = 500


class GoingBackDialog(QDialog):
    """Accepted where the person wants to go back."""

    def __init__(self, point: str, way: GoingBack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Go back in the history"))
        self.resize(560, 420)
        question = QLabel(_("Bring the archive back to where it was right after this?"))
        where = plain_label(point, wrap=True)
        where.setFont(theme.interface_font(0.5, weight=650))
        self.list = QListWidget()
        self.list.setObjectName("card")
        self.list.setAccessibleName(_("What changes"))
        for said, actions, icon in (
            (
                ngettext("{count} action is taken back", "{count} actions are taken back", len(way.taken)),
                way.taken,
                "undo",
            ),
            (
                ngettext("{count} action is done again", "{count} actions are done again", len(way.again)),
                way.again,
                "redo",
            ),
        ):
            if actions:
                self._add(said.format(count=f"{len(actions):,}"), actions, icon)
        hint = QLabel(
            _(
                "All of it happens in one step, or nothing does. Undo (Ctrl+Z) brings you back to where you are now."
            )
        )
        hint.setObjectName("muted")
        hint.setWordWrap(True)
        buttons = QDialogButtonBox()
        self.go = buttons.addButton(_("&Go back"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setDefault(True)
        buttons.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        for widget in (question, where, self.list, hint, buttons):
            layout.addWidget(widget)
        self.finished.connect(self.deleteLater)

    def _add(self, heading: str, actions: Sequence[Operation], icon: str) -> None:
        item = QListWidgetItem(heading)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = self.font()
        font.setBold(True)
        item.setFont(font)
        self.list.addItem(item)
        for action in actions[:_MOST]:
            row = QListWidgetItem(icons.icon(icon), action.name)
            row.setToolTip(tip(f"{local_day_and_time(action.at)}  {action.author}"))
            self.list.addItem(row)
        left = len(actions) - _MOST
        if left > 0:
            said = ngettext("and {count} more", "and {count} more", left).format(count=f"{left:,}")
            self.list.addItem(said)
