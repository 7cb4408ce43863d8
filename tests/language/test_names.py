import pytest

from archive_app.language import names
from archive_app.language.names import NameFinder, NameMention, Nearness

NAMES = {
    "general": ["Štetner", "Stettner", "Шнекенбургер"],
    "marshal": ["Josip Broz", "Tito"],
    "division": ["1. proleterska divizija", "Prva proleterska"],
    "corps": ["12. korpus"],
    "serbian": ["21. srpska divizija"],
    "palace": ["Palata „Albanija“"],
    "bridge": ["Savski most"],
    "river": ["Sava"],
    "poet": ["Vuk", "Vuk Karadžić"],
    "king": ["Petar II"],
    "house": ["Dom na bregu"],
    "station": ["železnička stanica"],
    "treaty": ["NATO"],
}
FINDER = NameFinder(NAMES)


def found(text: str) -> list[tuple[str, str]]:
    """What is named in a text: the words there, and who or what has that name."""
    return [(mention.text, " ".join(mention.ids)) for mention in FINDER.find(text)]


def only(text: str) -> NameMention:
    (mention,) = FINDER.find(text)
    return mention


@pytest.mark.parametrize(
    ("text", "words", "whose"),
    [
        ("Pred Štetnerom su stali.", "Štetnerom", "general"),
        ("Пред Штетнера изађоше.", "Штетнера", "general"),
        ("Stettnerove baterije ćute.", "Stettnerove", "general"),
        ("Kod Šnekenburgera je mapa.", "Šnekenburgera", "general"),
        ("Titovi ljudi stižu.", "Titovi", "marshal"),
        ("Poslali su Josipa Broza.", "Josipa Broza", "marshal"),
        ("Za borce 1. proleterske divizije nema sna.", "1. proleterske divizije", "division"),
        ("U Prvoj proleterskoj pevaju.", "Prvoj proleterskoj", "division"),
        ("Stab 1.proleterske\ndivizije ćuti.", "1.proleterske\ndivizije", "division"),
        ("I proleterska divizija prelazi.", "I proleterska divizija", "division"),
        ("Artiljerija XII korpusa gađa.", "XII korpusa", "corps"),
        ("Jedinice 12.korpusa čekaju.", "12.korpusa", "corps"),
        ("Дванаестом корпусу јављају.", "Дванаестом корпусу", "corps"),
        ("Dvadeset prva srpska divizija ide drugim putem.", "Dvadeset prva srpska divizija", "serbian"),
        ("Sa krova palate Albanija vide se.", "palate Albanija", "palace"),
        ("Пред палатом „Албанија“ је барикада.", "палатом „Албанија", "palace"),
        ("Kod Savskog mosta je mina.", "Savskog mosta", "bridge"),
        ("Preko Save ne ide niko.", "Save", "river"),
        ("Pisao je Vuku Karadžiću.", "Vuku Karadžiću", "poet"),
        ("Kralju Petru Drugom šalju pismo.", "Petru Drugom", "king"),
        ("Iz Doma na bregu ne javljaju se.", "Doma na bregu", "house"),
        ("Na železničkoj stanici gori.", "železničkoj stanici", "station"),
        ("Za članstvo NATO-a nije bilo glasova.", "NATO-a", "treaty"),
        ("Stigao je Štet-\nner sam.", "Štet-\nner", "general"),
    ],
)
def test_a_name_is_found_in_its_forms(text: str, words: str, whose: str) -> None:
    assert found(text) == [(words, whose)]
    mention = only(text)
    assert text[mention.start : mention.end] == mention.text == words


@pytest.mark.parametrize(
    "text",
    [
        "Vidi se vuk pod bregom.",
        "U savskom zalivu i u Savskoj ulici.",
        "Prva srpska divizija ide drugim putem.",
        "Dvadeset prva proleterska divizija ne postoji.",
        "Javio se Josip. Broz ćuti.",
        "Josip\n\nBroz",
        "2. proleterska divizija je daleko.",
        "Petar Drugović je drugi.",
        "Dom u bregu je drugi.",
        "Borci 1. proleterskog korpusa.",
        "Prvi proleterski korpus.",
        "Savske mostove ruše.",
        "Stanica železničke pošte.",
        "",
    ],
)
def test_what_only_looks_like_a_name_is_passed_over(text: str) -> None:
    assert found(text) == []


def test_the_longest_name_counts() -> None:
    assert found("Vuk Karadžić i Vuk") == [("Vuk Karadžić", "poet"), ("Vuk", "poet")]


def test_all_who_have_a_name_are_named_and_the_nearest_form_counts() -> None:
    finder = NameFinder(
        {"one": ["Marko Ilić"], "other": ["Marko Ilić"], "third": ["Marka"], "fourth": ["Marko"]}
    )
    assert finder.find("Kod Marka Ilića.")[0].ids == ("one", "other")
    assert finder.find("Videla je Marka.")[0].ids == ("third",)


def test_it_is_said_how_near_a_form_is() -> None:
    near = [mention.nearness for mention in FINDER.find("Штетнер, Stetner, Štetnera, Štetnerov")]
    assert near == [Nearness.SAME, Nearness.FOLDED, Nearness.FORM, Nearness.POSSESSIVE]


def test_a_common_word_at_the_beginning_of_a_sentence_is_doubtful() -> None:
    at_the_beginning, inside = FINDER.find("Zavijao je. Vuk je stao. Onda je stigao Vuk.")
    assert at_the_beginning.is_doubtful
    assert not inside.is_doubtful
    assert not only("Štetner je otišao.").is_doubtful


def test_common_words_without_the_capital_of_their_name_are_doubtful() -> None:
    assert only("Iza savskog mosta.").is_doubtful
    assert not only("Iza Savskog mosta.").is_doubtful
    assert not only("Iza palate „Albanija“.").is_doubtful
    assert not only("Na železničkoj stanici.").is_doubtful


def test_a_capital_that_only_a_heading_would_have_is_not_asked_for() -> None:
    finder = NameFinder({"gate": ["Kapija mira"], "poet": ["Petar Veliki"]})
    assert [mention.text for mention in finder.find("pored kapije mira")] == ["kapije mira"]
    assert finder.find("kad je Petar veliki posao svršio") == []


def test_places_are_code_points_also_behind_other_planes() -> None:
    text = "𐌀𐌁 🎺 Титова 🎺"
    mention = only(text)
    assert text[mention.start : mention.end] == "Титова"


def test_many_units_of_one_kind_are_told_apart_by_their_numbers() -> None:
    finder = NameFinder({str(number): [f"{number}. divizija", f"Grupa {number}"] for number in range(1, 200)})
    text = "Iza 7. divizije su dvadeset prva divizija i XII divizija; Grupu 150 nema ko da zameni, divizija ćuti."
    assert [mention.ids for mention in finder.find(text)] == [("7",), ("21",), ("12",), ("150",)]


def test_names_without_words_and_no_names_find_nothing() -> None:
    assert NameFinder({"empty": ["", "…"]}).find("Ništa … nije") == []
    assert NameFinder({}).find("Tito") == []


def test_what_was_remembered_of_a_text_may_be_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Pred Štetnerom su stali. Titovi ljudi stižu na Savski most."
    before = FINDER.find(text)
    monkeypatch.setattr(names, "_MOST_PIECES", 2)
    finder = NameFinder(NAMES)
    assert [finder.find(text) for _time in range(2)] == [before, before]
    assert len(finder._pieces) <= 2
