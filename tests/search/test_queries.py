import pickle
import re
from pathlib import Path

import pytest

from archive_app.core.errors import QueryError, UserError
from archive_app.core.hits import Field, RecordKind
from archive_app.core.records import Script
from archive_app.search.plans import (
    All,
    AnyOf,
    Dated,
    Fuzzy,
    InField,
    InScript,
    Node,
    Not,
    OfKind,
    Phrase,
    Plan,
    Prefix,
    Wildcard,
    Word,
    wanted,
)
from archive_app.search.queries import LONGEST_QUERY, understand


def root(query: str) -> Node:
    return understand(query).root


def words(*texts: str) -> tuple[Word, ...]:
    return tuple(map(Word, texts))


def wrong(query: str) -> tuple[str, str]:
    """The message for a wrong query, and the part of it that is named as wrong."""
    with pytest.raises(QueryError) as caught:
        understand(query)
    return str(caught.value), query[caught.value.start : caught.value.end]


def test_words_are_all_wanted() -> None:
    assert root("stara ćuprija") == All(words("stara", "ćuprija"))
    assert root("Stara, ćuprija!") == All(words("Stara", "ćuprija"))


@pytest.mark.parametrize("quotes", ['"{}"', "„{}“", "„{}”", '„{}"', "»{}«", "«{}»", "“{}”", "”{}”"])
def test_any_double_quotes_make_a_phrase(quotes: str) -> None:
    phrase = Phrase(words("stara", "ćuprija"))
    assert root(quotes.format("stara ćuprija")) == phrase
    assert root("most " + quotes.format("stara ćuprija")) == All((Word("most"), phrase))


def test_a_number_after_a_phrase_lets_other_words_between() -> None:
    assert root('"stara ćuprija"~3') == Phrase(words("stara", "ćuprija"), slop=3)
    assert root("„stara ćuprija“~0") == Phrase(words("stara", "ćuprija"), slop=0)


@pytest.mark.parametrize("query", ['"stara ćuprija"~x', '"stara ćuprija"~', '"stara ćuprija"~101'])
def test_anything_else_after_a_phrase_is_wrong(query: str) -> None:
    message, place = wrong(f"most {query} reka")
    assert "number" in message
    assert place == query.rpartition('"')[2]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("ćupr*", Prefix("cupr")),
        ("Ћупр*", Prefix("cupr")),
        ("=ćupr*", Prefix("ćupr", exact=True)),
        ("ć?prija", Wildcard("c?prija")),
        ("*prij*", Wildcard("*prij*")),
        ("ć**?*a?", Wildcard("c?*a?")),
        ("=č?p*j", Wildcard("č?p*j", exact=True)),
        ("194*", Prefix("194")),
        ("ćuprja~", Fuzzy("cuprja", 1)),
        ("ћупрја~2,", Fuzzy("cuprja", 2)),
        ("=Ćuprija", Word("Ćuprija", exact=True)),
        ('="stara ćuprija"', Phrase((Word("stara", exact=True), Word("ćuprija", exact=True)))),
        ('"stara =ćuprija"', Phrase((Word("stara"), Word("ćuprija", exact=True)))),
        ('"stara ćupr* kamn~"', Phrase((Word("stara"), Prefix("cupr"), Fuzzy("kamn")))),
        ("=(stara ćuprija)", All((Word("stara", exact=True), Word("ćuprija", exact=True)))),
    ],
)
def test_signs_on_a_word(query: str, expected: Node) -> None:
    assert root(query) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("most AND reka", All(words("most", "reka"))),
        ("most OR reka OR potok", AnyOf(words("most", "reka", "potok"))),
        ("kamen most OR reka", All((Word("kamen"), AnyOf(words("most", "reka"))))),
        ("kamen AND most OR reka", AnyOf((All(words("kamen", "most")), Word("reka")))),
        ("most NOT brod", All((Word("most"), Not(Word("brod"))))),
        ("most -brod", All((Word("most"), Not(Word("brod"))))),
        ("most AND NOT brod", All((Word("most"), Not(Word("brod"))))),
        ('most -"stari brod"', All((Word("most"), Not(Phrase(words("stari", "brod")))))),
        ("most -(brod OR splav)", All((Word("most"), Not(AnyOf(words("brod", "splav")))))),
        ("most -author:Ana", All((Word("most"), Not(InField(Field.AUTHOR, Word("Ana")))))),
        ("most -kind:photo", All((Word("most"), Not(OfKind(RecordKind.PHOTO))))),
        ("most -=brod", All((Word("most"), Not(Word("brod", exact=True))))),
        (
            "(most OR reka) AND (kamen OR pesak)",
            All((AnyOf(words("most", "reka")), AnyOf(words("kamen", "pesak")))),
        ),
        ("((most))", Word("most")),
    ],
)
def test_operators_and_brackets_join_words(query: str, expected: Node) -> None:
    assert root(query) == expected
    assert understand(query).notices == ()


