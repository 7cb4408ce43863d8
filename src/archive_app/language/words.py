"""Words as they are indexed and sought.

Every term of the index has keys: its folded form, its stems, its dictionary forms, what it may be derived from. A
sought word names the keys under which all terms stand that can match it, and judges each of them. So the index
needs no other way to find words than from a key to its terms.
"""

from collections.abc import Callable, Iterable, Iterator

from archive_app.language.adjectives import bases, bases_of_name, sought_adjectives, sought_bases
from archive_app.language.folding import bare
from archive_app.language.forms import NONE, Form, Keys, SoughtWord
from archive_app.language.lemmas import lemmas, meant_lemmas
from archive_app.language.numbers import ordinal
from archive_app.language.spellings import ekavian, is_doubtful, transcriptions
from archive_app.language.stems import (
    comparative_keys,
    name_forms,
    possessives,
    sought_keys,
    stem_keys,
)
from archive_app.language.terms import CAPITAL, ORDINAL, analyse, plain, terms
from archive_app.language.verbs import guessed_infinitives, verb_forms

__all__ = [
    "CAPITAL",
    "KEYS_VERSION",
    "Form",
    "Keys",
    "SoughtWord",
    "analyse",
    "keys",
    "plain",
    "sought",
    "terms",
]

KEYS_VERSION = 1
"""Raised when `keys` changes: what was worked out before is then worked out anew."""


def keys(term: str) -> Keys:
    """Return the keys of an index term, each with the letter of its kind in front: by these it is found.

    = the folded word · s its light stems · l its dictionary forms, m those of what may be meant · b the stems that it
    may be derived from, B those of names only · n its number · e, j and J its form, stems and dictionary forms in
    Ekavian · p stems of its transcriptions · d its stems where đ is written d.
    """
    word = plain(term)
    folded = bare(word)
    if word[0].isdigit() or word[0] == ORDINAL:
        return frozenset(("=" + folded, "n" + folded.lstrip(ORDINAL)))
    return frozenset(_word_keys(word, folded, word != term))


def _word_keys(word: str, folded: str, capital: bool) -> list[str]:
    known = lemmas(word, capital=capital)
    found = ["=" + folded]
    found += ["s" + key for key in stem_keys(folded, capital)]
    found += ["b" + key for key in bases(folded, capital)]
    found += ["l" + lemma for lemma in known]
    if not known:
        meant = () if capital else meant_lemmas(word)
        found += ["m" + lemma for lemma in meant or guessed_infinitives(folded)]
        found += ["s" + key for key in comparative_keys(folded)]
    if capital:
        found += ["B" + key for key in bases_of_name(folded)]
        found += ["p" + key for name in transcriptions(word) for key in stem_keys(name, capital)]
    if value := ordinal(folded):
        found.append(f"n{value}")
    if "đ" in word:
        found += ["d" + key for key in stem_keys(bare(word.replace("đ", "d")), capital)]
    if word[-2:] == "io" or "je" in "".join((word, *known)):
        found += _ekavian_keys(word, known, capital)
    return found


def _ekavian_keys(word: str, known: tuple[str, ...], capital: bool) -> list[str]:
    # Where the form itself does not show the difference (hoće of htjeti), it is no other spelling.
    kind = "J" if "je" in word or word.endswith("io") else "l"
    found = [kind + spelt for lemma in known if (spelt := ekavian(lemma)) != lemma]
    spelt = ekavian(word)
    if spelt != word and (not is_doubtful(word) or lemmas(spelt, capital=capital)):
        found.append("e" + bare(spelt))
        found += ["j" + key for key in stem_keys(bare(spelt), capital)]
    return found


def sought(
    token: str,
    *,
    ijekavian: bool = False,
    foreign: bool = False,
    keys_of: Callable[[str], Keys] = keys,
) -> SoughtWord | None:
    """Return the word to look for where a person typed `token`, a token of `tokenize`; None where it is empty.

    `ijekavian` and `foreign` also look for other spellings. `keys_of` gives the keys of a term that the index holds,
    so that no dictionary need be read for it.
    """
    if not token:
        return None
    term, *others = terms(token)
    word = plain(term)
    folded = bare(word)
    if word[0].isdigit() or any(other[0] == ORDINAL for other in others):
        number = "n" + (others[-1] if others else word).lstrip(ORDINAL)
        return SoughtWord(token=token, term=term, folded="=" + folded, number=number)
    return _sought_word(token, term, keys_of(term), ijekavian, foreign)


