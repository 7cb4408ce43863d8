import re

import pytest

from archive_app.language.dating.words import (
    COUNT,
    DayTime,
    PartOfDay,
    Relation,
    count_of,
    day_time,
    ordinal_number,
)


@pytest.mark.parametrize(
    ("word", "day"),
    [
        ("prvog", 1),
        ("trecega", 3),
        ("petnajstog", 15),
        ("dvadeset", 20),
        ("tridesetog", 30),
        ("dvadeset prvi", 21),
        ("dvadeset-i-petog", 25),
        ("dvadeset i devetoga", 29),
        ("trideset prvog", 31),
    ],
)
def test_the_day_of_an_ordinal(word: str, day: int) -> None:
    assert ordinal_number(word) == day


def test_counts_in_words_and_figures() -> None:
    words = re.findall(COUNT, "dve nedelje, petnaest dana, 12 meseci, 1944 godine")
    assert [count_of(word) for word in words] == [2, 15, 12]


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("", DayTime()),
        ("do veceri ", DayTime(PartOfDay.EVENING, Relation.BY)),
        ("od jutra ", DayTime(PartOfDay.MORNING, Relation.SINCE)),
        ("posle podne ", DayTime(PartOfDay.AFTERNOON)),
        ("posle ponoci ", DayTime(PartOfDay.NIGHT, Relation.AFTER)),
        ("oko 19 casova ", DayTime(time="~19:00")),
        ("u 5.30 sati posle podne ", DayTime(PartOfDay.AFTERNOON, time="17:30")),
        ("u 99 sati ", DayTime()),
    ],
)
def test_what_stands_beside_a_day(words: str, meant: DayTime) -> None:
    assert day_time(words) == meant
