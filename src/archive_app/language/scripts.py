"""Which script a text is written in, and one word in the script of another."""

import re

from archive_app.core.records import Script

_LATIN = re.compile(r"[A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff]+")
_CYRILLIC = re.compile(r"[\u0400-\u0481\u048a-\u052f\u1c80-\u1c88\u2de0-\u2dff\ua640-\ua69d]+")


def script_of(text: str) -> Script:
    """Return the script of most letters of `text`; UNKNOWN where it has none or as many of each."""
    if _LATIN.search(text) is None:
        return Script.CYRILLIC if _CYRILLIC.search(text) else Script.UNKNOWN
    if _CYRILLIC.search(text) is None:
        return Script.LATIN
    latin = sum(map(len, _LATIN.findall(text)))
    cyrillic = sum(map(len, _CYRILLIC.findall(text)))
    if latin == cyrillic:
        return Script.UNKNOWN
    return Script.LATIN if latin > cyrillic else Script.CYRILLIC


def in_script_of(word: str, model: str) -> str:
    """Return `word`, which is in small Serbian Latin letters, in the script and with the capitals of `model`.

    A word with letters that Serbian Cyrillic does not have stays Latin.
    """
    if script_of(model) is Script.CYRILLIC:
        # Its rules take a while to compile, and this is wanted only where a correction is suggested.
        from archive_app.language.transliteration import word_in_cyrillic

        written = word_in_cyrillic(word)
        word = word if _LATIN.search(written) else written
    if len(model) > 1 and model.isupper():
        return word.upper()
    return word[:1].upper() + word[1:] if model[:1].isupper() else word
