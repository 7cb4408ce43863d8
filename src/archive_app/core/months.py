"""Month names as people write them, and the plain copy of a text in which they are looked for."""

import re

_CYRILLIC = "абвгдђежзијклљмнњопрстћуфхцчџшійыэѣяює"
_LATIN = "abvgdđezzijklļmnńoprstcufhccǆsijieeaue"
_MARKED = str.maketrans("čćšžǉǌâêîôûàèìòù", "ccszļńaeiouaeiou")


def _letters() -> dict[int, int]:
    """One letter for one letter, so that places stay; љ and њ (and the digraph code points) become ļ and ń."""
    table = {ord(c): ord(latin) for c, latin in zip(_CYRILLIC, _LATIN, strict=True)}
    table.update({code: value for code, value in _MARKED.items() if isinstance(value, int)})
    for lower, plain in list(table.items()):
        upper = chr(lower).upper()
        if len(upper) == 1:
            table[ord(upper)] = plain
    table.update({ord(c): ord(c.lower()) for c in "ABCDEFGHIJKLMNOPQRSTUVWXYZĐ"})
    table.update({ord(c): ord(plain) for c, plain in (("ǋ", "ń"), ("ǈ", "ļ"), ("ð", "đ"), ("Ð", "đ"))})
    table.update({ord(c): ord("-") for c in "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"})
    table.update(
        {ord(c): ord(" ") for c in "\u00a0\t\r\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f"}
    )
    table.update({ord(c): ord('"') for c in "„“”»«\u201f"})
    return table


_PLAIN = _letters()


def plain_copy(text: str) -> str:
    """Return `text` in lower-case Latin without diacritics (but đ), dashes as "-", spaces as " ".

    The copy has exactly as many code points as `text`, so that what is found in it stands at the same place.
    """
    return text.translate(_PLAIN)


_STEMS: dict[str, int] = {
    # Serbian, with the older names of church and state papers
    r"januar(?:ij?)?": 1, r"fe[bv]ruar(?:ij?)?": 2, r"mart": 3, r"april(?:ij?)?": 4, r"ma[ij]": 5,
    r"[ij]uni?j?": 6, r"[ij]uli?j?": 7, r"a[vu]gust": 8,
    r"septemba?r|septemvri?j?": 9, r"okto[bm]a?r|oktomvri?j?": 10,
    r"no[vj]?emba?r|noemvri?j?|novemvri?j?": 11, r"de[ck]emba?r|dekemvri?j?": 12,
}  # fmt: skip
_ENDINGS = r"(?:a|u|om|em)?"
_CROATIAN: dict[str, int] = {
    r"sijec(?:a(?:nj|ń)|(?:nj|ń)(?:a|u|em))": 1, r"ve(?:lj|ļ)ac[aeiu]": 2, r"ozuj(?:ak|k(?:a|u|om))": 3,
    r"trav(?:a(?:nj|ń)|(?:nj|ń)(?:a|u|em))": 4, r"svib(?:a(?:nj|ń)|(?:nj|ń)(?:a|u|em))": 5,
    r"lip(?:a(?:nj|ń)|(?:nj|ń)(?:a|u|em))": 6, r"srp(?:a(?:nj|ń)|(?:nj|ń)(?:a|u|em))": 7,
    r"kolovoz(?:a|u|om)?": 8, r"ruj(?:an|n(?:a|u|om))": 9, r"listopad(?:a|u|om)?": 10,
    r"studen(?:i|og|oga|om)": 11, r"prosin(?:ac|c(?:a|u|em))": 12,
}  # fmt: skip
_ABBREVIATED: dict[str, int] = {
    "jan": 1, "feb": 2, "febr": 2, "mar": 3, "apr": 4, "avg": 8, "aug": 8, "sep": 9, "sept": 9,
    "okt": 10, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_ENGLISH = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip

SEASONS: dict[str, int] = {
    "spring": 21, "summer": 22, "autumn": 23, "winter": 24,
    "prolece": 21, "proļece": 21, "proljece": 21, "leto": 22, "ļeto": 22, "ljeto": 22, "jesen": 23, "zima": 24,
    "zimu": 24,
}  # fmt: skip
"""EDTF's numbers of the seasons, by their names in a plain copy."""

SERBIAN_MONTH = "(?:" + "|".join(f"(?:{stem}){_ENDINGS}" for stem in _STEMS) + r")\b"
"""Matches a Serbian month name in any case form, in a plain copy."""

MONTH = rf"(?:{SERBIAN_MONTH}|(?:{'|'.join(_CROATIAN)})\b|(?:{'|'.join(_ABBREVIATED)})\.)"
"""Matches any month name of a Serbian text: also the Croatian names and abbreviations, in a plain copy."""

_VALUES = [
    (re.compile(rf"(?:{stem}){endings}"), month)
    for table, endings in ((_STEMS, _ENDINGS), (_CROATIAN, ""), (_ABBREVIATED, r"\.?"))
    for stem, month in table.items()
]


def month_number(name: str) -> int | None:
    """Return 1 to 12 for a month name of a plain copy (Serbian, Croatian, abbreviated, English), else None."""
    if name in _ENGLISH:
        return _ENGLISH.index(name) + 1
    return next((month for pattern, month in _VALUES if pattern.fullmatch(name)), None)