@pytest.mark.parametrize(
    "query", ["most and reka", "most or reka", "most I reka", "most ILI reka", "most NE reka"]
)
def test_small_letters_and_serbian_conjunctions_are_words(query: str) -> None:
    assert root(query) == All(words(*query.split()))


def test_a_query_of_negatives_finds_everything_else_and_says_so() -> None:
    plan = understand("-most NOT reka")
    assert plan.root == All((Not(Word("most")), Not(Word("reka"))))
    assert "everything else" in plan.notices[0]


@pytest.mark.parametrize(
    ("query", "expected", "left_out"),
    [
        ("most AND", Word("most"), ["AND"]),
        ("OR most", Word("most"), ["OR"]),
        ("most AND OR reka", AnyOf(words("most", "reka")), ["AND"]),
        ("(most OR) AND reka", All(words("most", "reka")), ["OR"]),
        ("most NOT", Word("most"), ["NOT"]),
        ("most NOT OR reka", AnyOf(words("most", "reka")), ["NOT"]),
        ("most *", Word("most"), ["*"]),
        ('most author:""', Word("most"), ["author:"]),
    ],
)
def test_a_sign_with_nothing_to_work_on_is_left_out_and_said(
    query: str, expected: Node, left_out: list[str]
) -> None:
    plan = understand(query)
    assert plan.root == expected
    assert [notice.split("”")[0].strip("“") for notice in plan.notices] == left_out
    assert all("left out" in notice for notice in plan.notices)


@pytest.mark.parametrize("query", ["NOT", "AND OR", "title:", "date:", "kind: "])
def test_an_operator_alone_is_a_word(query: str) -> None:
    names = query.replace(":", "").split()
    assert list(wanted(root(query))) == list(words(*names))


@pytest.mark.parametrize("field", Field)
def test_a_field_takes_a_word_a_phrase_or_brackets(field: Field) -> None:
    assert root(f"{field}:most") == InField(field, Word("most"))
    assert root(f"{field.upper()}:=most") == InField(field, Word("most", exact=True))
    assert root(f"{field}:„stari most“ reka") == All(
        (InField(field, Phrase(words("stari", "most"))), Word("reka"))
    )
    assert root(f"{field}:(most OR reka)") == InField(field, AnyOf(words("most", "reka")))


def test_a_field_inside_a_field_is_wrong() -> None:
    message, place = wrong("title:(most author:Ana)")
    assert "“author:” cannot stand inside another field" in message
    assert place == "author:"
    assert wrong("title:(most kind:photo)")[1] == "kind:photo"


def test_a_field_with_a_space_after_it_is_text() -> None:
    plan = understand("Note: most")
    assert plan.root == All(words("Note", "most"))
    assert "“Note:” was searched as a word" in plan.notices[0]


def test_a_field_that_is_still_being_typed_changes_nothing() -> None:
    assert understand("most title:") == Plan("most title:", Word("most"))


def test_an_unknown_field_is_text_and_the_fields_are_listed() -> None:
    plan = understand("naslov:most")
    assert plan.root == Phrase(words("naslov", "most"))
    assert "“naslov:” is no field" in plan.notices[0]
    assert "title:, author:, tag:" in plan.notices[0]
    assert "naslov" in understand('naslov:"stari most"').notices[0]
    assert understand("naslov: most").notices == ()


