"""The names of months, seasons, decades and centuries in the language of the interface.

Each has two forms, since Serbian wants two: alone ("oktobar 1944") and after a preposition ("od oktobra 1944").
"""

from dataclasses import dataclass, replace

from archive_app.core.periods import PartOfDay, PeriodPart
from archive_app.core.translation import N_, NP_, _, pgettext

_MONTHS = (
    N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"),
    N_("July"), N_("August"), N_("September"), N_("October"), N_("November"), N_("December"),
)  # fmt: skip
_MONTHS_GOVERNED = (
    NP_("after a preposition", "January"), NP_("after a preposition", "February"),
    NP_("after a preposition", "March"), NP_("after a preposition", "April"),
    NP_("after a preposition", "May"), NP_("after a preposition", "June"),
    NP_("after a preposition", "July"), NP_("after a preposition", "August"),
    NP_("after a preposition", "September"), NP_("after a preposition", "October"),
    NP_("after a preposition", "November"), NP_("after a preposition", "December"),
)  # fmt: skip
_MONTHS_SHORT = (
    NP_("short", "Jan"), NP_("short", "Feb"), NP_("short", "Mar"), NP_("short", "Apr"), NP_("short", "May"),
    NP_("short", "Jun"), NP_("short", "Jul"), NP_("short", "Aug"), NP_("short", "Sep"), NP_("short", "Oct"),
    NP_("short", "Nov"), NP_("short", "Dec"),
)  # fmt: skip
_SEASONS = {
    21: N_("spring {year}"), 22: N_("summer {year}"), 23: N_("autumn {year}"), 24: N_("winter {year}"),
    25: N_("spring {year} (northern hemisphere)"), 26: N_("summer {year} (northern hemisphere)"),
    27: N_("autumn {year} (northern hemisphere)"), 28: N_("winter {year} (northern hemisphere)"),
    29: N_("spring {year} (southern hemisphere)"), 30: N_("summer {year} (southern hemisphere)"),
    31: N_("autumn {year} (southern hemisphere)"), 32: N_("winter {year} (southern hemisphere)"),
    33: N_("first quarter of {year}"), 34: N_("second quarter of {year}"), 35: N_("third quarter of {year}"),
    36: N_("fourth quarter of {year}"), 37: N_("first third of {year}"), 38: N_("second third of {year}"),
    39: N_("last third of {year}"), 40: N_("first half of {year}"), 41: N_("second half of {year}"),
}  # fmt: skip
_SEASONS_GOVERNED = {
    21: NP_("after a preposition", "spring {year}"), 22: NP_("after a preposition", "summer {year}"),
    23: NP_("after a preposition", "autumn {year}"), 24: NP_("after a preposition", "winter {year}"),
    33: NP_("after a preposition", "first quarter of {year}"),
    34: NP_("after a preposition", "second quarter of {year}"),
    35: NP_("after a preposition", "third quarter of {year}"),
    36: NP_("after a preposition", "fourth quarter of {year}"),
    37: NP_("after a preposition", "first third of {year}"),
    38: NP_("after a preposition", "second third of {year}"),
    39: NP_("after a preposition", "last third of {year}"),
    40: NP_("after a preposition", "first half of {year}"),
    41: NP_("after a preposition", "second half of {year}"),
}  # fmt: skip
_CENTURIES = (
    N_("1st century"), N_("2nd century"), N_("3rd century"), N_("4th century"), N_("5th century"),
    N_("6th century"), N_("7th century"), N_("8th century"), N_("9th century"), N_("10th century"),
    N_("11th century"), N_("12th century"), N_("13th century"), N_("14th century"), N_("15th century"),
    N_("16th century"), N_("17th century"), N_("18th century"), N_("19th century"), N_("20th century"),
    N_("21st century"),
)  # fmt: skip
_CENTURIES_GOVERNED = (
    NP_("after a preposition", "1st century"), NP_("after a preposition", "2nd century"),
    NP_("after a preposition", "3rd century"), NP_("after a preposition", "4th century"),
    NP_("after a preposition", "5th century"), NP_("after a preposition", "6th century"),
    NP_("after a preposition", "7th century"), NP_("after a preposition", "8th century"),
    NP_("after a preposition", "9th century"), NP_("after a preposition", "10th century"),
    NP_("after a preposition", "11th century"), NP_("after a preposition", "12th century"),
    NP_("after a preposition", "13th century"), NP_("after a preposition", "14th century"),
    NP_("after a preposition", "15th century"), NP_("after a preposition", "16th century"),
    NP_("after a preposition", "17th century"), NP_("after a preposition", "18th century"),
    NP_("after a preposition", "19th century"), NP_("after a preposition", "20th century"),
    NP_("after a preposition", "21st century"),
)  # fmt: skip

