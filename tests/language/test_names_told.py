"""The people, units and places that a passage names, as keys of its words."""

from archive_app.language.content_words import content_words
from archive_app.language.names_told import NamesTold, key_of, named

NAMES = (
    ("group", ("Borbena grupa Štetner", "Stettner")),
    ("fort", ("Kalemegdan", "Beogradska tvrđava")),
    ("man", ("Vuk",)),
)
TEXT = "Kod Beogradske tvrđave je stala grupa Stettner. Vuk je gledao sa Kalemegdana."


def keyed(text: str) -> dict[str, set[str]]:
    words = NamesTold(NAMES).added(tuple(content_words(text)), text, (0, len(text)), 0)
    return {word.text: {key for key in word.keys if key[0] == "@"} for word in words}


def test_a_name_is_one_however_it_is_called() -> None:
    found = keyed(TEXT)
    assert found["Beogradske"] == found["Kalemegdana"] == {key_of("fort")}
    assert found["Stettner"] == {key_of("group")}


def test_a_capital_that_may_only_begin_a_sentence_is_no_name() -> None:
    assert keyed("Vuk je gledao.")["Vuk"] == set()


def test_who_is_named_in_a_stretch_is_told_once() -> None:
    told = NamesTold(NAMES)
    assert told.ids_in(TEXT, (0, len(TEXT))) == ("fort", "group")
    assert told.ids_in(TEXT, (TEXT.index("Vuk"), len(TEXT))) == ("fort",)


def test_words_of_a_stretch_are_counted_from_its_beginning() -> None:
    start = TEXT.index("Vuk")
    words = tuple(content_words(TEXT[start:]))
    added = NamesTold(NAMES).added(words, TEXT, (start, len(TEXT)), start)
    assert [word.text for word in added if key_of("fort") in word.keys] == ["Kalemegdana"]
    without = NamesTold(NAMES).added((), TEXT, (start, len(TEXT)), start)
    assert [(word.text, word.is_name) for word in without] == [("Kalemegdana", True)]
    assert NamesTold(NAMES).added((), TEXT, (start, len(TEXT)), start, adds_words=False) == ()


def test_without_names_nothing_is_found() -> None:
    assert named(()).find(TEXT) == []
    words = tuple(content_words("Kalemegdan"))
    assert named(()).added_to(words, "Kalemegdan") == words


def test_long_texts_that_were_asked_for_before_are_forgotten() -> None:
    told = NamesTold(NAMES)
    texts = [f"{n}. {TEXT} " + "reč " * 1_000 for n in range(12)]
    for text in texts:
        assert told.ids_in(text, (0, len(text))) == ("fort", "group")
    assert list(told._long) == texts[4:]
