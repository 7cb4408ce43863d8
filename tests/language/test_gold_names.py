"""Names with their case forms and derived words, beside the project: what each finds among all the others."""

import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path

import pytest

from archive_app.core.hits import Tier
from archive_app.language.folding import fold
from archive_app.language.names import NameFinder, Nearness
from archive_app.language.transliteration import word_in_cyrillic
from archive_app.language.words import keys, sought, terms

SHARED = Path(__file__).parents[2].parent / "shared"
NAMES = SHARED / "gold" / "names.txt"
NOVELS = SHARED / "corpus" / "eltec-srp.tar.xz"
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


def test_all_forms_of_names_are_found_in_a_text_in_both_scripts_and_taken_for_no_other() -> None:
    names = list(read_names())
    finder = NameFinder({name.name: [name.name] for name in names})
    for name in names:
        for form in (name.name, *name.forms):
            for written in (form, word_in_cyrillic(form)):
                assert [mention.ids for mention in finder.find(f"kod {written}")] == [(name.name,)], written


def test_hardly_anything_else_in_novels_is_taken_for_a_name() -> None:
    if not NOVELS.is_file():
        pytest.skip("no novels beside the project")
    names = list(read_names())
    finder = NameFinder({name.name: [name.name] for name in names})
    known = {name.name: {*map(fold, (name.name, *name.forms, *name.derived))} for name in names}
    found = [mention for text in novels(14) for mention in finder.find(text) if not mention.is_doubtful]
    other = [
        mention
        for mention in found
        if mention.nearness is not Nearness.POSSESSIVE and fold(mention.text) not in known[mention.name]
    ]
    assert len(found) > 700
    assert len(other) <= 0.05 * len(found), other


def novels(count: int) -> Iterator[str]:
    """The texts of some novels."""
    with tarfile.open(NOVELS) as tar:
        texts = (member for member in tar if member.isfile() and member.name.endswith(".txt"))
        for member in islice(texts, count):
            data = tar.extractfile(member)
            assert data is not None
            yield data.read().decode("utf-8")