@pytest.mark.parametrize("kind", RecordKind)
def test_kinds_are_known_in_singular_and_plural(kind: RecordKind) -> None:
    plural = f"{kind[:-1]}ies" if kind.endswith("y") else f"{kind}s"
    assert root(f"kind:{kind}") == root(f"kind:{plural.upper()}") == OfKind(kind)


def test_several_kinds_or_scripts_in_brackets_are_any_of_them() -> None:
    both = AnyOf((OfKind(RecordKind.PHOTO), OfKind(RecordKind.EVENT)))
    assert root("kind:(photo OR event)") == root("kind:(photo, event)") == both


@pytest.mark.parametrize(
    ("names", "script"),
    [
        ("latin Latn LATIN latinica латиница", Script.LATIN),
        ("cyrillic Cyrl cirilica ćirilica ћирилица Ћирилица", Script.CYRILLIC),
    ],
)
def test_scripts_have_several_names(names: str, script: Script) -> None:
    for name in names.split():
        assert root(f"most script:{name}") == All((Word("most"), InScript(script)))


def test_wrong_values_say_which_are_right() -> None:
    message, place = wrong("most kind:banana reka")
    assert "“banana”" in message
    assert "kind:passage, kind:annotation, kind:photo, kind:event, kind:source" in message
    assert place == "banana"
    message, place = wrong("script:greek")
    assert "script:latin or script:cyrillic" in message
    assert place == "greek"
    assert wrong("kind:(photo OR egg)")[1] == "egg"


@pytest.mark.parametrize(
    ("dates", "first", "last"),
    [
        ("1944", "1944-01-01", "1944-12-31"),
        ("1944-10", "1944-10-01", "1944-10-31"),
        ("20.10.1944", "1944-10-20", "1944-10-20"),
        ("20.10.1944.,", "1944-10-20", "1944-10-20"),
        ("194X", "1940-01-01", "1949-12-31"),
        ("1944-10-18/1944-10-20", "1944-10-18", "1944-10-20"),
        ("[1944-10-18..1944-10-20]", "1944-10-18", "1944-10-20"),
        ("1944/..", "1944-01-01", None),
        ("1944-10..1944-11", "1944-10-01", "1944-11-30"),
        ("1941–1945", "1941-01-01", "1945-12-31"),
        ("..1944", None, "1944-12-31"),
        ("1944..", "1944-01-01", None),
        ("20.10.1944..1.11.1944", "1944-10-20", "1944-11-01"),
        ('"20. oktobar 1944"', "1944-10-20", "1944-10-20"),
        ("„20. октобар 1944“", "1944-10-20", "1944-10-20"),
        ("(20. oktobra 1944)", "1944-10-20", "1944-10-20"),
        ('"oktobar 1944".."novembar 1944"', "1944-10-01", "1944-11-30"),
        ('"oktobar 1944 .. novembar 1944"', "1944-10-01", "1944-11-30"),
    ],
)
def test_dates_give_their_first_and_last_possible_day(
    dates: str, first: str | None, last: str | None
) -> None:
    assert root(f"most date:{dates}") == All((Word("most"), Dated(first, last)))


@pytest.mark.parametrize(
    ("query", "place", "message"),
    [
        ("most date:foo reka", "foo", "no date"),
        ("date:1944-02-30", "1944-02-30", "no such day"),
        ("date:1944..juče", "juče", "no date"),
        ("date:..", "..", "no date"),
        ('date:""', '""', "no date"),
        ("date:XXXX", "XXXX", "no date"),
        ("date:1945..1944", "1945..1944", "earlier one first"),
        ("date:oktobar 1944", "oktobar", 'date:"20. oktobar 1944"'),
    ],
)
def test_what_is_no_date_is_wrong(query: str, place: str, message: str) -> None:
    said, at = wrong(query)
    assert message in said
    assert at == place


def test_what_was_typed_without_a_space_is_a_phrase() -> None:
    assert root("3.maja") == Phrase(words("3", "maja"))
    assert root("3.maj*") == Phrase((Word("3"), Prefix("maj")))


