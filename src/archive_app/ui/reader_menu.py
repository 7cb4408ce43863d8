"""The menu of the reading desk: for the selection, for an annotation, and for the passage under the pointer."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from archive_app.core.records import Colour, PassageKind
from archive_app.core.translation import N_, _
from archive_app.ui import icons, theme
from archive_app.ui.labels import colour_label, short
from archive_app.ui.text_layout import Piece

if TYPE_CHECKING:
    from archive_app.ui.reader_view import ReaderView

_KINDS = {
    PassageKind.PARAGRAPH: N_("Paragraph"),
    PassageKind.HEADING: N_("Heading"),
    PassageKind.QUOTATION: N_("Quotation"),
    PassageKind.CAPTION: N_("Photo caption"),
}


def reader_menu(reader: "ReaderView", piece: Piece | None, *, on_annotation: bool) -> QMenu:
    """Make the menu for a place in the text; `on_annotation` says that the chosen annotation stands there."""
    menu = QMenu(reader)
    writable = not reader.is_read_only()
    selected = reader.selection() is not None
    if writable and (selected or on_annotation):
        _add_annotating(menu, reader, on_annotation)
    copying = menu.addAction(icons.icon("copy"), _("Copy"), reader.pane.copy)
    copying.setShortcut(QKeySequence.StandardKey.Copy)
    copying.setEnabled(selected)
    citing = menu.addAction(_("Copy with citation"), reader.copy_with_citation)
    citing.setShortcut(QKeySequence("Ctrl+Shift+C"))
    citing.setEnabled(selected)
    if piece is not None:
        menu.addAction(_("Select the paragraph"), lambda: reader.select_passage(piece.passage))
        menu.addSeparator()
        if piece.passage.kind is PassageKind.CAPTION:
            ordinal = piece.passage.ordinal
            menu.addAction(icons.icon("photo"), _("Open the photo"), lambda: reader.open_photo(ordinal))
        if writable:
            correcting = menu.addAction(
                icons.icon("edit"), _("Correct this passage…"), lambda: reader.correcting.open(piece.passage)
            )
            correcting.setShortcut(QKeySequence("F4"))
            _add_kinds(menu, reader, piece)
    return menu


def _add_annotating(menu: QMenu, reader: "ReaderView", on_annotation: bool) -> None:
    colours = menu.addMenu(icons.icon("highlight"), _("Highlight"))
    for number, colour in enumerate(Colour, start=1):
        action = colours.addAction(icons.dot(theme.dot(colour)), colour_label(colour))
        action.setShortcut(QKeySequence(f"Ctrl+{number}"))
        action.triggered.connect(
            lambda _checked=False, wanted=colour: reader.marking.annotate_selection(wanted)
        )
    for icon, label, keys, call in (
        ("note", _("Note"), "Ctrl+M", lambda: reader.marking.annotate_selection(None, open_note=True)),
        ("tag", _("Tags"), "Ctrl+T", reader.marking.tag_selection),
        ("event", _("Tie to an event"), "Ctrl+E", reader.marking.link_selection),
    ):
        action = menu.addAction(icons.icon(icon), label, call)
        action.setShortcut(QKeySequence(keys))
    if on_annotation:
        for label, keys, call in (
            (_("Split here"), "Ctrl+B", reader.reshaping.split),
            (_("Join with the next one"), "Ctrl+J", reader.reshaping.join),
        ):
            menu.addAction(label, call).setShortcut(QKeySequence(keys))
        for event in reader.events_of_chosen():
            label = _("Open the event “{title}”").format(title=short(event.title, 40).replace("&", "&&"))
            menu.addAction(label, partial(reader.event_requested.emit, event.id))
        menu.addAction(icons.icon("trash"), _("Delete the annotation"), reader.marking.delete_chosen)
    menu.addSeparator()


def _add_kinds(menu: QMenu, reader: "ReaderView", piece: Piece) -> None:
    ordinal, kind = piece.passage.ordinal, piece.passage.kind
    if kind is PassageKind.CAPTION:
        menu.addAction(
            icons.icon("close"),
            _("This is not a caption"),
            lambda: reader.set_passage_kind(ordinal, PassageKind.PARAGRAPH),
        )
    kinds = menu.addMenu(_("This passage is a"))
    group = QActionGroup(kinds)
    for wanted, label in _KINDS.items():
        action = QAction(_(label), kinds)
        action.setCheckable(True)
        action.setChecked(wanted is kind)
        action.triggered.connect(
            lambda _checked=False, chosen=wanted: reader.set_passage_kind(ordinal, chosen)
        )
        group.addAction(action)
        kinds.addAction(action)
