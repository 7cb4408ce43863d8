"""Date expressions in running text. The sentences are made up for these tests."""

import json
from pathlib import Path

import pytest

from archive_app.language.dates import DateMention, find_dates

SHARED = Path(__file__).parents[2].parent / "shared"


def meanings(text: str, default_year: int | None = None) -> list[tuple[str, str]]:
    return [(mention.text, mention.edtf) for mention in find_dates(text, default_year)]


@pytest.mark.parametrize(
    ("sentence", "expression", "edtf"),
    [
        ("Pismo je stiglo 3.maja 1943. iz Niša.", "3.maja 1943", "1943-05-03"),
        ("Писмо је стигло 3. маја 1943. године.", "3. маја 1943. године", "1943-05-03"),
        ("Pisano 20.10.1944. u Zemunu", "20.10.1944", "1944-10-20"),
        ("Pisano 20. X 1944. u Zemunu", "20. X 1944", "1944-10-20"),
        ("Писано 20. Х 1944. у Земуну", "20. Х 1944", "1944-10-20"),
        ("Zapis 1944-10-20 iz dnevnika", "1944-10-20", "1944-10-20"),
        ("Двадесет првог априла 1941 отишли смо", "Двадесет првог априла 1941", "1941-04-21"),
        ("od 5. do 9. juna 1943", "od 5. do 9. juna 1943", "1943-06-05/1943-06-09"),
        ("Trajalo je 14–16. avgusta 1943. u gradu", "14–16. avgusta 1943", "1943-08-14/1943-08-16"),
        ("sela pale 14. i 18. avgusta 1943", "14. i 18. avgusta 1943", "{1943-08-14,1943-08-18}"),
        ("bilo je 14. ili 15. avgusta 1943", "14. ili 15. avgusta 1943", "[1943-08-14,1943-08-15]"),
        ("noću 18/19. marta 1942", "noću 18/19. marta 1942", "1942-03-18/1942-03-19"),
        ("pisano 15/28. juna 1914", "15/28. juna 1914", "1914-06-28"),
        ("pisano 15. (28) juna 1914", "15. (28) juna 1914", "1914-06-28"),
        ("od 28. decembra do 3. januara 1945", "od 28. decembra do 3. januara 1945", "1944-12-28/1945-01-03"),
        ("Rano je bilo. U zoru 7. maja 1943 pošli su", "U zoru 7. maja 1943", "1943-05-07"),
        ("Oko 6 časova 7. maja 1943 pošli su", "Oko 6 časova 7. maja 1943", "1943-05-07"),
        ("Bilo je oko 7. maja 1943", "oko 7. maja 1943", "1943-05-07~"),
        ("U prvim danima juna 1942.godine", "U prvim danima juna 1942.godine", "1942-06-01/1942-06-05~"),
        ("krajem februara 1944", "krajem februara 1944", "1944-02-21~/1944-02-29"),
        ("почетком јула 1942. године", "почетком јула 1942. године", "1942-07-01/1942-07-10~"),
        ("sredinom 1942. godine", "sredinom 1942. godine", "1942-05~/1942-08~"),
        ("U septembru 1941. godine ustaju", "septembru 1941. godine", "1941-09"),
        ("leta i zime, u jesen 1941. godine", "u jesen 1941. godine", "1941-23"),
        ("Rođen 1389. godine u Kruševcu", "1389. godine", "1389"),
        ("oko 1840. godine", "oko 1840. godine", "1840~"),
        ("rat 1941–1945. odneo je mnoge", "1941–1945", "1941/1945"),
        ("na Vaskrs 1941. zvona ćute", "Vaskrs 1941", "1941-04-20"),
        ("Na Đurđevdan 1942. je lepo", "Đurđevdan 1942", "1942-05-06"),
        ("12. marta 1943 ranjen je drug", "12. marta 1943", "1943-03-12"),
    ],
)
def test_an_expression_with_its_year(sentence: str, expression: str, edtf: str) -> None:
    assert meanings(sentence) == [(expression, edtf)]
    (mention,) = find_dates(sentence)
    assert mention.basis == "explicit"
    assert sentence[mention.start : mention.end] == expression


