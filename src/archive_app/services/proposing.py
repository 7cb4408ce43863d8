"""What a person decides about proposals: a passage is linked to an event, tells of a new one, or is set aside.

Each decision is one action, which undo takes back whole; the proposal is then open again.
"""

from dataclasses import dataclass, replace

from archive_app.core.dates import parse_date
from archive_app.core.ids import new_id
from archive_app.core.records import Annotation, Authority, AuthorityKind, Event, Link, Refusal, Text
from archive_app.core.settled import DatePlace, StatedPlace, fits
from archive_app.core.spans import Span, anchor
from archive_app.core.translation import N_
from archive_app.language.titles import short_title
from archive_app.services import annotating, events
from archive_app.services.annotating import short, trimmed
from archive_app.services.archives import Archive
from archive_app.services.proposals import Proposal
from archive_app.store import annotations, texts
from archive_app.store.store import now


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What the source states of an event, as a person wrote it; `when` is EDTF or as a person writes it."""

    when: str = ""
    where: str = ""
    who: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEvent:
    """An event to be made; `when` is EDTF or as a person writes it."""

    title: str
    when: str = ""
    place: str = ""


def link(
    archive: Archive, text_id: str, proposal: Proposal, event_id: str, says: Statement | None = None
) -> Link:
    """Tie the passage of a proposal to an event; without `says` it states the date that it mentions.

    It is tied by an annotation that is there already, or a new one on the sentence.
    Raises NotFound, Conflict where the text was corrected since, UserError for a date that cannot be read.
    """
    event = events.get_event(archive, event_id)
    with archive.operation(N_("Link to event “{subject}”"), subject=short(event.title)):
        return _link(archive, text_id, proposal, event, says or Statement(when=proposal.says_when))


def link_to_new(
    archive: Archive, text_id: str, proposal: Proposal, new: NewEvent, says: Statement | None = None
) -> Link:
    """Make an event and tie the passage of a proposal to it. Raises as `link` does."""
    with archive.operation(N_("Add event “{subject}”"), subject=short(new.title)):
        event = events.add_event(archive, new.title, when=new.when, place=new.place)
        return _link(archive, text_id, proposal, event, says or Statement(when=proposal.says_when))


def _link(archive: Archive, text_id: str, proposal: Proposal, event: Event, says: Statement) -> Link:
    says = replace(says, when=parse_date(says.when).text)
    carrier = _carrier(archive, text_id, proposal, event, says)
    made = events.link(  # what a link that is there already states stays, where nothing else is said
        archive,
        carrier.id,
        event.id,
        says_when=says.when or None,
        says_where=says.where or None,
        says_who=says.who or None,
    )
    mention = proposal.mention
    if mention is not None:
        date = DatePlace(proposal.span, mention.edtf, mention.first, mention.last)
        stated = StatedPlace(
            proposal.span, made.id, event.id, carrier.id, made.says_when, made.first_day, made.last_day
        )
        if not fits(
            date, stated
        ):  # the person knows better than the date was read: it is not to be asked again
            refuse(archive, text_id, proposal.span)
    return made


def _carrier(archive: Archive, text_id: str, proposal: Proposal, event: Event, says: Statement) -> Annotation:
    """The annotation that is to carry a link.

    That is the shortest one that covers the date within its passage, unless it states another date of the same event
    already; else a new one on the sentence, or, where that is taken so, on the part of it.
    """
    text = archive.store.get(Text, text_id)
    texts.refuse_outdated(archive.store, text)
    first, last = texts.ordinals_of(archive.store, text_id, proposal.sentence)
    bounds = texts.passages_at(archive.store, text_id, (first, last))
    within = Span(bounds[first].start, bounds[last].end)
    covering = [
        one
        for one, _source in annotations.of_text(archive.store, text_id)
        if one.span is not None and _covers(one.span, proposal.span) and _covers(within, one.span)
    ]
    for one in sorted(covering, key=lambda one: (len(one.span or ()), one.id)):
        made = archive.store.list(Link, annotation_id=one.id, event_id=event.id)
        if not made or made[0].says_when in ("", says.when):
            return one
    taken = {one.span for one in covering}
    letters = archive.letters(text)
    spans = (trimmed(letters, proposal.sentence), trimmed(letters, proposal.part))
    return annotating.annotate(
        archive, text_id, next((span for span in spans if span not in taken), spans[0])
    )


def _covers(span: Span, other: Span) -> bool:
    return span.start <= other.start and other.end <= span.end


def suggested_event(archive: Archive, text_id: str, proposal: Proposal) -> NewEvent:
    """A new event as the passage tells it: a short title from its words, its date, and the place if it names one.

    Nothing is made.
    """
    letters = archive.letters(archive.store.get(Text, text_id))
    title = ""
    for span in (proposal.part, proposal.sentence):
        dates = []
        if proposal.mention is not None:
            dates = [(proposal.span.start - span.start, proposal.span.end - span.start)]
        title = title or short_title(letters[span.start : span.end], dates)
    where = suggested_statement(archive, proposal).where
    return NewEvent(title=title, when=proposal.says_when, place="" if ";" in where else where)


def suggested_statement(archive: Archive, proposal: Proposal) -> Statement:
    """What the source states as far as it can be read: its date, and the people, units and places that it names.

    Nothing is written.
    """
    known = archive.store.get_many(Authority, proposal.names)
    found = [known[authority_id] for authority_id in proposal.names if authority_id in known]
    where = [one.name for one in found if one.kind is AuthorityKind.PLACE]
    who = [one.name for one in found if one.kind is not AuthorityKind.PLACE]
    return Statement(when=proposal.says_when, where="; ".join(where), who="; ".join(who))


# Refusals


def refuse(archive: Archive, text_id: str, span: Span, event_id: str | None = None) -> Refusal:
    """Remember that a place of a text is nothing to link, or that it does not speak of one event.

    Said twice it counts once. Raises NotFound, Conflict where the text was corrected since, UserError where nothing is
    there.
    """
    text = archive.store.get(Text, text_id)
    texts.refuse_outdated(archive.store, text)
    letters = archive.letters(text)
    span = trimmed(letters, span)
    if event_id is not None:
        events.get_event(archive, event_id)
    known = archive.store.list(Refusal, text_id=text_id, start=span.start, end=span.end, event_id=event_id)
    if known:
        return known[0]
    around = anchor(letters, span)
    made = Refusal(
        id=new_id(),
        text_id=text_id,
        start=span.start,
        end=span.end,
        quote=around.quote,
        prefix=around.prefix,
        suffix=around.suffix,
        event_id=event_id,
        made_at=now(),
    )
    name = N_("Set “{subject}” aside") if event_id is None else N_("Say that “{subject}” is another event")
    with archive.operation(name, subject=short(around.quote)):
        archive.store.insert(made)
    return made


def list_refusals(archive: Archive, text_id: str) -> list[Refusal]:
    """What was refused in a text, in the order of its place."""
    return archive.store.list(Refusal, text_id=text_id, order=("start", "id"))


def take_back(archive: Archive, refusal_id: str) -> None:
    """Forget a refusal: what was refused is proposed again. Raises NotFound."""
    refusal = archive.store.get(Refusal, refusal_id)
    with archive.operation(N_("Propose “{subject}” again"), subject=short(refusal.quote)):
        archive.store.delete(Refusal, refusal_id)


def take_back_all(archive: Archive, text_id: str) -> int:
    """Forget all refusals in a text; return how many there were. One action."""
    found = list_refusals(archive, text_id)
    with archive.operation(N_("Propose again what was set aside")):
        for refusal in found:
            archive.store.delete(Refusal, refusal.id)
    return len(found)
