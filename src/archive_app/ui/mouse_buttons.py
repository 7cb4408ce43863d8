"""The two buttons at the side of a mouse: back and forward, wherever the pointer is in the window."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

_STEPS = {Qt.MouseButton.BackButton: -1, Qt.MouseButton.ForwardButton: 1}


class SideButtons(QObject):
    """Listens to the window as the system sees it, since texts and lists keep all mouse buttons for themselves.

    `pressed` carries -1 for back and 1 for forward.
    """

    pressed = Signal(int)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window:
            handle = self._window.windowHandle()
            if event.type() == QEvent.Type.Show and handle is not None:
                self._window.removeEventFilter(self)
                handle.installEventFilter(self)
            return False
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            step = _STEPS.get(event.button())
            if step is not None:
                self.pressed.emit(step)
                return True
        return False
