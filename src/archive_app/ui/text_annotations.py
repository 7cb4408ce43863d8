"""The annotations of the text that is read: fetched once for all views, and kept up with every change."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer, Signal

from archive_app.core.changes import Changes
from archive_app.core.errors import NotFound
from archive_app.core.records import Event
from archive_app.services import annotating, events
from archive_app.services.annotating import Annotated
from archive_app.ui.session import Session

_AFTER_PAINTING_MS = 30
_FEW = 40
"""So many changed annotations are fetched one by one; more are fetched all at once."""


class TextAnnotations(QObject):
    """The annotations of one text, by their place, and the events that they are tied to.

    `loaded` tells that another text's annotations are here, `changed` carries the ids of those that were made,
    changed or deleted.
    """

    loaded = Signal()
    changed = Signal(object)
    events_changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self.text_id: str | None = None
        self.source_id: str | None = None
        self.all: dict[str, Annotated] = {}
        self.events: dict[str, Event] = {}
        """All events of the archive: those that are linked, and those that can be chosen."""
        self._load_events()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._take_up)
        session.changed.connect(self._on_changed)

    @property
    def is_loaded(self) -> bool:
        """Whether `all` holds what there is; it is empty until then."""
        return not self._later.isActive()

    def load(self, text_id: str | None, source_id: str | None = None, *, later: bool = False) -> None:
        """Take up the annotations of a source's text, now or once the window has been painted.

        Nothing happens where they are here already.
        """
        self.source_id = source_id
        if text_id == self.text_id:
            return
        self.text_id = text_id
        self.all = {}
        if later:
            self._later.start(_AFTER_PAINTING_MS)
        else:
            self._later.stop()
            self._take_up()

    def _take_up(self) -> None:
        self.all = self._fetched()
        self.loaded.emit()

    def get(self, annotation_id: str | None) -> Annotated | None:
        """One of them."""
        return self.all.get(annotation_id or "")

    def events_of_text(self) -> list[tuple[Event, int]]:
        """The events that these annotations are tied to, in the order of time, with how often."""
        counts: dict[str, int] = {}
        for one in self.all.values():
            for link in one.links:
                counts[link.event_id] = counts.get(link.event_id, 0) + 1
        return [(event, counts[key]) for key, event in self.events.items() if key in counts]

    def _load_events(self) -> None:
        self.events = {found.event.id: found.event for found in events.list_events(self._session.archive)}

    def _fetched(self) -> dict[str, Annotated]:
        if self.text_id is None:
            return {}
        found = annotating.annotations_of_text(self._session.archive, self.text_id)
        return {one.annotation.id: one for one in found}

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches("events"):
            self._load_events()
            self.events_changed.emit()
        if self.text_id is None or not self.is_loaded:
            return
        ids = changes.ids("annotations")
        if changes.touches("annotation_tags", "tags", "links") or len(ids) > _FEW:
            self._replace(self._fetched())
        elif ids:
            self._replace(self._with_fresh(ids))

    def _with_fresh(self, ids: Iterable[str]) -> dict[str, Annotated]:
        fresh = dict(self.all)
        for annotation_id in ids:
            try:
                found = annotating.get_annotation(self._session.archive, annotation_id)
            except NotFound:
                fresh.pop(annotation_id, None)
                continue
            if found.annotation.text_id == self.text_id:
                fresh[annotation_id] = found
        return dict(sorted(fresh.items(), key=lambda item: _place(item[1])))

    def _replace(self, fresh: dict[str, Annotated]) -> None:
        touched = self.all.keys() ^ fresh.keys()
        for key, before in self.all.items():
            after = fresh.get(key)
            if after is not None and after is not before:
                if after == before:
                    fresh[key] = before  # whoever keeps it sees at a glance that it is the same
                else:
                    touched.add(key)
        self.all = fresh
        if touched:
            self.changed.emit(touched)


def _place(annotated: Annotated) -> tuple[int, int, str]:
    """The order of the archive: by place, longer ones first."""
    one = annotated.annotation
    return one.start or 0, -(one.end or 0), one.id


def text_annotations(session: Session) -> TextAnnotations:
    """The one that all views of a session share."""
    found = session.findChild(TextAnnotations)
    return found if isinstance(found, TextAnnotations) else TextAnnotations(session)
