"""A short title for an event, from the words in which a source tells it."""

import re
from collections.abc import Iterable

Place = tuple[int, int]

LONGEST = 70
_MARKS = " \t\n\u00a0,;:.!?…–—-„“”‟\"'«»‹›()[]"
_BLANK_MARKS = " ,;:.!?…–—-("
_LEADING = re.compile(
    r"\A(?:(?:a|i|ali|dana|dok|već|vec|je|su|se|no|pa|te|da|što|sto|zatim|istovremeno|potom|međutim|takođe|za to vreme"
    r"|а|и|али|дана|док|већ|је|су|се|но|па|те|да|што|затим|истовремено|потом|међутим|такође|за то време)\s+)+",
    re.IGNORECASE,
)
"""What joins a clause to the one before it, or is left at its beginning when the date is taken out."""
_JOINING = re.compile(r"\s(?:a|i|dok|pa|već|vec|ali|а|и|док|па|већ|али)\s+\Z", re.IGNORECASE)
_STOPS = re.compile(r"[,;:]|\s[–—-]\s")
_DANGLING = re.compile(
    r"\s+(?:a|i|u|na|o|od|do|s|sa|k|ka|iz|za|po|pod|pred|nad|uz|kod|oko|da|je|su|se|koji|koja|koje|kako|dok"
    r"|а|и|у|на|о|од|до|с|са|к|ка|из|за|по|под|пред|над|уз|код|око|да|је|су|се|који|која|које|како|док)$",
    re.IGNORECASE,
)
_LEAST = 12


def short_title(text: str, dates: Iterable[Place] = ()) -> str:
    """The words of a passage that go with its first date, without its dates, as a title of `LONGEST` letters at most.

    It begins with the clause of that date, and ends at a comma or a semicolon where enough stands before that; "" where
    no words are left.
    """
    places = sorted(dates)
    first = _beginning(text, places[0][0]) if places else 0
    return _title(text, first, places) or _title(text, 0, places)


def _beginning(text: str, date: int) -> int:
    """Where the clause of a date begins: behind a comma, or with the date where a conjunction leads to it."""
    joined = _JOINING.search(text, 0, date)
    return joined.end() if joined else max(text.rfind(mark, 0, date) for mark in ",;:") + 1


def _title(text: str, first: int, dates: Iterable[Place]) -> str:
    kept, last = [], first
    for start, end in dates:
        if start >= last:
            kept.append(text[last:start])
            last = end + text.startswith(".", end)
    kept.append(text[last:])
    words = " ".join(" ".join(kept).split()).lstrip(_MARKS)
    words = _LEADING.sub("", words, count=1)
    title = _shortened(words).rstrip(_BLANK_MARKS)
    return title[:1].upper() + title[1:]


def _shortened(words: str) -> str:
    stop = next((stop.start() for stop in _STOPS.finditer(words) if stop.start() >= _LEAST), len(words))
    words = re.sub(r"\s+([,;.])", r"\1", words[:stop])
    if len(words) > LONGEST:
        words = words[: LONGEST + 1].rpartition(" ")[0] or words[:LONGEST]
    while found := _DANGLING.search(words):
        words = words[: found.start()]
    return words
