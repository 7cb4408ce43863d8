"""The records of a dossier of events as nodes of a graph, in the terms of `to_json_ld.CONTEXT`."""

from collections.abc import Iterable
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from archive_app.core.agreement import Agreement
from archive_app.core.dates import format_date
from archive_app.core.dossier import Dossier
from archive_app.core.event_dossier import EventChapter, NamedAuthority, StatedClaim
from archive_app.core.kinds import AuthorityKind, Script, SourceKind
from archive_app.core.records import Annotation, Event, Photo, Source, Text
from archive_app.core.verdicts import Held

Node = dict[str, Any]

_SOURCE_TYPES = {
    SourceKind.ARTICLE: "Article",
    SourceKind.LETTER: "Message",
    SourceKind.BOOK: "Book",
    SourceKind.REPORT: "Report",
    SourceKind.ALBUM: "Collection",
}
_AUTHORITY_TYPES = {
    AuthorityKind.PERSON: "Person",
    AuthorityKind.UNIT: "Organization",
    AuthorityKind.PLACE: "Place",
}
_AGREEMENTS = {
    Agreement.SAME: "same",
    Agreement.MORE_PRECISE: "morePrecise",
    Agreement.COMPATIBLE: "compatible",
    Agreement.CONFLICT: "inConflict",
}


def graph_of(dossier: Dossier) -> list[Node]:
    """The nodes in the order of print: the dossier, its events, what is claimed of them, and all that is named there.

    Every node that another one points to is there, each once.
    """
    maker = _GraphMaker()
    maker.add(_about(dossier))
    for chapter in dossier.chapters:
        maker.add_chapter(chapter)
    for chapter in dossier.chapters:
        maker.add_outlines((*chapter.above, *chapter.parts))
    return maker.nodes()


def _about(dossier: Dossier) -> Node:
    ids = [_urn(chapter.event.id) for chapter in dossier.chapters]
    return _node(
        # Made of what it is about, so that the same dossier has the same id.
        f"urn:uuid:{uuid5(NAMESPACE_URL, ' '.join([dossier.date, dossier.title, *ids]))}",
        "Dataset",
        name=dossier.title,
        creator=dossier.author,
        dateCreated=dossier.date,
        about=ids,
    )


class _GraphMaker:
    """Collects the nodes of one graph."""

    def __init__(self) -> None:
        self._nodes: dict[str, Node] = {}

    def nodes(self) -> list[Node]:
        """All nodes, in the order in which they were added first."""
        return list(self._nodes.values())

    def add(self, node: Node) -> None:
        """Add a node, unless one with its id is there."""
        self._nodes.setdefault(node["id"], node)

    def add_chapter(self, chapter: EventChapter) -> None:
        """Add an event, its claims, and what these rest on."""
        self.add(_event(chapter))
        by_date: dict[str, list[str]] = {}
        for claim in chapter.claims:
            by_date.setdefault(claim.link.says_when, []).append(_urn(claim.link.id))
        for claim in chapter.claims:
            self.add(_claim(claim, _others(claim, by_date)))
            self._add_ground(claim)
        self._add_names(chapter.names)

    def add_outlines(self, events: Iterable[Event]) -> None:
        """Add events of which no more is told than what they are and when."""
        for event in events:
            self.add(_outline(event))

    def _add_ground(self, claim: StatedClaim) -> None:
        self.add(_annotation(claim))
        if claim.text is not None:
            self.add(_text(claim.text))
        if claim.photo is not None:
            self.add(_photo(claim.photo, claim.source))
        if claim.source is not None:
            self.add(_source(claim.source))
        self._add_names(claim.names)

    def _add_names(self, names: Iterable[NamedAuthority]) -> None:
        for named in names:
            self.add(_authority(named))


def _others(claim: StatedClaim, by_date: dict[str, list[str]]) -> Node:
    """The claims that cannot be right if this one is, of other sources and of its own."""
    standing = claim.standing
    kinds = {"disagreesWith": standing.against, "alsoSays": standing.beside}
    return {
        kind: [claim_id for date in dates for claim_id in by_date.get(date, ())]
        for kind, dates in kinds.items()
    }


def _event(chapter: EventChapter) -> Node:
    event = chapter.event
    return _outline(
        event,
        description=event.note,
        keywords=list(chapter.tags),
        comment=[{"type": "Comment", "text": note.text} for note in chapter.notes],
        about=[_urn(named.authority.id) for named in chapter.names],
        held=[
            _held(event, number, held) for number, held in enumerate(chapter.held) if held.when or held.reason
        ],
    )


def _outline(event: Event, **more: Any) -> Node:
    return _node(
        _urn(event.id),
        ["Event", "crm:E5_Event"],
        name=event.title,
        timeSpan=_time_span(event.when, event.first_day, event.last_day),
        location={"type": "Place", "name": event.place} if event.place else None,
        superEvent=_urn(event.parent_id) if event.parent_id else None,
        **more,
    )


def _held(event: Event, number: int, held: Held) -> Node:
    """A dating that was held right: an assertion of the archivist, the present one without an end."""
    first, last = (event.first_day, event.last_day) if number == 0 else (None, None)
    return _filled(
        {
            "type": "crm:E13_Attribute_Assignment",
            **_assigning(event.id, _time_span(held.when, first, last)),
            "reason": held.reason,
            "assignedBy": held.author,
            "created": held.since,
            "supersededAt": held.until,
        }
    )


def _assigning(event_id: str, date: Node | None) -> Node:
    """That a date is said to be the date of an event."""
    return {"assignedTo": _urn(event_id), "assignedProperty": "crm:P4_has_time-span", "assigned": date}


