"""What a person does to tags in the library: names, colours, where they stand, and making one of two."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QMenu, QWidget

from archive_app.core.records import Colour, Tag
from archive_app.core.translation import _, ngettext
from archive_app.services import tagging
from archive_app.ui import icons, theme
from archive_app.ui.labels import colour_label, short
from archive_app.ui.library_rows import Row
from archive_app.ui.library_view import LibraryView
from archive_app.ui.message_bar import Kind
from archive_app.ui.name_dialog import ask_name
from archive_app.ui.session import Session

Say = Callable[..., None]


class TagCommands(QObject):
    """Each action is one step of the history; where much changes, the message offers to take it back."""

    def __init__(
        self, session: Session, library: LibraryView, say: Say, undo: Callable[[], object], window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._library = library
        self._say = say
        self._undo = undo
        self._window = window
        library.model.tags_dropped.connect(self._on_dropped)

    def new(self) -> None:
        """Ask for a name, which may be a path, and make a tag."""
        ask_name(
            self._window,
            _("New tag"),
            _("Name of the tag; “Rat / Glad” stands for Glad under Rat:"),
            "",
            lambda path: self._session.write(_("New tag"), tagging.add_tag, path),
        )

    def rename(self, row: Row) -> None:
        """Ask for another name of a tag."""
        ask_name(
            self._window,
            _("Rename tag"),
            _("Name of the tag:"),
            row.title,
            lambda name: self._session.write(_("Renaming a tag"), tagging.rename_tag, row.id, name),
        )

    def fill_menu(self, menu: QMenu, row: Row) -> None:
        """Put what can be done to a tag into a menu."""
        _add(menu, icons.icon("edit"), _("&Rename…"), partial(self.rename, row))
        colours = menu.addMenu(icons.icon("highlight"), _("&Colour"))
        for colour in Colour:
            self._add_colour(colours, row, colour, colour_label(colour))
        colours.addSeparator()
        self._add_colour(colours, row, None, _("No colour"))
        _add(menu, icons.icon("tag"), _("Put &under another tag…"), partial(self.choose_above, row))
        if isinstance(row.record, Tag) and row.record.parent_id is not None:
            _add(menu, icons.icon("up"), _("Put to the &top"), partial(self.move, row.id, None))
        _add(menu, icons.icon("forward"), _("&Merge into another tag…"), partial(self.choose_kept, row))

    def _add_colour(self, menu: QMenu, row: Row, colour: Colour | None, label: str) -> None:
        icon = icons.dot(theme.dot(colour)) if colour else icons.icon("close")
        action = _add(menu, icon, label, partial(self._colour, row.id, colour))
        action.setCheckable(True)
        action.setChecked(row.colour is colour)

    def _colour(self, tag_id: str, colour: Colour | None) -> None:
        self._session.write(_("Changing the colour"), tagging.colour_tag, tag_id, colour)

    def choose_above(self, row: Row) -> None:
        """Let the person choose the tag that this one is to stand under."""
        self._choose(row, _("Put “{tag}” under which tag?"), partial(self.move, row.id))

    def choose_kept(self, row: Row) -> None:
        """Let the person choose the tag that takes over what this one is on."""
        self._choose(row, _("Merge “{tag}” into which tag?"), partial(self.merge, row))

    def _choose(self, row: Row, hint: str, answer: Callable[[str], None]) -> None:
        from archive_app.ui.chooser import Chooser
        from archive_app.ui.palette_entries import Entry

        below = {row.id}
        entries = []
        for found in tagging.list_tags(self._session.archive):
            if found.tag.id == row.id or found.tag.parent_id in below:
                below.add(found.tag.id)
                continue
            number = ngettext("{count} annotation", "{count} annotations", found.annotations)
            said = number.format(count=found.annotations)
            entries.append(Entry(key=found.tag.id, title=found.path, detail=said, icon="tag"))
        chooser = Chooser(self._library, _("Tags"), hint.format(tag=short(row.title, 24)))
        chooser.taken.connect(answer)
        chooser.open(entries)

    def move(self, tag_id: str, under_id: str | None) -> None:
        """Put a tag under another one, or to the top."""
        self._session.write(_("Moving a tag"), tagging.move_tag, tag_id, under_id)

    def merge(self, row: Row, into_id: str) -> None:
        """Make one tag of two; the message offers to take it back."""
        self._session.write(
            _("Merging tags"),
            tagging.merge_tags,
            row.id,
            into_id,
            done=lambda kept: self._tell_merged(row, kept),
            owner=self,
        )

    def _tell_merged(self, row: Row, kept: Tag) -> None:
        said = _("“{tag}” is a part of “{kept}” now.").format(tag=short(row.title), kept=short(kept.name))
        self._say(said, Kind.DONE, {_("Undo"): self._undo})

    def _on_dropped(self, tag_ids: Sequence[str], under_id: str) -> None:
        for tag_id in tag_ids:
            self.move(tag_id, under_id)


def _add(menu: QMenu, icon: QIcon, text: str, function: Callable[[], object]) -> QAction:
    action = menu.addAction(icon, text)
    action.triggered.connect(lambda _checked=False: function())
    return action
