"""The reading desk: one source, or two side by side, each with its reader."""

from collections.abc import Container
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QSplitter, QVBoxLayout, QWidget

from archive_app.core.translation import _
from archive_app.ui.reader_view import ReaderView
from archive_app.ui.reading_look import ReadingLook
from archive_app.ui.script_memory import ScriptMemory
from archive_app.ui.scrolling_together import ScrollingTogether
from archive_app.ui.session import Session
from archive_app.ui.settings import Settings
from archive_app.ui.text_annotations import text_annotations
from archive_app.ui.typed_corrections import typed_corrections

_LEAST_WIDTH = 215
_BESIDE, _TOGETHER = "reading/beside", "reading/together"


class ReadingDesk(QWidget):
    """Holds the readers. `active` is the one that has the keyboard or had it last: its source is what the rest of the
    window speaks of, and the signals are those of its own.
    """

    source_shown = Signal(str)
    """The source of the active reader; also when the other one becomes active."""
    annotation_clicked = Signal(str)
    edit_requested = Signal(str, str)
    edit_source_requested = Signal(str)
    photo_requested = Signal(str)
    event_requested = Signal(str)
    selection_changed = Signal()
    look_changed = Signal(object)
    script_shown = Signal()
    import_requested = Signal()
    contents_requested = Signal()
    review_requested = Signal()

    def __init__(
        self, session: Session, scripts: ScriptMemory | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Reading desk"))
        self._session = session
        self._scripts = scripts or ScriptMemory()
        self._readers: list[ReaderView] = []
        """Those that are shown, from left to right."""
        self._spare: ReaderView | None = None
        self.together = ScrollingTogether(self)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)
        self.active = self._add()
        self._show_active()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)

    # Which readers there are

    @property
    def readers(self) -> tuple[ReaderView, ...]:
        """Those that are shown, from left to right."""
        return tuple(self._readers)

    @property
    def is_divided(self) -> bool:
        """Whether two sources are side by side."""
        return len(self._readers) > 1

    def other(self) -> ReaderView | None:
        """The reader beside the active one."""
        return next((reader for reader in self._readers if reader is not self.active), None)

    def _add(self) -> ReaderView:
        reader = self._spare or self._make()
        self._spare = None
        self._readers.append(reader)
        self.splitter.insertWidget(len(self._readers) - 1, reader)
        reader.show()
        return reader

    def _make(self) -> ReaderView:
        reader = ReaderView(self._session)
        reader.scripts = self._scripts
        reader.setMinimumWidth(_LEAST_WIDTH)
        reader.source_shown.connect(partial(self._on_source_shown, reader))
        reader.annotation_clicked.connect(partial(self._on_annotation_clicked, reader))
        reader.edit_requested.connect(self.edit_requested)
        reader.edit_source_requested.connect(self.edit_source_requested)
        reader.photo_requested.connect(self.photo_requested)
        reader.event_requested.connect(self.event_requested)
        reader.selection_changed.connect(self.selection_changed)
        reader.look_changed.connect(self.set_look)
        reader.script_switching.connect(self.together.hold)
        reader.script_shown.connect(self.together.go_on)
        reader.script_shown.connect(self.script_shown)
        reader.empty.pressed.connect(self.import_requested)
        reader.header.contents.clicked.connect(self.contents_requested)
        reader.correcting.review_wanted.connect(self.review_requested)
        reader.header.together.toggled.connect(self.scroll_together)
        reader.header.close_button.clicked.connect(partial(self.close_reader, reader))
        return reader

    def can_open_beside(self, source_id: str) -> bool:
        """Whether a source is another one than those that are shown, and one of them has a text."""
        shown = [reader.source_id for reader in self._readers]
        return self.active.text_id is not None and source_id not in shown

    def open_beside(self, source_id: str) -> None:
        """Show a source beside the one that is read, in the place of another one there, and give it the keyboard."""
        beside = self.other()
        if beside is None:
            half = self.splitter.width() // 2
            beside = self._add()
            beside.set_look(self.active.look)
            self.splitter.setSizes([half, half])
        beside.show_source(source_id)
        self._arrange()
        self.activate(beside)
        beside.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_reader(self, reader: ReaderView) -> None:
        """Take one of two readers away; the other one stays."""
        if not self.is_divided or reader not in self._readers:
            return
        self.together.stop()
        self._readers.remove(reader)
        reader.leave()
        reader.correcting.keep_typed()
        self._spare = reader
        reader.hide()
        self._arrange()
        self.activate(self._readers[0])
        self._readers[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self) -> None:
        for reader in self._readers:
            reader.header.show_divided(self.is_divided, is_last=reader is self._readers[-1])
            reader.header.together.setChecked(self.together.is_on)
        self._show_active()

    # Scrolling

    def scroll_together(self, on: bool) -> None:
        """Let both texts scroll as one, from where they stand beside each other now, or each by itself."""
        if on and self.is_divided:
            self.together.start(*(reader.pane for reader in self._readers))
        else:
            self.together.stop()
        self._arrange()

    # Which reader is active

    def activate(self, reader: ReaderView) -> None:
        """Let the rest of the window speak of this reader's source."""
        if reader is self.active:
            return
        self.active = reader
        self._show_active()
        self.source_shown.emit(reader.source_id or "")
        self.annotation_clicked.emit(reader.chosen or "")
        self.selection_changed.emit()

    def turn_to(self, *, source_id: str = "", text_id: str = "") -> None:
        """Make the other reader active where it is the one that shows this source or text already."""
        beside = self.other()
        if beside is None:
            return
        is_here = source_id == self.active.source_id or text_id == self.active.text_id
        if not is_here and (source_id == beside.source_id or text_id == beside.text_id):
            self.activate(beside)

    def _show_active(self) -> None:
        self.setFocusProxy(self.active)
        text_annotations(self._session).follow(self.active.annotations)
        for reader in self._readers:
            reader.show_active(reader is self.active, is_divided=self.is_divided)

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None:
            return
        for reader in self._readers:
            if reader is now or reader.isAncestorOf(now):
                self.activate(reader)

    def _on_source_shown(self, reader: ReaderView, source_id: str) -> None:
        if reader is self.active:
            self.source_shown.emit(source_id)

    def _on_annotation_clicked(self, reader: ReaderView, annotation_id: str) -> None:
        if reader is self.active:
            self.annotation_clicked.emit(annotation_id)

    def set_look(self, look: ReadingLook) -> None:
        """Let all texts look like this."""
        for reader in self._readers:
            if reader.look != look:
                reader.set_look(look)
                return  # it tells so, and the others follow
        self.look_changed.emit(look)

    def choose(self, annotation_id: str) -> None:
        """Show in the active reader which annotation is chosen."""
        self.active.choose(annotation_id)

    # What stays from one time to the next

    def remember(self, settings: Settings) -> None:
        """Keep where each text is read, what was typed and not saved, which source is at the right, and how both
        scroll."""
        for reader in self._readers:
            reader.whereabouts.keep(reader.reading)
            reader.correcting.keep_typed()
        typed_corrections(self._session).write(settings)
        beside = self._readers[-1].source_id if self.is_divided else None
        settings.keep_words(_BESIDE, [beside] if beside else [])
        settings.keep_words(_TOGETHER, ["1"] if self.together.is_on else [])

    def restore(self, settings: Settings, known: Container[str]) -> None:
        """Show at the right what stood there, if it is among the `known` sources; the left one stays active."""
        beside = settings.words(_BESIDE)
        if beside and beside[0] in known and beside[0] != self.active.source_id:
            first = self.active
            self.open_beside(beside[0])
            self.activate(first)
            if settings.words(_TOGETHER):
                self.scroll_together(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape in the reader at the right takes it away, where nothing else in it had a use for the key."""
        if event.key() == Qt.Key.Key_Escape and self.is_divided and self.active is self._readers[-1]:
            self.close_reader(self.active)
        else:
            super().keyPressEvent(event)
