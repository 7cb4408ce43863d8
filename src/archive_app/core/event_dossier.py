"""The plain data of the dossier of an event: its dating, what each source claims of it, and its parts.

The records are those of the archive; what is worked out from them stands beside them, so that nothing is left to look
up.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from archive_app.core.disagreement import Standing
from archive_app.core.dossier import DossierNote, Excerpt
from archive_app.core.kinds import AuthorityKind
from archive_app.core.records import Annotation, Authority, Event, Link, Photo, Source, Text
from archive_app.core.timeline import Entry, Lane, Said
from archive_app.core.timespans import extent_of
from archive_app.core.translation import _
from archive_app.core.verdicts import Held


@dataclass(frozen=True, slots=True)
class NamedAuthority:
    """A person, unit or place with its other names."""

    authority: Authority
    variants: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedClaim:
    """What one source states of an event. `number` runs through the whole dossier.

    `quote` are the words of the source, for a photo its caption; `passages` the numbers of the first and the last
    passage, from 1; `standing` is how its date stands to that of the event and to the others. `unlike` are the kinds of
    which another claim names others only. `excerpt` is the quotation as it is printed.
    """

    number: int
    link: Link
    annotation: Annotation
    source: Source | None
    text: Text | None
    photo: Photo | None
    quote: str
    passages: tuple[int, int] | None
    standing: Standing
    citation: str
    excerpt: Excerpt
    names: tuple[NamedAuthority, ...] = ()
    unlike: tuple[AuthorityKind, ...] = ()
    tags: tuple[str, ...] = ()

    @property
    def when(self) -> str:
        """The date that it states, EDTF; "" for none."""
        return self.link.says_when


@dataclass(frozen=True, slots=True, kw_only=True)
class EventChapter:
    """An event with all that is told of it.

    `depth` is 0 for what stands for itself, 1 for a part of that, and so on; `above` are the events that it is a part
    of, the outermost first; `parts` the events that are parts of it. `held` are the datings, the present one first.
    `notes` are the notes on the event itself.
    """

    event: Event
    depth: int = 0
    above: tuple[Event, ...] = ()
    parts: tuple[Event, ...] = ()
    held: tuple[Held, ...] = ()
    claims: tuple[StatedClaim, ...] = ()
    names: tuple[NamedAuthority, ...] = ()
    notes: tuple[DossierNote, ...] = ()
    tags: tuple[str, ...] = ()

    @property
    def is_disputed(self) -> bool:
        """Whether two of the dates cannot both be right, that of the event included; not by two of one source alone."""
        return any(claim.standing.is_disputed for claim in self.claims)

    def differing(self) -> frozenset[str]:
        """The stated dates that are in conflict with that of the event, and those that are so only with one another."""
        lost = {claim.when for claim in self.claims if claim.standing.is_against_held}
        return frozenset(
            claim.when
            for claim in self.claims
            if claim.standing.is_disputed
            and (
                claim.standing.is_against_held
                or not claim.standing.against
                or not lost.issuperset(claim.standing.against)
            )
        )

    def entry(self) -> Entry | None:
        """The event on an axis of time, None where nothing dates it."""
        said = tuple(_said(self))
        extent = extent_of(self.event.when)
        if extent is None and not said:
            return None
        return Entry(
            self.event.id,
            self.event.title,
            self.event.when,
            extent,
            said,
            self.event.place,
            is_decided=bool(self.event.reason),
        )


def _said(chapter: EventChapter) -> Iterator[Said]:
    """The dates that are stated, each once, with who states it."""
    by_date: dict[str, list[StatedClaim]] = {}
    for claim in chapter.claims:
        if claim.when:
            by_date.setdefault(claim.when, []).append(claim)
    differing = chapter.differing()
    for when, some in by_date.items():
        extent = extent_of(when)
        if extent is not None:
            sources = dict.fromkeys(claim.source.title for claim in some if claim.source)
            yield Said(when, extent, tuple(sources), when in differing)


def picture_of(chapter: EventChapter, parts: tuple[EventChapter, ...]) -> tuple[Lane, ...]:
    """The lanes of the picture of one event: the event, its parts, and each stated date with the sources that state it.

    Empty where there is nothing to compare: no part, and not two different dates.
    """
    whole = chapter.entry()
    below = [entry for part in parts if (entry := part.entry()) is not None]
    if whole is None or not (below or len({whole.when, *(one.when for one in whole.said)} - {""}) > 1):
        return ()
    lanes = []
    if whole.extent is not None:
        lanes.append(Lane(_("The event"), (whole,), counted=False))
    if below:
        lanes.append(Lane(_("Its parts"), tuple(sorted(below, key=lambda entry: entry.order)), counted=False))
    stated = [
        replace(whole, id=f"{whole.id} {said.when}", title=_named(said), when="", extent=None, said=(said,))
        for said in whole.said
    ]
    if stated:
        stated.sort(key=lambda entry: entry.order)
        lanes.append(Lane(_("What the sources say"), tuple(stated), counted=False))
    return tuple(lanes)


def _named(said: Said) -> str:
    return " · ".join(said.sources) or _("Not in a source")
