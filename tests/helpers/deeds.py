"""Random work with events and evidence: what people do to whatever is there, in any order."""

import random
from typing import TypeVar

from archive_app.core.errors import NotFound
from archive_app.core.kinds import AuthorityKind
from archive_app.core.records import (
    AccessPoint,
    Annotation,
    Authority,
    Event,
    Link,
    Refusal,
    Sameness,
    Source,
    VariantName,
)
from archive_app.core.spans import Span
from archive_app.services import (
    access_points,
    annotating,
    authorities,
    authority_duplicates,
    authority_merging,
    claims,
    correcting,
    history,
    phases,
    proposals,
    proposing,
    reshaping,
    sources,
    stated_names,
    trash,
    verdicts,
)
from archive_app.services.access_points import Choice, NewName
from archive_app.services.archives import Archive
from archive_app.services.sources import Reading

R = TypeVar("R")
_WHEN = [
    "1944-10-20",
    "oko 1943",
    "јесен 1944",
    "",
    "1944-10-2X",
    "15. 10. 1944",
    "1889–",
    "у ноћи 18/19. октобра 1944",
]
_NAMES = ["Kalemegdan", "Калемегдан", "Čukarica", "Štetner", "Stettner", "1. korpus", "Vuk", "Јелена"]
_INSERTED = ["x", " dana 5. maja 1943. ", "\n\n", ".", "15"]


