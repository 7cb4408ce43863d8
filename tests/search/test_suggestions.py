from collections.abc import Mapping

import pytest

from archive_app.core.hits import Tier, WordCount
from archive_app.search.lexicon import is_within
from archive_app.search.queries import understand
from archive_app.search.suggestions import notices_for, suggest

ARCHIVE = {
    "tvrdjava": 40,
    "tvrdjave": 25,
    "carsija": 30,
    "djurdjevac": 9,
    "mlijeko": 12,
    "hleb": 20,
    "dzak": 6,
    "most": 300,
    "mosta": 80,
    "kosta": 3,
    "reka": 90,
    "odjek": 4,
    "1944": 500,
}
"""Folded words, and in how many documents each stands."""


def similar(folded: str, distance: int) -> Mapping[str, int]:
    return {word: documents for word, documents in ARCHIVE.items() if is_within(word, folded, distance)}


def suggested(query: str, *missing: str, rare: Mapping[str, int] | None = None) -> tuple[str, ...]:
    counts = [WordCount(word, 0) for word in missing]
    counts += [WordCount(word, documents) for word, documents in (rare or {}).items()]
    return suggest(understand(query), counts, similar)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("trvđava", "tvrđava"),
        ("tvrđva", "tvrđava"),
        ("Tvrrđava", "Tvrđava"),
        ("TVRĐAAV", "TVRĐAVA"),
        ("čaršja", "čaršija"),
        ("чаршја", "чаршија"),
        ("Ђурђевц", "Ђурђевац"),
        ("Đurevac", "Đurđevac"),
        ("mleko", "mlijeko"),
        ("mljeko", "mlijeko"),
        ("leb", "hleb"),
        ("đak", "džak"),
        ("ђак", "џак"),
        ("odjec", "odjek"),
    ],
)
def test_a_word_that_stands_nowhere_becomes_the_nearest_in_its_script_and_case(
    typed: str, meant: str
) -> None:
    assert suggested(typed, typed)[0] == meant


def test_everything_else_of_the_query_stays_letter_by_letter() -> None:
    query = "„stara  Trvđava“~2 AND (mots OR -reka) author:Trvđava, title:mots* kind:photo"
    changed = query.replace("Trvđava“", "Tvrđava“").replace("(mots", "(most")
    assert suggested(query, "Trvđava", "mots")[0].startswith(changed[: changed.index(" author")])
    assert suggested('mots "3.most"', "mots") == ('most "3.most"',)


def test_names_of_fields_are_no_words() -> None:
    archive = {"tintle": 9}
    plan = understand("title:most title")
    found = suggest(plan, [WordCount("title", 0)], lambda _word, _distance: archive)
    assert found == ("title:most tintle",)


def test_frequent_words_come_first_and_at_most_three_queries() -> None:
    assert suggested("mostv", "mostv") == ("most", "mosta")
    found = suggested("mostv rekv", "mostv", "rekv")
    assert found == ("most reka", "mosta reka")
    more = suggest(
        understand("b-- bon"),
        [WordCount("bon", 0)],
        lambda _w, _d: dict.fromkeys(("bona", "bone", "boni", "bonu"), 5),
    )
    assert len(more) == 3


def test_a_rare_word_is_replaced_only_where_a_near_one_is_far_more_frequent() -> None:
    assert suggested("mosd", rare={"mosd": 2}) == ("most",)
    assert suggested("kosta", rare={"kosta": 2}) == ("mosta",)
    assert suggested("hlebu", rare={"hlebu": 2}) == ()
    assert suggested("mosd", rare={"mosd": 3}) == ()


def test_another_form_of_the_word_is_no_suggestion() -> None:
    count = WordCount("tvrđavi", 1, (("tvrđava", Tier.WORD, 1), ("tvrđave", Tier.WORD, 1)))
    assert suggest(understand("tvrđavi"), [count], similar) == ()


@pytest.mark.parametrize("query", ["ab", "1945", "-mots", "mots*", "mots~", "ništavilo"])
def test_nothing_is_suggested_for_short_words_numbers_patterns_and_what_is_not_wanted(query: str) -> None:
    assert suggested(query, query.strip("-*~")) == ()


def test_the_archive_says_how_a_word_is_spelt() -> None:
    plan = understand("Карајорђе")
    found = suggest(
        plan, [WordCount("Карајорђе", 0)], lambda _w, _d: {"karadjordje": 8}, lambda _w: "karađorđe"
    )
    assert found == ("Карађорђе",)


def test_an_empty_result_names_the_words_that_stand_nowhere() -> None:
    most, none, nil = WordCount("most", 5), WordCount("mots", 0), WordCount("rkea", 0)
    assert notices_for([most, none], 0) == ("“mots” stands nowhere in the archive.",)
    assert notices_for([none, nil], 0) == ("These stand nowhere in the archive: mots, rkea.",)
    assert "nowhere as this search wants them together" in notices_for([most, WordCount("reka", 2)], 0)[0]
    assert "but not where this search looks" in notices_for([most], 0)[0]
    assert notices_for([most, none], 3) == ()
    assert notices_for([], 0) == ()


def test_a_compound_that_is_nowhere_whole_is_not_held_against_its_parts() -> None:
    counts = [WordCount("crno-beo", 0), WordCount("crno", 3), WordCount("beo", 0)]
    assert notices_for(counts, 0) == ("“beo” stands nowhere in the archive.",)