def _sought_word(token: str, term: str, own: Keys, ijekavian: bool, foreign: bool) -> SoughtWord:
    word = plain(term)
    folded = bare(word)
    capital = word != term
    stems = sought_keys(folded, capital)
    known = frozenset(key[1:] for key in own if key[0] in "lm")
    verbs, is_of_pair = _verb_forms(folded, known, own)
    kindred, known = (known, frozenset()) if is_of_pair else (frozenset(), known)
    names = name_forms(folded) if capital or not known else NONE
    return SoughtWord(
        token=token,
        term=term,
        folded="=" + folded,
        stems=frozenset(_with("s", stems)),
        is_known=not word.isascii() or any(key[0] == "l" for key in own),
        is_noun=bool(known) and folded not in known and not any(map(verb_forms, known)),
        own_lemmas=frozenset(("l" + folded, "m" + folded)),
        lemmas=frozenset(_as_lemmas((*known, *_adjectives_of_adverb(folded)))),
        kindred=frozenset(_as_lemmas(kindred)),
        verbs=frozenset(_with("=", verbs)),
        names=frozenset(_with("=", names)),
        possessives=frozenset(_with("=", possessives(stems))),
        spellings=frozenset(
            (
                *(_in_ekavian(stems, known, verbs, own) if ijekavian else ()),
                *(_in_foreign_spelling(word, stems) if foreign else ()),
            )
        ),
        related=frozenset(_related(folded, stems, own, capital)),
    )


def _verb_forms(folded: str, known: frozenset[str], own: Keys) -> tuple[frozenset[str], bool]:
    """Return the forms of the verb that a sought word is or belongs to, and whether its dictionary form is another
    verb: the dictionary takes one of a pair (objavljivati, objaviti) for a form of the other."""
    if any(key[0] == "n" for key in own):
        return NONE, False  # deveti
    lemmas_forms = [verb_forms(lemma) for lemma in known if lemma != folded]
    forms = verb_forms(folded)
    if forms and all(lemmas_forms) and lemmas_forms and folded.endswith(("ati", "iti", "eti", "sti")):
        return forms, True
    return forms.union(*lemmas_forms), False


def _with(kind: str, found: frozenset[str] | tuple[str, ...]) -> Iterator[str]:
    return (kind + key for key in found)


def _as_lemmas(found: Iterable[str]) -> Iterator[str]:
    return (kind + lemma for lemma in found for kind in "lm")


def _adjectives_of_adverb(folded: str) -> tuple[str, ...]:
    """The dictionary forms of the adjective that an adverb belongs to, under which its degrees stand (rano, ranije)."""
    if len(folded) < 4 or not folded.endswith("o"):
        return ()
    stem = folded[:-1]
    return (stem, stem + "i", f"{stem[:-1]}a{stem[-1]}")


def _related(folded: str, stems: frozenset[str], own: Keys, capital: bool) -> Iterator[str]:
    based = sought_bases(folded)
    yield from _with("s", based)
    yield from _with("b", stems | based | sought_adjectives(folded))
    yield from (key for key in own if key[0] == "n")
    if capital:
        yield from _with("B", stems)


def _in_ekavian(
    stems: frozenset[str], known: frozenset[str], verbs: frozenset[str], own: Keys
) -> Iterator[str]:
    """The keys of Ijekavian words, where an Ekavian one was typed, and the other way round."""
    yield from _with("j", stems)
    yield from _with("J", known)
    yield from _with("e", verbs)
    for key in own:
        if key[0] == "j":
            yield from (key, "s" + key[1:])
        elif key[0] == "J":
            yield from (key, "l" + key[1:])
            yield from _with("=", verb_forms(key[1:]))


def _in_foreign_spelling(word: str, stems: frozenset[str]) -> Iterator[str]:
    yield from _with("p", stems)
    for name in transcriptions(word):
        for key in stem_keys(name, True):
            yield from ("s" + key, "p" + key)
    if "d" in word:
        yield from _with("d", stems)
