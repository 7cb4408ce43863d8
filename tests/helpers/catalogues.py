"""Catalogues of translations, made on the spot: any, and a Serbian one for dates."""

import struct
from pathlib import Path


def write_catalogue(path: Path, messages: dict[str, str]) -> None:
    """Write a gettext .mo file (GNU gettext manual, "The Format of GNU MO Files")."""
    entries = sorted((key.encode(), value.encode()) for key, value in messages.items())
    start = 28 + 16 * len(entries)
    keys = b"".join(key + b"\0" for key, _value in entries)
    tables = [b"", b""]
    offsets = [start, start + len(keys)]
    for entry in entries:
        for column, string in enumerate(entry):
            tables[column] += struct.pack("<II", len(string), offsets[column])
            offsets[column] += len(string) + 1
    values = b"".join(value + b"\0" for _key, value in entries)
    header = struct.pack("<7I", 0x950412DE, 0, len(entries), 28, 28 + 8 * len(entries), 0, start)
    path.parent.mkdir(parents=True)
    path.write_bytes(header + tables[0] + tables[1] + keys + values)


_GOVERNED, _SHORT = "after a preposition\4", "short\4"
_MONTHS = {
    "January": "januar", "February": "februar", "March": "mart", "April": "april", "May": "maj", "June": "jun",
    "July": "jul", "August": "avgust", "September": "septembar", "October": "oktobar", "November": "novembar",
    "December": "decembar",
}  # fmt: skip
_PARTS_OF_YEAR = {
    "spring {year}": ("proleće", "proleća"),
    "summer {year}": ("leto", "leta"),
    "autumn {year}": ("jesen", "jeseni"),
    "winter {year}": ("zima", "zime"),
    "first quarter of {year}": ("prvi kvartal", "prvog kvartala"),
    "second quarter of {year}": ("drugi kvartal", "drugog kvartala"),
    "third quarter of {year}": ("treći kvartal", "trećeg kvartala"),
    "fourth quarter of {year}": ("četvrti kvartal", "četvrtog kvartala"),
    "first third of {year}": ("prva trećina", "prve trećine"),
    "second third of {year}": ("druga trećina", "druge trećine"),
    "last third of {year}": ("poslednja trećina", "poslednje trećine"),
    "first half of {year}": ("prva polovina", "prve polovine"),
    "second half of {year}": ("druga polovina", "druge polovine"),
}
_PHRASES = {
    "{year} BC": "{year}. pre n. e.",
    "AD {year}": "{year}. n. e.",
    "{century} BC": "{century} pre n. e.",
    "{decade}s": "{decade}-e",
    f"{_GOVERNED}{{decade}}s": "{decade}-ih",
    "{day} {month} {year}": "{day}. {month} {year}",
    "{first}–{last} {month} {year}": "{first}–{last}. {month} {year}",
    "{first_day} {first_month} – {last_day} {last_month} {year}": (
        "{first_day}. {first_month} – {last_day}. {last_month} {year}"
    ),
    "{month} {year}, day unknown": "{month} {year}, dan nepoznat",
    "{first}–{last} {month} {year}, day unknown": "{first}–{last}. {month} {year}, dan nepoznat",
    "{first}–{last} {year}, month unknown": "{first}–{last} {year}, mesec nepoznat",
    "{year}, month unknown": "{year}, mesec nepoznat",
    "{year}, month and day unknown": "{year}, mesec i dan nepoznati",
    "year unknown": "godina nepoznata",
    "{month}, year unknown": "{month}, godina nepoznata",
    "{month}, day and year unknown": "{month}, dan i godina nepoznati",
    "{day} {month}, year unknown": "{day}. {month}, godina nepoznata",
    "about {date}": "oko {date}",
    "perhaps {date}": "možda {date}",
    "perhaps about {date}": "možda oko {date}",
    "from {date} on": "od {date} nadalje",
    "from {date}, end unknown": "od {date}, kraj nepoznat",
    "until {date}": "do {date}",
    "until {date}, beginning unknown": "do {date}, početak nepoznat",
    "from {first} to {last}": "od {first} do {last}",
    "between {first} and {last}": "između {first} i {last}",
    "between {first} and {last} {month} {year}": "između {first}. i {last}. {month} {year}",
    "{first} or {last}": "{first} ili {last}",
    "{first} and {last}": "{first} i {last}",
    "{date} or earlier": "{date} ili ranije",
    "{date} or later": "{date} ili kasnije",
    "{date} and all before": "{date} i sve pre toga",
    "{date} and all after": "{date} i sve posle toga",
    "early {period}": "početkom {period}",
    "mid-{period}": "sredinom {period}",
    "late {period}": "krajem {period}",
    "first days of {period}": "prvih dana {period}",
    "last days of {period}": "poslednjih dana {period}",
    "first half of {period}": "prva polovina {period}",
    "second half of {period}": "druga polovina {period}",
    "{date}, at dawn": "{date}, u zoru",
    "{date}, in the morning": "{date}, ujutru",
    "{date}, in the forenoon": "{date}, pre podne",
    "{date}, at noon": "{date}, u podne",
    "{date}, in the afternoon": "{date}, po podne",
    "{date}, in the evening": "{date}, uveče",
    "{date}, at night": "{date}, noću",
    "{date}, at midnight": "{date}, u ponoć",
}
for _unit, _word in (("year", "godina"), ("month", "mesec"), ("day", "dan")):
    _PHRASES[f"{{date}} ({_unit} approximate)"] = f"{{date}} ({_word} približno)"
    _PHRASES[f"{{date}} ({_unit} uncertain)"] = f"{{date}} ({_word} nesigurno)"


def _genitive(month: str) -> str:
    return f"{month.removesuffix('ar')}ra" if month.endswith("bar") else f"{month}a"


def serbian_dates() -> dict[str, str]:
    """All that dates are made of, in Serbian, with the genitive after prepositions."""
    messages = dict(_PHRASES)
    for english, serbian in _MONTHS.items():
        messages |= {english: serbian, f"{_GOVERNED}{english}": _genitive(serbian)}
        messages[f"{_SHORT}{english[:3]}"] = f"{serbian[:3]}."
    for message, (alone, governed) in _PARTS_OF_YEAR.items():
        messages |= {message: f"{alone} {{year}}", f"{_GOVERNED}{message}": f"{governed} {{year}}"}
    for number in range(1, 22):
        ending = "th" if 10 < number < 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
        english = f"{number}{ending} century"
        messages |= {english: f"{number}. vek", f"{_GOVERNED}{english}": f"{number}. veka"}
    return {"": "Content-Type: text/plain; charset=UTF-8\n", **messages}
