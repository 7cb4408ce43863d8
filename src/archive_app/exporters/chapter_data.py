"""Turns the chapters on events into the plain data that the report's template sets."""

from collections.abc import Iterable, Iterator, Sequence

from archive_app.core.agreement import Agreement
from archive_app.core.chronology import order_of
from archive_app.core.coordinates import speak_coordinates
from archive_app.core.dates import format_date
from archive_app.core.edtf import EdtfDate
from archive_app.core.event_dossier import EventChapter, NamedAuthority, StatedClaim, picture_of
from archive_app.core.kind_labels import (
    agreement_label,
    authority_kind_heading,
    date_mark_label,
    sameness_label,
)
from archive_app.core.kinds import AuthorityKind, Sameness
from archive_app.core.translation import _, ngettext
from archive_app.core.verdicts import Held
from archive_app.exporters.cleaning import Cleaner, Phrase, is_blank, phrase, shortened
from archive_app.exporters.part_data import LONGEST_RUNNING_HEAD, Data, PartBuilder, said, seen
from archive_app.exporters.photos import PhotoFolder
from archive_app.exporters.timeline_pictures import PictureFolder, overview_of
from archive_app.exporters.to_svg import COLUMN, Heading

_DEEPEST = 4
_LONGEST_SOURCE = 120
# So many lines of facts still stand on one page with the heading, and texts of so many letters in an unbroken row.
_MOST_TOGETHER = 20
_LONGEST_TOGETHER = 600


