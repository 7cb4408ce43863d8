import pytest

from archive_app.language.folding import fold, latin
from archive_app.language.spellings import ekavian, is_doubtful, transcriptions


@pytest.mark.parametrize(
    ("ijekavian_word", "ekavian_word"),
    [
        ("rijeka", "reka"),
        ("mjesto", "mesto"),
        ("sjeverni", "severni"),
        ("vidjeti", "videti"),
        ("ljekar", "lekar"),
        ("snjegovi", "snegovi"),
        ("djevojka", "devojka"),
        ("gdje", "gde"),
        ("prije", "pre"),
        ("dio", "deo"),
        ("snijeg", "sneg"),
    ],
)
def test_an_ijekavian_word_is_known_in_ekavian(ijekavian_word: str, ekavian_word: str) -> None:
    assert ekavian(ijekavian_word) == ekavian_word


@pytest.mark.parametrize("word", ["Rumunije", "starijeg", "novijem", "polje", "jeka", "obojen", "radio"])
def test_other_words_stay_as_they_are(word: str) -> None:
    assert ekavian(word) == word


def test_a_soft_letter_before_e_is_doubtful() -> None:
    assert is_doubtful("njegov")
    assert not is_doubtful("mjesto")


@pytest.mark.parametrize(
    ("foreign", "serbian"),
    [
        ("Schmidt", "Šmit"),
        ("Felber", ""),
        ("Wagner", "Vagner"),
        ("Schwarz", "Švarc"),
        ("Göttingen", "Getingen"),
        ("Gottingen", "Getingen"),
        ("Müller", "Miler"),
        ("Mueller", "Miler"),
        ("Bach", "Bah"),
        ("Weiss", "Vajs"),
        ("Freud", "Frojd"),
        ("Chekhov", "Čehov"),
        ("Pushkin", "Puškin"),
        ("Brezhnev", "Brežnev"),
        ("Yakovlev", "Jakovlev"),
    ],
)
def test_a_foreign_name_is_known_as_serbian_writes_it(foreign: str, serbian: str) -> None:
    spelt = transcriptions(latin(foreign))
    assert fold(serbian) in spelt if serbian else not spelt
