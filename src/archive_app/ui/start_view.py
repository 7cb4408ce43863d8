"""The first screen: make an archive, open one, go on with a recent one, or look at the sample."""

from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from archive_app.core.translation import _
from archive_app.ui import icons, theme
from archive_app.ui.dates import day_and_time
from archive_app.ui.plain_text import tip
from archive_app.ui.recent_archives import Recent

_FOLDER = Qt.ItemDataRole.UserRole
_DETAIL = Qt.ItemDataRole.UserRole + 1
_MISSING = Qt.ItemDataRole.UserRole + 2


class StartView(QWidget):
    """Only says what the person wants; whoever shows it does the opening."""

    new_requested = Signal()
    open_requested = Signal()
    sample_requested = Signal()
    archive_chosen = Signal(object)
    archive_forgotten = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._icon = QLabel()
        self._recent_title = _heading(_("Recent archives"))
        self.recent_list = RecentList()
        self.recent_list.archive_chosen.connect(self.archive_chosen)
        self.recent_list.archive_forgotten.connect(self.archive_forgotten)
        self._nothing = QLabel(
            _(
                "Archives that you open will be listed here. Each one is a folder that you can copy and back up."
            )
        )
        self._nothing.setObjectName("muted")
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)

        columns = QGridLayout()
        columns.setHorizontalSpacing(6 * theme.SPACE)
        columns.setVerticalSpacing(theme.SPACE)
        columns.setColumnMinimumWidth(0, 272)
        columns.setColumnStretch(1, 1)
        columns.addWidget(_heading(_("Begin")), 0, 0)
        columns.addLayout(self._choices(), 1, 0)
        columns.addWidget(self._recent_title, 0, 1)
        columns.addWidget(self.recent_list, 1, 1, Qt.AlignmentFlag.AlignTop)
        columns.addWidget(self._nothing, 1, 1)
        self._build(columns)
        theme.state.changed.connect(self._paint)
        self._paint()
        self.show_recent([])

    def _build(self, columns: QGridLayout) -> None:
        body = QWidget()
        body.setMaximumWidth(860)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(32, 32, 32, 24)
        layout.setSpacing(4 * theme.SPACE)
        layout.addStretch(2)
        layout.addLayout(self._head())
        layout.addLayout(columns)
        layout.addStretch(3)
        layout.addWidget(_drop_line(), 0, Qt.AlignmentFlag.AlignHCenter)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addStretch(1)
        outer.addWidget(body, 8)
        outer.addStretch(1)

    def _head(self) -> QHBoxLayout:
        title = QLabel(_("Archive"))
        title.setFont(theme.reading_font(26, weight=500))
        subtitle = QLabel(_("Read, search and annotate Serbian historical sources, in both scripts."))
        subtitle.setObjectName("muted")
        subtitle.setFont(theme.interface_font(1))
        subtitle.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(title)
        words.addWidget(subtitle)
        head = QHBoxLayout()
        head.setSpacing(2 * theme.SPACE)
        head.addWidget(self._icon)
        head.addLayout(words, 1)
        return head

    def _choices(self) -> QVBoxLayout:
        self.new_button = _choice("new", _("&New archive…"), _("Make an empty archive (Ctrl+N)"))
        self.new_button.clicked.connect(self.new_requested)
        self.open_button = _choice(
            "open", _("&Open an archive…"), _("Open the folder of an archive (Ctrl+O)")
        )
        self.open_button.clicked.connect(self.open_requested)
        self.sample_button = _choice(
            "book", _("&Look at the sample"), _("Open a copy of a small archive on Belgrade in October 1944")
        )
        self.sample_button.clicked.connect(self.sample_requested)
        layout = QVBoxLayout()
        layout.setSpacing(theme.SPACE)
        for button in (self.new_button, self.open_button, self.sample_button):
            layout.addWidget(button)
        layout.addStretch()
        return layout

    def show_recent(self, recent: list[Recent]) -> None:
        """List the archives that were open before, the last one first."""
        self.recent_list.show_recent(recent)
        self.recent_list.setVisible(bool(recent))
        self._nothing.setVisible(not recent)
        if recent:
            self.recent_list.setFocus()
        else:
            self.new_button.setFocus()

    def _paint(self) -> None:
        accent = theme.colours().accent
        self._icon.setPixmap(icons.pixmap("archive", 56, accent, self.devicePixelRatioF()))


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setFont(theme.interface_font(weight=600))
    return label


