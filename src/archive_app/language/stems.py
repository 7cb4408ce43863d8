"""Light stems: the keys by which the forms of one Serbian word find each other.

Works on folded words. A word has one key for each way in which its ending can be read; two words are taken for
forms of one word when they share a key. Only case and number endings are removed, with the sound changes
that come with them: the fleeting a (Nemac, Nemca), k-c g-z h-s (vojnik, vojnici), o from l (misao, misli),
the lengthening of -ov- (tenk, tenkovi) and of -et- and -en- (dete, deteta; ime, imena).
(P. Ivić, I. Klajn and others, Srpski jezički priručnik; that a light stemmer serves search better than a deep one is
from N. Milošević, Stemmer for Serbian language, 2012, and the analysers of Lucene.)
"""

import re

from archive_app.language.tokens import CASE_ENDINGS

_VOWELS = frozenset("aeiou")
_SOUNDING = _VOWELS | {"r"}
_SHORTEST_STEM = 3

_ENDINGS = (
    (3, frozenset(("ama", "ima", "oga", "ega", "ome", "omu", "emu"))),
    (2, frozenset(("om", "em", "oj", "og", "eg", "ih", "im"))),
    (1, frozenset("aeiou")),
)
"""By their length, the longest first."""

_LONG_PLURALS = frozenset(("ovi", "evi", "ove", "eve", "ova", "eva"))
"""And -ovima, -evima."""
_LENGTHENED = re.compile(r"(.{2,}?(?:(?=et)|m(?=en)))e[tn](?:a|u|om)")
"""Neuters that grow by -et- or, after m, by -en- (dete, deteta; ime, imena)."""

_NOT_LENGTHENED = frozenset(("sav", "plan", "kom", "rak", "tap", "mon", "predm", "kam"))
"""Stems of other words that -et- and -en- would make out of savet, planeta, kometa, raketa, kamen and such."""

_BEFORE_I = {"c": "k", "z": "g", "s": "h"}

FUNCTION_WORDS = frozenset(
    "a ako al ali bez bi bih bio bila bili bilo bismo biste ce cemo cete ciji cija cije cim da do duz ga gde "
    "god i ih ili im iz ja je jer jesam jeste jesu ju k ka kad kada kako kao ko koga koja koje kojeg kojem "
    "koji kojih kojim kojima kojoj kojom koju kome kroz li me medju mene meni mi mnom moj moja moje mu na nad "
    "nam nama nas nego neka neki neko ni nije nikad nisam nisu njega njemu njen njih njim njima njoj njom nju "
    "no o od on ona one oni ono ova ovaj ove ovi ovo ovog ovoj ovom ovu po pored posle pre pred prema pri "
    "s sa sam samo sav se sebe sebi si smo ste sto su sva svaki sve svega svi svih svim svima svog svoj svoja svoje "
    "svojih svojim svojoj svojom svoju ta tada taj tako takodje te tebe tebi ti to tog toga toj tom tome tu tvoj "
    "u uz va vam vama vas vec vi vrlo za zbog zato".split()
)
"""Words without content, folded. They have no stems: their forms are those that the dictionary knows."""


def stem_keys(folded: str, capitalised: bool = False) -> frozenset[str]:
    """Return the keys of a folded word. `capitalised`: it was written with a capital, so it may be a name
    that is spelt like a function word (Moja, Vi)."""
    if "-" in folded:
        return _compound_keys(*folded.rsplit("-", 1))
    if folded in FUNCTION_WORDS and not capitalised:
        return frozenset()
    if not folded.isalpha():
        return frozenset((folded,))
    keys = _special_keys(folded)
    for stem, ending in _readings(folded):
        keys.append(stem)
        if ending in ("", "a"):
            keys += without_fleeting_a(stem)
        elif ending in ("i", "ima") and stem[-1] in _BEFORE_I:
            keys.append(stem[:-1] + _BEFORE_I[stem[-1]])
        if stem[-2:] == "oc" and len(stem) > 4 and stem[-3] in _VOWELS:
            keys.append(stem[:-2] + "lc")  # čitaoca, čitalac
    return frozenset(keys)


def _compound_keys(head: str, last: str) -> frozenset[str]:
    """A compound changes at its end (sovjetsko-jugoslovenske); a short one is the ending of an abbreviation."""
    if "-" not in head and len(head) > 1 and last in CASE_ENDINGS:
        return stem_keys(head, capitalised=True)
    return frozenset(f"{head}-{key}" for key in stem_keys(last, capitalised=True))


def _readings(word: str) -> tuple[tuple[str, str], ...]:
    """Return the (stem, ending) pairs that `word` can be read as: the longest ending, and where its letters may
    belong to the stem (problem, problemu, kolega) what is left of it."""
    for length, endings in _ENDINGS:
        ending = word[-length:]
        if ending in endings and _is_stem(word[:-length], ending):
            if length == 3:
                return ((word[:-3], ending), (word[:-1], ending[-1]))
            if length == 2:
                return ((word[:-2], ending), (word, ""))
            return ((word[:-1], ending),)
    return ((word, ""),)


