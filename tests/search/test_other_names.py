"""Finding by all other names of what was typed, through a real index."""

from pathlib import Path

import pytest

from archive_app.core.hits import Field, SearchRequest, Tier
from archive_app.language.other_names import OtherNames
from archive_app.search.highlighting import highlight
from archive_app.search.index import Matches, SearchIndex
from archive_app.search.other_names import with_other_names
from archive_app.search.plans import All, AnyOf, InField, Not, Phrase, Word
from archive_app.search.queries import understand
from archive_app.search.suggestions import notices_for, suggest
from helpers.indexes import passage, request

TEXTS = {
    "latin": "Pred Štetnerom su prolazile kolone.",
    "german": "Iz Berlina su javili Stettneru da izdrži.",
    "cyrillic": "Штаб Штетнера био је у школи.",
    "possessive": "Stettnerove baterije su ćutale.",
    "other": "Генерал Шнекенбургер је видео мапу.",
    "marshal": "Vrhovni štab i Tito stigli su uveče.",
    "full": "Pismo Josipa Broza čitano je u dvorištu.",
    "apart": "Josip je čitao, a Broz je slušao.",
    "first": "Josip je čitao novine.",
    "rose": "U vrtu je cvetala ruža.",
    "Rosa": "Rosa je pevala.",
    "unit": "Četa XII korpusa prešla je reku.",
    "words": "Dvanaesti korpus čeka čamce.",
    "nickname": "Jurišnici su stigli prvi.",
}
NAMES = OtherNames(
    {
        "general": ["Štetner", "Stettner", "Шнекенбургер"],
        "marshal": ["Josip Broz", "Tito"],
        "singer": ["Rosa", "Ruža"],
        "corps": ["12. korpus", "Jurišnici"],
        "writer": ["Ivan Sever", "Vanja"],
    }
)
GENERAL = {"latin", "german", "cyrillic", "possessive", "other"}
NAME = frozenset({Tier.EXACT, Tier.NAME})


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    index = SearchIndex(tmp_path_factory.mktemp("names"))
    every = list(TEXTS.items())
    for number, some in enumerate((every[::2], every[1::2]), start=1):
        index.catch_up([(name, passage(name, text)) for name, text in some], seen=number)
    return index


def search(index: SearchIndex, query: str, asked: SearchRequest | None = None) -> Matches:
    return index.search(asked or request(query), NAMES)


def found(matches: Matches) -> set[str]:
    return {match.record_id for match in matches.matches}


@pytest.mark.parametrize(
    "typed",
    [
        "Štetner",
        "Stettner",
        "Шнекенбургер",
        "štetnera",
        "Šnekenburgeru",
        "stettnerom",
        '"Štetner"',
    ],
)
def test_any_name_in_any_form_and_script_finds_all(index: SearchIndex, typed: str) -> None:
    assert found(search(index, typed)) == GENERAL


@pytest.mark.parametrize("typed", ["Josip Broz", '"Josip Broz"', "josipu brozu", "Јосип Броз"])
def test_a_name_of_two_words_finds_the_others(index: SearchIndex, typed: str) -> None:
    matches = search(index, typed)
    assert {"full", "marshal"} <= found(matches)
    assert "first" not in found(matches)
    assert ("apart" in found(matches)) == ('"' not in typed)


def test_another_name_of_two_words_is_a_phrase(index: SearchIndex) -> None:
    assert found(search(index, "Tito")) == {"marshal", "full"}


def test_other_names_stand_within_a_query(index: SearchIndex) -> None:
    assert found(search(index, "general Štetner")) == {"other"}
    assert found(search(index, '"pismo Tita"')) == {"full"}
    assert found(search(index, "pismo Tita dvorište")) == {"full"}
    assert found(search(index, "Tito OR Štetner")) == GENERAL | {"marshal", "full"}
    assert found(search(index, "Štetner NOT mapa")) == GENERAL - {"other"}
    assert "latin" in found(search(index, "kolone NOT Stettner"))


def test_units_are_found_by_their_other_names(index: SearchIndex) -> None:
    assert {"unit", "words"} <= found(search(index, "Jurišnici"))
    assert "nickname" in found(search(index, "XII korpus"))
    assert "nickname" in found(search(index, "dvanaestog korpusa"))