PARTS_OF_PERIODS = {
    PeriodPart.EARLY: N_("early {period}"),
    PeriodPart.MIDDLE: N_("mid-{period}"),
    PeriodPart.LATE: N_("late {period}"),
    PeriodPart.FIRST_DAYS: N_("first days of {period}"),
    PeriodPart.LAST_DAYS: N_("last days of {period}"),
    PeriodPart.FIRST_HALF: N_("first half of {period}"),
    PeriodPart.SECOND_HALF: N_("second half of {period}"),
}
"""The period is said as after a preposition."""

PARTS_OF_DAY = {
    PartOfDay.DAWN: N_("{date}, at dawn"),
    PartOfDay.MORNING: N_("{date}, in the morning"),
    PartOfDay.FORENOON: N_("{date}, in the forenoon"),
    PartOfDay.NOON: N_("{date}, at noon"),
    PartOfDay.AFTERNOON: N_("{date}, in the afternoon"),
    PartOfDay.EVENING: N_("{date}, in the evening"),
    PartOfDay.NIGHT: N_("{date}, at night"),
    PartOfDay.MIDNIGHT: N_("{date}, at midnight"),
}

QUALIFIED = {
    "~": N_("about {date}"),
    "?": N_("perhaps {date}"),
    "%": N_("perhaps about {date}"),
}
QUALIFIED_SHORT = {
    "~": NP_("short", "c. {date}"),
    "?": NP_("short", "{date} (?)"),
    "%": NP_("short", "c. {date} (?)"),
}

PARTLY_QUALIFIED = {
    ("~", "year"): N_("{date} (year approximate)"),
    ("~", "month"): N_("{date} (month approximate)"),
    ("~", "day"): N_("{date} (day approximate)"),
    ("~", "year month"): N_("{date} (year and month approximate)"),
    ("~", "year day"): N_("{date} (year and day approximate)"),
    ("~", "month day"): N_("{date} (month and day approximate)"),
    ("?", "year"): N_("{date} (year uncertain)"),
    ("?", "month"): N_("{date} (month uncertain)"),
    ("?", "day"): N_("{date} (day uncertain)"),
    ("?", "year month"): N_("{date} (year and month uncertain)"),
    ("?", "year day"): N_("{date} (year and day uncertain)"),
    ("?", "month day"): N_("{date} (month and day uncertain)"),
}
"""By the qualifier and the parts of the date that it holds for."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a date is said: with short names or long ones, alone or after a preposition ("governed")."""

    short: bool = False
    governed: bool = False

    def after_preposition(self) -> "Style":
        """The same, after a preposition."""
        return replace(self, governed=True)

    def month(self, number: int) -> str:
        """The name of a month, 1 to 12."""
        if self.short:
            return pgettext(*_MONTHS_SHORT[number - 1])
        return pgettext(*_MONTHS_GOVERNED[number - 1]) if self.governed else _(_MONTHS[number - 1])

    def season(self, number: int, year: str) -> str:
        """A season, quarter, third or half of a year, by EDTF's number (21 to 41)."""
        governed = self.governed and number in _SEASONS_GOVERNED
        message = pgettext(*_SEASONS_GOVERNED[number]) if governed else _(_SEASONS[number])
        return message.format(year=year)

    def year(self, number: int) -> str:
        """A year, 0 being 1 BC."""
        if number <= 0:
            return _("{year} BC").format(year=1 - number)
        template = _("AD {year}") if number < 100 else "{year}" if number <= 9999 else _("the year {year}")
        return template.format(year=number)

    def decade(self, first_year: int) -> str:
        """Ten years, by the first one."""
        template = pgettext("after a preposition", "{decade}s") if self.governed else _("{decade}s")
        century = self.after_preposition().century(first_year // 100)
        return template.format(decade=first_year, years=first_year % 100, century=century)

    def century(self, hundreds: int) -> str:
        """A hundred years, by the figures before the last two: 19 is the 20th century. Known from 0 to 20."""
        return pgettext(*_CENTURIES_GOVERNED[hundreds]) if self.governed else _(_CENTURIES[hundreds])
