"""The values of kind:, script: and date: in a query."""

import re

from archive_app.core.dates import parse_date
from archive_app.core.days import read_iso_day
from archive_app.core.errors import QueryError, UserError
from archive_app.core.hits import RecordKind
from archive_app.core.records import Script
from archive_app.core.translation import _
from archive_app.language.folding import fold
from archive_app.search.plans import AnyOf, Dated, InScript, Node, OfKind

_KINDS = {name: kind for kind in RecordKind for name in (kind.value, re.sub("ys$", "ies", kind.value + "s"))}
_SCRIPTS = {
    **dict.fromkeys(("latin", "latn", "lat", "latinica"), Script.LATIN),
    **dict.fromkeys(("cyrillic", "cyrl", "cyr", "cirilica", "cir"), Script.CYRILLIC),
}
_VALUE = re.compile(r"[^\s,;|()\"„“”‟«»]+")
_AROUND = '"„“”‟«»() \t\r\n,;'


def read_filter(name: str, value: str, end: int) -> Node:
    """Return what the `value` of a filter stands for. `end` is where it ends in the query, in code points.

    kind: and script: take several values in brackets. Raises QueryError for a value that the filter does not know.
    """
    start = end - len(value)
    if name == "date":
        return read_dates(value, start)
    found: list[Node] = []
    for match in _VALUE.finditer(value):
        if match[0] == "OR":
            continue
        node = _of_kind(match[0]) if name == "kind" else _in_script(match[0])
        if node is None:
            raise QueryError(_unknown(name, match[0]), start + match.start(), start + match.end())
        found.append(node)
    if not found:
        raise QueryError(_unknown(name, value), start, end)
    return found[0] if len(found) == 1 else AnyOf(tuple(dict.fromkeys(found)))


def _of_kind(value: str) -> OfKind | None:
    kind = _KINDS.get(value.casefold().rstrip("."))
    return OfKind(kind) if kind else None


def _in_script(value: str) -> InScript | None:
    script = _SCRIPTS.get(fold(value).rstrip("."))
    return InScript(script) if script else None


def _unknown(name: str, value: str) -> str:
    if name == "kind":
        return _("There is no kind “{value}”. Write one of these: {kinds}.").format(
            value=value, kinds=", ".join(f"kind:{kind}" for kind in RecordKind)
        )
    return _("There is no script “{value}”. Write script:latin or script:cyrillic.").format(value=value)


def read_dates(value: str, start: int) -> Dated:
    """Return the days of a date or of a range a..b, which can be open on either side.

    `value` is a date as `core.dates.parse_date` reads it, in quotes or brackets where it has spaces; it stands at
    `start` in the query. Raises QueryError for what is no date, for an open date alone and for a range backwards.
    """
    end = start + len(value)
    plain = re.sub(r'["„“”‟«»]', " ", value).strip(_AROUND)
    first, dots, last = plain.partition("..")
    if dots and "/" not in plain and plain[0] not in "[{":
        days = Dated(
            _read(first, value, start).first if first.strip() else None,
            _read(last.lstrip("."), value, start).last if last.strip(" .") else None,
        )
    else:
        days = _read(plain, value, start)
    if days == Dated(None, None):
        raise QueryError(_no_date(value), start, end)
    if days.first and days.last and read_iso_day(days.first) > read_iso_day(days.last):
        message = _("The dates “{value}” end before they begin. Write the earlier one first.")
        raise QueryError(message.format(value=value), start, end)
    return days


def _read(date: str, value: str, start: int) -> Dated:
    """The days of one date; where it is none, the error points at it."""
    written = date.strip(_AROUND)
    try:
        read = parse_date(written)
    except UserError as error:
        at = start + max(value.find(written), 0)
        raise QueryError(_no_date(written), at, at + len(written)) from error
    return Dated(read.first, read.last)


def _no_date(written: str) -> str:
    return _(
        "“{value}” is no date, or there is no such day. Write it like date:1944, date:1944-10,"
        ' date:20.10.1944, date:1944-10..1944-11 or date:"20. oktobar 1944".'
    ).format(value=written)
