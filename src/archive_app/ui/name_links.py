"""People, units and places as words that lead to their pages."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from archive_app.core.kind_labels import authority_kind_label
from archive_app.core.translation import _
from archive_app.services.authorities import Named
from archive_app.ui import icons, theme
from archive_app.ui.flow_layout import FlowLayout
from archive_app.ui.labels import short
from archive_app.ui.library_rows import AUTHORITY_ICONS
from archive_app.ui.link_label import LinkLabel
from archive_app.ui.plain_text import tip

_LONGEST = 48


class NameLinks(QWidget):
    """`requested` carries the id of the record that the person wants to see."""

    requested = Signal(str)

    def __init__(self, names: Iterable[Named], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        flow = FlowLayout(self, spacing=4)
        self.links = [self._add(flow, named) for named in names]

    def _add(self, flow: FlowLayout, named: Named) -> LinkLabel:
        authority = named.authority
        kind = authority_kind_label(authority.kind)
        both = QWidget(self)
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(6)
        sign = QLabel()
        sign.setPixmap(
            icons.pixmap(AUTHORITY_ICONS[authority.kind], 16, theme.colours().muted, self.devicePixelRatioF())
        )
        link = LinkLabel(short(authority.name, _LONGEST))
        link.setWordWrap(False)
        link.setSizePolicy(QLabel().sizePolicy())
        link.setStyleSheet(f"color: {theme.colours().link}")
        said = _("{name}: open the page of this {kind}").format(name=authority.name, kind=kind)
        link.setToolTip(tip(said))
        link.setAccessibleName(_("{name}, {kind}").format(name=authority.name, kind=kind))
        link.clicked.connect(partial(self.requested.emit, authority.id))
        row.addWidget(sign)
        row.addWidget(link)
        flow.addWidget(both)
        return link
