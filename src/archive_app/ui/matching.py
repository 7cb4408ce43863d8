"""Filtering lists by what is typed, whichever script it is typed in."""

from archive_app.core.months import plain_copy

_PAIRS = (("dž", "ǆ"), ("lj", "ļ"), ("nj", "ń"), ("dj", "đ"))


def folded(text: str) -> str:
    """A copy for comparing: lower-case Latin without diacritics, one letter for each sound of Serbian."""
    lower = text.lower()
    for pair, letter in _PAIRS:
        lower = lower.replace(pair, letter)
    return plain_copy(lower)


def fits(words: str, copy: str) -> bool:
    """Whether a folded copy holds all the words that were typed."""
    return all(word in copy for word in folded(words).split())