class ChapterBuilder:
    """Builds the data of the chapters of one report."""

    def __init__(
        self, builder: PartBuilder, cleaner: Cleaner, folder: PhotoFolder, chapters: Sequence[EventChapter]
    ) -> None:
        self._builder = builder
        self._cleaner = cleaner
        self._pictures = PictureFolder(folder.path, cleaner)
        self._chapters = chapters

    def overview(self) -> list[Data]:
        """The picture of all events, where there are several."""
        if sum(chapter.depth == 0 for chapter in self._chapters) < 2:
            return []
        heading = Heading(_("Timeline of the events of this dossier"), 0)
        return self._pictures.add(overview_of(self._chapters), heading, COLUMN)

    def undated(self) -> Phrase | None:
        """How many events are not in that picture, in words."""
        count = sum(chapter.entry() is None for chapter in self._chapters)
        words = ngettext("{count} event has no date.", "{count} events have no date.", count)
        return said(words.format(count=count)) if count else None

    def chapters(self) -> list[Data]:
        """All chapters in the order of print."""
        number, made = 0, []
        several = sum(chapter.depth == 0 for chapter in self._chapters) > 1
        for place, chapter in enumerate(self._chapters):
            number += chapter.depth == 0
            numbered = number if several and chapter.depth == 0 else None
            made.append(self._chapter(f"ev{place}", chapter, numbered))
            if len(self._chapters) > 1:
                self._builder.list_event(chapter.event.title, format_date(chapter.event.when), f"ev{place}")
        return made

    def _chapter(self, place: str, chapter: EventChapter, number: int | None) -> Data:
        title = self._builder.title(chapter.event.title)
        self._list_names(place, chapter.names)
        standing, disputed = _standing(chapter)
        differing = chapter.differing()
        facts = list(self._facts(chapter))
        return {
            "id": place,
            "level": min(chapter.depth + 1, _DEEPEST),
            "number": number,
            "title": phrase(title),
            "running": phrase(shortened(title, LONGEST_RUNNING_HEAD)),
            "facts": facts,
            "together": sum(len(line["lines"]) for line in facts) <= _MOST_TOGETHER
            and max(len(chapter.event.note), len(chapter.event.reason)) <= _LONGEST_TOGETHER,
            "standing": seen(said(standing)),
            "disputed": disputed,
            "pictures": self._picture(chapter),
            "table": self._table(chapter.claims, differing) if chapter.claims else None,
            "claims": [self._claim(claim, differing) for claim in chapter.claims],
            "notes": self._builder.notes(chapter.notes, self._builder.base),
            "tags": self._builder.chips(_besides_notes(chapter), f"t{place}"),
            "tags_at": f"t{place}",
        }

    def _list_names(self, place: str, names: Iterable[NamedAuthority]) -> None:
        for named in names:
            self._builder.list_name(named.authority.name, format_date(named.authority.when), place)

    def _facts(self, chapter: EventChapter) -> Iterator[Data]:
        """What is known of an event, line by line; what is not known leaves no trace but the date."""
        event = chapter.event
        yield self._fact(_("Date"), [format_date(event.when) or _("Date unknown")], strong=bool(event.when))
        yield from self._verdict(chapter)
        yield from self._given(_("Place"), event.place)
        for kind in AuthorityKind:
            some = [_named(named) for named in chapter.names if named.authority.kind is kind]
            if some:
                yield self._fact(authority_kind_heading(kind), some)
        yield from self._given(_("Part of"), " › ".join(above.title for above in chapter.above))
        if chapter.parts:
            yield self._fact(_("Its parts"), [_dated(part.title, part.when) for part in chapter.parts])
        yield from self._given(_("About the event"), event.note)

    def _verdict(self, chapter: EventChapter) -> Iterator[Data]:
        held = chapter.held
        if chapter.event.reason:
            yield self._fact(_("Why this date"), [chapter.event.reason])
            if held:
                yield self._fact(_("Held right"), [_since(held[0])])
        earlier = [_until(one) for one in held[1:] if one.when or one.reason]
        if earlier:
            yield self._fact(_("Held before"), earlier)

    def _given(self, name: str, text: str) -> Iterator[Data]:
        if not is_blank(text):
            yield self._fact(name, [text])

    def _fact(self, name: str, texts: Sequence[str], *, strong: bool = False) -> Data:
        lines = [line for text in texts for line in self._builder.paragraphs(text)]
        return {"name": said(name), "lines": lines, "strong": strong}

    def _picture(self, chapter: EventChapter) -> list[Data]:
        parts = tuple(one for one in self._chapters if one.event.parent_id == chapter.event.id)
        title = _("Timeline of “{title}”").format(title=self._cleaner.line(chapter.event.title))
        return self._pictures.add(picture_of(chapter, parts), Heading(title, 0), COLUMN, headed=True)

    # The claims side by side, and one by one

    def _table(self, claims: Sequence[StatedClaim], differing: frozenset[str]) -> Data:
        """The table, without the columns for places and people where no source names any."""
        wheres = any(claim.link.says_where or _place_mark(claim) for claim in claims)
        whos = any(claim.link.says_who or _people_mark(claim) for claim in claims)
        columns = [(_("No."), 0.0), (_("Source"), 3.4), (_("When"), 2.6)]
        columns += [(_("Where"), 2.4)] if wheres else []
        columns += [(_("Who"), 2.4)] if whos else []
        columns += [(_("With the date of the event"), 2.5)]
        return {
            "columns": [said(name) for name, _width in columns],
            "widths": [width for _name, width in columns],
            "rows": [self._row(claim, differing, wheres=wheres, whos=whos) for claim in claims],
        }

    def _row(self, claim: StatedClaim, differing: frozenset[str], *, wheres: bool, whos: bool) -> Data:
        link = claim.link
        date_mark = date_mark_label(link.when_mark) if link.when_mark else ""
        cells = [self._cell(format_date(claim.when), date_mark, link.when_mark)]
        cells += [self._cell(link.says_where, _place_mark(claim), link.where_mark)] if wheres else []
        cells += [self._cell(link.says_who, _people_mark(claim), link.who_mark)] if whos else []
        return {
            "number": claim.number,
            "claim": f"k{claim.number}",
            "source": {
                "words": self._builder.phrase(shortened(_origin(claim), _LONGEST_SOURCE)),
                "detail": seen(self._builder.phrase(shortened(_whereabouts(claim), _LONGEST_SOURCE))),
            },
            "cells": cells,
            "together": max(len(link.says_where), len(link.says_who)) <= _LONGEST_TOGETHER,
            "agreement": self._agreement(claim, differing),
        }

    def _cell(self, text: str, words: str, mark: Sameness) -> Data:
        """What a source says, and below it what a person marked or the program noticed."""
        return {
            "lines": self._builder.paragraphs(text),
            "mark": said(words) if words else None,
            "differs": mark is Sameness.DIFFERS,
        }

    def _agreement(self, claim: StatedClaim, differing: frozenset[str]) -> Data:
        agreement = claim.standing.agreement
        return {
            "lines": [said(agreement_label(agreement))] if agreement else [],
            "marks": [said(words) for words in _others(claim)],
            "conflict": agreement is Agreement.CONFLICT and claim.when in differing,
            "differs": claim.when in differing,
        }

    def _claim(self, claim: StatedClaim, differing: frozenset[str]) -> Data:
        link, place = claim.link, f"k{claim.number}"
        self._list_names(place, claim.names)
        stated = (format_date(claim.when), link.says_where, link.says_who)
        return {
            "number": claim.number,
            "claim": place,
            "title": self._builder.phrase(self._builder.title(_origin(claim))),
            "states": [words for words in map(self._builder.phrase, stated) if seen(words)],
            "agreement": [said(sentence) for sentence in _weighed(claim)],
            "differs": claim.when in differing,
            "names": seen(self._builder.phrase("; ".join(named.authority.name for named in claim.names))),
            "remark": self._builder.paragraphs(link.note),
            "excerpt": self._builder.excerpt(place, claim.excerpt),
        }


