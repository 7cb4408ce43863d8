import pytest

from archive_app.core.hits import MatchedForm, Tier
from archive_app.search.highlighting import highlight
from archive_app.search.queries import understand


def marked(query: str, text: str) -> list[str]:
    spans = highlight(understand(query), text).spans
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("Jagodina", "Из Јагодине смо отишли ка Jagodini.", ["Јагодине", "Jagodini"]),
        ("žabac", "Mali z\u030cabac skače.", ["z\u030cabac"]),
        ("skače", "Жабац ска\u00adче и ска\u200bче", ["ска\u00adче", "ска\u200bче"]),
        ("вода", "🐸 во\u0311да", ["во\u0311да"]),
        ("ljubav", "„ǈubav“", ["ǈubav"]),
        ('"stara ćuprija"', "Ћуприја стара, а стара ћуприја је пала", ["стара", "ћуприја"]),
        ('"stara cupr*"', "старе ћуприје, нове ћуприје", ["старе", "ћуприје"]),
        ("ćup*", "ћуп и ћуприја, чаша", ["ћуп", "ћуприја"]),
        ("most NOT reka", "most na reci", ["most"]),
        ("most OR reka", "most na reci", ["most", "reci"]),
        ("Pirot", "пруга Ниш-Пирот-Димитровград", ["Пирот"]),
        ("crno-beo", "црно-бео и crno beo", ["црно-бео", "crno", "beo"]),
        ("4. bataljon", "IV bataljon, 14. bataljon", ["IV", "bataljon", "bataljon"]),
        ('"4. bataljon"', "IV bataljon, 14. bataljon", ["IV", "bataljon"]),
        ("most", "ništa", []),
        ("most", "", []),
    ],
)
def test_highlights_stand_on_the_letters_of_the_text(query: str, text: str, expected: list[str]) -> None:
    assert marked(query, text) == expected


def test_a_phrase_runs_through_the_parts_of_a_compound() -> None:
    text = "pruga Niš-Pirot radi"
    assert marked('"pruga Niš Pirot radi"', text) == ["pruga", "Niš-Pirot"[:3], "Pirot", "radi"]


def test_matched_forms_come_nearest_tier_first() -> None:
    text = "Јагодински воз вози у Јагодину; Jagodina, ЈАГОДИНА, Јагодину"
    assert highlight(understand("Jagodina"), text).matched == (
        MatchedForm("Jagodina", Tier.EXACT),
        MatchedForm("ЈАГОДИНА", Tier.EXACT),
        MatchedForm("Јагодину", Tier.WORD),
        MatchedForm("Јагодински", Tier.RELATED),
    )


def test_a_tier_that_is_switched_off_marks_nothing() -> None:
    plan = understand("zicara", {Tier.EXACT})
    assert highlight(plan, "жичара и zicara").matched == (MatchedForm("zicara", Tier.EXACT),)
