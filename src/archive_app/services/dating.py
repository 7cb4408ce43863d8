"""Date expressions in the texts of the archive."""

from threading import Lock

from archive_app.core.errors import NotFound
from archive_app.core.progress import SILENT, Progress
from archive_app.core.records import Source
from archive_app.core.translation import N_, _
from archive_app.language.dates import Confidence, DateMention, How, find_dates
from archive_app.services.archives import Archive
from archive_app.services.sources import read_source

__all__ = ["Confidence", "DateMention", "How", "dates_in", "explanation"]

_LONG = 20_000
"""From so many code points on a text is read where heavy work runs: it takes longer than a frame of the window."""

_KEPT = 64
_known: dict[tuple[str, int | None], tuple[DateMention, ...]] = {}
"""What was found in the texts that were asked for last, by the hash of their letters and the year of their source."""
_lock = Lock()

_WHY = {
    How.SHARED_YEAR: N_("year of “{words}”, which it is joined to"),
    How.EARLIER_YEAR: N_("year of “{words}” before it"),
    How.LATER_YEAR: N_("year of “{words}” after it"),
    How.SOURCE_YEAR: N_("year of the source"),
    How.NO_YEAR: N_("year unknown"),
    How.RELATIVE: N_("counted from “{words}”"),
}
_UNSURE = {Confidence.POSSIBLE: N_("{why}; not sure")}


def dates_in(archive: Archive, source_id: str, progress: Progress = SILENT) -> list[DateMention]:
    """The date expressions in a source's text, in the order of their place; positions are code points.

    Years that the text does not give are taken from the source's own date. Raises NotFound, Cancelled.
    """
    reading = read_source(archive, source_id)
    if reading is None:
        raise NotFound(_("This source has no text."))
    year = _year_of(reading.source)
    key = (reading.text.letters_sha256, year)
    with _lock:
        known = _known.pop(key, None)
    if known is None:
        known = _found(archive, reading.letters, year, progress)
    with _lock:
        _known[key] = known
        while len(_known) > _KEPT:
            del _known[next(iter(_known))]
    return list(known)


def _found(archive: Archive, letters: str, year: int | None, progress: Progress) -> tuple[DateMention, ...]:
    if len(letters) < _LONG:
        return _find(letters, year)
    return archive.work.run(_find, letters, year, progress=progress)


def _year_of(source: Source) -> int | None:
    """The year of a source, None where its date may be of several."""
    if not source.first_day or not source.last_day or source.first_day[:4] != source.last_day[:4]:
        return None
    return int(source.first_day[:4])


def _find(letters: str, year: int | None, progress: Progress = SILENT) -> tuple[DateMention, ...]:
    progress.step(0, 0)
    return tuple(find_dates(letters, year))


def explanation(mention: DateMention, words: str | None) -> str:
    """What the meaning of a mention rests on, for a person: "year of “maja 1943” before it"; "" for its own words.

    `words` are those of the mention at its `origin`.
    """
    if mention.how is How.WRITTEN:
        return ""
    why = _(_WHY[mention.how]).format(words=words or "")
    return _(_UNSURE[mention.confidence]).format(why=why) if mention.confidence in _UNSURE else why
