"""The tags that were used lately, each under a number that stays the same while a person works: Alt+1 to Alt+9."""

from functools import partial

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from archive_app.core.changes import Changes
from archive_app.core.translation import _
from archive_app.services import tagging
from archive_app.ui import icons, theme
from archive_app.ui.actions import Actions, set_tip
from archive_app.ui.flow_layout import FlowLayout
from archive_app.ui.labels import short
from archive_app.ui.plain_text import tip
from archive_app.ui.session import Session

_NAME = 18
_DOT = 12


class RecentTags(QObject):
    """The tags by their numbers, kept up with every change."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._places: list[tagging.NumberedTag | None] = tagging.recent_tags(session.archive)
        session.changed.connect(self._on_changed)

    @property
    def numbered(self) -> list[tuple[int, tagging.NumberedTag]]:
        """The tags with their numbers."""
        return [(number, one) for number, one in enumerate(self._places, start=1) if one is not None]

    def label(self, one: tagging.NumberedTag) -> str:
        """The tag's name, or its path where another one that has a number is called the same."""
        alike = [other for _number, other in self.numbered if other.tag.name == one.tag.name]
        return one.tag.name if len(alike) == 1 else one.path

    def get(self, number: int) -> tagging.NumberedTag | None:
        """The tag with a number."""
        return self._places[number - 1] if number <= len(self._places) else None

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches("tags", "annotation_tags"):
            before = self._places
            self._places = tagging.recent_tags(self._session.archive, before)
            if self._places != before:
                self.changed.emit()


def recent_tags(session: Session) -> RecentTags:
    """The one that all views of a session share."""
    found = session.findChild(RecentTags)
    return found if isinstance(found, RecentTags) else RecentTags(session)


class RecentTagRow(QWidget):
    """The tags as small buttons with their numbers; none takes the keyboard, for all have keys."""

    pressed = Signal(int)
    resized = Signal()

    def __init__(self, tags: RecentTags, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tags = tags
        self._carried: frozenset[str] = frozenset()
        self.buttons: dict[int, QToolButton] = {}
        self._flow = FlowLayout(self, spacing=2)
        tags.changed.connect(self._show)
        theme.state.changed.connect(self._show)
        self._show()

    def show_carried(self, tag_ids: frozenset[str]) -> None:
        """Show these tags as put on."""
        self._carried = tag_ids
        for number, one in self._tags.numbered:
            if number in self.buttons:
                self.buttons[number].setChecked(one.tag.id in tag_ids)

    def _show(self) -> None:
        for button in self.buttons.values():
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = {
            number: self._button(number, one, self._tags.label(one)) for number, one in self._tags.numbered
        }
        self.show_carried(self._carried)
        if not self.buttons or self.parentWidget() is not None:  # without a parent it would be a window
            self.setVisible(bool(self.buttons))
        self._flow.invalidate()
        self.resized.emit()

    def _button(self, number: int, one: tagging.NumberedTag, label: str) -> QToolButton:
        tag = one.tag
        button = QToolButton()
        button.setText(f"{number}  {short(label, _NAME)}".replace("&", "&&"))
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setFont(theme.interface_font(-1))
        button.setStyleSheet("padding: 2px 7px")
        if tag.colour is not None:
            button.setIcon(icons.dot(theme.dot(tag.colour), _DOT))
            button.setIconSize(QSize(_DOT, _DOT))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setAccessibleName(one.path)
        button.setToolTip(tip(_("{tag} (Alt+{number})").format(tag=one.path, number=number)))
        button.clicked.connect(partial(self._on_clicked, number))
        self._flow.addWidget(button)
        button.show()
        return button

    def _on_clicked(self, number: int, _checked: bool = False) -> None:
        self.show_carried(self._carried)  # what is really on it, the archive will tell
        self.pressed.emit(number)

    def wanted_width(self) -> int:
        """How wide the buttons are side by side."""
        space = self._flow.spacing()
        return sum(button.sizeHint().width() + space for button in self.buttons.values())

    def height_for(self, width: int) -> int:
        """How high the buttons are at a width."""
        return self._flow.heightForWidth(width) if self.buttons else 0


class RecentTagActions(QObject):
    """Names the actions of the window after the tags that they put on."""

    def __init__(self, actions: Actions, tags: RecentTags) -> None:
        super().__init__(tags)
        self._actions = actions
        self._tags = tags
        tags.changed.connect(self._name)
        self._name()

    def _name(self) -> None:
        for number in range(1, tagging.RECENT + 1):
            action, one = self._actions[f"tag_{number}"], self._tags.get(number)
            text = _("Tag &{number}: {tag}") if one else _("Tag &{number}")
            action.setText(text.format(number=number, tag=one.path.replace("&", "&&") if one else ""))
            set_tip(action, action.text())
