import pytest

from archive_app.language.dates import Confidence, find_dates


@pytest.mark.parametrize(
    "told",
    [
        "Umrla je 1878. Sahranjena je u Zemunu.",
        "Умрла је 1878. Сахрањена је у Земуну.",
        "Rođena je u Pirotu, 1878.",
        "1878. dolaze prvi trgovci.",
        "1878 su došli prvi trgovci.",
        "1878. – Osnovana je škola.",
        "Skica iz 1878 nije sačuvana.",
        "Od 1878 živi u Beču.",
        "Dođe i nova 1878 godina.",
        "Boj na Nišu (1878) bio je kratak.",
    ],
)
def test_a_year_that_no_word_calls_one(told: str) -> None:
    (mention,) = find_dates(told)
    assert (mention.text, mention.edtf, mention.confidence) == ("1878", "1878", Confidence.LIKELY)


def test_years_in_a_row() -> None:
    found = find_dates("Pao je 1439, vraćen 1444 i opet izgubljen 1459, a godine 1834 ili 1835 obnovljen.")
    assert [mention.edtf for mention in found] == ["1439", "1444", "1459", "1834", "1835"]


def test_a_round_number_is_a_year_beside_another_year() -> None:
    assert [
        mention.edtf for mention in find_dates("Bio je sekretar 1892, a predsednik 1900, pa ministar.")
    ] == [
        "1892",
        "1900",
    ]
    assert find_dates("Bio je sekretar, a predsednik 1900, pa ministar.") == []


@pytest.mark.parametrize(
    "told",
    [
        "Četa je imala 1878. Ostali su pali.",
        "Izgubili su 1389 vojnika, zarobljeno je 1914, ranjeno 2012.",
        "Od 1878 vojnika vratilo se malo.",
        "Od 1878 do 1904 metra visine.",
        "Kuća u ulici Kosovskoj 1389, stan 20.",
    ],
)
def test_a_number_is_no_year(told: str) -> None:
    assert find_dates(told) == []
