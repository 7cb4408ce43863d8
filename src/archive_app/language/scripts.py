"""Which script a text is written in."""

import re

from archive_app.core.records import Script

_LATIN = re.compile(r"[A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff]+")
_CYRILLIC = re.compile(r"[\u0400-\u0481\u048a-\u052f\u1c80-\u1c88\u2de0-\u2dff\ua640-\ua69d]+")


def script_of(text: str) -> Script:
    """Return the script of most letters of `text`; UNKNOWN where it has none or as many of each."""
    latin = sum(map(len, _LATIN.findall(text)))
    cyrillic = sum(map(len, _CYRILLIC.findall(text)))
    if latin == cyrillic:
        return Script.UNKNOWN
    return Script.LATIN if latin > cyrillic else Script.CYRILLIC
