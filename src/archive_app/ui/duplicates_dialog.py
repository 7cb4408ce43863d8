"""Records that may be two of one person, unit or place: one key merges them, another says that they are two."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTreeWidgetItem, QWidget

from archive_app.core.dates import format_date
from archive_app.core.errors import NotFound
from archive_app.core.translation import _, ngettext
from archive_app.services import authority_duplicates
from archive_app.services.authorities import Named
from archive_app.services.authority_duplicates import Duplicate
from archive_app.ui import icons
from archive_app.ui.labels import short
from archive_app.ui.library_rows import AUTHORITY_ICONS
from archive_app.ui.list_dialog import ListDialog
from archive_app.ui.merge_dialog import MergeDialog
from archive_app.ui.plain_text import tip
from archive_app.ui.session import Session

_KEPT, _OTHER = range(2)


class DuplicatesDialog(ListDialog[Duplicate]):
    """M or Enter shows both records side by side to merge them, N remembers that they are two, Space opens the page
    of the one that would stay."""

    authority_requested = Signal(str)
    merged = Signal(object)
    touched = ("authorities", "variant_names", "distinctions")

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        columns = ((_("Would stay"), 230), (_("Would become a part of it"), 230), (_("Why"), 0))
        super().__init__(session, _("Records that may be one"), columns, parent)
        self.resize(860, 420)
        self.tree.itemActivated.connect(lambda _item: self.merge())
        self._letters = {"m": self.merge, "n": self.keep_two, " ": self._show_page}
        self.merge_button = self.button("merge", _("&Merge… (M)"), self.merge)
        self.two_button = self.button("close", _("They are &two (N)"), self.keep_two)
        hint = _("Names are compared by the program; whether two records are of one is for you to say.")
        self.begin(hint, (self.merge_button, self.two_button))

    def search(self) -> tuple[str, Callable[..., list[Duplicate]]]:
        return _("Comparing names"), authority_duplicates.duplicates

    def item(self, one: Duplicate) -> QTreeWidgetItem:
        return _item(one)

    def show_words(self, count: int) -> None:
        self.empty.show_hint(
            _("No two records look like one"),
            _("Names are compared in both scripts, with initials, numbers and foreign spellings."),
        )
        said = ngettext("{count} pair", "{count} pairs", count)
        self.count.setText(said.format(count=f"{count:,}") if count else "")
        can = bool(count) and not self._session.archive.read_only
        self.merge_button.setEnabled(can)
        self.two_button.setEnabled(can)

    def merge(self) -> None:
        """Show both side by side."""
        pair = self.current()
        if pair is None or self._session.archive.read_only:
            return
        try:
            dialog = MergeDialog(self._session, pair.kept.authority.id, pair.merged.authority.id, self)
        except NotFound as error:
            self._session.refused.emit(str(error))
            return
        dialog.merged.connect(self.merged)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.open()

    def keep_two(self) -> None:
        """They are two: propose them no more."""
        pair = self.current()
        if pair is None or self._session.archive.read_only:
            return
        self.settle(
            [pair],
            _("Telling two records apart"),
            authority_duplicates.keep_apart,
            pair.kept.authority.id,
            pair.merged.authority.id,
        )

    def _show_page(self) -> None:
        pair = self.current()
        if pair is not None:
            self.authority_requested.emit(pair.kept.authority.id)


def _item(pair: Duplicate) -> QTreeWidgetItem:
    item = QTreeWidgetItem([_told(pair.kept), _told(pair.merged), authority_duplicates.reason(pair.likeness)])
    for column, named, name in ((_KEPT, pair.kept, pair.names[0]), (_OTHER, pair.merged, pair.names[1])):
        item.setIcon(column, icons.icon(AUTHORITY_ICONS[named.authority.kind]))
        item.setToolTip(column, tip("\n".join((*named.names, _("Compared: {name}").format(name=name)))))
    return item


def _told(named: Named) -> str:
    when = format_date(named.authority.when)
    name = short(named.authority.name, 80)
    return _("{name} ({when})").format(name=name, when=when) if when else name
