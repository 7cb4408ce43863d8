"""What stands above a text: what it is, by whom and when, where it is kept, and how much of it is worked on."""

from PySide6.QtCore import QLocale, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from archive_app.core.dates import format_date
from archive_app.core.records import Script, Source
from archive_app.core.translation import _, ngettext
from archive_app.ui import icons, theme
from archive_app.ui.labels import kind_label, script_label, script_name
from archive_app.ui.plain_text import tip
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
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.short_title = ElidedLabel()
        self.short_title.setFont(theme.reading_font(12.5, weight=650))
        self.description = _muted()
        self.counts = _muted()
        self.edit = _button("edit", _("Describe this source"))
        self.edit.clicked.connect(self.edit_wanted)
        self.look = _button("look", _("Appearance of the text: font, size, lines"))
        self.contents = _button("list", _("Contents (Ctrl+Shift+O)"))
        self.together = _button("together", _("Scroll both texts together (Ctrl+Shift+Y)"))
        self.together.setCheckable(True)
        self.close_button = _button("close", _("Close this side"))
        self.script = QToolButton()
        self.script.setObjectName("script")
        self.script.setCheckable(True)
        self.script.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        icons.put(self.script, "script")
        head = QHBoxLayout()
        head.setSpacing(theme.SPACE)
        head.addWidget(self.title, 1)
        head.addWidget(self.short_title, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(2)
        for button in (self.contents, self.script, self.look, self.edit, self.together, self.close_button):
            buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addLayout(buttons)
        head.setAlignment(buttons, Qt.AlignmentFlag.AlignTop)
        column = self._column = QVBoxLayout(self)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.description)
        column.addWidget(self.counts)
        self.show_divided(False)

    def show_divided(self, is_divided: bool, *, is_last: bool = False) -> None:
        """Be short where two texts share the room, and offer what there is to do with both."""
        self.title.setVisible(not is_divided)
        self.short_title.setVisible(is_divided)
        self.counts.setVisible(not is_divided)
        self.description.setVisible(not is_divided)
        self.edit.setVisible(not is_divided)
        self.close_button.setVisible(is_divided)
        self.together.setVisible(is_divided and is_last)
        self.look.setVisible(not is_divided or not is_last)
        with_words = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        self.script.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly if is_divided else with_words)
        self._column.setContentsMargins(*(20, 5, 8, 5) if is_divided else (64, 12, 20, 10))

    def show_source(self, source: Source) -> None:
        """Say what the source is; what is not known leaves no trace."""
        self.title.setText(source.title)
        parts = [
            kind_label(source.kind),
            source.creator,
            ": ".join(part for part in (source.place, source.publisher) if part),
            format_date(source.date),
            source.call_number,
        ]
        described = "  ·  ".join(part for part in parts if part)
        self.description.setText(described)
        self.short_title.show_text(source.title, tip(f"{source.title}\n{described}"))
        self.setAccessibleName(source.title)

    def show_script(self, own: Script, shown: Script) -> None:
        """Say in which script the text is shown, and that it is stored in its own."""
        with QSignalBlocker(self.script):
            self.script.setChecked(shown is not own)
        self.script.setText(script_name(shown))
        if shown is own:
            said = _("Read in the other script; the stored text stays as it is (Ctrl+Shift+S)")
        else:
            said = _("Shown in the other script only; back to the stored letters (Ctrl+Shift+S)")
        self.script.setToolTip(tip(said))
        self.script.setAccessibleName(_("Script that is shown: {script}").format(script=script_name(shown)))

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
        # A line ends between two facts, never inside one.
        self.counts.setText("  ·  ".join(part.replace(" ", "\u00a0") for part in parts))


class ElidedLabel(QLabel):
    """One line, cut off with dots where it is too long."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_text(self, text: str, said: str) -> None:
        """Show a text; `said` is shown where the pointer rests on it."""
        self._whole = text
        self.setToolTip(said)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width()))


def _button(icon: str, said: str) -> QToolButton:
    button = QToolButton()
    icons.put(button, icon)
    button.setToolTip(said)
    button.setAccessibleName(said)
    return button


def _number(count: int) -> str:
    return _COUNTS.toString(count)


def _muted() -> WrappedLabel:
    label = WrappedLabel(muted=True)
    label.setFont(theme.interface_font(-0.5))
    return label
