"""How well a few typed letters fit a name: words and their beginnings first, then letters in their order.

Both are given as the library's filter compares them (`library_rows.plain`), so either script finds either.
"""

_BEGINNING, _WORDS, _INSIDE, _ANYWHERE, _LETTERS = 0.0, 1.0, 2.0, 3.0, 4.0
_BREAKS = " -–—/\n(“\"'"


def fit(typed: str, name: str) -> float | None:
    """How far `typed` is from `name`: 0 at its beginning, less than 4 where all words stand in it; None: not at all."""
    found = word_fit(typed, name)
    if found is not None:
        return found
    jumps = _jumps("".join(typed.split()), name)
    return None if jumps is None else _LETTERS + jumps


def word_fit(typed: str, name: str) -> float | None:
    """Like `fit`, for names so long that nearly all letters stand in them in any order: whole words only."""
    words = typed.split()
    if not all(word in name for word in words):
        return None
    if name.startswith(typed):
        return _BEGINNING
    if _begin_words(words, name):
        return _WORDS
    return _INSIDE if typed in name else _ANYWHERE


def _begin_words(words: list[str], name: str) -> bool:
    """Whether each typed word is the beginning of a word, in their order."""
    place = 0
    for word in words:
        place = name.find(word, place)
        while place > 0 and name[place - 1] not in _BREAKS:
            place = name.find(word, place + 1)
        if place < 0:
            return False
        place += len(word)
    return True


def _jumps(letters: str, name: str) -> float | None:
    """How scattered the letters stand in the name in their order, beginning with a word; None where they do not."""
    found = [
        jumps
        for start, letter in enumerate(name)
        if letter == letters[:1] and (start == 0 or name[start - 1] in _BREAKS)
        if (jumps := _jumps_from(start, letters, name)) is not None
    ]
    return min(found) if found else None


def _jumps_from(start: int, letters: str, name: str) -> float | None:
    place, jumps = start, 0.0
    for letter in letters[1:]:
        following = place + 1
        if following < len(name) and name[following] == letter:
            place = following
            continue
        begun = _word_with(letter, name, following)
        other = name.find(letter, following)
        if other < 0:
            return None
        place, jumps = (begun, jumps + 0.1) if begun >= 0 else (other, jumps + 1.0)
    return jumps


def _word_with(letter: str, name: str, start: int) -> int:
    """Where the next word that begins with this letter does, -1 where there is none."""
    place = name.find(letter, start)
    while place > 0 and name[place - 1] not in _BREAKS:
        place = name.find(letter, place + 1)
    return place
