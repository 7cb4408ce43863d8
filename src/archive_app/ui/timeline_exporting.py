"""What leaves the timeline: a picture of what is in view, and the events in view for their dossiers."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from archive_app.core.translation import _, ngettext
from archive_app.services import timelines
from archive_app.ui.asking_for_file import ask_for_file
from archive_app.ui.export_choice import GIVEN, Choice, What
from archive_app.ui.session import Session
from archive_app.ui.settings import Settings

if TYPE_CHECKING:  # the page that it speaks of
    from archive_app.ui.timeline_page import TimelinePage


class TimelineExporting(QObject):
    """`written` carries a file that was made and what to say of it, `requested` the choice of events in view."""

    written = Signal(object, str)
    requested = Signal(object)

    def __init__(self, session: Session, settings: Settings, page: "TimelinePage") -> None:
        super().__init__(page)
        self._session = session
        self._settings = settings
        self._page = page

    def _in_view(self) -> tuple[float | None, float | None]:
        """The first and the last moment that is in view, None where all events are."""
        view = self._page.view
        return (None, None) if view.is_fitted() else view.seen()

    def choice(self) -> Choice | None:
        """The events in view as what to export, those without a date too where all are in view; None without any."""
        begins, ends = self._in_view()
        shown = self._page.shown.between(begins, ends)
        undated = shown.undated if begins is None else ()
        ids = (*(entry.id for entry in shown.entries), *(event.id for event in undated))
        return Choice(What.EVENTS, GIVEN, ids, _("Events on the timeline")) if ids else None

    def ask_for_dossier(self) -> None:
        """Ask for the export of the events in view."""
        self.requested.emit(self.choice())

    def draw(self) -> None:
        """Ask for a file and draw what is in view into it; all events where all are in view."""
        target = ask_for_file(
            self._page.window(),
            self._session,
            self._settings,
            _("Write the timeline to a picture"),
            _("timeline.svg"),
            _("Pictures (*.svg)"),
            _("PDF files (*.pdf)"),
        )
        if target is None:
            return
        begins, ends = self._in_view()
        self._session.job(
            _("Drawing the timeline"),
            timelines.export_picture,
            target,
            self._page.shown,
            lanes=self._page.lanes_chosen(),
            begins=begins,
            ends=ends,
            done=partial(self._on_drawn, target),
            owner=self,
        )

    def _on_drawn(self, target: Path, count: int) -> None:
        said = ngettext("{count} event was drawn to {name}.", "{count} events were drawn to {name}.", count)
        self.written.emit(target, said.format(count=f"{count:,}", name=target.name))
