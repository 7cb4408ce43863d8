"""Ranges whose two ends are dates of any kind: "od 15. marta do kraja maja 1942", "od jeseni 1914. do januara 1916"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from archive_app.language.dating.context import How, Resolved
from archive_app.language.dating.words import DayTime

_FROM = re.compile(r"\b(?:od|sa|s|iz) $")
_TO = re.compile(r"\.?,? (?:pa )?(?:sve )?(?:do )?(?:u )?")
_ENDS = re.compile(r"(?P<first>[\dX-]+~?)(?:/(?P<last>[\dX-]+~?))?")


def joined_ranges(resolved: list[Resolved], plain: str) -> Iterator[Resolved]:
    """All dates in their order, two of them as one where they are the ends of a range of known years."""
    taken: Resolved | None = None
    for one, following in pairwise([*resolved, None]):
        if one is None or one is taken:
            continue
        joined = following and _range(one, following, plain)
        if joined:
            taken = following
            yield joined
        else:
            yield one


def _range(one: Resolved, following: Resolved, plain: str) -> Resolved | None:
    start = one.start
    if not plain.startswith("od ", start):
        led = _FROM.search(plain, max(0, start - 4), start)
        if led is None:
            return None
        start = led.start()
    between = plain[one.end : following.start]
    if len(between) > 14 or not _TO.fullmatch(between):
        return None
    if not (between.rstrip().endswith("do") or plain.startswith("do ", following.start)):
        return None
    ends = _ENDS.fullmatch(one.edtf), _ENDS.fullmatch(following.edtf)
    if ends[0] is None or ends[1] is None or "XXXX" in one.edtf + following.edtf:
        return None
    edtf = f"{ends[0]['first']}/{ends[1]['last'] or ends[1]['first']}"
    how = How.WRITTEN if How.WRITTEN in (one.how, following.how) else following.how
    weaker = min(one, following, key=lambda date: date.confidence)
    return replace(
        following,
        start=start,
        edtf=edtf,
        how=how,
        confidence=weaker.confidence,
        origin=None if how is How.WRITTEN else following.origin,
        found=replace(following.found, beside=DayTime()),
    )
