import pytest

from archive_app.language.dates import Confidence, find_dates
from archive_app.language.dating.periods import part_meaning, part_of_century


@pytest.mark.parametrize(
    ("told", "expression", "edtf"),
    [
        ("u XIX veku ratovi", "XIX veku", "18XX"),
        ("у XIX веку ратови", "XIX веку", "18XX"),
        ("u XIV vijeku ratovi", "XIV vijeku", "13XX"),
        ("u 19. stoljeću ratovi", "19. stoljeću", "18XX"),
        ("u devetnaestom veku ratovi", "devetnaestom veku", "18XX"),
        ("početkom dvadesetog veka mir", "početkom dvadesetog veka", "1900/1933~"),
        ("krajem XVIII i početkom XIX veka", "krajem XVIII", "1767~/1799"),
        ("od XV do XVII veka rudnik", "od XV do XVII veka", "14XX/16XX"),
        ("između XV i XVII veka rudnik", "između XV i XVII veka", "[14XX..16XX]"),
        ("u poslednjoj četvrtini 19. veka", "u poslednjoj četvrtini 19. veka", "1875~/1899"),
        ("u poslednjoj trećini XIX veka", "u poslednjoj trećini XIX veka", "1867~/1899"),
        ("u prvoj deceniji 20. veka", "u prvoj deceniji 20. veka", "190X"),
        ("u III veku pre nove ere grob", "III veku pre nove ere", "-02XX"),
        ("tridesetih godina XIX veka so", "tridesetih godina XIX veka", "183X"),
        ("dvadesete godine 20. veka", "dvadesete godine 20. veka", "192X"),
        ("početkom dvadesetih godina 20. veka", "početkom dvadesetih godina 20. veka", "1920/1923~"),
        ("’90-ih godina 19. veka", "’90-ih godina 19. veka", "189X"),
        ("krajem 1930-ih rudnik", "krajem 1930-ih", "1937~/1939"),
        ("prvih godina XX veka", "prvih godina XX veka", "1900/1933~"),
    ],
)
def test_centuries_and_decades(told: str, expression: str, edtf: str) -> None:
    mention = find_dates(f"Bilo je {told} u selu.")[0]
    assert (mention.text, mention.edtf) == (expression, edtf)


@pytest.mark.parametrize(
    "told",
    [
        "pre dva veka i po",
        "u 4 veka i 12 vekova",
        "do veka i od veka",
        "čovek od XX. vekovi",
        "u četrdesetim godinama svoga života",
        "dvadesetih godina života",
        "XXX veka",
        "i veku ne zna",
    ],
)
def test_what_is_no_century_and_no_decade(told: str) -> None:
    assert find_dates(f"Bilo je {told} u selu.") == []


@pytest.mark.parametrize(("year", "edtf"), [(1835, "183X"), (1862, "183X"), (1931, "193X"), (1905, "193X")])
def test_a_decade_is_of_the_century_of_the_dates_round_it(year: int, edtf: str) -> None:
    _year, decade = find_dates(f"Godine {year}. beše mir, a tridesetih godina glad.")
    assert (decade.text, decade.edtf, decade.confidence) == ("tridesetih godina", edtf, Confidence.LIKELY)


def test_a_decade_alone_is_of_the_last_century_and_not_sure() -> None:
    (decade,) = find_dates("Tridesetih godina beše glad.")
    assert (decade.edtf, decade.confidence) == ("193X", Confidence.POSSIBLE)
    (decade,) = find_dates("Tridesetih godina beše glad.", default_year=1902)
    assert decade.edtf == "183X"


def test_parts_of_what_has_no_such_part() -> None:
    assert part_meaning("prva nedelja")(1944) is None
    assert part_meaning("prva nedelja", 10)(1944) == "1944-10-01/1944-10-07~"
    assert part_meaning("krajem", 2)(None) == "XXXX-02-21~/XXXX-02-29"
    assert part_of_century("18XX", "sedma trecina") is None
    assert part_of_century("18XX", "sedma decenija") == "186X"
