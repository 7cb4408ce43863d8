"""Authority records that may be two of one person, unit or place, proposed for merging."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import cos, hypot, radians

from archive_app.core.errors import UserError
from archive_app.core.kinds import AuthorityKind
from archive_app.core.records import Authority
from archive_app.core.translation import N_, _
from archive_app.language.collation import azbuka_key
from archive_app.language.folding import latin
from archive_app.language.name_likeness import Likeness, ReadName, likeness, read_name, telling_words
from archive_app.language.spellings import transcriptions
from archive_app.services.annotating import short
from archive_app.services.archives import Archive
from archive_app.services.authorities import Named, get_authority, list_authorities
from archive_app.services.authority_uses import use_counts
from archive_app.store import authorities

_REASONS = {
    Likeness.SAME: N_("the same name"),
    Likeness.OTHER_SCRIPT: N_("the same name in the other script"),
    Likeness.SPELLING: N_("the same name in another spelling"),
    Likeness.ORDER: N_("the same words in another order"),
    Likeness.WRITTEN_OTHERWISE: N_("the same, with its number or kind written otherwise"),
    Likeness.INITIALS: N_("the same surname, with initials that fit"),
    Likeness.PART: N_("one name is a part of the other"),
}
_VAGUE = (Likeness.INITIALS, Likeness.PART)
"""Proposed only where no third record fits as well."""
_FAR_KM = 30
_KM_IN_A_DEGREE = 111


def sounded(name: str) -> frozenset[str]:
    """How Serbian may write a word of a name that is spelt as at home (Schneckenburger), folded; empty where nothing in
    it looks foreign."""
    return transcriptions(latin(name))


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Two records that may be one: `kept` is the one that more points to, or that is fuller; `names` are the names, one
    of each, by which they are alike."""

    kept: Named
    merged: Named
    likeness: Likeness
    names: tuple[str, str]

    @property
    def pair(self) -> frozenset[str]:
        """The ids of both."""
        return frozenset((self.kept.authority.id, self.merged.authority.id))


def reason(found: Likeness) -> str:
    """Why two records are proposed for merging, in words."""
    return _(_REASONS[found])


def records_like(archive: Archive, kind: AuthorityKind, name: str) -> list[tuple[Named, Likeness]]:
    """The records of this kind that a name may be of, the surest first; none where the name is empty."""
    read = read_name(name, kind)
    forms = {form for word in read.words for form in word.forms}
    found = []
    for named in list_authorities(archive, kind):
        others = (read_name(other, kind) for other in named.names)
        near = (other for other in others if any(not forms.isdisjoint(word.forms) for word in other.words))
        judged = [how for other in near if (how := likeness(read, other)) is not None]
        if judged:
            found.append((named, min(judged)))
    return sorted(found, key=lambda pair: pair[1])


def duplicates(archive: Archive, kind: AuthorityKind | None = None) -> list[Duplicate]:
    """Pairs of records that may be one, the surest first, by name.

    Records that lived at other times or lie far from each other are none, whatever they are called, nor are those that
    a person told apart.
    """
    every = list_authorities(archive, kind)
    told_apart = authorities.distinct_pairs(archive.store)
    uses = use_counts(archive)
    best = _alike_pairs(every)
    vague = _counted(key for key, (found, _names) in best.items() if found in _VAGUE)
    made = []
    for (one, other), (found, names) in best.items():
        if found in _VAGUE and max(vague[one], vague[other]) > 1:
            continue
        pair = Duplicate(every[one], every[other], found, names)
        if pair.pair in told_apart:
            continue
        made.append(pair if _comes_first(pair.kept, pair.merged, uses) else _turned(pair))
    return sorted(made, key=lambda pair: (pair.likeness, azbuka_key(pair.kept.authority.name)))


def keep_apart(archive: Archive, one_id: str, other_id: str) -> None:
    """Remember that two records are of two, so that they are proposed for merging no more.

    Raises NotFound, UserError where both are the same record.
    """
    one, other = get_authority(archive, one_id), get_authority(archive, other_id)
    if one_id == other_id:
        raise UserError(_("These are one and the same record."))
    pair = f"{short(one.authority.name, 40)} ≠ {short(other.authority.name, 40)}"
    with archive.operation(N_("Tell apart “{subject}”"), subject=pair):
        authorities.add_distinction(archive.store, one_id, other_id)


