"""Pieces that the shapes of date expressions have in common, as patterns over a plain copy
(`core.months.plain_copy`). Group names: a, b days; m, n months; y, z years."""

from archive_app.core.months import MONTH
from archive_app.language.dating.words import GAP, ORDINAL_DAY
from archive_app.language.dating.years import year_pattern


def day_pattern(name: str) -> str:
    """A pattern for the day of a month, in figures or as an ordinal in words, as a group of that name."""
    return rf"(?P<{name}>(?<!\d)(?<!\d[.,:/])(?:[0-2]?\d|3[01])(?!\d)|{ORDINAL_DAY})"


def month_pattern(name: str) -> str:
    """A pattern for the name of a month, as a group of that name."""
    return rf"(?P<{name}>{MONTH}|(?:jan|febr?|apr|avg|aug|sept?|okt|dec)\b)(?: m(?:j)?esec(?:a|u)\b)?"


D = day_pattern("a")
E = day_pattern("b").replace(r"(?<!\d[.,:/])", "")
M = month_pattern("m")
N = month_pattern("n")
FIGURE = r"(?<!\d)(?<!\d[.,:/-])(?P<a>\d{1,2})"
"""Matches the day of a date in figures."""
ROMAN_MONTH = r"[ivxh]{1,4}\b"
ENDED = r"(?:\.|-?(?:[tmvg]?oga?|ga|ega?|ti|mi|gi|vi|ci|i)\b\.?)?"
"""What a number of a day ends in: "3.", "3-ega"."""
MONTH_WORD = r"(?:m(?:j)?esec(?:a|u|om)? )?"

OF_YEAR = r"(?:(?:te |iste |ove )?godine ?|(?:te|iste) (?=1\d|20)|g(?:od)?\. ?|l(?:j)?eta |ļeta )?"
_GODINE = r"(?:godine\b|god\.|g\.)"
IN_YEAR = (
    rf"(?:,? (?:(?P<same>(?:te iste|te|iste) {_GODINE})|(?P<next>(?:naredne|sledece|sljedece|iduce) godine\b)"
    rf"|(?P<last>(?:prethodne|prosle|minule|prosl\.|pr\.) ?{_GODINE})"
    rf"|(?P<this>(?:ove|tekuce|tek\.|ov\.|[to]\.) ?{_GODINE}))"
    r"|(?<=[a-z])\.? (?P<of_this>[to]\. ?g(?:od)?\.))?"
)
"""Matches "iste godine", "t. g.", "naredne godine" after a day or a month; it is empty where nothing of it follows."""
OWN_YEAR = rf"(?:{GAP},?{GAP}{OF_YEAR}{year_pattern('y')}|{IN_YEAR})"
OTHER_YEAR = rf"(?:{GAP},?{GAP}{OF_YEAR}{year_pattern('z')}|{IN_YEAR})"

ABOUT = r"(?P<about>\boko )?"
BETWEEN = r"(?P<between>\b(?:izme(?:đ|dj)u?|od|sa|s) )"
