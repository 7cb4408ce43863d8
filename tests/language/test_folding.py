import unicodedata

import pytest

from archive_app.language.folding import bare, fold, fold_text, latin


def test_both_scripts_have_one_latin_form_with_its_diacritics() -> None:
    cyrillic = "АБВГДЂЕЖЗИЈКЛЉМНЊОПРСТЋУФХЦЧЏШ"
    assert latin(cyrillic) == "abvgdđežzijklljmnnjoprstćufhcčdžš"
    assert latin("ĐURĐEVAK") == latin("Ђурђевак") == "đurđevak"


def test_folding_drops_diacritics_and_writes_dj_for_d_with_stroke() -> None:
    assert fold("Ђурђевак") == fold("djurdjevak") == "djurdjevak"
    assert fold("Жичара") == fold("zicara") == "zicara"
    assert fold("vođa") != fold("voda")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("ǈubav", "ljubav"),
        ("ǊIVA", "njiva"),
        ("ǆezva", "džezva"),
        ("c\u030cas", "čas"),
        ("\u0438\u0306од", "jod"),
        ("вода\u0311", "voda"),
        ("kȕća", "kuća"),
        ("zim\u00adnica", "zimnica"),
        ("зим\u200bница", "zimnica"),
        ("Ðura", "đura"),
        ("Ѓорѓи", "đorđi"),
        ("Орёлъ", "orjol"),
        ("вѣра", "vera"),
        ("т‑шест", "t-šest"),
    ],
)
def test_odd_ways_of_writing_come_to_the_usual_one(written: str, meant: str) -> None:
    assert latin(written) == meant


@pytest.mark.parametrize("word", ["žabac", "Љиљана", "ćuprija", "Ђоковић"])
def test_decomposed_letters_are_the_same_letters(word: str) -> None:
    assert latin(unicodedata.normalize("NFD", word)) == latin(word)


def test_bare_is_the_second_half_of_fold() -> None:
    for word in ("Ђаво", "šuma", "plain", "Čađ"):
        assert bare(latin(word)) == fold(word)


def test_a_long_text_is_folded_as_its_words_are() -> None:
    text = "Ђурђевак, ĐURĐEVAK\nЊива\u00ad и ǈubav — Čačak, kȕća; Œuvre 1944. ЏЕП\u200b ščur 漢"
    assert fold_text(text).split() == [fold(word) for word in text.split()]
    assert fold_text("Most\nreka") == "most\nreka"