def _claim(claim: StatedClaim, others: Node) -> Node:
    link = claim.link
    date = _time_span(link.says_when, link.first_day, link.last_day)
    return _node(
        _urn(link.id),
        ["Claim", "crm:E13_Attribute_Assignment"] if date else "Claim",
        about=[_urn(link.event_id)],
        **(_assigning(link.event_id, date) if date else {}),
        statedPlace=link.says_where,
        statedPeople=link.says_who,
        agreement=_AGREEMENTS[claim.standing.agreement] if claim.standing.agreement else None,
        **others,
        dateMark=link.when_mark.value,
        placeMark=link.where_mark.value,
        peopleMark=link.who_mark.value,
        remark=link.note,
        quotation=_quotation(claim),
        isBasedOn=_urn(claim.annotation.id),
        mentions=[_urn(named.authority.id) for named in claim.names],
        created=link.made_at,
    )


def _quotation(claim: StatedClaim) -> Node:
    """The words of the source, in the source."""
    origin = claim.photo or claim.source
    return _filled(
        {
            "type": "Quotation",
            "text": claim.quote,
            "inLanguage": _language("sr", claim.excerpt.script) if claim.quote else None,
            "citation": claim.citation,
            "position": _passages(claim.passages),
            "isPartOf": _urn(origin.id) if origin else None,
        }
    )


def _passages(passages: tuple[int, int] | None) -> str | None:
    if passages is None:
        return None
    first, last = passages
    return str(first) if first == last else f"{first}–{last}"


def _annotation(claim: StatedClaim) -> Node:
    note = claim.annotation
    bodies = [{"type": "oa:TextualBody", "words": note.note}] if note.note else []
    bodies += [{"type": "oa:TextualBody", "words": tag, "hasPurpose": "oa:tagging"} for tag in claim.tags]
    return _node(
        _urn(note.id),
        "oa:Annotation",
        motivatedBy="oa:linking",
        hasTarget=_target(note, claim),
        hasBody=bodies,
        creator=note.author,
        created=note.made_at,
    )


def _target(note: Annotation, claim: StatedClaim) -> Node | None:
    """The passage by its words and by its place in one reading, or else the whole record."""
    if note.text_id is None or note.span is None:
        whole = claim.photo or claim.source
        return {"id": _urn(whole.id)} if whole else None
    words = {"exact": note.quote, "prefix": note.prefix, "suffix": note.suffix}
    return {
        "type": "oa:SpecificResource",
        "hasSource": _urn(note.text_id),
        "hasSelector": [
            _filled({"type": "oa:TextQuoteSelector", **words}),
            {"type": "oa:TextPositionSelector", "startsAt": note.span.start, "endsAt": note.span.end},
        ],
    }


def _text(text: Text) -> Node:
    return _node(
        _urn(text.id),
        "DigitalDocument",
        isPartOf=_urn(text.source_id),
        sha256=text.letters_sha256,
        created=text.made_at,
    )


def _photo(photo: Photo, source: Source | None) -> Node:
    return _node(
        _urn(photo.id),
        "Photograph",
        name=photo.caption,
        isPartOf=_urn(source.id) if source else None,
        timeSpan=_time_span(photo.date, photo.first_day, photo.last_day),
        contentLocation={"type": "Place", "name": photo.place} if photo.place else None,
        creditText=photo.credit,
        identifier=photo.call_number,
        description=photo.note,
    )


def _source(source: Source) -> Node:
    return _node(
        _urn(source.id),
        _SOURCE_TYPES.get(source.kind, "CreativeWork"),
        name=source.title,
        creator=source.creator,
        publisher=source.publisher,
        timeSpan=_time_span(source.date, source.first_day, source.last_day),
        locationCreated={"type": "Place", "name": source.place} if source.place else None,
        inLanguage=_language(source.language, source.script),
        identifier=source.call_number,
        extent=source.extent,
        rights=source.rights,
        url=source.url,
        description=source.note,
    )


def _authority(named: NamedAuthority) -> Node:
    authority = named.authority
    position = None
    if authority.latitude is not None and authority.longitude is not None:
        position = {
            "type": "GeoCoordinates",
            "latitude": authority.latitude,
            "longitude": authority.longitude,
        }
    return _node(
        _urn(authority.id),
        _AUTHORITY_TYPES[authority.kind],
        name=authority.name,
        alternateName=list(named.variants),
        timeSpan=_time_span(authority.when, authority.first_day, authority.last_day),
        geo=position,
        description=authority.note,
        url=authority.url,
    )


def _time_span(when: str, first: str | None, last: str | None) -> Node | None:
    """A date as it is kept: EDTF, the part of the day after it, its first and last possible day, and in words."""
    if not when:
        return None
    edtf, _space, part = when.partition(" ")
    return _filled(
        {
            "type": "crm:E52_Time-Span",
            "date": edtf,
            "partOfDay": part,
            "begin": first,
            "end": last,
            "inWords": format_date(when),
        }
    )


def _language(language: str, script: Script) -> str:
    """A language with its script (BCP 47)."""
    return language if script is Script.UNKNOWN or not language else f"{language}-{script.value}"


def _urn(record_id: str) -> str:
    return f"urn:uuid:{record_id}"


def _node(node_id: str, kind: str | list[str], **values: Any) -> Node:
    return {"id": node_id, "type": kind, **_filled(values)}


def _filled(values: Node) -> Node:
    """Without what says nothing."""
    return {name: value for name, value in values.items() if value not in ("", None, [])}
