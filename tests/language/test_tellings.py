"""What is told of each date of a text."""

from archive_app.language.dates import find_dates
from archive_app.language.tellings import Told, parts_told, telling, told_in, words_told

TEXT = (
    "Četa je 3. maja 1943. ušla u selo Brdo, a 5. maja je otišla. U selu je ostao pop Sava.\n"
    "Dana 9. maja stigli su ranjenici i 10. maja prešli reku Taru."
)


def tolds() -> list[Told]:
    places = [(one.start, one.end) for one in find_dates(TEXT)]
    end = TEXT.index("\n")
    return list(told_in(TEXT, [(0, end), (end + 1, len(TEXT))], places))


def test_each_date_has_its_sentence_and_each_other_sentence_none() -> None:
    assert [told.date for told in tolds()] == [0, 1, None, 2, 3]
    assert [TEXT[slice(*told.sentence)][:12] for told in tolds()] == [
        "Četa je 3. m",
        "Četa je 3. m",
        "U selu je os",
        "Dana 9. maja",
        "Dana 9. maja",
    ]


def test_a_sentence_is_divided_at_the_comma_or_in_the_middle() -> None:
    first, second, _without, third, fourth = (TEXT[slice(*told.part)] for told in tolds())
    assert first == "Četa je 3. maja 1943. ušla u selo Brdo,"
    assert second == " a 5. maja je otišla."
    assert third.startswith("Dana 9. maja stigli su")
    assert fourth.endswith("10. maja prešli reku Taru.")
    assert third + fourth == TEXT.partition("\n")[2]


def test_words_of_the_other_date_stand_apart() -> None:
    said = telling(TEXT, tolds()[1], "1943-05-05")
    assert [word.text for word in said.words] == ["otišla"]
    assert [word.text for word in said.around] == ["Četa", "ušla", "selo", "Brdo"]


def test_of_a_quotation_only_what_belongs_to_the_stated_date_tells_of_the_event() -> None:
    quote = "19. oktobra su tenkovi stigli do hotela, a ujutro 20. oktobra počela je opsada tvrđave."
    (part,) = parts_told(quote, "1944-10-20")
    assert [word.text for word in part] == ["počela", "opsada", "tvrđave"]
    (whole,) = parts_told(quote, "1944-10-15")
    assert "tenkovi" in [word.text for word in whole]


def test_a_date_that_is_named_twice_has_two_parts() -> None:
    quote = "U zoru 20. oktobra 1944. pala je stanica, a u toku dana je srušen most."
    assert [[word.text for word in part] for part in parts_told(quote, "1944-10-20")] == [
        ["pala", "stanica"],
        ["srušen", "most"],
    ]


def test_a_title_is_all_its_words() -> None:
    assert [word.text for word in words_told("Napad na grad 14. oktobra 1944.")] == ["Napad", "grad"]