def _is_stem(stem: str, ending: str) -> bool:
    if len(stem) >= _SHORTEST_STEM:
        return not _SOUNDING.isdisjoint(stem)
    return len(stem) == 2 and len(ending) == 1 and not _VOWELS.isdisjoint(stem)


def without_fleeting_a(stem: str) -> list[str]:
    """Return a stem as it is before a vowel: nemac → nemc; empty where no a can fall out."""
    last = 2 if stem[-2:] in ("lj", "nj") else 1
    if len(stem) < 4 or stem[-last - 1] != "a" or stem[-1] in _VOWELS or stem[-last - 2] in _VOWELS:
        return []
    shorter = stem[: -last - 1] + stem[-last:]
    return [] if _VOWELS.isdisjoint(shorter) else [shorter]


def _special_keys(word: str) -> list[str]:
    keys = _longer_keys(word) if len(word) > 5 else []
    last = word[-1]
    if last == "o" and len(word) > 2:
        keys += _with_l(word)
    length = 1 if last in "au" else 2 if word[-2:] in ("om", "em") else 0
    if not length:
        return keys
    if len(word) == 4 and length == 2 and word[0] in _VOWELS:
        keys.append(word[:2])  # Ub, Ubom
    if len(word) > length + 1 and word[-length - 1] in "aeou":
        keys.append(word[: -length - 1])  # foreign names in a vowel keep it: Malarme, Malarmea
    return keys


def _with_l(word: str) -> list[str]:
    """The stems in l of words in o: Soko, Sokola; deo, dela; misao, misli; and studio, studija."""
    if word[-2] not in "aei":
        return [word + "l"]
    shorter = word[:-1] + "l"
    studio = [word[:-1] + "j"] if word[-2] == "i" else []
    return [word + "l", shorter, *without_fleeting_a(shorter), *studio]


def _longer_keys(word: str) -> list[str]:
    keys: list[str] = []
    ending = word[-3:]
    if ending in _LONG_PLURALS:
        keys.append(word[:-3])
    elif ending == "ima" and word[-5:-3] in ("ov", "ev") and len(word) >= 5 + _SHORTEST_STEM:
        keys.append(word[:-5])
    elif ending == "scu":
        keys.append(word[:-2] + "t")  # radost, radošću
    if (word[-2] in "tn" or word[-3] in "tn") and (lengthened := _LENGTHENED.fullmatch(word)):
        keys += {lengthened[1]} - _NOT_LENGTHENED
    if word[-4:] == "anin":
        keys.append(word[:-2])  # Beograđanin, Beograđani
    return keys


def sought_keys(folded: str, capitalised: bool = False) -> frozenset[str]:
    """Return the keys to look for where a person typed `folded`: those of the word, and those that its other
    forms have where a consonant changes before the ending (Šabac, Šapca; težak, teška)."""
    keys = stem_keys(folded, capitalised)
    return keys | {_changed_before_last(key) for key in keys if _CHANGES.search(key)}


_CHANGES = re.compile("[bdzpts][ck]$")
_VOICE = str.maketrans("bdzpts", "ptsbdz")


def _changed_before_last(key: str) -> str:
    return key[:-2] + key[-2].translate(_VOICE) + key[-1]


_COMPARATIVE = re.compile("(?:naj)?(.{2,}[^aeiou][nv])ij(?:i|a|e|u|eg|ega|em|emu|im|ih|ima|oj|om)")


def comparative_keys(folded: str) -> frozenset[str]:
    """Return the stem of the adjective that an unknown word may be a comparative of (striktniji, striktan). Nouns in
    -ija look like it: ask only for words that no dictionary knows."""
    match = _COMPARATIVE.fullmatch(folded) if "ij" in folded else None
    return frozenset((match[1],)) if match else frozenset()


_NAME_IN_I = re.compile("(.{2,}i)(?:ja|ju|jem|je|jev.{0,3})")
_AFTER_I = ("ja", "ju", "jem", "je", "ji", "jima")


def name_forms(folded: str) -> frozenset[str]:
    """Return the other forms of a foreign name in -i, which takes its endings after a j (Gadafi, Gadafija); for one of
    those forms, the name and the others. A name in -ija of which this is not so finds only itself by them."""
    match = _NAME_IN_I.fullmatch(folded)
    name = match[1] if match else folded if folded.endswith("i") else ""
    if len(name) < 3:
        return frozenset()
    return frozenset((name, *(name + ending for ending in _AFTER_I))) - {folded}


def possessives(stems: frozenset[str]) -> frozenset[str]:
    """Return the forms of possessive adjectives that look like the long plural of a name (Titovi, Titova)."""
    return frozenset(
        stem + middle + ending
        for stem in stems
        for middle in ("ov", "ev")
        for ending in ("a", "e", "i", "o", "ima")
    )
