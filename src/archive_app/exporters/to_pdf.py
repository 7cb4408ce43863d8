"""A Dossier as an archival PDF: PDF/A-2a and PDF/UA-1 in one file, set by typst from one fixed template."""

import tempfile
from pathlib import Path

from archive_app.core.dossier import Dossier
from archive_app.core.errors import UserError
from archive_app.core.progress import SILENT, Progress
from archive_app.core.translation import _
from archive_app.exporters import ExportReport, report_on
from archive_app.exporters.cleaning import CYRILLIC, LATIN, Cleaner
from archive_app.exporters.languages import with_language_names
from archive_app.exporters.part_data import Data
from archive_app.exporters.photos import PhotoFolder
from archive_app.exporters.report_data import report_data
from archive_app.exporters.saving import check_target, save
from archive_app.exporters.typesetting import set_pages

REPORT = ("report.typ", "parts.typ", "chapters.typ")
"""The templates of a report; the first one is what is set, and takes the others in."""

MOST_IN_ONE = 1500
"""Events and claims of one PDF, which then has some 900 pages; each takes one to two megabytes of memory."""


def write_pdf(dossier: Dossier, target: Path, progress: Progress = SILENT) -> ExportReport:
    """Print `dossier` to `target`; an existing file there is replaced only by the finished one.

    The same dossier gives the same bytes. Raises UserError where the dossier holds no excerpt or too many events, where
    `target` cannot be written or where the typesetter fails, and Cancelled; then `target` is as it was.
    """
    if not dossier.excerpts and not dossier.chapters:
        raise UserError(
            _("There is nothing to print: no excerpt was chosen. Choose another event, tag or source.")
        )
    _refuse_too_much(dossier)
    check_target(target)
    cleaner = Cleaner()
    with tempfile.TemporaryDirectory(prefix="archive-app-") as name:
        folder = Path(name).resolve()
        photos = PhotoFolder(folder)
        progress.step(0, 4, _("Collecting texts and photos"))
        data = report_data(dossier, cleaner, photos)
        progress.step(1, 4, _("Setting the pages"))
        pdf = set_pages(REPORT, data, folder, dossier.date)
    progress.step(2, 4, _("Naming the languages"))
    pdf, pages = with_language_names(pdf, _languages(data))
    progress.step(3, 4, _("Writing the file"))
    save(pdf, target)
    progress.step(4, 4)
    return report_on(dossier, pages, photos.dropped() + cleaner.dropped())


def _refuse_too_much(dossier: Dossier) -> None:
    """Raise UserError for so many events and claims that the typesetter would take up the memory of the computer."""
    claims = sum(len(chapter.claims) for chapter in dossier.chapters)
    if len(dossier.chapters) + claims > MOST_IN_ONE:
        raise UserError(
            _(
                "{events} events with {claims} claims are too many for one PDF; together {most} is the most. "
                "Choose fewer events, or write a table (.csv)."
            ).format(events=len(dossier.chapters), claims=claims, most=MOST_IN_ONE)
        )


def _languages(data: Data) -> list[str]:
    """The languages of the excerpts, the report's own first."""
    claims = [claim for chapter in data["chapters"] for claim in chapter["claims"]]
    every = [*data["excerpts"], *(claim["excerpt"] for claim in claims)]
    used = {excerpt["language"] for excerpt in every}
    return [data["base"], *sorted(({LATIN, CYRILLIC} & used) - {data["base"]})]