_Pairs = dict[tuple[int, int], tuple[Likeness, tuple[str, str]]]


def _alike_pairs(every: list[Named]) -> _Pairs:
    """How records are alike by the most alike of their names, by their places in the list."""
    index = _Index(every)
    best: _Pairs = {}
    for place, read, name in index.names:
        for other, other_read, other_name in index.near(read):
            pair = (min(place, other), max(place, other))
            if place == other or _are_apart(every[place].authority, every[other].authority):
                continue
            found = likeness(read, other_read)
            if found is not None and (pair not in best or found < best[pair][0]):
                best[pair] = (found, (name, other_name) if pair[0] == place else (other_name, name))
    return best


class _Index:
    """The names of many records by the forms of their words."""

    def __init__(self, every: Iterable[Named]) -> None:
        self.names = [
            (place, read_name(name, named.authority.kind), name)
            for place, named in enumerate(every)
            for name in named.names
        ]
        self._by_form: defaultdict[tuple[AuthorityKind, str], list[int]] = defaultdict(list)
        for number, (_place, read, _name) in enumerate(self.names):
            for form in {form for word in read.words for form in word.forms}:
                self._by_form[read.kind, form].append(number)

    def near(self, read: ReadName) -> Iterator[tuple[int, ReadName, str]]:
        """The names that have the rarest of the words that tell what a name means."""
        rarest: set[int] | None = None
        for word in telling_words(read):
            numbers = {number for form in word.forms for number in self._by_form.get((read.kind, form), ())}
            if rarest is None or len(numbers) < len(rarest):
                rarest = numbers
        return (self.names[number] for number in sorted(rarest or ()))


def _counted(pairs: Iterable[tuple[int, int]]) -> dict[int, int]:
    count: defaultdict[int, int] = defaultdict(int)
    for pair in pairs:
        for place in pair:
            count[place] += 1
    return count


def _are_apart(one: Authority, other: Authority) -> bool:
    """Whether what is known besides the name says that these are two."""
    if one.kind is not other.kind:
        return True
    if one.kind is AuthorityKind.PLACE:
        return _distance(one, other) > _FAR_KM
    if one.kind is AuthorityKind.PERSON:
        return _lived_apart(one, other)
    return False


def _lived_apart(one: Authority, other: Authority) -> bool:
    """Whether two people were not born or did not die at about the same time; a single year is one of many that
    somebody lived in."""
    births, deaths = (one.first_day, other.first_day), (one.last_day, other.last_day)
    if _spans_years(one) and _spans_years(other):
        return any(abs(_years_between(*pair)) > 1 for pair in (births, deaths))
    return (
        _years_between(one.last_day, other.first_day) > 1 or _years_between(other.last_day, one.first_day) > 1
    )


def _spans_years(one: Authority) -> bool:
    return (one.first_day or "")[:-6] != (one.last_day or "")[:-6]


def _years_between(first: str | None, then: str | None) -> int:
    """How many years one day is before another, 0 where one is not known."""
    return int(then[:-6]) - int(first[:-6]) if first and then else 0


def _distance(one: Authority, other: Authority) -> float:
    """Kilometres between two places, near enough for a few dozen; 0 where one is not known."""
    known = (one.latitude, one.longitude, other.latitude, other.longitude)
    if any(value is None for value in known):
        return 0
    south, west, north, east = (float(value or 0) for value in known)
    return _KM_IN_A_DEGREE * hypot(north - south, (east - west) * cos(radians(north)))


def _comes_first(one: Named, other: Named, uses: dict[str, int]) -> bool:
    """Whether the first of two is the one to keep: what points to it counts most, then the fuller name, then what is
    known of it."""
    return _weight(one.authority, uses) >= _weight(other.authority, uses)


def _weight(one: Authority, uses: dict[str, int]) -> tuple[int, int, int]:
    known = (one.when, one.note, one.url, one.latitude is not None)
    in_full = sum(len(word.strip(".")) > 1 for word in one.name.split())
    return uses.get(one.id, 0), in_full, sum(map(bool, known))


def _turned(pair: Duplicate) -> Duplicate:
    return Duplicate(pair.merged, pair.kept, pair.likeness, pair.names[::-1])
