"""The head of the results: how many there are, how they are shown and sorted, and what can be done with them."""

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from archive_app.core.hits import Order
from archive_app.core.translation import N_, _
from archive_app.ui import icons, theme
from archive_app.ui.wrapped_label import WrappedLabel

_ORDERS = {
    Order.RELEVANCE: (N_("Best first"), N_("Sort: best results first")),
    Order.SOURCE: (N_("By source"), N_("Sort: by source, in each as it reads")),
    Order.DATE: (N_("By date"), N_("Sort: oldest first, undated last")),
}


class SearchHead(QWidget):
    """Two rows. `actions_menu` is open to whoever can do something with the results; the row shows it once filled."""

    order_changed = Signal()
    lines_wanted = Signal(bool)
    filters_wanted = Signal(bool)
    save_wanted = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.order = Order.RELEVANCE
        self.can_save = False
        """Whether somebody saves searches, see `save_wanted`."""
        self.summary = WrappedLabel()
        self.summary.setFont(theme.interface_font(weight=600))
        self.list_button = self._button("list", _("List"), _("Show the results as a list"))
        self.lines_button = self._button(
            "lines",
            _("Concordance"),
            _("Show each word that was found in its line, between the words around it"),
        )
        self.filter_button = self._button(
            "filter", _("Filter"), _("Narrow by source, kind, script, tag, event, year")
        )
        self.sort_button = self._button("sort", _("Best first"), "")
        self.save_button = self._button("star", "", _("Save this search"))
        self.actions_button = self._button("more", "", _("More that can be done with the results"))
        self.close_button = self._button("close", "", _("Close the results (Esc)"))
        self.actions_menu = QMenu(self)
        self._orders = QActionGroup(self)
        self._build()
        self._connect()
        self.show_order(Order.RELEVANCE)
        self.show_lines(False)

    def _button(self, icon: str, label: str, said: str) -> QToolButton:
        button = QToolButton()
        icons.put(button, icon)
        button.setIconSize(QSize(16, 16))
        button.setText(label)
        button.setToolTip(said)
        button.setAccessibleName(said or label)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if label:
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        return button

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(2)
        top.addWidget(self.summary, 1)
        for button in (self.save_button, self.actions_button, self.close_button):
            top.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        row = QHBoxLayout()
        row.setSpacing(2)
        for button in (self.list_button, self.lines_button):
            button.setCheckable(True)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            row.addWidget(button)
        row.addSpacing(6)
        self.filter_button.setCheckable(True)
        row.addWidget(self.filter_button)
        row.addWidget(self.sort_button)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addLayout(row)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def _connect(self) -> None:
        menu = QMenu(self)
        for order, (label, _said) in _ORDERS.items():
            action = QAction(_(label), self._orders)
            action.setCheckable(True)
            action.setData(order)
            action.triggered.connect(partial(self._on_order_chosen, order))
            menu.addAction(action)
        self.sort_button.setMenu(menu)
        self.sort_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.actions_button.setMenu(self.actions_menu)
        self.actions_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.list_button.clicked.connect(partial(self._on_view_chosen, False))
        self.lines_button.clicked.connect(partial(self._on_view_chosen, True))
        self.filter_button.toggled.connect(self.filters_wanted)
        self.save_button.clicked.connect(self.save_wanted)
        self.close_button.clicked.connect(self.closed)

    def show_order(self, order: Order) -> None:
        """Show how the list is sorted, without telling anybody."""
        self.order = order
        label, said = _ORDERS[order]
        self.sort_button.setText(_(label))
        self.sort_button.setToolTip(_(said))
        self.sort_button.setAccessibleName(_(said))
        for action in self._orders.actions():
            action.setChecked(action.data() == order)

    def show_lines(self, lines: bool) -> None:
        """Show which of the two views is chosen; a concordance is sorted by its own columns."""
        self.list_button.setChecked(not lines)
        self.lines_button.setChecked(lines)
        self.sort_button.setVisible(not lines)

    def show_state(self, summary: str, said: str, *, has_query: bool) -> None:
        """Say what was found; `said` is the whole query for the tooltip."""
        self.summary.setText(summary)
        self.summary.setToolTip(said)
        self.save_button.setVisible(has_query and self.can_save)
        self.actions_button.setVisible(has_query and not self.actions_menu.isEmpty())

    def show_chosen(self, count: int) -> None:
        """Say on the button how many values the results are narrowed to."""
        self.filter_button.setText(_("Filter ({count})").format(count=count) if count else _("Filter"))

    def _on_order_chosen(self, order: Order, _checked: bool = False) -> None:
        self.show_order(order)
        self.order_changed.emit()

    def _on_view_chosen(self, lines: bool, _checked: bool = False) -> None:
        self.show_lines(lines)
        self.lines_wanted.emit(lines)
