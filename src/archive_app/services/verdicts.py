"""Which dating of an event is held right, why, and what was held before."""

from archive_app.core.dates import parse_date
from archive_app.core.errors import UserError
from archive_app.core.records import Event
from archive_app.core.translation import N_, _
from archive_app.core.verdicts import Held as Held
from archive_app.services.annotating import short
from archive_app.services.archives import Archive
from archive_app.services.events import get_event
from archive_app.store import states


def give_verdict(archive: Archive, event_id: str, *, when: str | None = None, reason: str) -> Event:
    """Say which dating of an event is held right, and why; without `when` it is the one it has.

    `when` is EDTF or as a person writes it. Raises NotFound, UserError where the date cannot be read or no reason is
    given.
    """
    event = get_event(archive, event_id)
    if not reason.strip():
        raise UserError(_("Say why this dating is held right; a few words are enough."))
    date = parse_date(event.when if when is None else when)
    if not date.text:
        raise UserError(_("There is no date to hold right; write one."))
    dated = {"when": date.text, "first_day": date.first, "last_day": date.last}
    with archive.operation(N_("Date event “{subject}”"), subject=short(event.title)):
        archive.store.update(Event, event_id, reason=reason.strip(), **dated)
    return get_event(archive, event_id)


def withdraw_verdict(archive: Archive, event_id: str) -> Event:
    """Leave open again which dating is right; the event keeps its date. Raises NotFound."""
    event = get_event(archive, event_id)
    with archive.operation(N_("Leave the date of “{subject}” open"), subject=short(event.title)):
        archive.store.update(Event, event_id, reason="")
    return get_event(archive, event_id)


def verdict_history(archive: Archive, event_id: str) -> list[Held]:
    """The datings of an event, the present one first. What was undone does not count."""
    found = states.states(archive.store, "events", event_id, ("when", "reason"))
    following = [*found[1:], None]
    steps = [
        Held(
            when=state.fields["when"] or "",
            reason=state.fields.get("reason") or "",
            since=state.at,
            author=state.author,
            until=later.at if later else "",
            changed_by=later.author if later else "",
        )
        for state, later in zip(found, following, strict=True)
    ]
    return steps[::-1]