def test_a_compound_is_sought_whole_and_as_a_phrase_of_its_parts() -> None:
    assert root("crno-beo") == AnyOf((Word("crno-beo"), Phrase(words("crno", "beo"))))
    assert root("crno-b*") == AnyOf((Prefix("crno-b"), Phrase((Word("crno"), Prefix("b")))))
    assert root('"crno-beo film"') == Phrase(words("crno", "beo", "film"))


def test_numbers_with_spaces_and_words_divided_at_a_line_end_stay_whole() -> None:
    assert root("50\u00a0000 duša") == All(words("50\u00a0000", "duša"))
    assert root("stara ćup-\nrija") == All(words("stara", "ćup-\nrija"))


def test_words_without_content_are_fixed_in_a_phrase_only() -> None:
    assert root('"na Kalemegdanu je"') == Phrase(
        (Word("na", fixed=True), Word("Kalemegdanu"), Word("je", fixed=True))
    )
    assert root("na Kalemegdanu") == All(words("na", "Kalemegdanu"))


@pytest.mark.parametrize(
    ("pasted", "expected"),
    [
        (
            "http://primer.rs/most?a=b",
            Phrase((*words("http", "primer", "rs", "most"), Word("a", fixed=True), Word("b"))),
        ),
        ("most/reka", Phrase(words("most", "reka"))),
        ("(most", Word("most")),
        ("most) reka", All(words("most", "reka"))),
        ('cev 12" i most', All(words("cev", "12", "i", "most"))),
        ("„most", Word("most")),
        ("Gde je most?", All(words("Gde", "je", "most"))),
        ("[most] {reka} <b>", All(words("most", "reka", "b"))),
        ("- most — reka", All(words("most", "reka"))),
        ("most^2 = reka", All((Phrase(words("most", "2")), Word("reka")))),
        ("u 21:30 krenu", All(words("u", "21:30", "krenu"))),
        ("1944~", Word("1944")),
        ("~most == reka", All(words("most", "reka"))),
        ("»Šta?« reče", All(words("Šta", "reče"))),
    ],
)
def test_pasted_signs_are_text(pasted: str, expected: Node) -> None:
    assert root(pasted) == expected
    assert understand(pasted).notices == ()


def test_a_question_mark_at_the_end_of_a_lone_word_is_explained() -> None:
    plan = understand("ćupr?")
    assert plan.root == Word("ćupr")
    assert "question mark" in plan.notices[0]


def test_what_cannot_be_spelt_otherwise_is_searched_as_it_is() -> None:
    assert understand("ab~").root == Word("ab")
    assert "too short" in understand("ab~").notices[0]
    assert understand("ćupr*~").root == Prefix("cupr")
    assert "“~” was left out" in understand("ćupr*~").notices[0]


@pytest.mark.parametrize(
    "query", ["", "   ", "—", '""', "()", "* *", "ъ", "\u00ad", '"...', ":/", "-", "=", "~", "-()"]
)
def test_a_query_without_a_word_is_refused_in_plain_words(query: str) -> None:
    message, place = wrong(query)
    assert message.startswith("There is no word to search for.")
    assert place == query


def test_stars_alone_say_what_they_need() -> None:
    assert "at least one letter" in wrong("**")[0]


def test_a_pasted_page_is_refused() -> None:
    with pytest.raises(UserError, match="too long"):
        understand("reč " * LONGEST_QUERY)


def test_brackets_too_deep_are_not_heeded() -> None:
    plan = understand("(" * 50 + "most OR reka" + ")" * 50)
    assert plan.root == AnyOf(words("most", "reka"))
    assert "too many brackets" in plan.notices[0]
    assert root("(" * 2_000 + "most") == Word("most")


def test_a_plan_travels_between_processes() -> None:
    plan = understand('most "stara ćupr*"~2 NOT (reka OR III) title:=x kind:photo script:latin date:1944')
    assert pickle.loads(pickle.dumps(plan)) == plan


HELP = Path(__file__).parents[2] / "src" / "archive_app" / "ui" / "assets" / "searching.md"


def test_the_help_page_shows_only_queries_that_are_understood_as_they_stand() -> None:
    examples = re.findall(r"^\| `([^`]+)` \|", HELP.read_text("utf-8"), re.MULTILINE)
    assert len(examples) > 30
    for example in examples:
        if not example.endswith(":"):
            assert understand(example).notices == (), example
