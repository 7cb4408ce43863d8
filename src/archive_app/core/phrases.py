"""EDTF dates written out for reading, in the language of the interface."""

import re

from archive_app.core.edtf import parse_edtf
from archive_app.core.errors import UserError
from archive_app.core.translation import N_, _

_MONTHS = (
    N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"),
    N_("July"), N_("August"), N_("September"), N_("October"), N_("November"), N_("December"),
)  # fmt: skip
_SEASONS = {
    "21": N_("spring {year}"),
    "22": N_("summer {year}"),
    "23": N_("autumn {year}"),
    "24": N_("winter {year}"),
}
_QUALIFIED = {
    "~": N_("about {date}"),
    "?": N_("perhaps {date}"),
    "%": N_("perhaps about {date}"),
}
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


def format_date(edtf: str) -> str:
    """Write an EDTF date out for reading: "18–19 October 1944", "about 1943"; "" for "".

    What there is no phrase for is returned as it is.
    """
    if not edtf:
        return ""
    phrase = _interval(edtf) if "/" in edtf else _set(edtf) if edtf[0] in "[{" else _one(edtf)
    return edtf if phrase is None else phrase


def _one(edtf: str) -> str | None:
    """A date that is not an interval, with at most one qualifier at its end."""
    bare = edtf.rstrip("?~%")
    phrase = _bare(bare)
    if phrase is None or bare == edtf:
        return phrase
    mark = edtf[len(bare) :]
    return _(_QUALIFIED[mark]).format(date=phrase) if mark in _QUALIFIED else None


def _bare(edtf: str) -> str | None:
    found = re.fullmatch(r"([\dX]{4})(?:-([\dX]{2})(?:-([\dX]{2}))?)?", edtf)
    if found is None:
        return None
    year, month, day = found.groups()
    if not year.isdigit():
        return _of_unknown_year(year, month, day)
    if month is None:
        return _year(year)
    if month == "XX" and day in (None, "XX"):
        return _("{year}, month unknown").format(year=_year(year))
    if month in _SEASONS:
        return _(_SEASONS[month]).format(year=_year(year))
    if not month.isdigit() or not 1 <= int(month) <= 12:
        return None
    return _month(year, month) if day is None else _day_of_month(year, month, day)


def _day_of_month(year: str, month: str, day: str) -> str | None:
    if day == "XX":
        return _("{month} {year}, day unknown").format(month=_(_MONTHS[int(month) - 1]), year=_year(year))
    if day.isdigit():
        return _days(day, None, year, month)
    if not day[0].isdigit():
        return None
    try:
        bounds = parse_edtf(f"{year}-{month}-{day}")
    except UserError:
        return None
    return _between(bounds.first or "", bounds.last or "")


def _of_unknown_year(year: str, month: str | None, day: str | None) -> str | None:
    if month is None and re.fullmatch(r"\d{3}X", year):
        return _("{decade}s").format(decade=f"{year[:3]}0")
    if month is None and re.fullmatch(r"\d\dXX", year):
        return _("between {first} and {last}").format(first=f"{year[:2]}00", last=f"{year[:2]}99")
    if year != "XXXX" or month is None or not month.isdigit() or not 1 <= int(month) <= 12:
        return None
    name = _(_MONTHS[int(month) - 1])
    if day is None:
        return _("{month}, year unknown").format(month=name)
    if day.isdigit():
        return _("{day} {month}, year unknown").format(day=int(day), month=name)
    return None


def _year(year: str) -> str:
    return year.lstrip("0") or "0"


def _month(year: str, month: str) -> str:
    return _("{month} {year}").format(month=_(_MONTHS[int(month) - 1]), year=_year(year))


def _days(first: str, last: str | None, year: str, month: str) -> str:
    """One day, or two days of one month."""
    name = _(_MONTHS[int(month) - 1])
    if last is None:
        return _("{day} {month} {year}").format(day=int(first), month=name, year=_year(year))
    return _("{first}–{last} {month} {year}").format(
        first=int(first), last=int(last), month=name, year=_year(year)
    )


def _interval(edtf: str) -> str | None:
    start, _slash, end = edtf.partition("/")
    if end in ("", ".."):
        phrase = _one(start)
        template = _("from {date} on") if end else _("from {date}, end unknown")
        return None if phrase is None else template.format(date=phrase)
    if start in ("", ".."):
        phrase = _one(end)
        template = _("until {date}") if start else _("until {date}, beginning unknown")
        return None if phrase is None else template.format(date=phrase)
    bare_start, bare_end = start.rstrip("?~%"), end.rstrip("?~%")
    mark, end_mark = start[len(bare_start) :], end[len(bare_end) :]
    if mark == end_mark and (not mark or mark in _QUALIFIED):
        phrase = _plain_interval(bare_start, bare_end)
        return _(_QUALIFIED[mark]).format(date=phrase) if phrase and mark else phrase
    first, last = _one(start), _one(end)
    return (
        None if first is None or last is None else _("from {first} to {last}").format(first=first, last=last)
    )


def _plain_interval(start: str, end: str) -> str | None:
    """An interval without qualifiers; what both ends share is said once."""
    days, end_days = _DAY.fullmatch(start), _DAY.fullmatch(end)
    if days and end_days and days[1] == end_days[1]:
        if days[2] == end_days[2]:
            return _days(days[3], end_days[3], days[1], days[2])
        return _("{first_day} {first_month} – {last_day} {last_month} {year}").format(
            first_day=int(days[3]),
            first_month=_(_MONTHS[int(days[2]) - 1]),
            last_day=int(end_days[3]),
            last_month=_(_MONTHS[int(end_days[2]) - 1]),
            year=_year(days[1]),
        )
    first, last = _bare(start), _bare(end)
    if first is None or last is None:
        return None
    if len(start) == len(end) == 4:
        return _("{first}–{last}").format(first=first, last=last)
    return _("{first} – {last}").format(first=first, last=last)


def _set(edtf: str) -> str | None:
    """One of two dates, both of two dates, or one day between two; longer sets stay as they are."""
    if edtf[0] + edtf[-1] not in ("[]", "{}"):
        return None
    one_of = edtf[0] == "["
    between = re.fullmatch(r"\[([^.,]+)\.\.([^.,]+)\]", edtf)
    if between:
        return _between(between[1], between[2])
    members = [_one(member) for member in edtf[1:-1].split(",")]
    if len(members) != 2 or members[0] is None or members[1] is None:
        return members[0] if len(members) == 1 else None
    template = _("{first} or {last}") if one_of else _("{first} and {last}")
    return template.format(first=members[0], last=members[1])


def _between(start: str, end: str) -> str | None:
    days, end_days = _DAY.fullmatch(start), _DAY.fullmatch(end)
    if days and end_days and days[1] == end_days[1] and days[2] == end_days[2]:
        return _("between {first} and {last} {month} {year}").format(
            first=int(days[3]), last=int(end_days[3]), month=_(_MONTHS[int(days[2]) - 1]), year=_year(days[1])
        )
    first, last = _one(start), _one(end)
    if first is None or last is None:
        return None
    return _("between {first} and {last}").format(first=first, last=last)
