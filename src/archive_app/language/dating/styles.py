"""Days of the Julian calendar in running text: "15. juna 1914. po starom kalendaru" is 28 June 1914.

Serbia kept that calendar until January 1919, its church keeps it still. Only what the text itself says to be in the
old style is converted; the rules are those of `core.days`.
"""

import re
from dataclasses import replace

from archive_app.core.days import from_julian, iso_day, julian_month_length
from archive_app.language.dating.found import Found, Meaning

_CALENDAR_WORD = r"(?:kal\.|kalendaru|kalendara|stilu|stila|racunanju)"
_OLD_AFTER = re.compile(
    rf"\.?,? ?(?P<open>\()?(?:po (?:starom|julijanskom|st\.)(?:e)?(?: ?{_CALENDAR_WORD})?"
    rf"|(?:starog|julijanskog) {_CALENDAR_WORD}|st\. ?st(?:ila|\.)|s\. ?st\.|st\. ?kal\.|s\. ?k\.|o\. ?s\.)"
    r"(?(open)\))(?![a-zđļń]| ?\d)"
)
_OLD_BEFORE = re.compile(
    rf"\bpo (?:starom|julijanskom)(?:e)?(?: {_CALENDAR_WORD})?,? ?(?:to je |na |od |je )?$"
)
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


def in_old_style(found: Found, plain: str) -> Found:
    """The expression with its days converted, where the words round it say that they are in the old style."""
    if found.kind not in ("day", "days"):
        return found
    after = _OLD_AFTER.match(plain, found.end)
    if after is not None:
        return replace(found, end=after.end(), meaning=_converted(found.meaning))
    if _OLD_BEFORE.search(plain, max(0, found.start - 40), found.start):
        return replace(found, meaning=_converted(found.meaning))
    return found


def _converted(meaning: Meaning) -> Meaning:
    """A meaning whose days are read as Julian ones; without a year nobody can tell how far the calendars are apart."""

    def converted(year: int | None) -> str | None:
        edtf = meaning(year)
        return edtf and _DAY.sub(_gregorian, edtf)

    return converted


def _gregorian(match: re.Match[str]) -> str:
    year, month, day = map(int, match.groups())
    if not (1 <= month <= 12 and 1 <= day <= julian_month_length(year, month)):
        return match[0]
    return iso_day(from_julian((year, month, day)))
