from collections.abc import Callable

import pytest

from archive_app.core.hits import Highlights, MatchedForm, Tier
from archive_app.search.highlighting import highlight
from archive_app.search.index import SearchIndex
from helpers.indexes import request

MakeIndex = Callable[..., SearchIndex]


def highlighted(make_index: MakeIndex, query: str, text: str, **options: object) -> Highlights:
    return highlight(make_index(text).search(request(query, **options)).found, text)


def marked(make_index: MakeIndex, query: str, text: str, **options: object) -> list[str]:
    return [text[start:end] for start, end in highlighted(make_index, query, text, **options).spans]


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("Jagodina", "Из Јагодине смо отишли ка Jagodini.", ["Јагодине", "Jagodini"]),
        ("žabac", "Mali z\u030cabac skače.", ["z\u030cabac"]),
        ("skače", "Жабац ска\u00adче и ска\u200bче", ["ска\u00adче", "ска\u200bче"]),
        ("вода", "🐸 во\u0311да", ["во\u0311да"]),
        ("ljubav", "„ǈubav“", ["ǈubav"]),
        ("Kalemegdan", "dođosmo do Kaleme-\ngdana uveče", ["Kaleme-\ngdana"]),
        ('"stara ćuprija"', "Ћуприја стара, а стара ћуприја је пала", ["стара", "ћуприја"]),
        ('"stara cupr*"', "старе ћуприје, нове ћуприје", ["старе", "ћуприје"]),
        ('"reka stara"~1', "stara velika reka, reka koja nije stara", ["stara", "reka"]),
        ('"most most"~1', "most bez mosta, a onda opet most", ["most", "mosta"]),
        ("ćup*", "ћуп и ћуприја, чаша", ["ћуп", "ћуприја"]),
        ("ć?p", "ćup, ćap, cep, ćuprija", ["ćup", "ćap", "cep"]),
        ("*prija", "ћуприја и ћуприје", ["ћуприја"]),
        ("most~", "most i mast, mostić", ["most", "mast"]),
        ("=reka", "reka, reke, Reka, река", ["reka", "Reka", "река"]),
        ("most NOT reka", "most na vodi", ["most"]),
        ("most OR reka", "most na reci", ["most", "reci"]),
        ("Pirot", "пруга Ниш-Пирот-Димитровград", ["Пирот"]),
        ("crno-beo", "црно-бео и crno beo", ["црно-бео", "crno", "beo"]),
        ("4. bataljon", "IV bataljon, 14. bataljon", ["IV", "bataljon", "bataljon"]),
        ('"4. bataljon"', "IV bataljon, 14. bataljon", ["IV", "bataljon"]),
        ("note:most OR reka", "most na reci", ["reci"]),
        ("most", "ništa", []),
        ("most", "", []),
    ],
)
def test_highlights_stand_on_the_letters_of_the_text(
    make_index: MakeIndex, query: str, text: str, expected: list[str]
) -> None:
    assert marked(make_index, query, text) == expected


def test_a_phrase_runs_through_the_parts_of_a_compound(make_index: MakeIndex) -> None:
    text = "pruga Niš-Pirot radi"
    assert marked(make_index, '"pruga Niš Pirot radi"', text) == ["pruga", "Niš", "Pirot", "radi"]


def test_matched_forms_come_nearest_tier_first(make_index: MakeIndex) -> None:
    text = "Јагодински воз вози у Јагодину; Jagodina, ЈАГОДИНА, Јагодину"
    assert highlighted(make_index, "Jagodina", text).matched == (
        MatchedForm("Jagodina", Tier.EXACT),
        MatchedForm("ЈАГОДИНА", Tier.EXACT),
        MatchedForm("Јагодину", Tier.WORD),
        MatchedForm("Јагодински", Tier.RELATED),
    )


def test_a_tier_that_is_switched_off_marks_nothing(make_index: MakeIndex) -> None:
    found = highlighted(make_index, "zicara", "жичара и zicara", tiers=frozenset({Tier.EXACT}))
    assert found.matched == (MatchedForm("zicara", Tier.EXACT),)


def test_other_spellings_are_marked_where_they_are_asked_for(make_index: MakeIndex) -> None:
    text = "Млеко и mlijeko"
    assert marked(make_index, "mleko", text) == ["Млеко"]
    assert marked(make_index, "mleko", text, ijekavian=True) == ["Млеко", "mlijeko"]


def test_only_texts_of_the_index_are_marked(make_index: MakeIndex) -> None:
    """The forms are those that the index holds."""
    found = make_index("reka teče").search(request("reka")).found
    assert highlight(found, "pored reke").spans == ()
    assert highlight(found, "mirna reka").spans == ((6, 10),)