@pytest.mark.parametrize(
    "sentence",
    [
        "Stanuje u ulici 27. marta kod pijace.",
        "Ulicom vojvode Putnika (27.mart) idu kola.",
        "Bulevar 29. novembra je širok.",
        "Učila je u školi „20. oktobar“ u Zemunu.",
        "Radio je u fabrici 21. maj.",
        "Stiže 1.proleterska i 6. divizija, do 10 km odavde.",
        "Voz polazi u 21.30, a stiže u 22.15.",
        "Oko 2000 ljudi i 50.000 dinara za 500 godina.",
        "Maja i Marta čekaju Julu.",
        "Bilo je 30. februara 1944.",
        "istog dana i tri dana kasnije",
    ],
)
def test_what_only_looks_like_a_date(sentence: str) -> None:
    assert find_dates(sentence) == []


def test_a_number_that_counts_is_no_year() -> None:
    assert meanings("Stiglo je 12. juna 1200 boraca", 1943) == [("12. juna", "1943-06-12")]


def test_the_year_comes_from_the_nearest_earlier_date() -> None:
    text = "Godine 1941. i 5. maja 1943. mirno; 14. juna kreću, pa u avgustu staju."
    assert meanings(text)[2:] == [("14. juna", "1943-06-14"), ("avgustu", "1943-08")]
    assert [mention.basis for mention in find_dates(text)] == ["explicit", "explicit", "inferred", "inferred"]


def test_the_year_comes_from_a_later_date_where_there_is_no_earlier() -> None:
    assert meanings("Pošli 3. maja. Stigli 9. juna 1942.")[0] == ("3. maja", "1942-05-03")


def test_dates_that_are_joined_share_their_year() -> None:
    text = "Leta 1941 mir. Krajem septembra i početkom oktobra 1944 opet rat."
    assert meanings(text)[1] == ("Krajem septembra", "1944-09-21~/1944-09-30")


def test_a_year_that_is_given_from_outside() -> None:
    (mention,) = find_dates("Pošli 14. oktobra.", default_year=1944)
    assert mention == DateMention(6, 17, "14. oktobra", "1944-10-14", "1944-10-14", "1944-10-14", "inferred")


def test_a_year_that_nobody_knows() -> None:
    (mention,) = find_dates("Pošli 14.oktobra.")
    assert mention == DateMention(6, 16, "14.oktobra", "XXXX-10-14", None, None, "unknown")


def test_the_next_year_is_not_the_year_at_hand() -> None:
    assert meanings("Godine 1941. i 5. maja naredne godine")[1] == ("5. maja", "XXXX-05-05")


def test_roman_months_are_capitals() -> None:
    assert meanings("čete 19. i 1944 pušaka") == []


def test_a_date_does_not_run_into_the_next_paragraph() -> None:
    assert ("5.\nOktobar 1944", "1944-10-05") not in meanings("Tačka 5.\nOktobar 1944")
    assert meanings("pošli su 5.\noktobra 1944") == [("5.\noktobra 1944", "1944-10-05")]


def test_both_scripts_mean_the_same() -> None:
    latin = "Noću između 3. i 4. septembra 1944. godine, a onda uveče 7. septembra."
    cyrillic = "Ноћу између 3. и 4. септембра 1944. године, а онда увече 7. септембра."
    assert [mention.edtf for mention in find_dates(latin)] == ["1944-09-03/1944-09-04", "1944-09-07"]
    assert [(m.start, m.end, m.edtf) for m in find_dates(latin)] == [
        (m.start, m.end, m.edtf) for m in find_dates(cyrillic)
    ]


def test_places_are_right_far_into_a_long_text() -> None:
    text = "ветар Ǌива 😀 " * 5000 + "и 3. маја 1942. године стиже"
    (mention,) = find_dates(text)
    assert text[mention.start : mention.end] == mention.text == "3. маја 1942. године"


@pytest.mark.skipif(not (SHARED / "gold" / "dates.json").exists(), reason="the shared material is not here")
def test_the_annotated_article() -> None:
    items = json.loads((SHARED / "gold" / "dates.json").read_text(encoding="utf-8"))["items"]
    text = (SHARED / "seeds" / items[0]["file"]).read_bytes().decode("utf-8")
    wanted = {
        (item["start"], item["end"], item["edtf"], item["lower"], item["upper"], item["year"])
        for item in items
        if item["kind"] == "date" and item["edtf"]
    }
    found = {(m.start, m.end, m.edtf, m.first, m.last, m.basis) for m in find_dates(text)}
    assert found == wanted
