"""Dates between people and the archive: read what a person types, write EDTF out for reading.

The dates themselves are in `edtf`, whose `EdtfDate` and `parse_edtf` are offered here too.
"""

import re
from collections.abc import Callable

from archive_app.core.edtf import EdtfDate, parse_edtf
from archive_app.core.errors import UserError
from archive_app.core.months import SEASONS, month_number, plain_copy
from archive_app.core.phrases import format_date
from archive_app.core.translation import _

__all__ = ["EdtfDate", "format_date", "parse_date", "parse_edtf"]

# Begins with a year and holds no words; 1941-1945 is how people write 1941/1945.
_EDTF = re.compile(
    r"[\[{?~%./]*(?!\d{4}-\d{4}$)[\dxh]{4}(?![\dxh])[\dxh?~%/,.:tz+{}\[\]-]*"  # h: the Cyrillic letter Х
)

_DAY = r"(\d{1,2})\.?"
_MONTH = r"(?!(?:do|i|and|to|or)\b)([a-zļńđ]{3,}\.?)"
_YEAR = r"(\d{4})\.?(?: ?(?:godine|god\.?|g\.?))?"
_TO = r"(?:-|/|i|do|na|and|to)"
_BEFORE_RANGE = r"(?:u )?(?:noci )?(?:izme(?:đ|dj)u |od |sa |between |from )?"


def _day(day: str, month: str, year: str) -> str:
    number = int(month) if month.isdigit() else month_number(month) or _roman(month)
    if not number:
        raise ValueError(month)
    return f"{int(year):04d}-{number:02d}-{int(day):02d}"


def _month(month: str, year: str) -> str:
    return _day("1", month, year)[:7]


def _roman(month: str) -> int:
    numerals = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
    plain = month.replace("h", "x").rstrip(".")  # the Cyrillic letter Х stands for ten, too
    return numerals.index(plain) + 1 if plain in numerals else 0


_FORMS: list[tuple[re.Pattern[str], Callable[..., str]]] = [
    (re.compile(pattern), build)
    for pattern, build in (
        (rf"{_DAY} ?(\d{{1,2}}|[ivxh]+)\.? ?{_YEAR}", _day),
        (r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})", _day),
        (rf"{_DAY} ?{_MONTH} ?{_YEAR}", _day),
        (rf"{_MONTH} (\d{{1,2}}),? {_YEAR}", lambda m, d, y: _day(d, m, y)),
        (rf"{_MONTH} {_YEAR}", _month),
        (_YEAR, lambda y: y),
        (rf"(?:u )?({'|'.join(SEASONS)}) {_YEAR}", lambda s, y: f"{y}-{SEASONS[s]}"),
        (r"(\d{3})0(?:s|-ih|-te|-tih)", lambda y: f"{y}X"),
        (
            rf"{_BEFORE_RANGE}{_DAY} ?{_TO} ?{_DAY} ?{_MONTH} ?{_YEAR}",
            lambda a, b, m, y: f"{_day(a, m, y)}/{_day(b, m, y)}",
        ),
        (
            rf"{_BEFORE_RANGE}{_DAY} ?{_TO} ?{_DAY} ?(\d{{1,2}})\.? ?{_YEAR}",
            lambda a, b, m, y: f"{_day(a, m, y)}/{_day(b, m, y)}",
        ),
        (
            rf"{_BEFORE_RANGE}{_DAY} ?(\d{{1,2}})\.? ?{_TO} ?{_DAY} ?(\d{{1,2}})\.? ?{_YEAR}",
            lambda a, m, b, n, y: f"{_day(a, m, y)}/{_day(b, n, y)}",
        ),
        (
            rf"{_BEFORE_RANGE}{_DAY} ?{_MONTH} ?{_TO} ?{_DAY} ?{_MONTH} ?{_YEAR}",
            lambda a, m, b, n, y: f"{_day(a, m, y)}/{_day(b, n, y)}",
        ),
        (
            rf"{_BEFORE_RANGE}{_DAY} ?{_MONTH} ?{_YEAR} ?{_TO} ?{_DAY} ?{_MONTH} ?{_YEAR}",
            lambda a, m, y, b, n, z: f"{_day(a, m, y)}/{_day(b, n, z)}",
        ),
        (
            rf"{_BEFORE_RANGE}{_DAY} ?(\d{{1,2}})\.? ?{_YEAR} ?{_TO} ?{_DAY} ?(\d{{1,2}})\.? ?{_YEAR}",
            lambda a, m, y, b, n, z: f"{_day(a, m, y)}/{_day(b, n, z)}",
        ),
        (
            rf"{_BEFORE_RANGE}{_MONTH} ?{_TO} ?{_MONTH} {_YEAR}",
            lambda m, n, y: f"{_month(m, y)}/{_month(n, y)}",
        ),
        (
            rf"{_BEFORE_RANGE}{_MONTH} {_YEAR} ?{_TO} ?{_MONTH} {_YEAR}",
            lambda m, y, n, z: f"{_month(m, y)}/{_month(n, z)}",
        ),
        (rf"{_BEFORE_RANGE}{_YEAR} ?{_TO} ?{_YEAR}", lambda y, z: f"{y}/{z}"),
    )
]
_ABOUT = re.compile(r"(?:oko|otprilike|cirka|circa|ca\.?|c\.|about|around) ?(?=\S)")
_UNCERTAIN = re.compile(r"(?:mozda|verovatno|perhaps|possibly) (?=\S)")

