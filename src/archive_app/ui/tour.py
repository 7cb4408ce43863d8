"""Three small hints for the first time, each beside what it speaks of. What was dismissed never comes back."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QMenuBar, QPushButton, QVBoxLayout, QWidget

from archive_app.core.changes import Changes
from archive_app.core.translation import N_, _
from archive_app.ui import theme
from archive_app.ui.main_window import MainWindow
from archive_app.ui.plain_text import plain_label
from archive_app.ui.settings import MOST_HINTS, SEEN_HINTS, Settings

_WIDTH, _TIP, _MARGIN, _GAP = 320, 9, 16, 4
_AFTER_MS = 900
"""The person looks at the window first."""


@dataclass(frozen=True, slots=True)
class Hint:
    """What a hint says, and what it stands beside in a window; None where that is not shown."""

    name: str
    text: str
    beside: Callable[[MainWindow], QWidget | None]
    inside: bool = False
    """Whether it lies over the upper part of what it speaks of, which is large."""
    until: str = ""
    """Who changes records of this kind knows already what the hint says."""


def _import_button(window: MainWindow) -> QWidget | None:
    is_empty = window.workspace is not None and window.workspace.reader.text_id is None
    return window.tool_bar.widgetForAction(window.acts["import_files"]) if is_empty else None


def _text(window: MainWindow) -> QWidget | None:
    workspace = window.workspace
    return workspace.reader.pane if workspace is not None and workspace.showing.is_reading() else None


HINTS = (
    Hint(
        "import",
        N_("Begin by bringing in texts and photos: press Ctrl+I, or drop files on this window."),
        _import_button,
        until="sources",
    ),
    Hint(
        "annotate",
        N_(
            "Select words, by mouse or with Shift and the arrow keys, and press Ctrl+1 to highlight them "
            "or Ctrl+M to write a note."
        ),
        _text,
        inside=True,
        until="annotations",
    ),
    Hint(
        "search",
        N_(
            "Search here in either script and in any case: Kalemegdan finds Калемегдана too. Ctrl+F leads here."
        ),
        lambda window: window.tool_bar.search_box,
    ),
    Hint(
        "palette",
        N_("Ctrl+Shift+K finds every action and every record by a few letters. Shift+F1 lists all keys."),
        lambda window: window.menuBar(),
    ),
)
"""The first two stand for each other: one is for an archive with nothing in it."""


class Tour(QObject):
    """Shows one hint after the other, at most three in all, whenever an archive is shown."""

    def __init__(self, window: MainWindow, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self.bubble: HintBubble | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_AFTER_MS)
        self._timer.timeout.connect(self.show_next)

    def begin(self) -> None:
        """An archive is shown: show a hint in a while."""
        if self._window.workspace is not None:
            self._window.workspace.session.changed.connect(self._on_changed)
        self._timer.start()

    def show_next(self) -> None:
        """Show the next hint that was not seen yet and whose part of the window is shown."""
        if self.bubble is not None or self._window.workspace is None:
            return
        seen = self._settings.words(SEEN_HINTS)
        for hint in HINTS if len(seen) < MOST_HINTS else ():
            target = hint.beside(self._window) if hint.name not in seen else None
            if target is not None and target.isVisible():
                self.bubble = HintBubble(self._window, target, hint, len(seen) + 1)
                self.bubble.dismissed.connect(self._on_dismissed)
                self.bubble.left.connect(self._take_away)
                return

    def _on_changed(self, changes: Changes) -> None:
        if self.bubble is not None and self.bubble.hint.until and changes.touches(self.bubble.hint.until):
            self.bubble.dismiss()

    def _on_dismissed(self, name: str, all_of_them: bool) -> None:
        names = [hint.name for hint in HINTS] if all_of_them else [name]
        seen = self._settings.words(SEEN_HINTS)
        self._settings.keep_words(SEEN_HINTS, [*seen, *(one for one in names if one not in seen)])
        self._take_away()
        self.show_next()

    def _take_away(self) -> None:
        if self.bubble is not None:
            self.bubble.hide()
            self.bubble.deleteLater()
            self.bubble = None


class HintBubble(QWidget):
    """A hint with a point at what it speaks of. It takes neither the keyboard nor any room; Escape dismisses it."""

    dismissed = Signal(str, bool)
    """Carries the hint's name, and whether the person wants no more of them."""
    left = Signal()
    """What it speaks of is not shown any more."""

    def __init__(self, window: MainWindow, target: QWidget, hint: Hint, number: int) -> None:
        super().__init__(window)
        self._window, self._target, self.hint = window, target, hint
        self._point = QPointF()
        self.setFixedWidth(_WIDTH)
        self.setAccessibleName(_(hint.text))
        text = plain_label(_(hint.text), wrap=True)
        foot = plain_label(_("{number} of {count}  ·  Esc").format(number=number, count=MOST_HINTS))
        foot.setObjectName("muted")
        none = QPushButton(_("No more hints"))
        none.setFlat(True)
        none.clicked.connect(lambda: self.dismissed.emit(hint.name, True))
        next_ = QPushButton(_("Got it"))
        next_.clicked.connect(self.dismiss)
        for button in (none, next_):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row = QHBoxLayout()
        row.addWidget(foot, 1)
        row.addWidget(none)
        row.addWidget(next_)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, _MARGIN + _TIP, _MARGIN, _MARGIN)
        layout.setSpacing(10)
        layout.addWidget(text)
        layout.addLayout(row)
        target.installEventFilter(self)
        window.installEventFilter(self)
        handle = window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)
        theme.state.changed.connect(self.update)
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()

    def dismiss(self) -> None:
        """The person has read it."""
        self.dismissed.emit(self.hint.name, False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window:
            if event.type() == QEvent.Type.Resize:
                self._place()
        elif watched is self._target:
            if event.type() == QEvent.Type.Hide:
                self.left.emit()
        elif (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            self.dismiss()
            return True
        return False

    def _place(self) -> None:
        """Under what it speaks of, or over its upper part; within the window in any case."""
        target = self._target
        area = target.rect()
        if isinstance(target, QMenuBar):
            area = target.actionGeometry(target.actions()[-1])  # the menu that has it
        area = area.translated(target.mapTo(self._window, QPoint(0, 0)))
        middle = area.center().x()
        top = area.top() + (_MARGIN if self.hint.inside else area.height() + _GAP)
        left = min(max(middle - _WIDTH // 2, _MARGIN), self._window.width() - _WIDTH - _MARGIN)
        self.move(left, top)
        self._point = QPointF(middle - left, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        area = QRectF(self.rect()).adjusted(1, _TIP, -1, -1)
        shape = QPainterPath()
        shape.addRoundedRect(area, 8, 8)
        tip = QPainterPath(self._point + QPointF(0, 1))
        tip.lineTo(self._point + QPointF(_TIP, _TIP + 1))
        tip.lineTo(self._point + QPointF(-_TIP, _TIP + 1))
        tip.closeSubpath()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("accent"), 1.2))
            painter.setBrush(theme.colour("field"))
            painter.drawPath(shape.united(tip))
