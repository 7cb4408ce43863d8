import pytest

from archive_app.language.dates import Confidence, How, find_dates


@pytest.mark.parametrize(
    ("told", "edtf"),
    [
        ("od 15. marta do kraja maja 1942", "1942-03-15/1942-05-31"),
        ("od kraja marta do početka maja 1942", "1942-03-21~/1942-05-10~"),
        ("od jeseni 1941. do proleća 1943", "1941-23/1943-21"),
        ("od 1. septembra 1944. pa sve do kraja oktobra", "1944-09-01/1944-10-31"),
        ("od Svetog Nikole 1915. do Cveti 1916", "1915-12-19/1916-04-16"),
        ("od 1934. do aprila 1941", "1934/1941-04"),
    ],
)
def test_from_one_date_to_another(told: str, edtf: str) -> None:
    (mention,) = find_dates(f"Trajalo je {told}, bez prekida.")
    assert (mention.text, mention.edtf, mention.how) == (told, edtf, How.WRITTEN)
    assert mention.first is not None
    assert mention.last is not None


def test_without_a_year_they_are_two() -> None:
    assert [mention.edtf for mention in find_dates("Trajalo je od 15. marta do kraja maja.")] == [
        "XXXX-03-15",
        "XXXX-05-21~/XXXX-05-31",
    ]


def test_a_range_is_as_sure_as_its_less_sure_end() -> None:
    (range_,) = find_dates("Trajalo je od 1. septembra 1944. do kraja oktobra.")
    assert range_.confidence is Confidence.LIKELY


def test_what_does_not_begin_with_from_is_two_dates() -> None:
    assert len(find_dates("Zidali su ga 1862. do aprila 1863. i posle.")) == 2
