"""What a person writes about a proposal: a new event, and what the source states."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from archive_app.core.translation import _
from archive_app.services.proposing import NewEvent, Statement
from archive_app.ui import theme
from archive_app.ui.agreement_chip import AgreementChip
from archive_app.ui.date_field import DateField, set_wrong


class _Form(QFrame):
    """Lines with captions. `entered` tells of Enter in one of them, `left` of Escape."""

    entered = Signal()
    left = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("linkcard")
        self.setAccessibleName(name)
        self.form = QFormLayout()
        self.form.setContentsMargins(0, 0, 0, 0)
        self.form.setHorizontalSpacing(8)
        self.form.setVerticalSpacing(4)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.lines: list[QLineEdit] = []

    def add_line(self, caption: str, name: str, field: QWidget, line: QLineEdit) -> None:
        """Add a line with its caption; `name` is what a screen reader says."""
        label = QLabel(caption)
        label.setObjectName("muted")
        label.setFont(theme.interface_font(-0.5))
        label.setMinimumHeight(28)
        label.setBuddy(field)
        line.setAccessibleName(name)
        line.installEventFilter(self)
        self.form.addRow(label, field)
        self.lines.append(line)

    def find_fault(self) -> bool:
        """Put the keyboard into a line that cannot be taken as it is, if there is one; whether there is."""
        for line in self.lines:
            if self.is_wrong(line):
                set_wrong(line, True)
                line.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False

    def is_wrong(self, line: QLineEdit) -> bool:
        """Whether a line cannot be taken as it is."""
        del line
        return False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Escape are the panel's."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched in self.lines:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.entered.emit()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.left.emit()
                return True
        return super().eventFilter(watched, event)


class NewEventForm(_Form):
    """An event to be made: proposed words, to be changed or taken as they are."""

    def __init__(self) -> None:
        super().__init__(_("New event"))
        self.title, self.when, self.place = QLineEdit(), DateField(), QLineEdit()
        self.button = QPushButton(_("Make this event"))
        self.button.clicked.connect(self.entered)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(AgreementChip("key", "N"))
        caption = QLabel(_("New event"))
        caption.setFont(theme.interface_font(weight=600))
        head.addWidget(caption, 1)
        head.addWidget(self.button)
        self.add_line(_("Title"), _("Title of the new event"), self.title, self.title)
        self.add_line(_("Date"), _("Date of the new event"), self.when, self.when.line)
        self.add_line(_("Place"), _("Place of the new event"), self.place, self.place)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 10)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(self.form)

    def show_event(self, new: NewEvent) -> None:
        """Propose an event."""
        set_wrong(self.title, False)
        self.title.setText(new.title)
        self.title.setCursorPosition(0)
        self.when.set_text(new.when)
        self.place.setText(new.place)

    def is_wrong(self, line: QLineEdit) -> bool:
        """An event has a title, and a date that can be read or none."""
        if line is self.title:
            return not line.text().strip()
        return line is self.when.line and bool(self.when.error())

    def event_wanted(self) -> NewEvent:
        """The event as it is written there."""
        return NewEvent(title=self.title.text(), when=self.when.text(), place=self.place.text())


class StatementForm(_Form):
    """What this source states: the date that was read, and perhaps where and who."""

    def __init__(self) -> None:
        super().__init__(_("What this source says"))
        self.when, self.where, self.who = DateField(), QLineEdit(), QLineEdit()
        self.when.line.setPlaceholderText(_("such as 15.10.1944"))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(AgreementChip("key", "E"))
        caption = QLabel(_("This source says"))
        caption.setFont(theme.interface_font(weight=600))
        head.addWidget(caption, 1)
        self.add_line(_("When"), _("When this source says it was"), self.when, self.when.line)
        self.add_line(_("Where"), _("Where this source says it was"), self.where, self.where)
        self.add_line(_("Who"), _("Who this source says did it"), self.who, self.who)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 10)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(self.form)

    def show_statement(self, says: Statement) -> None:
        """Show what was read in the passage."""
        self.when.set_text(says.when)
        self.where.setText(says.where)
        self.who.setText(says.who)

    def is_wrong(self, line: QLineEdit) -> bool:
        """The date can be read, or there is none."""
        return line is self.when.line and bool(self.when.error())

    def statement(self) -> Statement:
        """What the source states, as it is written there."""
        return Statement(when=self.when.text(), where=self.where.text().strip(), who=self.who.text().strip())
