"""The annotations of the text that is read: fetched once for all views, and kept up with every change."""

from bisect import insort
from collections.abc import Collection
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from archive_app.core.changes import Changes
from archive_app.core.records import Event
from archive_app.core.translation import _
from archive_app.services import annotating, events
from archive_app.services.annotating import Annotated
from archive_app.services.archives import Archive
from archive_app.ui.jobs import Lane
from archive_app.ui.session import Session

_AFTER_PAINTING_MS = 30
_FEW = 40
"""So many changed annotations are fetched by themselves; where there are more, all are fetched."""


@dataclass(slots=True)
class _Held:
    """What is known of one text; shared by those who follow each other."""

    text_id: str | None = None
    source_id: str | None = None
    all: dict[str, Annotated] = field(default_factory=dict)
    events: dict[str, Event] | None = None
    is_loaded: bool = True
    changed_meanwhile: bool = False
    """Whether something was changed while they were fetched."""


class TextAnnotations(QObject):
    """The annotations of one text, by their place, and the events that they are tied to.

    `loaded` tells that another text's annotations are here, `changed` carries the ids of those that were made,
    changed or deleted.
    """

    loaded = Signal()
    changed = Signal(object)
    events_changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent or session)
        self._session = session
        self._held = _Held()
        self._followed: TextAnnotations | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._fetch_beside)
        session.changed.connect(self._on_changed)

    @property
    def text_id(self) -> str | None:
        """Whose annotations they are."""
        return self._held.text_id

    @property
    def source_id(self) -> str | None:
        """The source of that text."""
        return self._held.source_id

    @property
    def all(self) -> dict[str, Annotated]:
        """The annotations by id, in the order of their place; none until they are loaded."""
        return self._held.all

    @property
    def events(self) -> dict[str, Event]:
        """All events of the archive: those that are linked, and those that can be chosen."""
        if self._held.events is None:
            found = events.list_events(self._session.archive)
            self._held.events = {each.event.id: each.event for each in found}
        return self._held.events

    @property
    def is_loaded(self) -> bool:
        """Whether `all` holds what there is."""
        return self._held.is_loaded

    def load(self, text_id: str | None, source_id: str | None = None, *, later: bool = False) -> None:
        """Take up the annotations of a source's text, now or, where they are many, beside the window once it has been
        painted.

        Nothing happens where they are here already, nor in one that follows another.
        """
        if self._followed is not None:
            return
        self._held.source_id = source_id
        if text_id == self.text_id:
            return
        self._held.text_id = text_id
        self._held.all = {}
        self._held.is_loaded = False
        if later:
            self._later.start(_AFTER_PAINTING_MS)
        else:
            self._later.stop()
            self._take_up(self._fetched())

    def _take_up(self, found: dict[str, Annotated]) -> None:
        self._held.all = found
        self._held.is_loaded = True
        self.loaded.emit()

    def _fetch_beside(self) -> None:
        self._held.changed_meanwhile = False
        self._session.runner.start(
            Lane.READ,
            _("Reading the annotations"),
            _fetch,
            self._session.archive,
            self.text_id,
            done=self._on_fetched,
        )

    def _on_fetched(self, answer: tuple[str | None, dict[str, Annotated]]) -> None:
        text_id, found = answer
        if text_id != self.text_id or self.is_loaded:
            return  # another text is read by now
        if self._held.changed_meanwhile:
            self._fetch_beside()
        else:
            self._take_up(found)

    def follow(self, other: "TextAnnotations") -> None:
        """Be from now on what another one is, and tell what it tells."""
        if other is self._followed:
            return
        if self._followed is not None:
            self._followed.loaded.disconnect(self.loaded)
            self._followed.changed.disconnect(self.changed)
            self._followed.events_changed.disconnect(self.events_changed)
        self._followed = other
        self._held = other._held
        other.loaded.connect(self.loaded)
        other.changed.connect(self.changed)
        other.events_changed.connect(self.events_changed)
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

    def _fetched(self) -> dict[str, Annotated]:
        return _fetch(self._session.archive, self.text_id)[1]

    def _on_changed(self, changes: Changes) -> None:
        if self._followed is not None:
            return
        if changes.touches("events"):
            self._held.events = None
            self.events_changed.emit()
        if self.text_id is None:
            return
        ids = annotating.touched_annotations(self._session.archive, changes)
        if not self.is_loaded:
            self._held.changed_meanwhile |= bool(ids)
        elif len(ids) > _FEW:
            self._replace(self._fetched())
        elif ids:
            self._take_changes(ids)

    def _take_changes(self, ids: Collection[str]) -> None:
        """Fetch a few annotations anew and put them to their places among the others."""
        found = {
            one.annotation.id: one
            for one in annotating.annotations_called(self._session.archive, ids)
            if one.annotation.text_id == self.text_id
        }
        touched = frozenset(key for key in ids if self.all.get(key) != found.get(key))
        if not touched:
            return
        every = [one for key, one in self.all.items() if key not in touched]
        for key in touched:
            if key in found:
                insort(every, found[key], key=_place)
        self._held.all = {one.annotation.id: one for one in every}
        self.changed.emit(touched)

    def _replace(self, fresh: dict[str, Annotated]) -> None:
        touched = self.all.keys() ^ fresh.keys()
        for key, before in self.all.items():
            after = fresh.get(key)
            if after is not None and after is not before:
                if after == before:
                    fresh[key] = before  # whoever keeps it sees at a glance that it is the same
                else:
                    touched.add(key)
        self._held.all = fresh
        if touched:
            self.changed.emit(frozenset(touched))


def _fetch(archive: Archive, text_id: str | None) -> tuple[str | None, dict[str, Annotated]]:
    """The text and its annotations."""
    found = annotating.annotations_of_text(archive, text_id) if text_id is not None else []
    return text_id, {one.annotation.id: one for one in found}


def _place(annotated: Annotated) -> tuple[int, int, str]:
    """The order of the archive: by place, longer ones first."""
    one = annotated.annotation
    return one.start or 0, -(one.end or 0), one.id


def text_annotations(session: Session) -> TextAnnotations:
    """The one that all views of a session share; it follows the reader that has the keyboard."""
    found = session.findChild(TextAnnotations, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return found if isinstance(found, TextAnnotations) else TextAnnotations(session)