def test_what_is_found_comes_last_and_says_why(index: SearchIndex) -> None:
    matches = search(index, "Štetner")
    assert [match.record_id for match in matches.matches][:2] == ["latin", "cyrillic"]
    marks = highlight(matches.found, TEXTS["german"])
    assert [(form.form, form.tier) for form in marks.matched] == [("Stettneru", Tier.NAME)]
    ((start, end),) = marks.spans
    assert TEXTS["german"][start:end] == "Stettneru"
    assert highlight(matches.found, TEXTS["latin"]).matched[0].tier is Tier.WORD
    whole = highlight(search(index, "Tito").found, TEXTS["full"])
    assert [form.form for form in whole.matched] == ["Josipa", "Broza"]


def test_a_name_is_found_with_its_capital_only(index: SearchIndex) -> None:
    assert found(search(index, "Rosa")) == {"Rosa"}
    assert found(search(index, "ruža")) == {"rose", "Rosa"}


def test_exact_searches_find_no_other_names(index: SearchIndex) -> None:
    assert found(search(index, "=Štetnerom")) == {"latin"}
    assert found(search(index, "", request("Štetnerom", tiers=frozenset({Tier.EXACT})))) == {"latin"}
    assert found(search(index, '="Stettneru da"')) == {"german"}
    without = frozenset(Tier) - {Tier.NAME}
    assert found(search(index, "", request("Stettner", tiers=without))) == {"german", "possessive"}
    assert found(search(index, "", request("Stettneru", tiers=NAME))) == GENERAL - {"possessive"}


def test_beginnings_and_patterns_are_left_as_they_are(index: SearchIndex) -> None:
    assert found(search(index, "Stettn*")) == {"german", "possessive"}
    assert "other" not in found(search(index, "Stettneru~"))


def test_words_are_counted_by_what_was_typed(index: SearchIndex) -> None:
    own, *others = search(index, "Štetner").words
    assert (own.word, own.documents, own.is_name) == ("Štetner", 2, False)
    assert {other.word for other in others} == {"Stettner", "Шнекенбургер"}
    assert all(other.is_name for other in others)
    assert {tier for other in others for _form, tier, _count in other.forms} == {Tier.NAME}


def test_names_that_stand_nowhere_are_not_spoken_of(index: SearchIndex) -> None:
    matches = search(index, "Vanja")
    assert [word.word for word in matches.words] == ["Vanja"]
    assert notices_for(matches.words, matches.total) == ("“Vanja” stands nowhere in the archive.",)
    assert suggest(matches.plan, matches.words, index.similar) == ()


def test_a_plan_is_widened_where_words_are_a_name() -> None:
    widened = with_other_names(understand("pismo Josip Broz"), NAMES).root
    tito = Word("Tito", of_name=True)
    name = All((Word("Josip"), Word("Broz")))
    assert widened == All((Word("pismo"), AnyOf((name, tito))))
    phrase = with_other_names(understand('"pismo Tito"'), NAMES).root
    josip, broz = Word("Josip", of_name=True), Word("Broz", of_name=True)
    assert phrase == AnyOf((Phrase((Word("pismo"), Word("Tito"))), Phrase((Word("pismo"), josip, broz))))
    field = with_other_names(understand("author:Tito"), NAMES).root
    assert isinstance(field, InField)
    assert field == InField(Field.AUTHOR, AnyOf((Word("Tito"), Phrase((josip, broz)))))
    unwanted = understand("čamci -Tito")
    assert with_other_names(unwanted, NAMES) == unwanted
    assert any(isinstance(part, Not) for part in unwanted.root.parts)  # type: ignore[union-attr]


def test_a_pasted_page_is_left_as_it_is() -> None:
    page = understand("Tito " * 40)
    assert with_other_names(page, NAMES) is page


def test_an_index_that_is_asked_without_names_finds_as_ever(tmp_path: Path) -> None:
    index = SearchIndex(tmp_path)
    index.catch_up([("one", passage("one", TEXTS["german"]))], seen=1)
    assert index.search(request("Štetner")).total == 0
    index.close()
