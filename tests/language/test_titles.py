"""Short titles for events, from the words of a source."""

import pytest

from archive_app.language.dates import find_dates
from archive_app.language.titles import LONGEST, short_title


def title(text: str) -> str:
    return short_title(text, [(one.start, one.end) for one in find_dates(text)])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "U zoru 20. oktobra 1944. borci su zauzeli stanicu, pa su prešli most.",
            "Borci su zauzeli stanicu",
        ),
        ("Vojska je probila liniju a 14. oktobra 1944. je počeo napad na grad.", "Počeo napad na grad"),
        ("Posle duge vatre, brigada je 19. oktobra 1944. ušla u hotel.", "Brigada je ušla u hotel"),
        ("Лет је трајао дуго и већ 21. септембра 1944. Тито је седео у Москви.", "Тито је седео у Москви"),
        ("Stigli su do zgrade „Albanija“ 19. oktobra 1944.", "Stigli su do zgrade „Albanija“"),
        ("Potom je selo, 3. maja 1943, zapaljeno do temelja.", "Zapaljeno do temelja"),
        ("Oktobar 1944.", ""),
        ("", ""),
    ],
)
def test_the_clause_of_the_date_without_the_date(text: str, expected: str) -> None:
    assert title(text) == expected


def test_a_long_clause_ends_between_two_words_and_not_with_a_preposition() -> None:
    text = "Dana 3. maja 1943. prešla je brigada preko reke kod starog mosta i krenula dalje ka selu na brdu"
    made = title(text)
    assert len(made) <= LONGEST
    assert text.lower().replace("dana 3. maja 1943. ", "").startswith(made.lower())
    assert made.split()[-1] not in ("i", "ka", "na", "kod")


def test_one_endless_word_is_cut() -> None:
    assert len(short_title("a" * 500)) == LONGEST
