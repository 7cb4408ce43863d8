"""Light stems: the keys by which the forms of one Serbian word find each other.

Works on folded words. A word has one key for each way in which its ending can be read; two words are taken for
forms of one word when they share a key. Only case and number endings are removed, with the sound changes
that come with them: the fleeting a (Nemac, Nemca), k-c g-z h-s (vojnik, vojnici), o from l (misao, misli),
the lengthening of -ov- (tenk, tenkovi) and of -et- and -en- (dete, deteta; ime, imena).
(P. Ivić, I. Klajn and others, Srpski jezički priručnik; N. Milošević, Stemmer for Serbian language, 2012.)

Every key k of a word w keeps w.startswith(key_start(k)), so that a sorted list of words gives all words that can
have a key as one range.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

_VOWELS = frozenset("aeiou")
_SHORTEST_STEM = 3

_ENDINGS = tuple(
    sorted("ama ima om em oj og eg ih im oga ega ome omu emu a e i o u".split(), key=lambda e: (-len(e), e))
)
_LONG_PLURALS = ("ovima", "evima", "ovi", "evi", "ove", "eve", "ova", "eva")
_LENGTHENED = re.compile(r"(.{2,}?(?:(?=et)|m(?=en)))e[tn](?:a|u|om)")
"""Neuters that grow by -et- or, after m, by -en- (dete, deteta; ime, imena)."""

_NOT_LENGTHENED = frozenset(("sav", "plan", "kom", "rak", "tap", "mon", "predm", "kam"))
"""Stems of other words that -et- and -en- would make out of savet, planeta, kometa, raketa, kamen and such."""

_FOREIGN = re.compile(r"(.+)[aeou](?:a|u|om|em)")
"""Foreign names in a vowel that keep it (Sejdiu, Sejdiua)."""

_BEFORE_I = {"c": "k", "z": "g", "s": "h"}

FUNCTION_WORDS = frozenset(
    "a ako al ali bez bi bih bio bila bili bilo bismo biste ce cemo cete ciji cija cije cim da do duz ga gde "
    "god i ih ili im iz ja jer jesam jeste jesu ju k ka kad kada kako kao ko koga koja koje kojeg kojem "
    "koji kojih kojim kojima kojoj kojom koju kome kroz li me medju mene meni mi mnom moj moja moje mu na nad "
    "nam nama nas nego neka neki neko ni nije nikad nisam nisu njega njemu njen njih njim njima njoj njom nju "
    "no o od on ona one oni ono ova ovaj ove ovi ovo ovog ovoj ovom ovu po pored posle pre pred prema pri "
    "s sa sam samo sav se sebe sebi si smo ste sto su sva svaki sve svega svi svih svim svima svog svoj svoja svoje "
    "svojih svojim svojoj svojom svoju ta tada taj tako takodje te tebe tebi ti to tog toga toj tom tome tu tvoj "
    "u uz va vam vama vas vec vi vrlo za zbog zato".split()
)
"""Words without content, folded. They find only themselves, so they have no keys."""


def key_start(key: str) -> str:
    """Return how every word begins that can have this key: all of the key but its last consonant or vowel."""
    return key[:-2] if key.endswith(("lj", "nj")) else key[:-1]


@lru_cache(maxsize=1 << 16)
def stem_keys(folded: str, capitalised: bool = False) -> frozenset[str]:
    """Return the keys of a folded word. `capitalised`: it was written with a capital, so it may be a name
    that is spelt like a function word (Moja, Vi)."""
    head, hyphen, ending = folded.rpartition("-")
    if hyphen and "-" not in head and len(head) > 1 and len(ending) < _SHORTEST_STEM + 1:
        folded = head
    if folded in FUNCTION_WORDS and not capitalised:
        return frozenset()
    if not folded.isalpha():
        return frozenset((folded,))
    keys: set[str] = set()
    for stem, ending in _readings(folded):
        keys.add(stem)
        if ending in ("", "a"):
            keys |= _without_fleeting_a(stem)
        if ending in ("i", "ima") and stem[-1] in _BEFORE_I:
            keys.add(stem[:-1] + _BEFORE_I[stem[-1]])
    return frozenset(keys | _special_keys(folded))


def _readings(word: str) -> Iterator[tuple[str, str]]:
    """Yield the (stem, ending) pairs that `word` can be read as: the longest ending, and where its letters may
    belong to the stem (problem, problemu, kolega) what is left of it."""
    longest = next((e for e in _ENDINGS if word.endswith(e) and _is_stem(word[: -len(e)], e)), "")
    yield word[: len(word) - len(longest)], longest
    if len(longest) == 3:
        yield word[:-1], longest[-1]
    elif longest and longest[-1] not in _VOWELS:
        yield word, ""


def _is_stem(stem: str, ending: str) -> bool:
    if len(stem) >= _SHORTEST_STEM:
        return any(letter in _VOWELS or letter == "r" for letter in stem)
    return len(stem) == 2 and len(ending) == 1 and any(letter in _VOWELS for letter in stem)


def _without_fleeting_a(stem: str) -> set[str]:
    """nemac → nemc; empty where no a can fall out."""
    last = 2 if stem.endswith(("lj", "nj")) else 1
    if len(stem) < 4 or stem[-last - 1] != "a" or stem[-1] in _VOWELS or stem[-last - 2] in _VOWELS:
        return set()
    shorter = stem[: -last - 1] + stem[-last:]
    return {shorter} if any(letter in _VOWELS for letter in shorter) else set()


def _special_keys(word: str) -> set[str]:
    keys: set[str] = set()
    plural = next((p for p in _LONG_PLURALS if word.endswith(p)), "")
    if plural and len(word) - len(plural) >= _SHORTEST_STEM:
        keys.add(word[: -len(plural)])
    if word.endswith("o") and len(word) > 2:
        keys.add(word + "l")  # Soko, Sokola
        if word[-2] in "aei":
            keys |= {word[:-1] + "l"} | _without_fleeting_a(word[:-1] + "l")  # deo, dela; misao, misli
    if word.endswith("scu"):
        keys.add(word[:-2] + "t")  # radost, radošću
    if len(word) == 4 and word[0] in _VOWELS and word.endswith(("om", "em")):
        keys.add(word[:2])  # Ub, Ubom
    if len(word) > 5:
        if (lengthened := _LENGTHENED.fullmatch(word)) and lengthened[1] not in _NOT_LENGTHENED:
            keys.add(lengthened[1])
        if word.endswith("anin"):
            keys.add(word[:-2])  # Beograđanin, Beograđani
    if foreign := _FOREIGN.fullmatch(word):
        keys.add(foreign[1])
    return keys


_ADJECTIVE_ENDING = "(?:i|a|o|e|u|og|oga|om|ome|oj|ih|im|ima)"
_RELATIONAL = (
    re.compile(rf"(.{{3,}})sk{_ADJECTIVE_ENDING}"),  # Beograd, beogradski
    re.compile(rf"(.{{2,}}[csz])k{_ADJECTIVE_ENDING}"),  # Čukarica, čukarički; Vis, viški
    re.compile(rf"(.{{3,}})ack{_ADJECTIVE_ENDING}"),  # Pančevo, pančevački
    re.compile(rf"(.{{3,}})(?:ov|ev)sk{_ADJECTIVE_ENDING}"),  # Hitler, hitlerovski
)
_POSSESSIVE = (
    re.compile(rf"(.{{3,}}?)(?:lj)?(?:ov|ev){_ADJECTIVE_ENDING}?"),  # Tito, Titov; Ždanov, Ždanovljev
    re.compile(rf"(.{{4,}})in{_ADJECTIVE_ENDING}?"),  # Nikola, Nikolin
)
_SHORTEST_SOUGHT_BASE = 4


@lru_cache(maxsize=1 << 16)
def related_keys(folded: str) -> frozenset[str]:
    """Return the keys of the words that `folded` may be an adjective of; their starts
    are starts of `folded` too."""
    return _bases(folded, _RELATIONAL + _POSSESSIVE)


def _bases(folded: str, adjectives: tuple[re.Pattern[str], ...]) -> frozenset[str]:
    keys: set[str] = set()
    for adjective in adjectives:
        if match := adjective.fullmatch(folded):
            keys |= {match[1]} | _without_fleeting_a(match[1])
    return frozenset(keys)


def sought_keys(folded: str, capitalised: bool = False) -> frozenset[str]:
    """Return the keys to look for where a person typed `folded`: those of the word, and those that its other
    forms have where a consonant changes before the ending (Šabac, Šapca; težak, teška)."""
    keys = stem_keys(folded, capitalised)
    return keys | {_changed_before_last(key) for key in keys if _CHANGES.search(key)}


def sought_bases(folded: str) -> frozenset[str]:
    """Return the keys of the nouns that `folded` was made from, where a person typed an adjective.

    A relational adjective leads to its noun; a possessive does not, as too many names of places and people
    look like one (Smederevo, Ždanov).
    """
    return frozenset(base for base in _bases(folded, _RELATIONAL) if len(base) >= _SHORTEST_SOUGHT_BASE)


def sought_adjectives(folded: str) -> frozenset[str]:
    """Return the keys by which adjectives made from `folded` are found, beside those of the word itself: nouns
    in -ija make them without it (Albanija, albanski)."""
    return frozenset(key[:-2] for key in stem_keys(folded) if key.endswith("ij") and len(key) > 4)


_CHANGES = re.compile("[bdzpts][ck]$")
_VOICE = str.maketrans("bdzpts", "ptsbdz")


def _changed_before_last(key: str) -> str:
    return key[:-2] + key[-2].translate(_VOICE) + key[-1]
