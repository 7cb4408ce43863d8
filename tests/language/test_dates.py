"""Date expressions in running text. The sentences are made up for these tests."""

import json
from pathlib import Path

import pytest

from archive_app.language.dates import Confidence, DateMention, How, find_dates
from helpers.date_quotations import ASIDE, KNOWN, PAPERS, read
from helpers.date_quotations_by_genre import GENRES

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
        ("na Vaskrs 1941. zvona ćute", "na Vaskrs 1941", "1941-04-20"),
        ("Na Đurđevdan 1942. je lepo", "Na Đurđevdan 1942", "1942-05-06"),
        ("bilo je 3, 4. i 5. marta 1931. godine", "3, 4. i 5. marta 1931. godine", "1931-03-03/1931-03-05"),
        ("bilo je 3, 9. i 15. marta 1931", "3, 9. i 15. marta 1931", "{1931-03-03,1931-03-09,1931-03-15}"),
        ("rođen 9 (22). januara 1905.", "9 (22). januara 1905", "1905-01-22"),
        ("rođen 25. decembra 1904/7. januara 1905", "25. decembra 1904/7. januara 1905", "1905-01-07"),
        ("pisano 20-10-1944 u Zemunu", "20-10-1944", "1944-10-20"),
        ("pisano 20. okt 1944 u Zemunu", "20. okt 1944", "1944-10-20"),
        ("прве недеље маја 1943. мир", "прве недеље маја 1943", "1943-05-01/1943-05-07~"),
        ("u drugoj polovini 1943. godine", "u drugoj polovini 1943. godine", "1943-07/1943-12"),
        ("рад тече 1930-их година", "1930-их година", "193X"),
        ("о Светом Николи 1943. славе", "о Светом Николи 1943", "1943-12-19"),
        ("деветог маја те 1945. године", "деветог маја те 1945. године", "1945-05-09"),
        ("Godine 1842, 28. septembra, umre", "Godine 1842, 28. septembra", "1842-09-28"),
        ("u oči samog Božića iste 1456 godine", "u oči samog Božića iste 1456 godine", "1456-12-24"),
        ("izlazi Službeni list 1931. godine", "1931. godine", "1931"),
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
        "Slušali su priču o Svetom Savi i o manastiru Sretenje.",
        "Čitaj član 1931. zakona, strana 1912, fusnota 1941.",
        "Službeni list br. 20/1945 i rešenje 1204/1944.",
        "Rezultat je 20:10, u procentima 19,44 %, telefon 011/1944-1945.",
        "Petar Božić i kapetan Đurđev stanuju na broju 1941.",
        "Radio je u fabrici „1. maj“ i u zadruzi „7. juli“.",
        "Čitali su Plutarha i Julija Cezara, za volju velike gospođe iz grada.",
        "Mobu zovu, pa piju rujna vina na studenom kamenu.",
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
    day = "1944-10-14"
    assert mention == DateMention(6, 17, "14. oktobra", day, day, day, How.SOURCE_YEAR, Confidence.POSSIBLE)
    assert mention.basis == "inferred"


def test_a_year_from_the_context_is_inferred_in_any_shape_of_a_date() -> None:
    text = "Bilo je 3. maja 1943. Sela su pala 14. i 18. avgusta, a između 20. i 25. avgusta bilo je mirno."
    assert [mention.basis for mention in find_dates(text)] == ["explicit", "inferred", "inferred"]


def test_a_year_that_nobody_knows() -> None:
    (mention,) = find_dates("Pošli 14.oktobra.")
    assert mention == DateMention(6, 16, "14.oktobra", "XXXX-10-14", None, None, How.NO_YEAR, Confidence.SURE)
    assert mention.basis == "unknown"


@pytest.mark.parametrize(
    ("words", "year"),
    [
        ("naredne godine", 1942),
        ("prethodne godine", 1940),
        ("prošle godine", 1940),
        ("tekuće godine", 1941),
        ("o. g.", 1941),
    ],
)
def test_the_next_and_the_last_year_are_counted_from_the_year_at_hand(words: str, year: int) -> None:
    assert meanings(f"Godine 1941. i 5. maja {words}")[1] == (f"5. maja {words}", f"{year}-05-05")
    assert meanings(f"Pismo od 5. maja {words}", default_year=1941) == [(f"5. maja {words}", f"{year}-05-05")]
    assert meanings(f"Pismo od 5. maja {words}") == [(f"5. maja {words}", "XXXX-05-05")]


def test_roman_months_are_capitals() -> None:
    assert meanings("čete 19. i 1944 pušaka") == []


def test_a_date_does_not_run_into_the_next_paragraph() -> None:
    assert ("5.\nOktobar 1944", "1944-10-05") not in meanings("Tačka 5.\nOktobar 1944")
    assert meanings("pošli su 5.\noktobra 1944") == [("5.\noktobra 1944", "1944-10-05")]


