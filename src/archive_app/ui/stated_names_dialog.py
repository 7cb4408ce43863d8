"""What events and links name in words only, to be made records of: one by one, or all that is ticked."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTreeWidgetItem, QWidget

from archive_app.core.kind_labels import authority_kind_label
from archive_app.core.kinds import AuthorityKind
from archive_app.core.translation import _, ngettext
from archive_app.services import stated_names
from archive_app.services.authorities import Named
from archive_app.services.stated_names import Stated
from archive_app.ui import icons
from archive_app.ui.labels import short
from archive_app.ui.library_rows import AUTHORITY_ICONS
from archive_app.ui.list_dialog import ListDialog
from archive_app.ui.plain_text import tip
from archive_app.ui.session import Session

_NAME, _KIND, _COUNT, _FORMS = range(4)
_OTHER_KIND = {
    AuthorityKind.PERSON: AuthorityKind.UNIT,
    AuthorityKind.UNIT: AuthorityKind.PERSON,
    AuthorityKind.PLACE: AuthorityKind.PLACE,
}
_Key = tuple[str, ...]


class StatedNamesDialog(ListDialog[Stated]):
    """Space ticks a name, K says that it is a unit and not a person, Enter accepts the one that the keyboard is on.

    `accepted_names` carries the records that were made or found.
    """

    accepted_names = Signal(list)
    touched = ("authorities", "variant_names", "access_points", "events", "links")

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        columns = ((_("Name"), 280), (_("Kind"), 80), (_("Mentions"), 80), (_("Written as"), 0))
        super().__init__(session, _("Names without a record"), columns, parent)
        self.resize(780, 460)
        self._unticked: set[_Key] = set()
        self._kinds: dict[_Key, AuthorityKind] = {}
        self.tree.itemChanged.connect(self._on_ticked)
        self.tree.itemActivated.connect(lambda _item: self.accept_current())
        self._letters = {"k": self.change_kind}
        self.accept_button = self.button("", _("&Make records of all ticked"), self.accept_ticked)
        hint = _(
            "Places and people that events and links name in words. What they say stays as it is; "
            "they get the record beside it. Space ticks, K makes a person of a unit and a unit of a person, "
            "Enter accepts one."
        )
        self.begin(hint, (self.accept_button,))

    def search(self) -> tuple[str, Callable[..., list[Stated]]]:
        return _("Looking for names"), stated_names.stated_names

    def _on_found(self, found: list[Stated]) -> None:
        super()._on_found([replace(one, kind=self._kinds.get(one.forms, one.kind)) for one in found])

    def show_words(self, count: int) -> None:
        self.empty.show_hint(
            _("Nothing is named without a record"),
            _("Names that at least two events or links give as place or people are listed here."),
        )
        said = ngettext("{count} name", "{count} names", count)
        self.count.setText(said.format(count=f"{count:,}") if count else "")
        self._enable()

    def item(self, one: Stated) -> QTreeWidgetItem:
        name = short(one.name, 80)
        if one.existing is not None:
            name = _("{name} (has a record)").format(name=name)
        forms = "  ·  ".join(short(form, 60) for form in one.forms)
        item = QTreeWidgetItem([name, authority_kind_label(one.kind), f"{one.count}", forms])
        item.setIcon(_NAME, icons.icon(AUTHORITY_ICONS[one.kind]))
        item.setToolTip(_FORMS, tip("\n".join(one.forms)))
        ticked = one.forms not in self._unticked
        item.setCheckState(_NAME, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        return item

    def _on_ticked(self, item: QTreeWidgetItem, _column: int) -> None:
        one = self.at(item)
        if one is None:
            return
        if item.checkState(_NAME) is Qt.CheckState.Checked:
            self._unticked.discard(one.forms)
        else:
            self._unticked.add(one.forms)
        self._enable()

    def _enable(self) -> None:
        ticked = any(one.forms not in self._unticked for one in self._found)
        self.accept_button.setEnabled(ticked and not self._session.archive.read_only)

    def accept_ticked(self) -> None:
        """Make records of all that is ticked, in one step."""
        self._accept([one for one in self._found if one.forms not in self._unticked])

    def accept_current(self) -> None:
        """Make a record of the name that the keyboard is on."""
        one = self.current()
        self._accept([one] if one is not None else [])

    def _accept(self, chosen: list[Stated]) -> None:
        if chosen and not self._session.archive.read_only:
            done = self._on_accepted
            self.settle(chosen, self.windowTitle(), stated_names.accept, chosen, done=done)

    def _on_accepted(self, made: list[Named]) -> None:
        self.accepted_names.emit(made)

    def change_kind(self) -> None:
        """Say that the name is that of a unit and not of a person, or the other way round."""
        item = self.tree.currentItem()
        one = self.at(item)
        if item is None or one is None or one.existing is not None:
            return
        place = self.tree.indexOfTopLevelItem(item)
        self._kinds[one.forms] = _OTHER_KIND[one.kind]
        self._found[place] = replace(one, kind=_OTHER_KIND[one.kind])
        self.show_found()
