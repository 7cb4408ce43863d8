"""Choosing which event another one is a part of."""

from PySide6.QtWidgets import QWidget

from archive_app.core.dates import format_date
from archive_app.core.records import Event
from archive_app.core.translation import _
from archive_app.services.archives import Archive
from archive_app.services.phases import possible_parents
from archive_app.ui.chooser import Chooser
from archive_app.ui.labels import short
from archive_app.ui.palette_entries import Entry


def choose_parent(archive: Archive, event: Event, page: QWidget) -> Chooser:
    """Open a list over the page; its `taken` carries the id of the event that was chosen, "" for none."""
    chooser = Chooser(page, _("Part of an event"), _("Which event is this one a part of?"))
    entries = [
        Entry(one.id, short(one.title, 120), format_date(one.when), "event")
        for one in possible_parents(archive, event.id)
    ]
    if event.parent_id is not None:
        entries.insert(0, Entry("", _("Part of no other event"), icon="close"))
    chooser.open(entries, next((at for at, one in enumerate(entries) if one.key == event.parent_id), -1))
    return chooser
