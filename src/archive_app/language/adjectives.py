"""Adjectives and the nouns that they are made of.

Works on folded words, by the endings that make them: -ski, -čki, -anski of places and peoples, -ov, -ev, -in of
persons (I. Klajn, Tvorba reči u savremenom srpskom jeziku II, 2003). A word is not known
to be made in this way: its base is what it would be made of, and finds only words that there are.
"""

import re
from collections.abc import Iterator

from archive_app.language.stems import stem_keys, without_fleeting_a

_ENDING = "(?:i|a|o|e|u|og|oga|om|ome|oj|ih|im|ima)"
_SOFT = re.compile(rf"(.{{2,}}[csz])k{_ENDING}")  # Čukarica, čukarički; Vis, viški
_RELATIONAL = (
    re.compile(rf"(.{{3,}}|[aeiou][^aeiou])sk{_ENDING}"),  # Beograd, beogradski; Ub, ubski
    _SOFT,
    re.compile(rf"(.{{3,}})ack{_ENDING}"),  # Pančevo, pančevački
    re.compile(rf"(.{{3,}})(?:ov|ev)sk{_ENDING}"),  # Hitler, hitlerovski
    re.compile(rf"(.{{4,}})ansk{_ENDING}"),  # Pešta, peštanski
)
_POSSESSIVE = (
    re.compile(rf"(.{{3,}}?)(?:lj)?(?:ov|ev){_ENDING}?"),  # Tito, Titov; Ždanov, Ždanovljev
    re.compile(rf"(.{{4,}})in{_ENDING}?"),  # Nikola, Nikolin
)
_NONE: frozenset[str] = frozenset()
_OF_NAMES = _RELATIONAL + _POSSESSIVE
_OF_WORDS = (*_RELATIONAL, _POSSESSIVE[0])
"""Words in -in that are not written with a capital are mostly nouns (gradina)."""
_SHORT_POSSESSIVE = re.compile(rf"(.{{3}})in{_ENDING}?")  # Luka, Lukin
_DERIVED = re.compile(rf"(?:[csz]k|ov|ev|in){_ENDING}?$")
_LONGEST_END = 6
_SOFTENED = {"s": "zgh", "c": "k"}
_SHORTEST_SOUGHT_BASE = 4


def bases(folded: str, capital: bool = False) -> frozenset[str]:
    """Return the stems of the nouns that `folded` may be made of. `capital`: it was written with a capital, so
    that it may be the possessive of a name.

    Inhabitants are not led to their place: who seeks a town does not mean its people (Beograd, Beograđani).
    """
    return _bases(folded, _OF_NAMES if capital else _OF_WORDS)


def bases_of_name(folded: str) -> frozenset[str]:
    """Return the stems of the names, of three letters, that `folded` may be the possessive of. Common words of
    that length would meet too many other words."""
    match = _SHORT_POSSESSIVE.fullmatch(folded) if "in" in folded else None
    return frozenset((match[1],)) if match else _NONE


def sought_bases(folded: str) -> frozenset[str]:
    """Return the stems of the nouns that `folded` was made of, where a person typed an adjective.

    A relational adjective leads to its noun; a possessive does not, as too many names of places and people
    look like one (Smederevo, Ždanov).
    """
    return frozenset(base for base in _bases(folded, _RELATIONAL) if len(base) >= _SHORTEST_SOUGHT_BASE)


def sought_adjectives(folded: str) -> frozenset[str]:
    """Return the bases by which adjectives made of `folded` are found, beside its stems: nouns in -ija, -lje and
    -ka make them without it (Albanija, albanski; Skoplje, skopski; Grocka, gročanski)."""
    return frozenset(base for key in stem_keys(folded) if len(key) > 4 for base in _shortened(key))


def _shortened(key: str) -> Iterator[str]:
    if key.endswith(("ij", "plj", "blj", "mlj", "vlj")):
        yield key[:-2]
    elif key.endswith(("ck", "sk")):
        yield key[:-1]


def _bases(folded: str, adjectives: tuple[re.Pattern[str], ...]) -> frozenset[str]:
    if not _DERIVED.search(folded, len(folded) - _LONGEST_END):
        return _NONE
    found: list[str] = []
    for adjective in adjectives:
        if match := adjective.fullmatch(folded):
            base = match[1]
            found += (base, *without_fleeting_a(base))
            if base[-1] in _SOFTENED and base[-2] in "aeiou" and adjective is _SOFT:
                found += [
                    base[:-1] + letter for letter in _SOFTENED[base[-1]]
                ]  # Pariz, pariski; Prag, praški
    return frozenset(found)
