"""Which dates of an event contradict each other from voice to voice, and which are two dates of one voice.

A voice is a source; what stands in no source is a voice of its own. Two dates that cannot both be right are a conflict
where different voices state them. Where one source states both, it contradicts itself or speaks of phases; that is no
conflict between sources. The date of the event itself sides with a source that states it beside another one.

A person's mark goes before what is computed: a date marked SAME is in conflict with none, one marked DIFFERS with all.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from archive_app.core.agreement import Agreement, agreement, in_conflict
from archive_app.core.kinds import Sameness


class Statement(NamedTuple):
    """A date, EDTF or "", and who states it."""

    voice: str
    when: str
    mark: Sameness = Sameness.UNMARKED


class Standing(NamedTuple):
    """How a statement stands to the date of the event and to the other statements.

    `against` are the dates of other voices that cannot be right if this one is, `beside` those of its own voice; both
    as computed, whatever is marked. `is_against_held` says the same of the date of the event. `is_disputed` and
    `is_doubled` say what is left of that with the marks.
    """

    agreement: Agreement | None = None
    against: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    is_against_held: bool = False
    is_disputed: bool = False
    is_doubled: bool = False

    @property
    def is_apart(self) -> bool:
        """Whether it computes as a contradiction of anything."""
        return bool(self.against or self.beside) or self.agreement is Agreement.CONFLICT


def standings(held: str, said: Sequence[Statement]) -> list[Standing]:
    """How each statement stands, in their order; `held` is the date of the event itself, EDTF."""
    apart = _apart(one.when for one in said)
    voices: defaultdict[str, set[str]] = defaultdict(set)
    left: defaultdict[str, set[str]] = defaultdict(set)
    for one in said:
        voices[one.when].add(one.voice)
        if one.mark is not Sameness.SAME:
            left[one.when].add(one.voice)
    found: dict[Statement, Standing] = {}
    for one in said:
        if one not in found:
            found[one] = _standing(one, held, apart.get(one.when, ()), voices, left)
    return [found[one] for one in said]


def _apart(dates: Iterable[str]) -> dict[str, list[str]]:
    """The dates that cannot be right if one is, by that one."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for one, two in in_conflict(dates):
        found[one].append(two)
        found[two].append(one)
    return found


def _standing(
    one: Statement,
    held: str,
    apart: Sequence[str],
    voices: Mapping[str, set[str]],
    left: Mapping[str, set[str]],
) -> Standing:
    """How a statement stands; `voices` has those that state a date, `left` those of them that are not marked SAME."""
    if not one.when:
        return Standing()
    alone = {one.voice}
    agrees = agreement(one.when, held)
    against = tuple(when for when in apart if voices[when] - alone)
    beside = tuple(when for when in apart if one.voice in voices[when])
    is_against_held = agrees is Agreement.CONFLICT and all(
        agreement(when, held) is Agreement.CONFLICT for when in beside
    )
    is_same = one.mark is Sameness.SAME
    is_disputed = is_against_held or any(left[when] - alone for when in against)
    return Standing(
        agrees,
        against,
        beside,
        is_against_held,
        (is_disputed and not is_same) or one.mark is Sameness.DIFFERS,
        not is_same and any(one.voice in left[when] for when in beside),
    )