def test_a_sentence_may_run_over_the_ends_of_lines() -> None:
    text = "Pošli su noću između\n3. i 4. maja\n1943. godine, a tri dana\nkasnije behu u\nselu."
    assert meanings(text) == [
        ("noću između\n3. i 4. maja\n1943. godine", "1943-05-03/1943-05-04"),
        ("tri dana\nkasnije", "1943-05-07"),
    ]


def test_capitals_make_no_difference() -> None:
    assert meanings("У БЕОГРАДУ, 20. ОКТОБРА 1944. ГОДИНЕ") == [("20. ОКТОБРА 1944. ГОДИНЕ", "1944-10-20")]


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


@pytest.mark.parametrize(("quotation", "wanted"), [*read(KNOWN), *read(ASIDE), *read(PAPERS)])
def test_a_quotation(quotation: str, wanted: list[tuple[int, int, str]]) -> None:
    assert [(m.start, m.end, m.edtf) for m in find_dates(quotation)] == wanted


@pytest.mark.parametrize("genre", GENRES)
def test_the_quotations_of_a_genre(genre: str) -> None:
    for quotation, wanted in read(GENRES[genre]):
        assert [(m.start, m.end, m.edtf) for m in find_dates(quotation)] == wanted, quotation


def test_a_mention_says_what_it_rests_on() -> None:
    text = "Brigada je 3. maja 1943. stigla u selo. U selu je 9. maja bio zbor, a sutradan je otišla."
    day, later, next_day = find_dates(text)
    assert (day.how, day.confidence, day.origin) == (How.WRITTEN, Confidence.SURE, None)
    assert (later.how, later.confidence) == (How.EARLIER_YEAR, Confidence.LIKELY)
    assert later.origin == (day.start, day.end)
    assert (next_day.edtf, next_day.how) == ("1943-05-10", How.RELATIVE)
    assert next_day.origin == (later.start, later.end)
    assert next_day.confidence is Confidence.LIKELY


def test_what_is_beside_the_day() -> None:
    mentions = find_dates(
        "Do večeri 7. maja 1943. mir; 8. maja u 7 časova uveče juriš, posle podne 9. maja kraj."
    )
    assert [(m.edtf[-2:], m.part, m.relation, m.time) for m in mentions] == [
        ("07", "evening", "by", None),
        ("08", "evening", None, "19:00"),
        ("09", "afternoon", None, None),
    ]


@pytest.mark.parametrize(
    ("words", "relation"),
    [
        ("do", "by"),
        ("posle", "after"),
        ("nakon", "after"),
        ("pre", "before"),
        ("uoči", "before"),
        ("od", None),
    ],
)
def test_how_what_is_told_lies_to_the_day(words: str, relation: str | None) -> None:
    (mention,) = find_dates(f"Sve je bilo mirno {words} 3. maja 1943.")
    assert (mention.text, mention.relation) == ("3. maja 1943", relation)


def items_of_the_annotated_article() -> list[dict[str, str]]:
    return json.loads((SHARED / "gold" / "dates.json").read_text(encoding="utf-8"))["items"]


@pytest.mark.skipif(not (SHARED / "gold" / "dates.json").exists(), reason="the shared material is not here")
def test_the_annotated_article() -> None:
    items = items_of_the_annotated_article()
    text = (SHARED / "seeds" / items[0]["file"]).read_bytes().decode("utf-8")
    wanted = {
        tuple(item[name] for name in "start end edtf lower upper year part_of_day relation time".split())
        for item in items
        if item["kind"] in ("date", "relative") and "optional" not in (item["note"] or "")
    }
    found = {
        (m.start, m.end, m.edtf, m.first, m.last, m.basis, m.part, m.relation, m.time)
        for m in find_dates(text)
    }
    assert found == wanted


@pytest.mark.parametrize(
    "text",
    [
        "ж" * 1_000_000,
        "1" * 1_000_000,
        "3." + " " * 500_000 + "maja 1943",
        "1944 " * 5_000,
        "do veče " * 50_000,
        "dvadeset-" * 50_000 + "og maja",
        "3. i 4. " * 5_000,
        "(" * 500_000 + "3. maja",
        "-" * 500_000,
    ],
    ids="word digits blanks years evenings tens days brackets dashes".split(),
)
def test_what_goes_on_and_on_is_read_to_its_end(text: str) -> None:
    assert find_dates(text + "\n\nKraj je 3. maja 1943.")[-1].edtf == "1943-05-03"


def test_ten_thousand_blank_lines_are_far() -> None:
    text = "Bilo je 3. maja 1943." + "\n" * 10_000 + "Sutradan, 5. juna, i istog dana."
    assert [mention.edtf for mention in find_dates(text)] == [
        "1943-05-03",
        "XXXX-06-05",
        "XXXX-06-05",
    ]


@pytest.mark.parametrize("year", [-50, 0, 9999, 12_000])
def test_the_year_of_a_source_may_be_any_year(year: int) -> None:
    text = "O Božiću i o Uskrsu su se vraćali kući. Konstantin je umro 22. maja 337. godine."
    assert "0337-05-22" in [mention.edtf for mention in find_dates(text, year)]
