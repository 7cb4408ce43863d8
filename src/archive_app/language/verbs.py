"""The forms of a verb, from its infinitive: what its class makes of it.

Classes by the ends of infinitive and present stem, as in Serbian school grammars (I. Klajn, Gramatika srpskog jezika,
2005; Ž. Stanojčić and Lj. Popović, Gramatika srpskoga jezika, 1992). Everything is folded. Where one infinitive
can have several present stems, all are given: a form that does not exist finds nothing. Verbs whose stems
differ in other ways (brati, berem) are left to the dictionary.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

_ADJECTIVE = ("", "a", "o", "e", "i", "u", "og", "oga", "om", "oj", "im", "ih", "ima")
_PRESENT = {
    "i": ("im", "is", "i", "imo", "ite", "e", "eci"),
    "a": ("am", "as", "a", "amo", "ate", "aju", "ajuci", "ajmo", "ajte"),
    "e": ("em", "es", "e", "emo", "ete", "u", "uci", "i", "imo", "ite"),
    "je": ("jem", "jes", "je", "jemo", "jete", "ju", "juci", "jmo", "jte"),
}
_PARTICIPLE = ("o", "la", "lo", "li", "le")
_HARD_PARTICIPLE = ("ao", "la", "lo", "li", "le", "avsi")
_PAST = (*_PARTICIPLE, "h", "smo", "ste", "se", "vsi", "v", "cu", "ces", "ce", "cemo", "cete")
_IMPERFECT = ("ah", "ase", "asmo", "aste", "ahu")
_IOTATED = {"t": "c", "d": "dj", "n": "nj", "l": "lj", "p": "plj", "b": "blj", "v": "vlj", "m": "mlj"}
_BEFORE_ICI = frozenset("do na po pro pre iza za u si obi oti mimoi razi nai prona sna sa nado".split())
"""The prefixes of verbs made of ići."""
_PALATALISED = {"k": "c", "g": "z", "h": "s"}


@lru_cache(maxsize=1 << 10)
def verb_forms(infinitive: str) -> frozenset[str]:
    """Return the forms of a folded infinitive, without it; empty for what does not end as one."""
    if len(infinitive) < 5:
        return frozenset()
    stem, ending = infinitive[:-3], infinitive[-3:]
    if ending in ("ati", "iti", "eti", "uti"):
        return frozenset(_forms(stem, ending[0])) - {infinitive}
    if ending == "sti":
        return frozenset(_forms_in_sti(stem))
    if ending in ("aci", "eci", "ici", "oci", "uci"):
        return frozenset(_forms_in_ci(infinitive[:-2]))
    return frozenset()


_NEW = re.compile("ir|uj|is|[oi]va")
_REGULAR = (
    (re.compile(r"(.{2,}ir)a(?:m|s|mo|te|ju|juci)?"), ("ati",)),
    (re.compile(r"(.{2,})uj(?:e|em|es|emo|ete|u|uci|te|mo)"), ("ovati", "ivati")),
    (re.compile(r"(.{2,}is)e(?:m|s|mo|te)?"), ("ati",)),
    (
        re.compile(r"(.{2,}(?:ova|ira|isa|iva))(?:ti|o|la|lo|li|le|h|smo|ste|se|vsi|cu|ces|ce|cemo|cete)"),
        ("ti",),
    ),
    (re.compile(rf"(.{{2,}}(?:ova|ira|isa|iva))n(?:{'|'.join(_ADJECTIVE)})"), ("ti",)),
)


def guessed_infinitives(folded: str) -> tuple[str, ...]:
    """Return the infinitives that an unknown word may be a form of, by the endings that make new verbs: -irati, -ovati,
    -ivati, -isati."""
    if not _NEW.search(folded):
        return ()
    for pattern, endings in _REGULAR:
        if match := pattern.fullmatch(folded):
            return tuple(match[1] + ending for ending in endings)
    return ()


def _forms(stem: str, vowel: str) -> Iterator[str]:
    past = stem + vowel
    yield from _all(past, (*_PAST, "t"))
    if vowel == "i":
        yield from _all(stem, _PRESENT["i"])
        soft = _iotated(stem)
        yield from _all(soft, _IMPERFECT)
        yield from _all(soft + "en", _ADJECTIVE)
        if stem[-1] in "bplvrsn":
            yield from _all(past, _PRESENT["je"])
    elif vowel == "e":
        yield from _all(stem, _PRESENT["i"])
        yield from _all(past, _PRESENT["je"])
        yield from _all(_iotated(stem) + "en", _ADJECTIVE)
    elif vowel == "u":
        yield from _all(stem, _PRESENT["e"])
        yield from _all(past + "t", _ADJECTIVE)
    else:
        yield from _forms_in_a(stem)


def _forms_in_a(stem: str) -> Iterator[str]:
    yield from _all(stem + "an", _ADJECTIVE)
    yield from _all(stem, _IMPERFECT)
    if len(stem) > 3 and stem.endswith(("ov", "ev", "iv")):
        yield from _all(stem[:-2] + "u", _PRESENT["je"])
        if not stem.endswith("iv"):
            return
    yield from _all(stem, _PRESENT["a"])
    if stem.endswith(("av", "j")):
        yield from _all(stem[:-1], _PRESENT["je"])
    elif stem[-1] in "tdkghszpb":
        yield from _all(_iotated(stem), _PRESENT["e"])


def _forms_in_sti(stem: str) -> Iterator[str]:
    """navesti, plesti, napasti, gristi, tresti, rasti"""
    yield from _all(stem, (*_PARTICIPLE, "vsi", "scu", "sce", "scemo"))
    for consonant in ("d", "t", "z", "s", "st"):
        yield from _all(stem + consonant, (*_PRESENT["e"], "oh", "ose"))
        yield from _all(stem + consonant + "en", _ADJECTIVE)
        if consonant not in "dt":
            yield from _all(stem + consonant, _HARD_PARTICIPLE)
    yield from _all(stem + "dn", _PRESENT["e"])


def _forms_in_ci(stem: str) -> Iterator[str]:
    """pomoći, istaći, peći; doći, naći"""
    yield from _all(stem, ("cicu", "cice", "cicemo"))
    for consonant, soft in (("k", "c"), ("g", "z")):
        yield from _all(stem + consonant, (*_HARD_PARTICIPLE, "u", "uci", "oh", "ose"))
        yield from _all(stem + consonant + "n", _PRESENT["e"])
        yield from _all(stem + consonant + "nut", _ADJECTIVE)
        yield from _all(stem + soft, _PRESENT["e"])
        yield from _all(stem + soft + "en", _ADJECTIVE)
    if stem in _BEFORE_ICI:
        yield from _all(stem + "s", _HARD_PARTICIPLE)
        yield from _all(stem + "dj", (*_PRESENT["e"], "oh", "ose"))
        yield from _all(stem + "djen", _ADJECTIVE)


def _all(stem: str, endings: tuple[str, ...]) -> Iterator[str]:
    return (stem + ending for ending in endings)


def _iotated(stem: str) -> str:
    if stem.endswith("st"):
        return stem[:-2] + "sc"
    last = stem[-1:]
    return stem[:-1] + (_IOTATED.get(last) or _PALATALISED.get(last) or last)
