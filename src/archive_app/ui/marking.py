"""Marking passages of a text: the selection, or else the chosen annotation, gets a colour, a note, tags, an event."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from archive_app.core.records import Colour
from archive_app.core.translation import _
from archive_app.services import annotating, tagging
from archive_app.services.annotating import Annotated
from archive_app.ui.recent_tags import recent_tags
from archive_app.ui.session import Session

if TYPE_CHECKING:  # the reader that it marks in
    from archive_app.ui.reader_view import ReaderView


class Marking:
    """What a person annotates in one reader, by keys, by the bar beside the selection, and by the menu."""

    def __init__(self, reader: "ReaderView", session: Session) -> None:
        self._reader = reader
        self._session = session
        self.recent = recent_tags(session)

    def annotate_selection(self, colour: Colour | None = None, open_note: bool = False) -> None:
        """Highlight the selection, or give the chosen annotation another colour; then write a note if wanted."""
        self._annotate(colour, "note" if open_note else "")

    def tag_selection(self) -> None:
        """Highlight the selection, or take the chosen annotation, and edit its tags."""
        self._annotate(None, "tags")

    def link_selection(self) -> None:
        """Highlight the selection, or take the chosen annotation, and tie it to an event."""
        self._annotate(None, "event")

    def put_recent_tag(self, number: int) -> None:
        """Put the recent tag with a number on the selection or on the chosen annotation, or take it off again."""
        one = self.recent.get(number)
        if one is None:
            said = _("No tag has the number {number} yet; press Ctrl+T to give one.").format(number=number)
            self._session.refused.emit(said)
            return
        known = self._known()
        if known is None:
            self._annotate(one.tag.colour, "", [f"/{one.path}"])
            return
        key = known.annotation.id
        self._session.write(_("Saving tags"), tagging.toggle_tag, key, one.tag.id)
        self._reader.after_marking(key)

    def delete_chosen(self) -> None:
        """Delete the chosen annotation; undo brings it back."""
        if self._reader.chosen:
            self._session.write(
                _("Deleting an annotation"), annotating.remove_annotation, self._reader.chosen
            )

    def _known(self) -> Annotated | None:
        """The annotation on exactly the selection, or the chosen one where nothing is selected."""
        reader, span = self._reader, self._reader.selection()
        return reader.drawn.at(span) if span else reader.annotations.get(reader.chosen)

    def _annotate(self, colour: Colour | None, part: str, tags: Sequence[str] = ()) -> None:
        span, text_id = self._reader.selection(), self._reader.text_id
        known = self._known()
        if known is not None:
            self._recolour(known, colour, part)
        elif span is None or text_id is None:
            self._session.refused.emit(_("Select some words of the text first, or click an annotation."))
        else:
            self._reader.bar.hide()
            self._session.write(
                _("Annotating"),
                annotating.annotate,
                text_id,
                span,
                colour=colour or Colour.YELLOW,
                tags=tags,
                done=lambda made: self._reader.after_marking(made.id, part),
                owner=self._reader,
            )

    def _recolour(self, known: Annotated, colour: Colour | None, part: str) -> None:
        key = known.annotation.id
        if colour is not None and colour is not known.annotation.colour:
            self._session.write(_("Changing the colour"), annotating.edit_annotation, key, colour=colour)
        self._reader.after_marking(key, part)
