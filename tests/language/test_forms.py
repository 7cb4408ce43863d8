import pytest

from archive_app.core.hits import Tier
from archive_app.language.forms import Form, SoughtWord

WORD = SoughtWord(
    token="Vidra",
    term="vidra^",
    folded="=vidra",
    stems=frozenset({"svidr"}),
    own_lemmas=frozenset({"lvidra", "mvidra"}),
    lemmas=frozenset({"lvidra", "mvidra"}),
    related=frozenset({"bvidr"}),
    spellings=frozenset({"jvidr"}),
)


def weight(term: str, *keys: str) -> float:
    form = WORD.form(term, frozenset(keys))
    return form.weight if form else 0.0


@pytest.mark.parametrize(
    ("term", "keys", "tier"),
    [
        ("vidra^", {"=vidra"}, Tier.EXACT),
        ("vídra^", {"=vidra"}, Tier.FOLDED),
        ("vidre^", {"=vidre", "svidr"}, Tier.WORD),
        ("vidreni^", {"=vidreni", "lvidra"}, Tier.WORD),
        ("vidrin^", {"=vidrin", "bvidr"}, Tier.RELATED),
        ("vjedra^", {"=vjedra", "jvidr"}, Tier.SPELLING),
        ("voda^", {"=voda", "svod", "lvoda"}, None),
    ],
)
def test_the_nearest_reason_is_given(term: str, keys: set[str], tier: Tier | None) -> None:
    form = WORD.form(term, frozenset(keys))
    assert (form.tier if form else None) is tier


def test_all_that_can_match_is_looked_up() -> None:
    assert WORD.keys == {"=vidra", "svidr", "lvidra", "mvidra", "bvidr", "jvidr"}


def test_evidence_from_stem_and_dictionary_adds_up_and_contradiction_takes_away() -> None:
    both = weight("vidre^", "svidr", "lvidra")
    stem = weight("vidri^", "svidr")
    common = SoughtWord(token="vidra", term="vidra", folded="=vidra", stems=WORD.stems, lemmas=WORD.lemmas)
    against = common.form("vidri", frozenset({"svidr", "lvidriti"}))
    assert against is not None
    assert both > stem > against.weight


def test_weights_are_lower_without_the_capital_that_was_typed() -> None:
    assert WORD.form("vidra^", frozenset({"=vidra"})) == Form(Tier.EXACT, 1.0)
    assert weight("vidra", "=vidra") < weight("vidre^", "svidr", "lvidra")
    assert weight("vidre", "svidr", "lvidra") < weight("vidre^", "svidr", "lvidra")


def test_however_much_speaks_against_a_match_some_weight_is_left() -> None:
    word = SoughtWord(
        token="Suša",
        term="suša^",
        folded="=susa",
        verbs=frozenset({"=susis"}),
        lemmas=frozenset({"lsusa"}),
        is_known=True,
    )
    form = word.form("susis", frozenset({"=susis", "lsusiti"}))
    assert form is not None
    assert form.weight > 0


def test_what_is_right_as_typed_is_told_from_what_lacks_diacritics() -> None:
    typed_bare = SoughtWord(token="susa", term="susa", folded="=susa")
    right = SoughtWord(token="suša", term="suša", folded="=susa", is_known=True)
    keys = frozenset({"=susa"})
    bare, other = typed_bare.form("suša", keys), right.form("susa", keys)
    assert bare is not None
    assert other is not None
    assert bare.tier is other.tier is Tier.FOLDED
    assert bare.weight > other.weight
