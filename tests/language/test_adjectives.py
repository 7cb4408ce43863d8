import pytest

from archive_app.language.adjectives import bases, bases_of_name, sought_adjectives, sought_bases
from archive_app.language.folding import fold
from archive_app.language.stems import sought_keys


def is_related(derived: str, noun: str) -> bool:
    made = bases(fold(derived), derived[0].isupper())
    return not made.isdisjoint(sought_keys(fold(noun)) | sought_adjectives(fold(noun)))


@pytest.mark.parametrize(
    ("derived", "noun"),
    [
        ("jagodinskoj", "Jagodina"),
        ("kruševački", "Kruševac"),
        ("kruševačkog", "Kruševca"),
        ("hitlerovskih", "Hitler"),
        ("budimskoj", "Budim"),
        ("ubskog", "Ub"),
        ("praškog", "Prag"),
        ("pariski", "Pariz"),
        ("banatski", "Banat"),
        ("rumunski", "Rumunija"),
        ("ivanjički", "Ivanjica"),
        ("varšavski", "Varšava"),
        ("Draganovog", "Dragan"),
        ("Milicinim", "Milica"),
        ("Čehovljev", "Čehov"),
    ],
)
def test_a_derived_word_is_related_to_its_noun(derived: str, noun: str) -> None:
    assert is_related(derived, noun)


def test_inhabitants_are_not_led_to_their_place() -> None:
    assert not is_related("Carigrađani", "Carigrad")
    assert not is_related("Londonanka", "London")


def test_a_word_in_in_without_a_capital_is_a_noun_and_no_possessive() -> None:
    assert is_related("Mirjanin", "Mirjana")
    assert not is_related("planina", "Plana")


def test_a_short_possessive_belongs_to_names_only() -> None:
    assert not is_related("Radin", "Rada")
    assert bases_of_name("radin") == {"rad"}


def test_an_adjective_leads_to_its_noun_but_a_possessive_does_not() -> None:
    assert "jagodin" in sought_bases("jagodinski")
    assert sought_bases("petrov") == frozenset()
