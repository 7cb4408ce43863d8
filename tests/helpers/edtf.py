"""EDTF for tests: the examples of the specification, and expressions made at random from a seed."""

from collections.abc import Iterator
from random import Random

from archive_app.core.edtf import EdtfDate, parse_edtf
from archive_app.core.errors import UserError

LEVEL_0 = """
    1985-04-12 1985-04 1985 1985-04-12T23:20:30 1985-04-12T23:20:30Z 1985-04-12T23:20:30-04
    1985-04-12T23:20:30+04:30 1964/2008 2004-06/2006-08 2004-02-01/2005-02-08 2004-02-01/2005-02
    2004-02-01/2005 2005/2006-02
""".split()
LEVEL_1 = """
    Y170000002 Y-170000002 2001-21 1984? 2004-06~ 2004-06-11% 201X 20XX 2004-XX 1985-04-XX 1985-XX-XX
    1985-04-12/.. 1985-04/.. 1985/.. ../1985-04-12 ../1985-04 ../1985 1985-04-12/ 1985-04/ 1985/
    /1985-04-12 /1985-04 /1985 -1985
""".split()
LEVEL_2 = """
    Y-17E7 1950S2 Y171010000S3 Y3388E2S3 2001-34 [1667,1668,1670..1672] [..1760-12-03] [1760-12..]
    [1760-01,1760-02,1760-12..] [1667,1760-12] [..1984] {1667,1668,1670..1672} {1960,1961-12} {..1984}
    2004-06~-11 2004?-06-11 ?2004-06-~11 2004-%06-11 156X-12-25 15XX-12-25 XXXX-12-XX 1XXX-XX 1XXX-12 1984-1X
    2004-06-~01/2004-06-~20 2004-06-XX/2004-07-03
""".split()

_YEARS = """
    0000 0001 0044 0444 0878 0999 1000 1389 1582 1600 1804 1900 1914 1943 1944 2000 2026 9999 -0001 -0043 -1985
    194X 156X 200X 18XX 19XX 00XX 1XXX -02XX -004X XXXX Y12345 Y-170000002 1950S2
""".split()
_MONTHS = [*(f"{month:02d}" for month in range(1, 13)), "XX", "0X", "1X"]
_DAYS = [*(f"{day:02d}" for day in range(1, 32)), "XX", "0X", "1X", "2X", "3X", "X1"]
_PARTS = "dawn morning forenoon noon afternoon evening night midnight".split()


def readable(seed: int, count: int) -> Iterator[EdtfDate]:
    """Of so many expressions those that the calendar has."""
    for text in expressions(seed, count):
        try:
            yield parse_edtf(text)
        except UserError:
            continue


def expressions(seed: int, count: int) -> Iterator[str]:
    """Text that looks like EDTF; days and intervals in it can be such as do not exist."""
    random = Random(seed)
    for _number in range(count):
        text = _expression(random)
        yield f"{text} {random.choice(_PARTS)}" if random.random() < 0.15 else text


def _expression(random: Random) -> str:
    shape = random.choices("1 1/.. 1/ ../1 /1 1/2 [] {}".split(), [12, 1, 1, 1, 1, 4, 1, 1])[0]
    if shape in ("[]", "{}"):
        members = [_member(random) for _member_number in range(random.randint(1, 4))]
        return f"{shape[0]}{','.join(members)}{shape[1]}"
    return shape.replace("1", _date(random), 1).replace("/2", f"/{_date(random)}")


def _member(random: Random) -> str:
    shape = random.choices("1 1..2 ..1 1..".split(), [8, 1, 1, 1])[0]
    return shape.replace("1", _date(random), 1).replace("..2", f"..{_date(random)}")


def _date(random: Random) -> str:
    year = random.choice(_YEARS) if random.random() < 0.5 else f"{random.randint(1200, 2020)}"
    parts = [year]
    if year[0] != "Y" and "S" not in year and random.random() < 0.8:
        if random.random() < 0.15:
            parts.append(str(random.randint(21, 41)))
        else:
            parts.append(random.choice(_MONTHS))
            if random.random() < 0.7:
                parts.append(random.choice(_DAYS))
    if year[0] not in "-Y" and random.random() < 0.1:
        return "-".join(random.choice(["", "?", "~", "%"]) + part for part in parts)
    return "-".join(parts) + random.choice(["", "", "", "?", "~", "%"])
