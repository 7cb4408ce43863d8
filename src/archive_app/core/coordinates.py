"""Coordinates as people write them: "44.8125, 20.4612", or degrees, minutes and seconds with letters of directions."""

import re

from archive_app.core.errors import UserError
from archive_app.core.translation import _

_DIRECTIONS = {letter: letter for letter in "NSEW"}
_SERBIAN = {"S": "N", "J": "S", "I": "E", "Z": "W", "С": "N", "Ј": "S", "И": "E", "З": "W"}
"""Sever, jug, istok, zapad, in either script."""
_ONLY_SERBIAN = frozenset(_SERBIAN) - {"S"}
_PART = re.compile(
    r"""(?P<before>[NSEWJIZСЈИЗ])?\s*
    (?P<sign>[-+\u2212])?\s*(?P<degrees>\d{1,3}(?:[.,]\d+)?)\s*°?\s*
    (?:(?P<minutes>\d{1,2}(?:[.,]\d+)?)\s*['\u2032\u2019]\s*)?
    (?:(?P<seconds>\d{1,2}(?:[.,]\d+)?)\s*(?:["\u2033\u201d\u201c]|'')\s*)?
    (?(before)|(?P<after>[NSEWJIZСЈИЗ])?)""",
    re.VERBOSE | re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*[,;/]?\s*")


def read_coordinates(typed: str) -> tuple[float, float] | None:
    """Latitude and longitude in degrees that a person typed, None where nothing was typed. Raises UserError.

    The latitude comes first, unless the letters of directions say otherwise. A comma may be the sign of decimals where
    something else stands between the two.
    """
    text = typed.strip().removeprefix("geo:")
    if not text:
        return None
    for each in (text, text.replace(",", " ; ") if text.count(",") == 1 else text):
        parts = _parts(each)
        if parts is not None:
            return parts
    raise UserError(
        _(
            "“{typed}” are no coordinates; write them like 44.8125, 20.4612 or 44°48′45″ N 20°27′40″ E."
        ).format(typed=typed.strip()[:60])
    )


def _parts(text: str) -> tuple[float, float] | None:
    first = _PART.match(text)
    if first is None:
        return None
    between = _BETWEEN.match(text, first.end())
    second = _PART.fullmatch(text, between.end() if between else first.end())
    if second is None or (first[0][-1].isdigit() and first.end() == second.start()):
        return None
    letters = [((part["before"] or part["after"]) or "").upper() for part in (first, second)]
    ways = [_direction(letter, letters) for letter in letters]
    degrees = [_degrees(part, way) for part, way in zip((first, second), ways, strict=True)]
    are_wide = [way in ("E", "W") if way else None for way in ways]
    if None in degrees or are_wide in ([True, True], [False, False]):
        return None
    if are_wide[0] or are_wide[1] is False:
        degrees.reverse()
    latitude, longitude = (float(value or 0) for value in degrees)
    return latitude, longitude


def _direction(letter: str, letters: list[str]) -> str:
    """S is south, but sever beside a letter that only Serbian uses."""
    is_serbian = not _ONLY_SERBIAN.isdisjoint(letters)
    known = _DIRECTIONS | _SERBIAN if is_serbian else _DIRECTIONS
    return known.get(letter, "")


def _degrees(part: re.Match[str], way: str) -> float | None:
    degrees, minutes, seconds = (
        float((part[name] or "0").replace(",", ".")) for name in ("degrees", "minutes", "seconds")
    )
    if minutes >= 60 or seconds >= 60:
        return None
    value = degrees + minutes / 60 + seconds / 3600
    is_negative = part["sign"] in ("-", "\u2212") or way in ("S", "W")
    return -value if is_negative and value else value


def write_coordinates(latitude: float, longitude: float) -> str:
    """Coordinates as they are copied and typed: "44.8125, 20.4612"."""
    return f"{_decimal(latitude)}, {_decimal(longitude)}"


def _decimal(degrees: float) -> str:
    """Six decimals are a tenth of a metre."""
    return f"{degrees:.6f}".rstrip("0").rstrip(".")


def speak_coordinates(latitude: float, longitude: float) -> str:
    """Coordinates as maps have them: 44°48′45″ N 20°27′40″ E."""
    return f"{_sexagesimal(latitude, 'N', 'S')} {_sexagesimal(longitude, 'E', 'W')}"


def _sexagesimal(degrees: float, positive: str, negative: str) -> str:
    minutes, seconds = divmod(round(abs(degrees) * 3600), 60)
    whole, minutes = divmod(minutes, 60)
    return f"{whole}°{minutes:02}′{seconds:02}″ {positive if degrees >= 0 else negative}"
