"""Tags as chips that can be taken off, with a line to add more."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QToolButton, QWidget

from archive_app.core.tags import is_from_top, join_path, split_path
from archive_app.core.translation import _
from archive_app.ui import icons, theme
from archive_app.ui.flow_layout import FlowLayout
from archive_app.ui.folded_completer import FoldedCompleter
from archive_app.ui.letting_through import let_through


class TagChip(QWidget):
    """One tag with a button that takes it off."""

    removed = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self.setObjectName("chip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        label = QLabel(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setFont(theme.interface_font(-0.5))
        self.button = QToolButton()
        self.button.setIconSize(QSize(10, 10))
        self.button.setFixedSize(18, 18)
        self.button.setStyleSheet("padding: 1px")
        icons.put(self.button, "close")
        self.button.setAccessibleName(_("Take off the tag {name}").format(name=name))
        self.button.setToolTip(_("Take off"))
        self.button.clicked.connect(lambda: self.removed.emit(self.name))
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 2, 4, 2)
        row.setSpacing(2)
        row.addWidget(label)
        row.addWidget(self.button)


class TagEdit(QWidget):
    """The tags of one record. `edited` carries all of them whenever the person has added one or taken one off."""

    edited = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: list[str] = []
        self._chips: list[TagChip] = []
        self._known: list[str] = []
        self.line = QLineEdit()
        self.line.setPlaceholderText(_("Add a tag…"))
        self.line.setAccessibleName(_("Add a tag"))
        self.line.setMinimumWidth(110)
        self.line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.offers = FoldedCompleter(self.line)
        self.offers.taken.connect(self._on_taken)
        self.line.returnPressed.connect(self.commit)
        self.line.textEdited.connect(self._on_typed)
        self.line.installEventFilter(self)
        let_through(self.line)
        self.setFocusProxy(self.line)
        self._flow = FlowLayout(self)
        self._flow.addWidget(self.line)

    @property
    def names(self) -> list[str]:
        """The tags as shown."""
        return list(self._names)

    def set_known(self, names: Iterable[str]) -> None:
        """The tags that exist in the archive, offered while typing."""
        known = list(names)
        if known == self._known:
            return
        self._known = known
        self.offers.clear()
        for name in known:
            self.offers.add(QStandardItem(name), name)

    def set_names(self, names: Sequence[str]) -> None:
        """Show these tags; what is being typed stays."""
        if list(names) == self._names:
            return
        self._names = list(names)
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = []
        for place, name in enumerate(self._names):
            chip = TagChip(name, self)
            chip.removed.connect(self._on_removed)
            self._flow.insert_widget(place, chip)
            self._chips.append(chip)
            chip.show()
        self._flow.invalidate()
        self.updateGeometry()

    def commit(self) -> None:
        """Take what was typed as tags; commas stand between several."""
        have = {name.casefold() for name in self._names}
        added = []
        for part in self.line.text().split(","):
            name = self._known_as(part) or join_path(split_path(part))
            if name and name.casefold() not in have:
                have.add(name.casefold())
                added.append(f"/{name}" if is_from_top(part) else name)
        self.line.clear()
        self.offers.list.hide()
        if added:
            self._change([*self._names, *added])

    def _known_as(self, typed: str) -> str | None:
        """The tag that is written just so: a stroke may belong to a name from before there was a hierarchy."""
        said = " ".join(typed.split()).casefold()
        return next((name for name in self._known if name.casefold() == said), None)

    def _change(self, names: list[str]) -> None:
        self.set_names(names)
        self.edited.emit(names)

    def _on_removed(self, name: str) -> None:
        self._change([one for one in self._names if one != name])
        self.line.setFocus()

    def _on_taken(self, row: QStandardItem) -> None:
        self.line.setText(row.text())
        self.commit()

    def _on_typed(self, text: str) -> None:
        if text.endswith(","):
            self.commit()
        elif text.strip():
            self.offers.offer(text)
        else:
            self.offers.list.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            empty = not self.line.text() and bool(self._names)
            if empty and event.key() == Qt.Key.Key_Backspace:
                self._change(self._names[:-1])
                return True
        return super().eventFilter(watched, event)
