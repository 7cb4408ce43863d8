"""Which day another one counts from."""

import pytest

from archive_app.language.dates import Confidence, How, find_dates

PROSE = "Konji su stajali u dvorištu i čekali. "


def summary(text: str, default_year: int | None = None) -> list[tuple[str, How, Confidence]]:
    return [(mention.edtf, mention.how, mention.confidence) for mention in find_dates(text, default_year)]


def test_what_is_relative_needs_a_day_close_by() -> None:
    assert summary("Sutradan su otišli, a istog dana se vratili.") == []
    assert len(summary(f"Beše 3. maja 1943. {PROSE * 3}Sutradan odoše.")) == 2
    assert len(summary(f"Beše 3. maja 1943. {PROSE * 30}Sutradan odoše.")) == 1
    assert len(summary(f"Beše 3. maja 1943.\n{PROSE}\nU toku dana odoše.")) == 1
    assert len(summary("Beše u maju 1943. Sutradan odoše.")) == 1


def test_what_is_counted_reaches_farther_and_is_less_sure() -> None:
    found = summary(f"Beše 3. maja 1943. {PROSE * 50}Tri dana nakon toga odoše.")
    assert found[1] == ("1943-05-06", How.RELATIVE, Confidence.POSSIBLE)


def test_a_text_that_went_on_to_another_month_counts_from_there() -> None:
    found = summary("Stigli su 3. maja 1943. U avgustu je bilo mirno. Sutradan odoše.")
    assert [edtf for edtf, _how, _confidence in found] == ["1943-05-03", "1943-08"]


def test_a_feast_of_every_year_is_no_day_to_count_from() -> None:
    assert [edtf for edtf, _how, _confidence in summary("Slave na Mitrovdan, a sutradan rade.")] == [
        "XXXX-11-08"
    ]


def test_a_day_without_a_year_is_counted_from_but_for_leap_days() -> None:
    assert summary("Stigli su 30. aprila, a sutradan otišli.")[1][0] == "XXXX-05-01"
    assert len(summary("Stigli su 28. februara, a sutradan otišli.")) == 1


def test_one_day_said_twice_is_one_day() -> None:
    found = summary("Krenuli su 27. septembra 1915. Sutradan, to je bilo 29. septembra, stigli su.")
    assert [edtf for edtf, _how, _confidence in found] == ["1915-09-27", "1915-09-29", "1915-09-29"]


def test_yesterday_counts_from_the_date_of_a_letter_or_an_entry() -> None:
    for heading in (
        "Niš, 14. oktobra 1914.",
        "U Nišu, 14. oktobra 1914.\n",
        "14. X 1914. —",
        "Sreda, 14. oktobar 1914.",
    ):
        found = summary(f"{heading} Juče smo stigli. Ranjen je 3. oktobra. Sutra polazimo.")
        assert [edtf for edtf, _how, _confidence in found] == [
            "1914-10-14",
            "1914-10-13",
            "1914-10-03",
            "1914-10-15",
        ]


def test_yesterday_in_a_tale_or_in_speech_is_no_date() -> None:
    assert len(summary("Dana 14. oktobra 1914. godine vojska je stigla, a juče još nije.")) == 1
    assert len(summary("Niš, 14. oktobra 1914.\n— Juče sam ga video, reče Mika.")) == 1
    assert summary("Juče smo stigli, a sutra polazimo.") == []


def test_a_day_of_the_week_is_the_next_one_after_the_day_told_last() -> None:
    found = summary("Stigli su 6. aprila 1941. U utorak su otišli, a u prošli petak ih nije bilo.")
    assert found[1:] == [
        ("1941-04-08", How.RELATIVE, Confidence.POSSIBLE),
        ("1941-04-04", How.RELATIVE, Confidence.POSSIBLE),
    ]


def test_a_day_of_the_week_beside_a_date_is_no_date_of_its_own() -> None:
    for told in ("u nedelju, 6. aprila 1941", "6. aprila 1941, u nedelju", "u nedelju (6. aprila 1941)"):
        assert [edtf for edtf, _how, _confidence in summary(f"Rat je počeo {told}, rano.")] == ["1941-04-06"]


def test_a_few_days_are_two_to_seven() -> None:
    found = summary(
        "Stigli su 6. aprila 1941. Nekoliko dana kasnije su otišli, a posle nekoliko dana se vratili."
    )
    assert found[1] == ("[1941-04-08..1941-04-13]", How.RELATIVE, Confidence.POSSIBLE)


def test_the_same_night_is_the_night_between_two_days() -> None:
    assert (
        summary("U noći 22/23. juna 1943. pala je stanica. Iste noći gori most.")[1][0]
        == "1943-06-22/1943-06-23"
    )


@pytest.mark.parametrize(
    "told",
    ["31. aprila 1944", "30. februara", "od 29. do 30. februara 1944. godine", "u noći 30/31. juna 1944"],
)
@pytest.mark.parametrize("after", ["Sutradan", "U nedelju", "Iste noći", "Nekoliko dana kasnije"])
def test_nothing_counts_from_a_day_that_no_calendar_has(told: str, after: str) -> None:
    text = f"Bilo je {told}. {after} su krenuli dalje."
    assert [mention for mention in find_dates(text, 1944) if mention.how is How.RELATIVE] == []
