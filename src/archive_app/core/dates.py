"""Dates between people and the archive: read what a person types, write EDTF out for reading.

The dates themselves are in `edtf`, whose `EdtfDate` and `parse_edtf` are offered here too.
"""

import re
from dataclasses import dataclass

from archive_app.core.edtf import DateSet, EdtfDate, Interval, Single, parse_edtf, read_edtf
from archive_app.core.errors import UserError
from archive_app.core.months import plain_copy
from archive_app.core.periods import PartOfDay, named_part
from archive_app.core.phrases import format_date
from archive_app.core.translation import _
from archive_app.core.typed_dates import read_typed
from archive_app.core.written_dates import decade_without_century, folded
from archive_app.core.written_ranges import Typed

__all__ = ["EdtfDate", "ReadDate", "editable_date", "format_date", "parse_date", "parse_edtf", "read_date"]


@dataclass(frozen=True, slots=True)
class ReadDate:
    """A date as it was understood, and sentences on what may surprise in that: calendars, conventions, ambiguity."""

    date: EdtfDate
    remarks: tuple[str, ...] = ()


_EDTF = re.compile(
    rf"[\dxhyestz?~%/,.:+{{}}\[\] -]+(?: (?:{'|'.join(PartOfDay)}))?"
)  # h: the Cyrillic letter Х
_BEGINS_AS_EDTF = re.compile(r"[?~%\[{./]*(?:-?\d{4}-(?!\d{4})|\d{4}\b(?![./-]+\d)|y-?\d)")
_YEAR_PAIR = re.compile(r"(?:(\d\d)(\d\d)([/-]|\u2013|\u2014)(\d\d)|(\d{3})(\d)([/-]|\u2013|\u2014)(\d))\.?")
_SINCE_DASH = re.compile(r"(?P<date>[^?]*\w\S*)\s*[-\u2013\u2014]\s*(?P<unknown>\??)")
_DASH_UNTIL = re.compile(r"(?:\?\s*[-\u2013\u2014]|[\u2013\u2014])\s*(?P<date>\w.*)", re.DOTALL)
_TWO_FIGURES = re.compile(
    r"^(?P<before>.*?(?:^|[ ./-]))'?(?P<year>\d\d)(?P<after>\.? ?(?:godine|god\.?|g\.?)?)$"
)
_DAY_IN_FIGURES = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})\.?")


def parse_date(text: str) -> EdtfDate:
    """Read a date as a person types it: EDTF, or a date in Serbian (either script) or English words or figures.

    Days stand before months ("20.10.1944"). Raises UserError, which says what is accepted.
    """
    return read_date(text).date


def read_date(text: str) -> ReadDate:
    """The same, with what to tell the person about how it was understood. Raises UserError."""
    typed = _pair_of_years(text) or _one_sided(text)
    reason = None
    for read in (_edtf, read_typed):
        try:
            typed = typed or read(text)
            if typed is not None:
                date = parse_edtf(typed.text, typed=text)
                return ReadDate(date, tuple(filter(None, typed.remarks)) or _remarks(text, date))
        except UserError as error:
            reason = reason or error
    raise _refused(text, reason)


def editable_date(edtf: str) -> str:
    """A date in words to be changed by a person, as EDTF where the words would not be read as the same date."""
    words = format_date(edtf)
    try:
        return words if parse_date(words).text == edtf else edtf
    except UserError:
        return edtf


def _edtf(text: str) -> Typed | None:
    """The text itself, where it is EDTF. Raises UserError where it only begins as EDTF does."""
    plain = plain_copy(text).strip()
    if plain and not _EDTF.fullmatch(plain):
        return None
    try:
        return Typed(parse_edtf(re.sub(r"(?<!\.)\.\s*$", "", text), typed=text).text)
    except UserError:
        if _BEGINS_AS_EDTF.match(plain):
            raise
        return None


def _pair_of_years(text: str) -> Typed | None:
    """1944/45, 1944-45, 1944–45, 1944/5. With a hyphen 12 or less is a month and 21 to 24 a season, as EDTF has it."""
    found = _YEAR_PAIR.fullmatch("".join(text.split()))
    if found is None:
        return None
    same, first, mark, last = found.groups()[:4] if found[1] else found.groups()[4:]
    start = f"{same}{first}"
    end = f"{same}{last}" if int(last) > int(first) else f"{int(same) + 1}{last}"
    if not 0 < int(end) - int(start) < 100 or (int(last) <= int(first) and int(end) - int(start) > 1):
        return None
    years = f"{start}/{end}"
    if mark == "-" and (1 <= int(last) <= 12 or 21 <= int(last) <= 24) and len(last) == 2:
        remark = _("Read as {date}. If you mean the years, write {years}.").format(
            date=format_date(f"{start}-{last}"), years=format_date(years)
        )
        return Typed(f"{start}-{last}", (remark,))
    if not 1 <= int(last) <= 12:
        return Typed(years)
    remark = _("Read as the years {years}. If you mean the month, write {month}.").format(
        years=format_date(years), month=f"{int(last)}.{start}"
    )
    return Typed(years, (remark,))


