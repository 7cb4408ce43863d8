"""Date expressions in the texts of the archive."""

from archive_app.core.errors import NotFound
from archive_app.core.translation import _
from archive_app.language.dates import DateMention, find_dates
from archive_app.services.archives import Archive
from archive_app.services.sources import read_source


def dates_in(archive: Archive, source_id: str) -> list[DateMention]:
    """The date expressions in a source's text, in the order of their place; positions are code points.

    Years that the text does not give are taken from the source's own date. Raises NotFound.
    """
    reading = read_source(archive, source_id)
    if reading is None:
        raise NotFound(_("This source has no text."))
    first = reading.source.first_day
    return find_dates(reading.letters, default_year=int(first[:4]) if first else None)