_OPEN = re.compile(r"(?:od|since|from) (?P<since>.+?)(?: (?:on|nadaļe|nadalje))?|(?:do|until) (?P<until>.+)")
# 1944/45 and 1944-45; a hyphen before 12 or less would be a month, before 21 to 24 a season.
_YEAR_PAIR = re.compile(r"(\d\d)(\d\d)(?:/|-(?=2[5-9]|[3-9]))(\d\d)")
_MARKS = {(True, True): "%", (True, False): "?", (False, True): "~", (False, False): ""}
"""The EDTF qualifier of a date that is (uncertain, approximate)."""


def parse_date(text: str) -> EdtfDate:
    """Read a date as a person types it: EDTF, or a date in Serbian (either script) or English words or figures.

    Days stand before months ("20.10.1944"). Raises UserError, which says what is accepted.
    """
    try:
        date = _read(text)
    except UserError as error:
        raise UserError(
            _("“{text}” cannot be a date. {reason}").format(text=text.strip(), reason=error)
        ) from error
    if date is not None:
        return date
    raise UserError(
        _(
            "“{text}” is not a date that this program reads. Write it like 20.10.1944, 20. oktobar 1944,"
            " 20 October 1944, October 1944, 1944, about 1943, 18–19 October 1944, 1941–1945, or as EDTF:"
            " 1944-10-20, 1944-10-18/1944-10-19, 1943~, 194X."
        ).format(text=text.strip())
    )


def _read(text: str) -> EdtfDate | None:
    """The date that a person means, None where no form fits. Raises UserError for a day that does not exist."""
    plain = re.sub(r" ?([-/]) ?", r"\1", " ".join(plain_copy(text).split()))
    plain = re.sub(r"(?<!\.)\.$", "", plain)
    if pair := _YEAR_PAIR.fullmatch(plain):
        century, first, last = pair.groups()
        return parse_edtf(f"{century}{first}/{century}{last}")
    if not plain or _EDTF.fullmatch(plain.replace(" ", "")):
        return parse_edtf(re.sub(r"(?<!\.)\.\s*$", "", text))
    plain, uncertain = _UNCERTAIN.subn("", plain, count=1)
    plain, about = _ABOUT.subn("", plain, count=1)
    mark = _MARKS[bool(uncertain), bool(about)]
    edtf = _from_words(plain)
    if edtf is None and (open_ended := _OPEN.fullmatch(plain)):
        edtf = _from_words(open_ended["since"] or open_ended["until"])
        if edtf is not None and "/" not in edtf:
            return parse_edtf(f"{edtf}{mark}/.." if open_ended["since"] else f"../{edtf}{mark}")
    if edtf is not None:
        return parse_edtf("/".join(part + mark for part in edtf.split("/")))
    return None


def _from_words(plain: str) -> str | None:
    """EDTF of a plain copy, None where no form fits."""
    for pattern, build in _FORMS:
        found = pattern.fullmatch(plain)
        if found is None:
            continue
        try:
            return build(*found.groups())
        except ValueError:  # looks like a month name, but is none
            continue
    return None
