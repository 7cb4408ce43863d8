"""The way of a person through the proposals of one text: where they are, what they decided and what they left."""

from dataclasses import replace

from archive_app.core.proposals import Candidate
from archive_app.services.proposals import Proposal, Proposals

Place = tuple[int, int]
"""`[start, end)` in code points: by it a proposal is known, however often proposals are worked out anew."""


def _place_of(proposal: Proposal) -> Place:
    return proposal.span.start, proposal.span.end


class Walk:
    """Goes from one proposal to the next in the order of the text; what was left for later comes last."""

    def __init__(self, text_id: str = "") -> None:
        self.text_id = text_id
        self.found: Proposals | None = None
        self.current: Proposal | None = None
        self.decisions = 0
        """Counts what was decided."""
        self._decided: list[Place] = []
        self._later: set[Place] = set()
        self._refused: dict[Place, set[str]] = {}
        self._order: tuple[Place, list[str]] = (0, 0), []
        """The events of the proposal that is looked at, as they were shown."""
        self._linked: Proposal | None = None
        self._is_once_more = False
        """Whether what is looked at was linked already, and is to be linked to another event too."""

    @property
    def place(self) -> int:
        """From where on proposals are of interest."""
        return self.current.span.start if self.current else 0

    @property
    def left(self) -> int:
        """How many proposals are open."""
        return len(self._open())

    @property
    def left_undated(self) -> int:
        """How many of these have no date of their own."""
        return sum(one.mention is None for one in self._open())

    def is_at(self, proposal: Proposal) -> bool:
        """Whether this proposal is looked at."""
        return self.current is not None and _place_of(self.current) == _place_of(proposal)

    def candidates(self, proposal: Proposal, *, keeps_order: bool = True) -> list[Candidate]:
        """The events that a proposal may be linked to, without those that were refused just now.

        With `keeps_order` they keep the places that they had when it was shown, so that a key means what it meant when
        the person read it.
        """
        place = _place_of(proposal)
        known = {one.event_id: one for one in proposal.candidates}
        for event_id in self._refused.get(place, ()):
            known.pop(event_id, None)
        before = self._order[1] if keeps_order and self._order[0] == place else []
        order = [event_id for event_id in before if event_id in known]
        order += [event_id for event_id in known if event_id not in order]
        if proposal.is_ranked:
            self._order = place, order
        return [known[event_id] for event_id in order]

    def take_up(self, found: Proposals, *, is_newest: bool) -> bool:
        """Take what is open now. `is_newest` says that it knows of all decisions: a date that is open again was
        undone then, and is looked at again. Returns whether there was such."""
        reopened = self._reopened(found) if is_newest else None
        self.found = found
        if reopened is not None:
            self.current, self._is_once_more = reopened, False
        elif not self._is_once_more:
            self.current = self._at(self.current) or self._following(self.place)
        return reopened is not None

    def _reopened(self, found: Proposals) -> Proposal | None:
        """The date that was settled last of those that are open again."""
        before = {_place_of(one) for one in self.found.open} if self.found else None
        there = {_place_of(one): one for one in found.open}
        again = [place for place in self._decided if place in there]
        self._decided = [place for place in self._decided if place not in there]
        if again or before is None:
            return there[again[-1]] if again else None
        return next((one for place, one in there.items() if one.mention and place not in before), None)

    def _open(self) -> list[Proposal]:
        decided = set(self._decided)
        return [one for one in self.found.open if _place_of(one) not in decided] if self.found else []

    def _at(self, proposal: Proposal | None) -> Proposal | None:
        """The same proposal as it is known now."""
        if proposal is None:
            return None
        return next((one for one in self._open() if _place_of(one) == _place_of(proposal)), None)

    def _following(self, start: int) -> Proposal | None:
        """The first open proposal from a place on, then those before it, then what was left for later."""
        every = self._open()
        fresh = [one for one in every if _place_of(one) not in self._later]
        if every and not fresh:
            self._later.clear()
            return every[0]
        return next((one for one in fresh if one.span.start >= start), fresh[0] if fresh else None)

    # What the person does

    def step(self, step: int) -> None:
        """Go to the next open proposal and leave this one for later, or go back to the open one before."""
        before = self.current
        was_once_more, self._is_once_more = self._is_once_more, False
        if before is None:
            self.current = self._following(0)
        elif step > 0:
            if not was_once_more:
                self._later.add(_place_of(before))
            self.current = self._following(before.span.start + 1)
        else:
            earlier = [one for one in self._open() if one.span.start < before.span.start]
            self.current = earlier[-1] if earlier else self._at(before) or self._following(0)
            if self.current is not None:
                self._later.discard(_place_of(self.current))

    def link(self, event_id: str) -> None:
        """The proposal that is looked at is linked to an event ("" for a new one); go to the next one."""
        linked = self.current
        self.set_aside()
        if linked is not None:
            others = tuple(one for one in linked.candidates if one.event_id != event_id)
            self._linked = replace(linked, candidates=others)

    def set_aside(self) -> None:
        """The proposal that is looked at is settled; go to the next one."""
        if self.current is None:
            return
        self.decisions += 1
        place = _place_of(self.current)
        self._decided = [*(one for one in self._decided if one != place), place]
        self._linked = None
        self._is_once_more = False
        self.current = self._following(self.current.span.start)

    def refuse(self, event_id: str) -> None:
        """The proposal that is looked at does not speak of this event."""
        if self.current is not None:
            self.decisions += 1
            self._refused.setdefault(_place_of(self.current), set()).add(event_id)

    def go_to_linked(self) -> bool:
        """Look again at what was linked last, to link it to another event too; whether there is such."""
        if self._linked is None:
            return False
        self.current, self._is_once_more = self._linked, True
        return True

    def reopen(self) -> None:
        """The last decision could not be written: it is looked at again."""
        if self._decided:
            place = self._decided.pop()
            self.decisions += 1
            every = self.found.open if self.found else ()
            self.current = next((one for one in every if _place_of(one) == place), self.current)
            self._is_once_more = False
