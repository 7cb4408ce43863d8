"""How far a date hands its year on."""

from archive_app.language.dates import Confidence, How, find_dates

PROSE = "Konji su stajali u dvorištu i čekali. "


def summary(text: str, default_year: int | None = None) -> list[tuple[str, How, Confidence]]:
    return [(mention.edtf, mention.how, mention.confidence) for mention in find_dates(text, default_year)]


def test_the_farther_the_less_sure_and_then_not_at_all() -> None:
    ways = {}
    for paragraphs in (1, 40, 120):
        between = (PROSE * 2 + "\n") * paragraphs
        ways[paragraphs] = summary(f"Sve to beše 1941. godine. {between}Kiša pade 9. juna.")[1]
    assert ways[1] == ("1941-06-09", How.EARLIER_YEAR, Confidence.LIKELY)
    assert ways[40] == ("XXXX-06-09", How.NO_YEAR, Confidence.SURE)
    assert ways[120] == ("XXXX-06-09", How.NO_YEAR, Confidence.SURE)
    far = summary(f"Sve to beše 1941. godine. {(PROSE + chr(10)) * 25}Kiša pade 9. juna.")[1]
    assert far == ("1941-06-09", How.EARLIER_YEAR, Confidence.POSSIBLE)


def test_dates_one_after_the_other_hand_a_year_on() -> None:
    days = "".join(f"{PROSE * 20}To je bilo {day}. juna. " for day in range(2, 29))
    found = summary(f"Dnevnik počinje 1. juna 1941. {days}")
    assert {edtf[:4] for edtf, _how, _confidence in found} == {"1941"}
    assert found[1][2] is Confidence.LIKELY
    assert found[-1][2] is Confidence.LIKELY or found[-1][2] is Confidence.POSSIBLE


def test_a_chapter_does_not_hand_its_year_on() -> None:
    for heading in ("GLAVA DRUGA", "Глава трећа", "XIV", "12.", "* * *", "ДРУГИ ДЕО"):
        found = summary(f"Rat je počeo 6. aprila 1941.\n\n{heading}\n\nStigli su 9. maja.")
        assert found[1] == ("XXXX-05-09", How.NO_YEAR, Confidence.SURE), heading


def test_december_is_followed_by_the_january_of_the_next_year() -> None:
    found = summary("Pošli su 28. decembra 1941. godine, a stigli 4. januara.")
    assert found[1] == ("1942-01-04", How.EARLIER_YEAR, Confidence.POSSIBLE)


def test_a_winter_over_two_years_is_followed_by_the_january_of_the_second_one() -> None:
    assert summary("Zima 1941/42. beše oštra; u januaru je gladovao i vuk.")[1][0] == "1942-01"


def test_a_later_date_gives_the_year_only_in_the_order_of_time() -> None:
    assert summary("Pošli 3. maja. Stigli 9. juna 1942.")[0][0] == "1942-05-03"
    assert summary("Ubijen je 18. oktobra. Saslušanje je bilo 4. januara 1891.")[0][0] == "XXXX-10-18"


def test_the_source_gives_the_year_of_a_letter_but_not_of_a_book() -> None:
    letter = "Draga Jelena, 14. oktobra smo stigli."
    assert summary(letter, 1944) == [("1944-10-14", How.SOURCE_YEAR, Confidence.POSSIBLE)]
    assert summary(letter + PROSE * 3000, 1944) == [("XXXX-10-14", How.NO_YEAR, Confidence.SURE)]


def test_a_day_of_the_week_of_writing_takes_no_year_from_what_is_told() -> None:
    text = "Stranka je 2004. godine bila mala, rekao je ministar u utorak (12. avgusta)."
    assert summary(text)[1] == ("XXXX-08-12", How.NO_YEAR, Confidence.SURE)
    assert summary(text, 2009)[1] == ("2009-08-12", How.SOURCE_YEAR, Confidence.POSSIBLE)


def test_a_year_in_brackets_belongs_to_the_date_before_it_alone() -> None:
    found = summary("Na dan 2. oktobra (1454) stigoše. Posle, 9. oktobra, odoše.")
    assert [edtf for edtf, _how, _confidence in found] == ["1454-10-02", "1454", "1454-10-09"]
    assert summary("Kralj (1490) umre. Beše to 9. oktobra.")[1][0] == "XXXX-10-09"
