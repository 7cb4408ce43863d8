"""What a source says about an event: the event's title, and when, where and who according to this passage."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from archive_app.core.dates import editable_date, format_date
from archive_app.core.kinds import AuthorityKind
from archive_app.core.records import Event, Link
from archive_app.core.translation import N_, _
from archive_app.services.access_points import Choice
from archive_app.ui import icons, theme
from archive_app.ui.date_field import DateField
from archive_app.ui.letting_through import let_through
from archive_app.ui.link_label import LinkLabel
from archive_app.ui.link_names import LinkNames
from archive_app.ui.name_completer import NameCompleter
from archive_app.ui.note_edit import SAVE_AFTER_MS
from archive_app.ui.session import Session

FIELDS = (
    ("says_when", N_("Says when")),
    ("says_where", N_("Says where")),
    ("says_who", N_("Says who")),
    ("note", N_("Remark")),
)


class LinkEditor(QFrame):
    """One link. `edited` carries its id and the fields that were changed, once they can be read."""

    edited = Signal(str, dict)
    removed = Signal(str)
    event_requested = Signal(str)

    def __init__(
        self, session: Session, link: Link, event: Event | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.names = LinkNames(session, link.id)
        self.setObjectName("linkcard")
        self.link_id = link.id
        self.event_id = link.event_id
        self._link = replace(link, says_when="", says_where="", says_who="", note="")
        self._wanted: dict[str, str] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_AFTER_MS)
        self._timer.timeout.connect(self.flush)
        self.title = LinkLabel()
        self.title.setFont(theme.interface_font(weight=600))
        self.title.setToolTip(_("Open the event"))
        self.title.clicked.connect(lambda: self.event_requested.emit(self.event_id))
        self.date = QLabel()
        self.date.setObjectName("muted")
        self.when = DateField()
        self.when.line.setPlaceholderText(_("such as 15.10.1944"))
        self.lines: dict[str, QLineEdit] = {"says_when": self.when.line}
        self.completers: dict[str, NameCompleter] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 10)
        layout.setSpacing(6)
        layout.addLayout(self._head())
        layout.addLayout(self._form())
        QWidget.setTabOrder(self.lines["says_who"], self.names.line)
        QWidget.setTabOrder(self.names.line, self.lines["note"])
        self.show_link(link, event)
        theme.state.changed.connect(self._take_up_look)
        self._take_up_look()
        for line in self.lines.values():
            line.textEdited.connect(self._on_typed)
            line.editingFinished.connect(self.flush)
            let_through(line)

    def _head(self) -> QHBoxLayout:
        icon = self._icon = QLabel()
        remove = QToolButton()
        remove.setIconSize(QSize(14, 14))
        icons.put(remove, "close")
        remove.setToolTip(_("Remove the link; the event stays"))
        remove.setAccessibleName(_("Remove the link to the event"))
        remove.clicked.connect(lambda: self.removed.emit(self.link_id))
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.date)
        row.addLayout(words, 1)
        row.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(8)
        form.setVerticalSpacing(4)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, label in FIELDS:
            field: QWidget = self.when
            if name != "says_when":
                self.lines[name] = QLineEdit()
                field = self.lines[name]
            caption = QLabel(_(label))
            caption.setObjectName("muted")
            caption.setFont(theme.interface_font(-0.5))
            caption.setMinimumHeight(28)
            caption.setBuddy(field)
            self.lines[name].setAccessibleName(_(label))
            form.addRow(caption, field)
            if name == "says_who":
                self._add_names(form)
        return form

    def _add_names(self, form: QFormLayout) -> None:
        """A name that is chosen in the lines above is written there and named by the source, too."""
        caption = QLabel(_("Names"))
        caption.setObjectName("muted")
        caption.setFont(theme.interface_font(-0.5))
        caption.setMinimumHeight(28)
        caption.setBuddy(self.names)
        form.addRow(caption, self.names)
        kinds = {
            "says_where": (AuthorityKind.PLACE,),
            "says_who": (AuthorityKind.PERSON, AuthorityKind.UNIT),
        }
        for name, some in kinds.items():
            completer = NameCompleter(self.lines[name], self.names.stock, some, in_list=name == "says_who")
            completer.taken.connect(partial(self._on_name_taken, completer))
            self.completers[name] = completer

    def _on_name_taken(self, completer: NameCompleter, choice: Choice, name: str) -> None:
        """What the line says now and the name that was chosen are saved together."""
        completer.put(name)
        self._timer.stop()
        self._wanted = self.changed_values()
        self.names.add_with(choice, self._wanted)

    def _take_up_look(self) -> None:
        self._icon.setPixmap(icons.pixmap("event", 16, theme.colours().muted, self.devicePixelRatioF()))
        icons.refresh(self)

    def show_link(self, link: Link, event: Event | None) -> None:
        """Show the link as it is now; what the person is in the middle of typing stays."""
        before, self._link = self._link, link
        self.title.setText(event.title if event else "")
        self.date.setText(format_date(event.when) if event else "")
        self.date.setVisible(bool(self.date.text()))
        self._wanted = {}
        for name, line in self.lines.items():
            old, new = str(getattr(before, name)), str(getattr(link, name))
            typed = line.text().strip()
            if typed in (old, _shown(name, old)) and typed not in (new, _shown(name, new)):
                line.setText(_shown(name, new))
                line.setCursorPosition(0)

    def show_drafts(self, drafts: Mapping[str, str]) -> None:
        """Show what was typed before and could not be saved."""
        for name, text in drafts.items():
            self.lines[name].setText(text)

    def drafts(self) -> dict[str, str]:
        """What was typed and cannot be saved as it is: a date that cannot be read."""
        return {"says_when": self.when.text()} if self.when.error() else {}

    def changed_values(self) -> dict[str, str]:
        """The fields that are not as in the archive and can be saved."""
        values = {}
        for name, line in self.lines.items():
            text, known = line.text().strip(), str(getattr(self._link, name))
            if text in (known, _shown(name, known)) or (name == "says_when" and self.when.error()):
                continue
            values[name] = text
        return values

    def flush(self) -> None:
        """Save now what can be saved."""
        self._timer.stop()
        values = self.changed_values()
        if values and values != self._wanted:
            self._wanted = values
            self.edited.emit(self.link_id, values)

    def _on_typed(self) -> None:
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.flush()


def _shown(name: str, value: str) -> str:
    """A date in words, where the words can be read back; everything else as it is."""
    return editable_date(value) if name == "says_when" else value