class Deeds:
    """Does something at random. What cannot be done, since nothing is there or it is refused, raises a UserError."""

    def __init__(self, archive: Archive, chance: random.Random) -> None:
        self.archive, self.chance = archive, chance

    def do(self) -> None:
        """One deed: most are edits, some are undone, done again, or gone back behind."""
        kind = self.chance.random()
        if kind < 0.1:
            history.undo(self.archive)
        elif kind < 0.17:
            history.redo(self.archive)
        elif kind < 0.2:
            self._go_back()
        else:
            self.edit()

    def edit(self) -> None:
        """One edit."""
        self.chance.choice(
            (
                self._authority,
                self._name,
                self._merge,
                self._event,
                self._link,
                self._mark,
                self._propose,
                self._propose,
                self._annotate,
                self._correct,
                self._delete,
                self._restore,
                self._accept_stated,
            )
        )()

    def _go_back(self) -> None:
        numbers = [0, *(action.number for action in history.history(self.archive))]
        history.go_back_to(self.archive, self.chance.choice(numbers[-8:] + numbers[:8]))

    def _any(self, kind: type[R]) -> R:
        every = self.archive.store.list(kind)
        if not every:
            raise NotFound("nothing of this kind is there")
        return self.chance.choice(every)

    def _reading(self) -> Reading:
        reading = sources.read_source(self.archive, self._any(Source).id)
        if reading is None:
            raise NotFound("no text is there")
        return reading

    def _when(self) -> str:
        return self.chance.choice(_WHEN)

    def _called(self) -> str:
        return self.chance.choice(_NAMES)

    def _kind(self) -> AuthorityKind:
        return self.chance.choice(list(AuthorityKind))

    def _choices(self) -> list[Choice]:
        known = [one.id for one in self.archive.store.list(Authority)]
        return [*self.chance.sample(known, min(1, len(known))), NewName(self._kind(), self._called())]

    def _authority(self) -> None:
        if self.chance.random() < 0.5:
            authorities.add_authority(
                self.archive, self._kind(), self._called(), variants=[self._called()], when=self._when()
            )
        else:
            one = self._any(Authority)
            authorities.edit_authority(
                self.archive, one.id, kind=self._kind(), note=self._called(), when=self._when()
            )
            authorities.set_position(self.archive, one.id, self.chance.choice([None, (44.8, 20.4)]))

    def _name(self) -> None:
        if self.chance.random() < 0.4:
            authorities.add_name(self.archive, self._any(Authority).id, self._called())
        elif self.chance.random() < 0.5:
            authorities.prefer_name(self.archive, self._any(VariantName).id)
        else:
            authorities.rename_variant(self.archive, self._any(VariantName).id, self._called())

    def _merge(self) -> None:
        found = authority_duplicates.duplicates(self.archive)
        if not found:
            raise NotFound("nothing is alike")
        pair = self.chance.choice(found)
        both = pair.merged.authority.id, pair.kept.authority.id
        if self.chance.random() < 0.3:
            authority_duplicates.keep_apart(self.archive, *both)
        else:
            authority_merging.merge_authorities(self.archive, *both, take=["when"])

    def _event(self) -> None:
        if self.chance.random() < 0.4:
            access_points.add_event(self.archive, self._called(), names=self._choices(), when=self._when())
        elif self.chance.random() < 0.4:
            access_points.edit_event(
                self.archive,
                self._any(Event).id,
                names=self._choices(),
                when=self._when(),
                place=self._called(),
            )
        elif self.chance.random() < 0.5:
            phases.put_under(self.archive, self._any(Event).id, self._any(Event).id)
        else:
            verdicts.give_verdict(self.archive, self._any(Event).id, reason="tako piše")

    def _link(self) -> None:
        annotation, event = self._any(Annotation), self._any(Event)
        access_points.link(
            self.archive,
            annotation.id,
            event.id,
            names=self._choices(),
            says_when=self._when(),
            says_who=self._called(),
        )

    def _mark(self) -> None:
        mark = self.chance.choice(list(Sameness))
        claims.mark_claim(self.archive, self._any(Link).id, where=mark, who=mark)
        claims.mark_dates(self.archive, [self._any(Link).id], mark, "jer")

    def _propose(self) -> None:
        text_id = self._reading().text.id
        found = proposals.find_proposals(self.archive, text_id).open
        if not found:
            proposing.take_back_all(self.archive, text_id)
            return
        one = self.chance.choice(found)
        likely = one.candidates[0].event_id if one.candidates else None
        kind = self.chance.random()
        if likely and kind < 0.4:
            proposing.link(self.archive, text_id, one, likely)
        elif kind < 0.6:
            new = proposing.suggested_event(self.archive, text_id, one)
            proposing.link_to_new(self.archive, text_id, one, new)
        else:
            proposing.refuse(self.archive, text_id, one.span, self.chance.choice([None, likely]))

    def _annotate(self) -> None:
        reading = self._reading()
        start = self.chance.randrange(len(reading.letters) - 1)
        end = min(len(reading.letters), start + self.chance.randrange(1, 200))
        made = annotating.annotate(self.archive, reading.text.id, Span(start, end), tags=[self._called()])
        if len(made.quote) > 2 and self.chance.random() < 0.3:
            reshaping.split(self.archive, made.id, (start + end) // 2)

    def _correct(self) -> None:
        reading = self._reading()
        passage = self.chance.choice(reading.passages)
        letters = reading.letters[passage.start : passage.end]
        at = self.chance.randrange(len(letters) + 1)
        rest = at if self.chance.random() < 0.5 else at + self.chance.randrange(8)
        words = letters[:at] + self.chance.choice(_INSERTED) + letters[rest:]
        correcting.correct_passage(self.archive, reading.text.id, passage.ordinal, words)

    def _delete(self) -> None:
        kind = self.chance.choice(
            (Source, Authority, Event, Link, Annotation, AccessPoint, Refusal, VariantName)
        )
        one = self._any(kind)
        with self.archive.operation("Delete"):
            self.archive.store.delete(kind, one.id)

    def _restore(self) -> None:
        found = trash.list_trash(self.archive)
        trash.restore(self.archive, [one.id for one in self.chance.sample(found, min(2, len(found)))])

    def _accept_stated(self) -> None:
        found = stated_names.stated_names(self.archive, least=1)
        stated_names.accept(self.archive, self.chance.sample(found, min(2, len(found))))
