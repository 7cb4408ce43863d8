"""The keyboard's way through the panes of the window."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:  # whose panes they are
    from archive_app.ui.workspace import Workspace


class PaneKeyboard:
    """Goes from library or results to the page, or to each of two readers, to the inspector, and round again."""

    def __init__(self, workspace: "Workspace") -> None:
        self._workspace = workspace

    def to_next_pane(self) -> None:
        """Put the keyboard into the pane after the one that has it."""
        panes = [pane for pane in self._panes() if pane.isVisible()]
        focused = QApplication.focusWidget()
        inside = [number for number, pane in enumerate(panes) if focused and pane.isAncestorOf(focused)]
        following = panes[(inside[0] + 1) % len(panes)] if inside else panes[0]
        library = self._workspace.library
        target = library.list if following is library else _takes_keyboard(following)
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _panes(self) -> list[QWidget]:
        workspace = self._workspace
        page = workspace.pages.currentWidget() or workspace.desk
        pages = workspace.desk.readers if page is workspace.desk else (page,)
        return [workspace.left.currentWidget(), *pages, workspace.inspector]

    def to_page(self) -> None:
        """Put the keyboard into the page that is shown."""
        page = self._workspace.pages.currentWidget() or self._workspace.desk
        _takes_keyboard(page).setFocus(Qt.FocusReason.OtherFocusReason)


def _takes_keyboard(widget: QWidget) -> QWidget:
    """The widget itself, the one it passes the keyboard on to, or else the first one inside that takes it."""
    if widget.focusProxy() is not None or widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
        return widget
    for child in widget.findChildren(QWidget):
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isVisibleTo(widget) and child.isEnabled():
            return child
    return widget
