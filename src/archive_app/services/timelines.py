"""The events of the archive on an axis of time: by which dates, in which lanes, and as a picture."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from archive_app.core import disagreement
from archive_app.core.agreement import Agreement
from archive_app.core.dates import EdtfDate, format_date, parse_date
from archive_app.core.days import day_number, read_iso_day
from archive_app.core.disagreement import Standing, standings
from archive_app.core.errors import UserError
from archive_app.core.kinds import Sameness
from archive_app.core.progress import SILENT, Progress
from archive_app.core.records import Event
from archive_app.core.timeline import Entry, Lane, Said
from archive_app.core.timespans import extent_of
from archive_app.core.translation import N_, _
from archive_app.exporters.pictures import PICTURES, Drawing
from archive_app.exporters.saving import check_target
from archive_app.exporters.to_svg import Heading
from archive_app.language.collation import azbuka_key
from archive_app.language.folding import fold_text
from archive_app.services.archives import Archive
from archive_app.services.tagging import tag_paths
from archive_app.store import timelines
from archive_app.store.timelines import Statement


class Lanes(StrEnum):
    """What the events of one lane have in common."""

    NONE = "none"
    PLACE = "place"
    TAG = "tag"
    SOURCE = "source"


LANES_LABELS = {
    Lanes.NONE: N_("One lane"),
    Lanes.PLACE: N_("Lanes by place"),
    Lanes.TAG: N_("Lanes by tag"),
    Lanes.SOURCE: N_("Lanes by source"),
}
_WITHOUT = {Lanes.PLACE: N_("No place"), Lanes.TAG: N_("No tag"), Lanes.SOURCE: N_("No source")}


@dataclass(frozen=True, slots=True)
class Timeline:
    """The events that have a date, of their own or from a source, in the order of time; and those that have none."""

    entries: tuple[Entry, ...]
    undated: tuple[Event, ...]
    _folded: dict[str, str] = field(default_factory=dict, repr=False, compare=False)
    """What words are looked for in, by the id of the event, as far as it was needed."""

    def narrowed(self, words: str) -> "Timeline":
        """Only the events in which all these words, or parts of words, stand: in title, place, tags, sources or date.

        Scripts and diacritics make no difference.
        """
        wanted = fold_text(words).split()
        if not wanted:
            return self
        entries = tuple(
            one
            for one in self.entries
            if _stand_in(
                wanted, self._words_of(one.id, one.when, one.title, one.place, *one.tags, *one.sources)
            )
        )
        undated = tuple(
            one
            for one in self.undated
            if _stand_in(wanted, self._words_of(one.id, one.when, one.title, one.place))
        )
        return Timeline(entries, undated, self._folded)

    def with_parts(self) -> set[str]:
        """The ids of the events of which parts stand on the timeline."""
        return {one.id for one in self.entries} & {one.parent_id for one in self.entries if one.parent_id}

    def folded(self, ids: Collection[str]) -> "Timeline":
        """Without the parts of these events, which are counted beside them instead."""
        if not ids:
            return self
        parents = {one.id: one.parent_id for one in self.entries}
        hidden: dict[str, list[Entry]] = {}
        shown = []
        for one in self.entries:
            under = _outermost(one.id, parents, ids)
            if under is None:
                shown.append(one)
            else:
                hidden.setdefault(under, []).append(one)
        entries = (_with_folded(one, hidden[one.id]) if one.id in hidden else one for one in shown)
        return Timeline(tuple(entries), self.undated, self._folded)

    def _words_of(self, event_id: str, when: str, *texts: str) -> str:
        if event_id not in self._folded:
            self._folded[event_id] = fold_text("\n".join((format_date(when), *texts)))
        return self._folded[event_id]

    def between(self, begins: float | None, ends: float | None) -> "Timeline":
        """Only the events of which some date lies in a stretch of time, in days; None is an open end."""
        entries = (
            one
            for one in self.entries
            if any(
                (ends is None or extent.begins < ends) and (begins is None or extent.ends > begins)
                for extent in one.extents
            )
        )
        return Timeline(tuple(entries), self.undated, self._folded)


def _outermost(event_id: str, parents: Mapping[str, str | None], ids: Collection[str]) -> str | None:
    """The outermost of some events that an event is a part of."""
    found, above, seen = None, parents[event_id], {event_id}
    while above is not None and above in parents and above not in seen:
        seen.add(above)
        found = above if above in ids else found
        above = parents[above]
    return found


def _with_folded(one: Entry, parts: list[Entry]) -> Entry:
    return replace(one, folded=len(parts), folded_disputed=sum(part.is_disputed for part in parts))


def _stand_in(words: list[str], text: str) -> bool:
    return all(word in text for word in words)


def read_timeline(archive: Archive) -> Timeline:
    """All events of the archive."""
    said, sources = _statements(archive)
    tags = _tags(archive)
    entries, undated = [], []
    for event in archive.store.list(Event):
        extent = extent_of(event.when)
        dates = _said(said[event.id], event) if event.id in said else ()
        if extent is None and not dates:
            undated.append(event)
            continue
        entries.append(
            Entry(
                event.id,
                event.title,
                event.when,
                extent,
                dates,
                event.place,
                tags.get(event.id, ()),
                tuple(sources.get(event.id, ())),
                event.first_day,
                event.last_day,
                event.parent_id,
                bool(event.reason),
            )
        )
    entries.sort(key=lambda entry: entry.order)
    undated.sort(key=lambda event: azbuka_key(event.title))
    return Timeline(tuple(entries), tuple(undated))


def _statements(archive: Archive) -> tuple[dict[str, list[Statement]], dict[str, dict[str, None]]]:
    """Event id → the dates that are given for it; and event id → the titles of all its sources."""
    said: dict[str, list[Statement]] = {}
    sources: dict[str, dict[str, None]] = {}
    for one in timelines.statements(archive.store):
        if one.source:
            sources.setdefault(one.event_id, {})[one.source] = None
        if one.says_when:
            said.setdefault(one.event_id, []).append(one)
    return said, sources


def _tags(archive: Archive) -> dict[str, tuple[str, ...]]:
    """Event id → the paths of its tags."""
    pairs = timelines.tags_by_event(archive.store)
    paths = tag_paths(archive, {tag_id for _event_id, tag_id in pairs})
    found: defaultdict[str, list[str]] = defaultdict(list)
    for event_id, tag_id in pairs:
        found[event_id].append(paths[tag_id])
    return {event_id: tuple(sorted(tags, key=azbuka_key)) for event_id, tags in found.items()}


def _said(statements: list[Statement], event: Event) -> tuple[Said, ...]:
    """The dates that the statements give, each once, with the titles of the sources."""
    dates = dict.fromkeys(one.says_when for one in statements)
    known = {when: extent for when in dates if (extent := extent_of(when)) is not None}
    if not known:
        return ()
    standing = [Standing()] * len(statements)
    if len(known) > 1 or event.when not in ("", *known) or any(one.mark for one in statements):
        standing = standings(event.when, [_as_stated(one) for one in statements])
    found: dict[str, list[Standing]] = {when: [] for when in known}
    titles: dict[str, dict[str, None]] = {when: {} for when in known}
    for one, stands in zip(statements, standing, strict=True):
        if one.says_when in known:
            found[one.says_when].append(stands)
            if one.source:
                titles[one.says_when][one.source] = None
    differing = _differing(found)
    return tuple(
        Said(
            when,
            extent,
            tuple(titles[when]),
            when in differing,
            when not in differing and any(_is_settled(one) for one in found[when]),
        )
        for when, extent in known.items()
    )


def _as_stated(one: Statement) -> disagreement.Statement:
    return disagreement.Statement(one.source_id or one.link_id, one.says_when, Sameness(one.mark))


def _is_settled(one: Standing) -> bool:
    """Whether a date computes as in conflict and counts as none. What bears out the date of the event does not."""
    bears_out = one.agreement in (Agreement.SAME, Agreement.MORE_PRECISE)
    return one.is_apart and not one.is_disputed and not bears_out


def _differing(found: dict[str, list[Standing]]) -> set[str]:
    """The dates that are in conflict with that of the event, and those that are so only with one another."""
    lost = {when for when, some in found.items() if any(one.is_against_held for one in some)}
    differing = set()
    for when, some in found.items():
        left = [one for one in some if one.is_disputed]
        if any(one.is_against_held or not one.against or not lost.issuperset(one.against) for one in left):
            differing.add(when)
    return differing


def in_lanes(entries: Iterable[Entry], lanes: Lanes) -> list[Lane]:
    """The entries in lanes, these in the order of the azbuka, what belongs to none at the end.

    An event with several tags or sources stands in several lanes. A place that is written in both scripts is one.
    """
    if lanes is Lanes.NONE:
        every = tuple(entries)
        return [Lane("", every)] if every else []
    names = _NAMES[lanes]
    titles: dict[str, str] = {}
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        for name in names(entry) or ("",):
            key = fold_text(name)
            titles.setdefault(key, name)
            found[key].append(entry)
    keys = sorted((key for key in found if key), key=lambda key: azbuka_key(titles[key]))
    made = [Lane(titles[key], tuple(found[key])) for key in keys]
    if "" in found:
        made.append(Lane(_(_WITHOUT[lanes]), tuple(found[""])))
    return made


def _place(entry: Entry) -> tuple[str, ...]:
    return (entry.place,) if entry.place else ()


def _tag(entry: Entry) -> tuple[str, ...]:
    return entry.tags


def _source(entry: Entry) -> tuple[str, ...]:
    return entry.sources


_NAMES: dict[Lanes, Callable[[Entry], tuple[str, ...]]] = {
    Lanes.PLACE: _place,
    Lanes.TAG: _tag,
    Lanes.SOURCE: _source,
}


def moments(begins: str = "", ends: str = "") -> tuple[float | None, float | None]:
    """The first moment of one date and the end of another, as people write them; None for no date.

    Raises UserError where a date cannot be read or has no such end, or the second one is over before the first.
    """
    first = _day(parse_date(begins).first, begins) if begins.strip() else None
    last = _day(parse_date(ends).last, ends) if ends.strip() else None
    if first is not None and last is not None and last < first:
        raise UserError(
            _("“{ends}” is before “{begins}”. Give the earlier date first.").format(ends=ends, begins=begins)
        )
    return first, None if last is None else last + 1


def _day(iso: str | None, typed: str) -> float:
    if iso is None:
        raise UserError(
            _(
                "“{date}” has no known day to show the timeline from or to. Write a day, month or year."
            ).format(date=typed.strip())
        )
    return float(day_number(read_iso_day(iso)))


def middle_of(typed: str) -> tuple[float, float]:
    """The first and the last moment of a date that a person wants to go to. Raises UserError."""
    date: EdtfDate = parse_date(typed)
    extent = extent_of(date.text)
    if extent is None:
        raise UserError(_("“{date}” has no year to go to.").format(date=typed.strip()))
    return extent.begins, extent.ends


def export_picture(
    archive: Archive,
    target: Path,
    timeline: Timeline,
    *,
    lanes: Lanes = Lanes.NONE,
    begins: float | None = None,
    ends: float | None = None,
    day: str = "",
    progress: Progress = SILENT,
) -> int:
    """Draw a timeline to a file, from one moment to another or as far as its events reach; return how many events.

    The ending of `target` says what is made: an SVG picture, or a PDF of as many landscape pages as it takes, dated
    with the ISO `day`, today if empty. The same events give the same bytes. Raises UserError where there is nothing to
    draw or `target` cannot be written, Cancelled; it is then as it was.
    """
    ending = target.suffix[1:].lower()
    if ending not in PICTURES:
        raise UserError(
            _("The name {name} does not end in .{formats}; give it such an ending.").format(
                name=target.name, formats=", .".join(PICTURES)
            )
        )
    check_target(target)
    progress.step(0, 0)
    shown = timeline.between(begins, ends)
    if not shown.entries:
        raise UserError(_("There is nothing to draw: no event has a date in this time."))
    drawing = Drawing(
        tuple(in_lanes(shown.entries, lanes)),
        Heading(_("Timeline of “{archive}”").format(archive=archive.folder.name), len(shown.undated)),
        begins,
        ends,
        headed=lanes is not Lanes.NONE,
        day=day or datetime.now().astimezone().date().isoformat(),
    )
    archive.work.run(_draw, drawing, target, progress=progress)
    return len(shown.entries)


def _draw(drawing: Drawing, target: Path, progress: Progress = SILENT) -> None:
    PICTURES[target.suffix[1:].lower()](drawing, target, progress)
