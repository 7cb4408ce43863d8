"""Offering people, units and places under a line of typing."""

from collections.abc import Collection

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QStandardItem
from PySide6.QtWidgets import QLineEdit

from archive_app.core.kind_labels import authority_kind_label
from archive_app.core.kinds import AuthorityKind
from archive_app.core.translation import N_, _
from archive_app.services.access_points import NewName
from archive_app.services.stated_names import likely_kind
from archive_app.ui import icons
from archive_app.ui.folded_completer import FoldedCompleter
from archive_app.ui.labels import short
from archive_app.ui.library_rows import AUTHORITY_ICONS
from archive_app.ui.matching import folded
from archive_app.ui.name_stock import EVERY_KIND, NameStock, Offer

CHOICE = Qt.ItemDataRole.UserRole + 1
_NAME = Qt.ItemDataRole.UserRole + 2
_NEW = {
    AuthorityKind.PERSON: N_("New person “{name}”"),
    AuthorityKind.UNIT: N_("New unit “{name}”"),
    AuthorityKind.PLACE: N_("New place “{name}”"),
}
_BETWEEN = ";,"
_WIDTH = 320
"""Names are read whole also where the line is short."""


class NameCompleter(QObject):
    """`taken` carries what was chosen, as `access_points` takes it, and its name.

    `in_list` reads only what stands behind the last comma or semicolon; `makes_new` offers to make a record, too, and
    then Enter takes the first line that is offered.
    """

    taken = Signal(object, str)

    def __init__(
        self,
        line: QLineEdit,
        stock: NameStock,
        kinds: Collection[AuthorityKind] = EVERY_KIND,
        *,
        in_list: bool = False,
        makes_new: bool = False,
    ) -> None:
        super().__init__(line)
        self._line = line
        self._stock = stock
        self._kinds = kinds
        self._in_list = in_list
        self._makes_new = makes_new
        self.offers = FoldedCompleter(line)
        self.offers.list.setMinimumWidth(_WIDTH)
        self.offers.taken.connect(self._on_taken)
        line.textEdited.connect(self._on_typed)

    def typed(self) -> str:
        """The name that is being typed."""
        text = self._line.text()
        return text[self._beginning(text) :].strip()

    def _beginning(self, text: str) -> int:
        return max(text.rfind(sign) for sign in _BETWEEN) + 1 if self._in_list else 0

    def put(self, name: str) -> None:
        """Write a name in the place of what is being typed."""
        text = self._line.text()
        before = text[: self._beginning(text)].rstrip()
        self._line.setText(f"{before} {name}" if before else name)

    def hide(self) -> None:
        """Offer nothing."""
        self.offers.list.hide()

    def take_first(self) -> bool:
        """Take what stands first for what was typed; say whether there is anything."""
        rows = self._rows(self.typed())
        if rows:
            self._on_taken(rows[0])
        return bool(rows)

    def take_as_typed(self) -> None:
        """Take the one record that has just the name that was typed, or else make one of it."""
        typed = self.typed()
        same = [
            offer
            for offer in self._stock.offers(typed, self._kinds)
            if any(folded(name) == folded(typed) for name in offer.named.names)
        ]
        self._on_taken(_known(same[0]) if len(same) == 1 else _new(likely_kind(typed), typed))

    def _on_typed(self, _text: str) -> None:
        typed = self.typed()
        rows = self._rows(typed) if typed else []
        self.offers.clear()
        for row in rows:
            self.offers.add(row, None)
        if not rows:
            self.hide()
            return
        self.offers.offer(typed)
        if self._makes_new:
            self.offers.go_to_first()

    def _rows(self, typed: str) -> list[QStandardItem]:
        rows = [_known(offer) for offer in self._stock.offers(typed, self._kinds)]
        if self._makes_new and typed:
            rows += [_new(kind, typed) for kind in _likely_first(typed) if kind in self._kinds]
        return rows

    def _on_taken(self, row: QStandardItem) -> None:
        self.hide()
        self.taken.emit(row.data(CHOICE), str(row.data(_NAME)))


def _known(offer: Offer) -> QStandardItem:
    authority = offer.named.authority
    kind = authority_kind_label(authority.kind)
    words = _("{name} ({kind})").format(name=short(authority.name, 80), kind=kind)
    if offer.name != authority.name:
        words = _("{name} ({kind}, also {variant})").format(
            name=short(authority.name, 80), kind=kind, variant=short(offer.name, 60)
        )
    return _item(AUTHORITY_ICONS[authority.kind], words, authority.id, authority.name)


def _new(kind: AuthorityKind, typed: str) -> QStandardItem:
    name = " ".join(typed.split())
    words = _(_NEW[kind]).format(name=short(name, 80))
    return _item("plus", words, NewName(kind, name), name)


def _item(icon: str, words: str, choice: object, name: str) -> QStandardItem:
    item = QStandardItem(icons.icon(icon), words)
    item.setData(choice, CHOICE)
    item.setData(name, _NAME)
    return item


def _likely_first(typed: str) -> list[AuthorityKind]:
    """A name with a number, or with the word for a unit, is likely that of one."""
    likely = likely_kind(typed)
    return [likely, *(kind for kind in AuthorityKind if kind is not likely)]
