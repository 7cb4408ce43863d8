"""The annotations of one reader's text as they are drawn in it."""

from PySide6.QtCore import QObject, Signal

from archive_app.core.spans import Span
from archive_app.services import annotating
from archive_app.services.annotating import Annotated
from archive_app.services.sources import Reading
from archive_app.ui.reader_marks import MarkMaker
from archive_app.ui.script_switch import Belongings
from archive_app.ui.session import Session
from archive_app.ui.text_annotations import TextAnnotations
from archive_app.ui.text_pane import TextPane

_MANY = 600
"""Of more annotations only the places are fetched before the text is shown."""


class DrawnAnnotations(QObject):
    """Draws them when a text is shown, and draws anew what changes. `drawn` tells that either was done."""

    drawn = Signal()

    def __init__(self, session: Session, annotations: TextAnnotations, pane: TextPane) -> None:
        super().__init__(pane)
        self._archive = session.archive
        self._annotations = annotations
        self._pane = pane
        self._maker = MarkMaker(pane.positions)
        self._text_id: str | None = None
        annotations.loaded.connect(self._on_loaded)
        annotations.changed.connect(self._on_changed)

    def load(self, reading: Reading) -> None:
        """Draw those of the text that is shown; where there are very many, what they say is fetched once they can be
        seen."""
        self._text_id = None
        self._maker = MarkMaker(self._pane.positions)
        places = annotating.places_of_text(self._archive, reading.text.id)
        if len(places) > _MANY:
            self._pane.set_marks(self._maker.from_places(places), {})
        self._annotations.load(reading.text.id, reading.source.id, later=len(places) > _MANY)
        self._text_id = reading.text.id
        if self._annotations.is_loaded:
            self._draw()

    def move(self, reading: Reading, before: Belongings) -> None:
        """Draw them where their letters stand now that the same text is shown in the other script."""
        if self._annotations.is_loaded:
            self._pane.set_marks(self._maker.moved(before.marks, self._pane.positions), before.notes)
        else:
            self.load(reading)

    def clear(self) -> None:
        """No text is shown."""
        self._text_id = None
        self._annotations.load(None)

    def at(self, span: Span) -> Annotated | None:
        """The annotation on exactly this span."""
        first = self._pane.positions.to_units(span.start)
        marks = self._pane.shown.marks.within(first, first + 1)
        here = (self._annotations.get(mark.id) for mark in marks)
        return next((one for one in here if one is not None and one.annotation.span == span), None)

    def _draw(self) -> None:
        every = self._annotations.all
        self._pane.set_marks(
            self._maker.from_annotations(self._pane.shown.marks, every),
            {key: one.annotation.note for key, one in every.items() if one.annotation.note},
        )
        self.drawn.emit()

    def _on_loaded(self) -> None:
        if self._text_id is not None and self._annotations.text_id == self._text_id:
            self._draw()

    def _on_changed(self, ids: frozenset[str]) -> None:
        """Draw what was changed, and leave thousands of others as they are."""
        every, notes = self._annotations.all, dict(self._pane.notes)
        for key in ids:
            notes.pop(key, None)
            if key in every and every[key].annotation.note:
                notes[key] = every[key].annotation.note
        self._pane.set_marks(self._maker.changed(self._pane.shown.marks, every, ids), notes)
        self._pane.viewport().repaint()  # now, before other views take up the change
        self.drawn.emit()
