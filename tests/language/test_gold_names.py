"""Names with their case forms and derived words, beside the project: what each finds among all the others."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from archive_app.core.hits import Tier
from archive_app.language.words import keys, sought, terms

NAMES = Path(__file__).parents[2].parent / "shared" / "gold" / "names.txt"
OTHER_FORMS = (Tier.EXACT, Tier.FOLDED, Tier.WORD)

pytestmark = pytest.mark.skipif(not NAMES.is_file(), reason="no names beside the project")


@dataclass(frozen=True)
class Name:
    """A name, its forms, and words made of it."""

    name: str
    forms: tuple[str, ...]
    derived: tuple[str, ...]


def read_names() -> Iterator[Name]:
    for line in NAMES.read_text("utf-8").splitlines():
        name, _colon, words = line.partition(":")
        forms, _bar, derived = words.partition("|")
        yield Name(name, tuple(forms.split()), tuple(derived.split()))


_sought = cache(sought)
_keys = cache(keys)


def tier(typed: str, standing: str) -> Tier | None:
    word, term = _sought(typed), terms(standing)[0]
    form = word and word.form(term, _keys(term))
    return form.tier if form else None


@pytest.mark.parametrize("lower_case", [False, True])
def test_names_find_their_forms_and_no_other_names(lower_case: bool) -> None:
    names = list(read_names())
    found = wrong = 0
    for name in names:
        typed = name.name.lower() if lower_case else name.name
        own = {name.name, *name.forms, *name.derived}
        found += sum(tier(typed, form) in OTHER_FORMS for form in name.forms)
        others = {word for other in names for word in (other.name, *other.forms, *other.derived)} - own
        wrong += sum(tier(typed, word) in OTHER_FORMS for word in others)
    assert found / sum(len(name.forms) for name in names) >= 0.98
    assert found / (found + wrong) >= 0.99


def test_names_find_what_is_derived_from_them() -> None:
    pairs = [(name.name, word) for name in read_names() for word in name.derived]
    missed = [pair for pair in pairs if tier(*pair) is None]
    assert len(missed) <= 0.02 * len(pairs), missed