def _one_sided(text: str) -> Typed | None:
    """1889– and 1889–? of those who may live, –1944 and ?–1944 of those whose birth is not known. A hyphen before a
    year makes it one before Christ, as EDTF has it, unless a question mark stands before that."""
    for pattern, shape in ((_SINCE_DASH, "{}/.."), (_DASH_UNTIL, "/{}")):
        found = pattern.fullmatch(text.strip())
        typed = _read_or_none(found["date"], is_end=shape[0] == "/") if found else None
        if found and typed and not typed.part and isinstance(read_edtf(typed.edtf), Single):
            return Typed(
                shape.format(typed.edtf).removesuffix(".." if found.groupdict().get("unknown") else "")
            )
    return None


def _read_or_none(text: str, *, is_end: bool) -> Typed | None:
    """A date beside a dash; EDTF only behind it, since 1944-10- is one that is not written to its end."""
    try:
        return (_edtf(text) if is_end else None) or read_typed(text)
    except UserError:
        return None


def _remarks(text: str, date: EdtfDate) -> tuple[str, ...]:
    """What may surprise in a date that was read."""
    figures = _DAY_IN_FIGURES.fullmatch(folded(text))
    if figures and figures[1] != figures[2] and int(figures[1]) <= 12 and int(figures[2]) <= 12:
        return (_("The day stands before the month: {date}.").format(date=format_date(date.text)),)
    if date.first and date.last and _is_counted_by_convention(date):
        first, last = format_date(date.first), format_date(date.last)
        return (_("Counted from {first} to {last}.").format(first=first, last=last),)
    return ()


def _is_counted_by_convention(date: EdtfDate) -> bool:
    """Whether it is a season, a century or a part of a period, of which people may think otherwise."""
    expression = read_edtf(date.edtf)
    match expression:
        case Single():
            season = expression.month.isdigit() and int(expression.month) > 20
            return season or (expression.year.endswith("XX") and not expression.month)
        case Interval():
            return named_part(date.edtf) is not None
        case DateSet():
            return False


_QUOTED = 80
"""How many characters of what was typed an error repeats."""


def _refused(text: str, reason: UserError | None) -> UserError:
    """Why a date cannot be read, and how to write it."""
    typed = text.strip() if len(text.strip()) <= _QUOTED else f"{text.strip()[:_QUOTED]}…"
    plain = folded(text)
    if (whole := _with_whole_year(plain)) is not None:
        return UserError(
            _(
                "“{text}” has a year of two figures, which can be of any century. Write all four: {example}."
            ).format(text=typed, example=whole)
        )
    figures = _DAY_IN_FIGURES.fullmatch(plain)
    if figures and int(figures[2]) > 12 >= int(figures[1]):
        example = f"{figures[2]}.{figures[1]}.{figures[3]}"
        return UserError(
            _("“{text}” has the month before the day. Write the day first: {example}.").format(
                text=typed, example=example
            )
        )
    if reason is not None:
        return reason
    if decade_without_century(plain):
        return UserError(
            _(
                "“{text}” does not say of which century. Write it like 1940s, or četrdesetih godina 20. veka."
            ).format(text=typed)
        )
    if not re.search(r"\d{3}", plain) and _can_be_read(f"{plain} 1944"):
        return UserError(
            _(
                "“{text}” has no year. Write it too, such as {example}; if nobody knows it, write"
                " “{text}, year unknown”."
            ).format(text=typed, example=f"{typed.rstrip(',')} 1944")
        )
    return UserError(
        _(
            "“{text}” is not a date that this program reads. Write it like 20.10.1944, 20. oktobar 1944,"
            " 20 October 1944, October 1944, 1944, about 1943, 18–19 October 1944, 1941–1945, early October 1944,"
            " autumn 1944, before 1941, or as EDTF: 1944-10-20, 1944-10-18/1944-10-19, 1943~, 194X."
        ).format(text=typed)
    )


def _with_whole_year(plain: str) -> str | None:
    """The text with 19 before the two figures at its end, if it then is a date."""
    found = _TWO_FIGURES.fullmatch(plain)
    if found is None:
        return None
    whole = f"{found['before']}19{found['year']}{found['after'].rstrip('.')}"
    return whole if _can_be_read(whole) else None


def _can_be_read(text: str) -> bool:
    try:
        typed = read_typed(text)
        return typed is not None and bool(parse_edtf(typed.text).text)
    except UserError:
        return False
