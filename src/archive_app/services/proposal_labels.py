"""What a person reads about a proposal: why an event is a candidate, and what other sources say of it already."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from archive_app.core.agreement import Agreement
from archive_app.core.dates import format_date
from archive_app.core.proposals import Candidate, Nearness
from archive_app.core.records import Event
from archive_app.core.translation import N_, _, ngettext
from archive_app.services import events
from archive_app.services.annotating import short
from archive_app.services.archives import Archive

_DATES = {
    Agreement.SAME: N_("same date"),
    Agreement.MORE_PRECISE: N_("more precise date"),
    Agreement.COMPATIBLE: N_("dates overlap"),
}
_NEAR = {
    Nearness.LINKED: N_("linked beside this passage"),
    Nearness.FOLLOWS: N_("told next in another source"),
}
_WORDS = 4
_TITLE = 34


@dataclass(frozen=True, slots=True)
class Said:
    """What a source states of an event already; EDTF and its own words. `source` is its title, `source_id` its id."""

    source_id: str
    source: str
    when: str
    where: str
    who: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A candidate as it is shown, with what the sources state of the event, each statement once."""

    candidate: Candidate
    event: Event
    said: tuple[Said, ...]


def shown(archive: Archive, candidates: Sequence[Candidate]) -> list[Shown]:
    """The candidates with their events; those that were deleted meanwhile are left out."""
    known = archive.store.get_many(Event, [one.event_id for one in candidates])
    return [
        Shown(one, known[one.event_id], _said(archive, one.event_id))
        for one in candidates
        if one.event_id in known
    ]


def titles(archive: Archive, event_ids: Iterable[str]) -> list[str]:
    """The titles of some events; those that were deleted meanwhile are left out."""
    wanted = list(event_ids)
    known = archive.store.get_many(Event, wanted)
    return [known[event_id].title for event_id in wanted if event_id in known]


def _said(archive: Archive, event_id: str) -> tuple[Said, ...]:
    said = [
        Said(
            claim.source.id if claim.source else "",
            claim.source.title if claim.source else "",
            link.says_when,
            link.says_where,
            link.says_who,
        )
        for claim in events.claims(archive, event_id)
        if (link := claim.link)
    ]
    return tuple(dict.fromkeys(said))


def reasons(candidate: Candidate) -> list[str]:
    """Why an event is a candidate, in a few words each, the date first."""
    found = [date_reason(candidate)]
    if candidate.shared:
        found.append(", ".join(candidate.shared[:_WORDS]))
    if candidate.nearness is not None:
        found.append(_(_NEAR[candidate.nearness]))
    return [reason for reason in found if reason]


def date_reason(candidate: Candidate) -> str:
    """How the date of the passage stands to that of the event; "" where one of them has none."""
    if candidate.agreement is None:
        return ""
    if candidate.agreement is not Agreement.CONFLICT:
        return _(_DATES[candidate.agreement])
    if not candidate.days_off:
        return _("another date")
    return ngettext(
        "another date, {count} day off", "another date, {count} days off", candidate.days_off
    ).format(count=f"{candidate.days_off:,}")


def said_words(said: Said, here: str = "") -> str:
    """A statement on one line: the source, then what it says; the source with the id `here` is "this source"."""
    stated = [part for part in (format_date(said.when, short=True), said.where, said.who) if part]
    source = _("this source") if said.source_id == here else short(said.source, _TITLE)
    return _("{source}: {stated}").format(source=source, stated=", ".join(stated) or _("no date"))
