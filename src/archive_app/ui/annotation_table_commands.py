"""What is done to the chosen rows of the table of annotations; each is one action, undone in one step."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from archive_app.core.phrases import format_date
from archive_app.core.records import Colour
from archive_app.core.translation import _, ngettext
from archive_app.services import annotating_many, annotation_rows, annotation_table, events, tagging
from archive_app.services.archives import Archive
from archive_app.ui.asking_for_file import ask_for_file
from archive_app.ui.chooser import Chooser
from archive_app.ui.jobs import Lane
from archive_app.ui.labels import short
from archive_app.ui.palette_entries import Entry
from archive_app.ui.session import Session
from archive_app.ui.settings import Settings
from archive_app.ui.tag_edit import TagEdit


class AnnotationTableCommands(QObject):
    """`chosen` gives the numbers of the chosen annotations. `done` carries a sentence on what was done and can be
    undone, `written` the file that was written and a sentence."""

    done = Signal(str)
    written = Signal(object, str)

    def __init__(
        self, session: Session, settings: Settings, chosen: Callable[[], list[int]], page: QWidget
    ) -> None:
        super().__init__(page)
        self._session = session
        self._settings = settings
        self._chosen = chosen
        self._page = page

    def _write(
        self, title: str, function: Callable[..., int], said: Callable[[int], str], *args: Any
    ) -> None:
        if self._session.archive.read_only:
            self._session.refused.emit(_("This archive can only be read here; nothing in it can be changed."))
            return
        self._session.write(
            title, _to_ids, self._chosen(), function, *args, done=partial(self._on_done, said), owner=self
        )

    def _on_done(self, said: Callable[[int], str], count: int) -> None:
        self.done.emit(said(count))

    def colour(self, colour: Colour | None) -> None:
        """Give the chosen annotations a colour."""
        self._write(_("Colouring annotations"), annotating_many.colour_many, _coloured, colour)

    def delete(self) -> None:
        """Delete the chosen annotations."""
        self._write(_("Deleting annotations"), annotating_many.remove_many, _deleted)

    def tag(self) -> None:
        """Ask for tags, and put them on the chosen annotations."""
        if not self._has_chosen():
            return
        dialog = TagDialog(
            [one.path for one in tagging.list_tags(self._session.archive)], self._page.window()
        )
        dialog.wanted.connect(self._on_tags_wanted)
        dialog.open()

    def _on_tags_wanted(self, paths: list[str]) -> None:
        self._write(_("Tagging annotations"), annotating_many.tag_many, _tagged, paths)

    def untag(self) -> None:
        """Offer the tags that the chosen annotations carry, and take one off."""
        if self._has_chosen():
            self._session.runner.start(
                Lane.SEARCH,
                _("Reading tags"),
                _to_ids,
                self._session.archive,
                self._chosen(),
                annotating_many.tags_of_many,
                done=self._offer_tags,
            )

    def _offer_tags(self, found: Sequence[tuple[str, str]]) -> None:
        if not found:
            self._session.refused.emit(_("None of the chosen annotations carries a tag."))
            return
        chooser = Chooser(self._page.window(), _("Take off a tag"), _("Which tag is to be taken off?"))
        chooser.taken.connect(self._on_untag_wanted)
        chooser.open([Entry(tag_id, path, icon="tag") for tag_id, path in found])

    def _on_untag_wanted(self, tag_id: str) -> None:
        self._write(_("Taking off a tag"), annotating_many.untag_many, _untagged, tag_id)

    def link(self) -> None:
        """Offer the events, and tie the chosen annotations to one."""
        if not self._has_chosen():
            return
        found = events.list_events(self._session.archive)
        if not found:
            self._session.refused.emit(_("There are no events yet; make one first (Ctrl+Shift+E)."))
            return
        chooser = Chooser(self._page.window(), _("Link to an event"), _("To which event are they tied?"))
        chooser.taken.connect(self._on_link_wanted)
        chooser.open(
            [
                Entry(one.event.id, short(one.event.title, 120), format_date(one.event.when), "event")
                for one in found
            ]
        )

    def _on_link_wanted(self, event_id: str) -> None:
        self._write(_("Linking annotations"), annotating_many.link_many, _linked, event_id)

    def _has_chosen(self) -> bool:
        if self._chosen():
            return True
        self._session.refused.emit(_("Nothing is chosen; choose some annotations first."))
        return False

    # Out into a file

    def export(self, numbers: Sequence[int]) -> None:
        """Ask for a file and write these annotations into it as a table."""
        title, name = _("Export annotations as a table"), _("annotations.csv")
        path = ask_for_file(self._page, self._session, self._settings, title, name, _("Tables (*.csv)"))
        if path is None:
            return
        self._session.job(
            _("Exporting annotations"),
            annotation_rows.export_csv,
            path,
            list(numbers),
            done=partial(self._on_exported, path),
            owner=self,
        )

    def _on_exported(self, path: Path, count: int) -> None:
        said = ngettext("{count} row was written to {name}.", "{count} rows were written to {name}.", count)
        self.written.emit(path, said.format(count=f"{count:,}", name=path.name))


def _to_ids(archive: Archive, numbers: Sequence[int], function: Callable[..., Any], *args: Any) -> Any:
    return function(archive, annotation_table.ids(archive, numbers), *args)


def _coloured(count: int) -> str:
    said = ngettext(
        "{count} annotation has another colour now.", "{count} annotations have another colour now.", count
    )
    return said.format(count=f"{count:,}")


def _deleted(count: int) -> str:
    said = ngettext("{count} annotation was deleted.", "{count} annotations were deleted.", count)
    return said.format(count=f"{count:,}")


def _tagged(count: int) -> str:
    said = ngettext("{count} annotation was tagged.", "{count} annotations were tagged.", count)
    return said.format(count=f"{count:,}")


def _untagged(count: int) -> str:
    said = ngettext(
        "The tag was taken off {count} annotation.", "The tag was taken off {count} annotations.", count
    )
    return said.format(count=f"{count:,}")


def _linked(count: int) -> str:
    said = ngettext(
        "{count} annotation was tied to the event.", "{count} annotations were tied to the event.", count
    )
    return said.format(count=f"{count:,}")


class TagDialog(QDialog):
    """Asks for tags. `wanted` carries them."""

    wanted = Signal(list)

    def __init__(self, known: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Add tags"))
        self.setMinimumWidth(420)
        self.edit = TagEdit()
        self.edit.set_known(known)
        label = QLabel(_("&Tags for the chosen annotations:"))
        label.setBuddy(self.edit.line)
        buttons = QDialogButtonBox()
        self.ok = buttons.addButton(_("Add"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(label)
        layout.addWidget(self.edit)
        layout.addStretch()
        layout.addWidget(buttons)
        self.finished.connect(self.deleteLater)
        self.edit.line.setFocus()

    def accept(self) -> None:
        """Enter ends a tag that is being typed; with nothing typed it ends the dialog."""
        if self.edit.line.text().strip():
            self.edit.commit()
            if self.focusWidget() is self.edit.line:
                return
        if self.edit.names:
            self.wanted.emit(self.edit.names)
        super().accept()
