"""Date expressions in the texts of the archive."""

from archive_app.core.errors import NotFound
from archive_app.core.progress import SILENT, Progress
from archive_app.core.translation import N_, _
from archive_app.language.dates import Confidence, DateMention, How
from archive_app.services.archives import Archive
from archive_app.services.mentions import mentions_of
from archive_app.services.sources import read_source

__all__ = ["Confidence", "DateMention", "How", "dates_in", "explanation"]

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

    Years that the text does not give are taken from the source's own date. What `mentions` has found is not found
    again. Raises NotFound, Cancelled.
    """
    reading = read_source(archive, source_id)
    if reading is None:
        raise NotFound(_("This source has no text."))
    return mentions_of(archive, reading, progress)


def explanation(mention: DateMention, words: str | None) -> str:
    """What the meaning of a mention rests on, for a person: "year of “maja 1943” before it"; "" for its own words.

    `words` are those of the mention at its `origin`.
    """
    if mention.how is How.WRITTEN:
        return ""
    why = _(_WHY[mention.how]).format(words=words or "")
    return _(_UNSURE[mention.confidence]).format(why=why) if mention.confidence in _UNSURE else why
