"""The people, units and places of a form: chips that can be taken off, and a line to add more by any of their names."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QToolButton, QWidget

from archive_app.core.kind_labels import authority_kind_label
from archive_app.core.kinds import AuthorityKind
from archive_app.core.translation import _
from archive_app.services.access_points import Choice, NewName
from archive_app.services.authorities import Named
from archive_app.ui import icons, theme
from archive_app.ui.flow_layout import FlowLayout
from archive_app.ui.labels import short
from archive_app.ui.letting_through import let_through
from archive_app.ui.library_rows import AUTHORITY_ICONS
from archive_app.ui.name_completer import NameCompleter
from archive_app.ui.name_stock import NameStock
from archive_app.ui.plain_text import tip

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NameChip(QWidget):
    """One name with a button that takes it off."""

    removed = Signal(object)

    def __init__(self, choice: Choice, kind: AuthorityKind, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = choice
        self.setObjectName("chip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        new = isinstance(choice, NewName)
        said = _("{name}, {kind}, without a record yet") if new else _("{name}, {kind}")
        self.setToolTip(tip(said.format(name=name, kind=authority_kind_label(kind))))
        sign = QLabel()
        sign.setPixmap(
            icons.pixmap(AUTHORITY_ICONS[kind], 14, theme.colours().muted, self.devicePixelRatioF())
        )
        label = QLabel(short(name, 40))
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setFont(theme.interface_font(-0.5))
        self.button = QToolButton()
        self.button.setIconSize(QSize(10, 10))
        self.button.setFixedSize(18, 18)
        self.button.setStyleSheet("padding: 1px")
        icons.put(self.button, "close")
        self.button.setAccessibleName(_("Take off {name}").format(name=name))
        self.button.setToolTip(_("Take off; the record stays"))
        self.button.clicked.connect(lambda: self.removed.emit(self.choice))
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 2, 4, 2)
        row.setSpacing(4)
        row.addWidget(sign)
        row.addWidget(label)
        row.addWidget(self.button)


class NamesField(QWidget):
    """`edited` carries all that is chosen whenever the person has added a name or taken one off."""

    edited = Signal(list)

    def __init__(self, stock: NameStock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen: dict[Choice, tuple[AuthorityKind, str]] = {}
        self.stock = stock
        self._chips: list[NameChip] = []
        self.line = QLineEdit()
        self.line.setPlaceholderText(_("Add a person, unit or place…"))
        self.line.setAccessibleName(_("Add a person, unit or place"))
        self.line.setMinimumWidth(110)
        self.line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.line.installEventFilter(self)
        let_through(self.line)
        self.setFocusProxy(self.line)
        self.completer = NameCompleter(self.line, stock, makes_new=True)
        self.completer.taken.connect(self._on_taken)
        self._flow = FlowLayout(self)
        self._flow.addWidget(self.line)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def choices(self) -> list[Choice]:
        """What is chosen, in the order of the chips."""
        return list(self._chosen)

    @property
    def chips(self) -> list[NameChip]:
        """The chips as shown."""
        return list(self._chips)

    def set_names(self, names: Sequence[Named]) -> None:
        """Show these instead; what is being typed stays."""
        wanted: dict[Choice, tuple[AuthorityKind, str]] = {
            named.authority.id: (named.authority.kind, named.authority.name) for named in names
        }
        if wanted != self._chosen or list(wanted) != list(self._chosen):
            self._chosen = wanted
            self._show()

    def add(self, choice: Choice, *, quietly: bool = False) -> None:
        """Choose one more; `quietly` for what the person chose elsewhere."""
        known = self._about(choice)
        if known is None or choice in self._chosen:
            return
        self._chosen[choice] = known
        self._show()
        if not quietly:
            self.edited.emit(self.choices)

    def _about(self, choice: Choice) -> tuple[AuthorityKind, str] | None:
        if isinstance(choice, NewName):
            return choice.kind, choice.name
        named = self.stock.named(choice)
        return (named.authority.kind, named.authority.name) if named else None

    def commit(self) -> None:
        """Take what was typed and not chosen: the first that is offered for it."""
        if self.line.text().strip():
            self.completer.take_first()

    def settle(self) -> None:
        """Take what was typed and left standing: the record of just that name, else a new one."""
        if self.line.text().strip():
            self.completer.take_as_typed()

    def _on_taken(self, choice: Choice, _name: str) -> None:
        self.line.clear()
        self.add(choice)

    def _on_removed(self, choice: Choice) -> None:
        self._chosen.pop(choice, None)
        self._show()
        self.edited.emit(self.choices)
        self.line.setFocus()

    def _show(self) -> None:
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = []
        before: QWidget = self.line
        for place, (choice, (kind, name)) in enumerate(self._chosen.items()):
            chip = NameChip(choice, kind, name, self)
            chip.removed.connect(self._on_removed)
            self._flow.insert_widget(place, chip)
            self._chips.append(chip)
            chip.show()
            QWidget.setTabOrder(before, chip.button)
            before = chip.button
        self._flow.invalidate()
        self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            typed = self.line.text()
            if event.key() == Qt.Key.Key_Backspace and not typed and self._chosen:
                self._on_removed(list(self._chosen)[-1])
                return True
            if event.key() in _ENTER and typed.strip():
                self.commit()
                return True
        return super().eventFilter(watched, event)