def _choice(icon: str, text: str, tip: str) -> QPushButton:
    button = QPushButton(text)
    icons.put(button, icon)
    button.setIconSize(QSize(20, 20))
    button.setMinimumHeight(44)
    button.setToolTip(tip)
    button.setStyleSheet("text-align: left; padding-left: 14px;")
    button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return button


def _drop_line() -> QLabel:
    label = QLabel(_("You can also drop the folder of an archive on this window."))
    label.setObjectName("muted")
    return label


class RecentList(QListWidget):
    """The recent archives: name, place and when it was open. Enter opens, Delete takes off the list."""

    archive_chosen = Signal(object)
    archive_forgotten = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setAccessibleName(_("Recent archives"))
        self.setItemDelegate(_RecentDelegate(self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        forget = QAction(_("Take off this list"), self)
        forget.triggered.connect(self._forget)
        self.addAction(forget)
        self.itemActivated.connect(self._choose)
        self.itemClicked.connect(self._choose)

    def show_recent(self, recent: list[Recent]) -> None:
        """List these."""
        self.clear()
        for entry in recent:
            item = QListWidgetItem(entry.folder.name)
            item.setData(_FOLDER, entry.folder)
            item.setData(_MISSING, not entry.is_there())
            item.setData(_DETAIL, day_and_time(entry.opened_at) if entry.opened_at else "")
            item.setToolTip(tip(str(entry.folder)))
            self.addItem(item)
        if recent:
            self.setCurrentRow(0)
        self.setFixedHeight(min(len(recent), 6) * _RecentDelegate.HEIGHT + 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes the archive off the list."""
        if event.key() == Qt.Key.Key_Delete:
            self._forget()
        else:
            super().keyPressEvent(event)

    def _choose(self, item: QListWidgetItem) -> None:
        self.archive_chosen.emit(item.data(_FOLDER))

    def _forget(self) -> None:
        item = self.currentItem()
        if item is not None:
            self.archive_forgotten.emit(item.data(_FOLDER))


class _RecentDelegate(QStyledItemDelegate):
    HEIGHT = 60

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, self.HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        colours = theme.colours()
        area: QRect = option.rect
        if option.state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected):
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            painter.fillRect(area, theme.colour("chosen" if chosen else "hover"))
        missing = bool(index.data(_MISSING))
        icons.icon("archive", colours.muted if missing else colours.accent).paint(
            painter, QRect(area.left() + 16, area.center().y() - 11, 22, 22)
        )
        words = area.adjusted(52, 9, -16, -9)
        painter.setPen(theme.colour("muted" if missing else "text"))
        painter.setFont(theme.interface_font(0.5, weight=600))
        detail = _("not found") if missing else str(index.data(_DETAIL))
        date_width = 130
        top = words.adjusted(0, 0, -date_width, 0)
        metrics = painter.fontMetrics()
        name = metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, top.width())
        painter.drawText(top, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, name)
        painter.setPen(theme.colour("muted"))
        painter.setFont(theme.interface_font(-1))
        painter.drawText(words, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight, detail)
        place = painter.fontMetrics().elidedText(
            _short(index.data(_FOLDER)), Qt.TextElideMode.ElideMiddle, words.width()
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, place)


def _short(folder: Path) -> str:
    """A path as a person knows it, from the home folder on."""
    try:
        return str(Path("~") / folder.relative_to(Path.home()))
    except ValueError:
        return str(folder)
