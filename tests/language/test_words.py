import pytest

from archive_app.core.hits import Tier
from archive_app.language.words import Form, keys, sought, terms


def found(typed: str, standing: str, *, ijekavian: bool = False, foreign: bool = False) -> Form | None:
    """How the best term of a word in a text matches a word typed; it must be found through a key."""
    word = sought(typed, ijekavian=ijekavian, foreign=foreign)
    assert word is not None
    forms = [form for term in terms(standing) if (form := word.form(term, keys(term)))]
    if not forms:
        return None
    assert any(not word.keys.isdisjoint(keys(term)) for term in terms(standing))
    return max(forms, key=lambda form: form.weight)


def tier(typed: str, standing: str, *, ijekavian: bool = False, foreign: bool = False) -> Tier | None:
    form = found(typed, standing, ijekavian=ijekavian, foreign=foreign)
    return form.tier if form else None


def weight(typed: str, standing: str) -> float:
    form = found(typed, standing)
    return form.weight if form else 0.0


@pytest.mark.parametrize(
    ("typed", "standing", "expected"),
    [
        ("Jagodina", "ЈАГОДИНА", Tier.EXACT),
        ("zicara", "жичара", Tier.FOLDED),
        ("Djuric", "Ђурић", Tier.FOLDED),
        ("Jagodina", "Јагодине", Tier.WORD),
        ("UNESCO", "УНЕСКО", None),
        ("NATO", "НАТО-а", Tier.WORD),
        ("Jagodina", "јагодинског", Tier.RELATED),
        ("jagodinski", "Јагодина", Tier.RELATED),
        ("Rumunija", "румунски", Tier.RELATED),
        ("4", "IV", Tier.WORD),
        ("IV", "4", Tier.WORD),
        ("4", "14", None),
        ("9", "deveta", Tier.RELATED),
        ("deveti", "IX", Tier.RELATED),
        ("deveti", "devetoga", Tier.WORD),
        ("15.000", "15000", Tier.EXACT),
        ("voda", "вођа", None),
        ("rusko-turski", "руско-турскога", Tier.WORD),
        ("ъ", "ъ", Tier.EXACT),
    ],
)
def test_why_a_word_of_the_text_matches_the_word_typed(
    typed: str, standing: str, expected: Tier | None
) -> None:
    assert tier(typed, standing) is expected


@pytest.mark.parametrize(
    ("typed", "standing"),
    [
        ("pisati", "пишу"),
        ("pišemo", "писао"),
        ("doći", "дошли"),
        ("čovek", "људима"),
        ("covek", "ljudi"),
        ("pas", "psa"),
        ("dobar", "најбољих"),
        ("rano", "ranije"),
        ("digitalizovati", "дигитализује"),
        ("skenirao", "skeniraju"),
        ("Verdi", "Вердија"),
        ("Verdija", "Verdi"),
        ("verdi", "Verdijem"),
    ],
)
def test_forms_that_no_stem_tells_are_found_too(typed: str, standing: str) -> None:
    assert tier(typed, standing) is Tier.WORD


@pytest.mark.parametrize(
    ("typed", "standing"),
    [
        ("reka", "reči"),
        ("vesti", "veli"),
        ("Mina", "miniše"),
        ("Verdi", "verdija"),
        ("treći", "tresla"),
        ("Vid", "više"),
    ],
)
def test_words_that_only_look_alike_are_not_found(typed: str, standing: str) -> None:
    assert tier(typed, standing) is None


def test_the_dictionary_and_the_stem_together_count_most() -> None:
    assert weight("list", "lista") > weight("list", "listi")


def test_a_capital_asks_for_a_name() -> None:
    assert weight("Vera", "Vere") > weight("Vera", "vere") > 0
    assert weight("vera", "vere") > weight("vera", "Vere") > weight("vera", "vernom")