def _besides_notes(chapter: EventChapter) -> list[str]:
    """The tags of an event that do not stand with one of its notes."""
    with_notes = {tag for note in chapter.notes for tag in note.tags}
    return [tag for tag in chapter.tags if tag not in with_notes]


def _origin(claim: StatedClaim) -> str:
    if claim.source is not None:
        return claim.source.title
    return claim.photo.caption if claim.photo is not None else _("Not in a source")


def _whereabouts(claim: StatedClaim) -> str:
    """Where in the source it stands: call number, paragraph, photo."""
    found = [claim.source.creator, claim.source.call_number] if claim.source else []
    if claim.photo is not None:
        found += [_("photo"), claim.photo.call_number]
    if claim.passages is not None:
        first, last = claim.passages
        one = _("¶ {number}").format(number=first)
        found.append(one if first == last else _("¶¶ {first}–{last}").format(first=first, last=last))
    return ", ".join(part for part in found if part).replace("¶ ", "¶\u00a0")


def _place_mark(claim: StatedClaim) -> str:
    """What a person said of the place of a claim, or else that another claim names another one."""
    if claim.link.where_mark:
        return sameness_label(claim.link.where_mark)
    return _("names another place") if AuthorityKind.PLACE in claim.unlike else ""


def _people_mark(claim: StatedClaim) -> str:
    """What a person said of the people of a claim, or else that another claim names others."""
    if claim.link.who_mark:
        return sameness_label(claim.link.who_mark)
    return _("names others") if {AuthorityKind.PERSON, AuthorityKind.UNIT} & set(claim.unlike) else ""


def _others(claim: StatedClaim) -> list[str]:
    """The dates that cannot be right if that of a claim is, in few words."""
    found = []
    for dates, words in (
        (claim.standing.against, _("against: {dates}")),
        (claim.standing.beside, _("also says: {dates}")),
    ):
        if dates:
            found.append(words.format(dates="; ".join(map(format_date, dates))))
    return found


def _weighed(claim: StatedClaim) -> list[str]:
    """How the stated date stands to the others, in sentences; nothing where it agrees."""
    standing, sentences = claim.standing, []
    if standing.is_against_held:
        sentences.append(_("In conflict with the date of the event."))
    if standing.against:
        dates = "; ".join(map(format_date, standing.against))
        sentences.append(_("In conflict with what other sources say: {dates}.").format(dates=dates))
    if standing.beside:
        dates = "; ".join(map(format_date, standing.beside))
        sentences.append(_("The same source also says: {dates}.").format(dates=dates))
    if claim.link.when_mark:
        mark = date_mark_label(claim.link.when_mark)
        sentences.append(_("Marked by a person: {mark}.").format(mark=mark))
    return sentences


def _standing(chapter: EventChapter) -> tuple[str, bool]:
    """How the sources stand to one another, in a sentence, and whether they disagree."""
    claims = chapter.claims
    if not claims:
        return _("No passage is tied to this event yet."), False
    sources = len({claim.source.id for claim in claims if claim.source})
    told = _("{claims} from {sources}").format(
        claims=ngettext("{count} claim", "{count} claims", len(claims)).format(count=len(claims)),
        sources=ngettext("{count} source", "{count} sources", sources).format(count=sources),
    )
    if chapter.is_disputed:
        disputed = (claim.link for claim in claims if claim.standing.is_disputed)
        said_dates = {EdtfDate(link.says_when, link.first_day, link.last_day) for link in disputed}
        dates = "; ".join(format_date(date.text) for date in sorted(said_dates, key=order_of))
        return _("{told}. They disagree on the date: {dates}.").format(told=told, dates=dates), True
    if any(claim.when for claim in claims):
        return _("{told}. No stated date excludes another.").format(told=told), False
    return _("{told}. None states a date.").format(told=told), False


def _since(held: Held) -> str:
    return _("since {day}, by {who}").format(
        day=format_date(held.since[:10]), who=held.author or _("somebody unknown")
    )


def _until(held: Held) -> str:
    """A dating that was held before, on one line."""
    words = _("{date}, until {day}, changed by {who}").format(
        date=format_date(held.when) or _("no date"),
        day=format_date(held.until[:10]),
        who=held.changed_by or _("somebody unknown"),
    )
    return _("{held}. Reason: {reason}").format(held=words, reason=held.reason) if held.reason else words


def _dated(title: str, when: str) -> str:
    return f"{title} ({format_date(when)})" if when else title


def _named(named: NamedAuthority) -> str:
    """A name with the other names, the dates and the place on the map of whom or what it means."""
    authority = named.authority
    name = _dated(authority.name, authority.when)
    if named.variants:
        name = _("{name}, also {others}").format(name=name, others=", ".join(named.variants))
    if authority.latitude is None or authority.longitude is None:
        return name
    return f"{name}; {speak_coordinates(authority.latitude, authority.longitude)}"
