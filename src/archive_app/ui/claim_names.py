"""What a claim names, and a hint where another claim names others."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from archive_app.core.kinds import AuthorityKind
from archive_app.core.translation import N_, _
from archive_app.services.claims import WeighedClaim
from archive_app.ui.name_links import NameLinks
from archive_app.ui.wrapped_label import WrappedLabel

_UNLIKE = {
    AuthorityKind.PLACE: N_("Another claim names another place."),
    AuthorityKind.UNIT: N_("Another claim names another unit."),
    AuthorityKind.PERSON: N_("Another claim names another person."),
}


class ClaimNames(QWidget):
    """`requested` carries the id of the record that the person wants to see."""

    requested = Signal(str)

    def __init__(self, claim: WeighedClaim, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        links = NameLinks(claim.names)
        links.requested.connect(self.requested)
        column.addWidget(links)
        if hints := unlike_words(claim):
            column.addWidget(WrappedLabel(hints, muted=True))


def unlike_words(claim: WeighedClaim) -> str:
    """What this claim names otherwise than another one, as far as the person has not compared it yet."""
    marks = {
        AuthorityKind.PLACE: claim.link.where_mark,
        AuthorityKind.UNIT: claim.link.who_mark,
        AuthorityKind.PERSON: claim.link.who_mark,
    }
    return " ".join(_(_UNLIKE[kind]) for kind in claim.unlike if not marks[kind])