def test_a_word_right_as_it_was_typed_is_preferred_to_one_with_other_diacritics() -> None:
    assert weight("suša", "suše") > weight("suša", "suse") > 0
    assert weight("zicara", "жичара") > weight("zicara", "жичаре")


def test_a_possessive_that_looks_like_a_plural_is_related_to_the_name() -> None:
    assert tier("Dragan", "Draganova") is tier("dragan", "Draganova") is Tier.RELATED
    assert tier("prozor", "prozorova") is Tier.WORD


def test_one_verb_of_a_pair_is_related_to_the_other() -> None:
    assert tier("prekidati", "prekidamo") is Tier.WORD
    assert tier("prekidati", "prekinuli") is Tier.RELATED


@pytest.mark.parametrize(
    ("typed", "standing"),
    [
        ("rijeka", "реком"),
        ("reka", "ријеци"),
        ("vidjeti", "видела"),
        ("videti", "видјело"),
        ("Bjelopavlići", "Белопавлића"),
        ("ljekar", "lekaru"),
        ("lekar", "ljekaru"),
        ("dio", "дела"),
    ],
)
def test_ijekavian_and_ekavian_find_each_other_where_that_is_asked(typed: str, standing: str) -> None:
    assert tier(typed, standing, ijekavian=True) is Tier.SPELLING
    assert tier(typed, standing) is None


@pytest.mark.parametrize(
    ("typed", "standing"),
    [
        ("Schmidt", "Шмита"),
        ("šmit", "Schmidt"),
        ("schwarz", "Švarcom"),
        ("Göttingen", "Гетингену"),
        ("Getingen", "Göttingen"),
        ("Pushkin", "Пушкину"),
        ("Durić", "Đurića"),
    ],
)
def test_foreign_spellings_find_each_other_where_that_is_asked(typed: str, standing: str) -> None:
    assert tier(typed, standing, foreign=True) is Tier.SPELLING
    assert tier(typed, standing) is None


def test_other_names_are_not_found_by_foreign_spellings() -> None:
    assert tier("Schmidt", "šuma", foreign=True) is None
    assert tier("Njegoš", "negoš", ijekavian=True) is None


def test_keys_of_the_index_are_used_where_it_has_them() -> None:
    asked: list[str] = []

    def keys_of(term: str) -> frozenset[str]:
        asked.append(term)
        return frozenset({"=vidra", "svidr", "lpas"})

    word = sought("vidra", keys_of=keys_of)
    assert word is not None
    assert asked == ["vidra"]
    assert word.form("psi", frozenset({"=psi", "sps", "lpas"})) is not None


def test_nothing_is_sought_where_nothing_is_typed() -> None:
    assert sought("") is None


TEXT = (
    "Шабац Шапца шабачки Rumunija румунски Нови новога мисао мисли Јагодина јагодинских IV 4 четврти земаља земља "
    "писати пише пишући човек људи Verdi Вердија rijeka река Schmidt Шмит Đurić Durića Прекидати прекинуо NATO-a NATO "
    "rusko-turski руско-турске Драганови Dragan Беч бечки Prag praški лепши лепо 1.500 1500 21:30 21.30"
)


def test_every_match_has_a_key_that_is_looked_up() -> None:
    vocabulary = {term: keys(term) for token in TEXT.split() for term in terms(token)}
    matches = 0
    for token in TEXT.split():
        word = sought(token, ijekavian=True, foreign=True)
        assert word is not None
        for term, own in vocabulary.items():
            if word.form(term, own):
                matches += 1
                assert not word.keys.isdisjoint(own), (token, term)
    assert matches > 2 * len(vocabulary)


def test_weights_are_shares_and_every_term_has_its_folded_key() -> None:
    for token in TEXT.split():
        for term in terms(token):
            assert any(key.startswith("=") for key in keys(term))
            for typed in TEXT.split():
                form = found(typed, token)
                assert form is None or 0 < form.weight <= 1
