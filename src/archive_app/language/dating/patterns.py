"""The patterns that date expressions are looked for with, and the places where looking is worth while.

Every pattern is tried in the order of `PATTERNS`; what an earlier one took is closed to the later ones. Their shapes
are in `day_shapes` and `year_shapes`.
"""

import re
from collections.abc import Iterator

from archive_app.core.months import MONTH
from archive_app.language.dating.day_shapes import DAY_SHAPES
from archive_app.language.dating.feasts import FEAST
from archive_app.language.dating.periods import DECADE_ANCHOR
from archive_app.language.dating.year_shapes import YEAR_SHAPES
from archive_app.language.dating.years import FULL_WORDS, SHORT_WORDS

_ORDER = (
    "year_first month_first two_days days part_of_month decade century_named_later century part_of_year day"
    " figure_two_days figure_days figures roman_days roman roman_months roman_month iso feast months month_of_year"
    " year_month seasons season years reigns year_in_words year lone_year month"
)
_SHAPES = {**DAY_SHAPES, **YEAR_SHAPES}

PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(_SHAPES[name])) for name in _ORDER.split()
)

_FIGURES = re.compile(r"\d[./ -] ?(?:\d{1,2}[./ -]|[ivxh]{1,4}\b)|\b[ivxh]{1,4}\.?(?: ?-| ?/|[ -]\d| do )")
_YEARS = re.compile(r"1\d\d\d|20\d\d")
_CENTURIES = re.compile(r"\bv(?:ij|j)?ek|\bstol|[ivxh] (?:st|v)\.")
_DECADES = re.compile(r"set(?:i[hm]|e)\b|0\.?-|0i[hm]|0\. ?god")
_NEEDED = {
    **dict.fromkeys(
        "figure_two_days figure_days figures roman_days roman roman_months roman_month iso".split(), _FIGURES
    ),
    **dict.fromkeys("year_first month_first year_month years lone_year".split(), _YEARS),
    **dict.fromkeys(("century", "century_named_later"), _CENTURIES),
    "decade": _DECADES,
}
"""What a stretch must hold for a pattern to be worth trying: they are slow, and most stretches hold one date."""


def patterns_for(plain: str, start: int, end: int) -> Iterator[tuple[str, re.Pattern[str]]]:
    """The patterns that can match in a stretch of a plain copy, in their order."""
    needs = (_FIGURES, _YEARS, _CENTURIES, _DECADES)
    held = {need: need.search(plain, start, end) is not None for need in needs}
    for name, pattern in PATTERNS:
        need = _NEEDED.get(name)
        if need is None or held[need]:
            yield name, pattern


_BEGINNING = re.compile(
    r"\b(?:a(?:pr|[vu]g|ran|ndri)|b(?:oz|ad|ogo|lag|el[a-z]+ pok)|c(?:v(?:ij|j?et)|etrdes|arev|ist[io])"
    r"|d(?:e[ck]|uho|jur|rug[a-z]+ dan|evet?(?:de|sto)|vades|eset|ve (?:st|hi)|v(?:e|je)sta)|đur"
    r"|fe[bv]|i(?:li|va|u[nl])|j(?:an|u[nl]|ova|erem)|k(?:olo|rst)|l(?:ip|ist|azar|uci)"
    r"|m(?:a[rji]|esn|al[a-z]+ (?:gos|boz)|iho|itr|rat|lad)|n(?:o[ev]|iko)|o(?:kt|ct|zuj|sam(?:de|sto)|gń|gnj)"
    r"|p(?:rosi|avlov|et(?:ro|kov|sto| st)|reob|edes|o(?:krov|busan)|ant)|ruj"
    r"|s(?:ep|ije|vib|rp|tude|pasov|v(?:\.|et[a-z]+) |avi|ret|est?de|edamdes|edamsto|eststo|teva|rđev)"
    r"|t(?:rav|rec[a-z]+ dan|odor|roji|rides|rist|rif|ucin|omin)|u(?:skr|sek)|v(?:e[lļ]|uskr|[ao]sk|rbi|ido"
    r"|aved|arin)"
    r"|(?P<century>v(?:ij|j)?ek(?:a|u|om)?\b|stol(?:e|je)[tc])|(?P<year>\d{3,4}(?!\d)))"
    r"|(?P<figure>\d(?:[./] ?|-| )[ivxh]{1,4}\b|['\u2019]\d\d(?!\d)|\d\d?\. ?\d\d?\. ?\d\d(?!\d)"
    r"|\d-(?:t?i[hm]|ve|ge|ce|te|me|e)\b|[ivx] (?:st|v)\.)"
)
"""How the names of months and feasts begin; looking for whole names all over a text would take four times as long."""

_NAME = re.compile(rf"{MONTH}|{FEAST}|{FULL_WORDS}|{SHORT_WORDS}|{DECADE_ANCHOR}")


def anchors(plain: str) -> Iterator[tuple[int, int]]:
    """The places of what every date expression of a plain copy holds: a month, a feast, a century or a year."""
    for beginning in _BEGINNING.finditer(plain):
        if beginning.lastgroup:
            yield beginning.span()
        elif name := _NAME.match(plain, beginning.start()):
            yield name.span()
