"""A timeline as an archival PDF: as many landscape A4 pages as it takes, each with the axis above it."""

import tempfile
from pathlib import Path

from archive_app.core.progress import SILENT, Progress
from archive_app.core.translation import _
from archive_app.exporters.cleaning import LATIN, Cleaner, is_blank, phrase
from archive_app.exporters.languages import with_language_names
from archive_app.exporters.part_data import LONGEST_TITLE
from archive_app.exporters.pictures import Drawing
from archive_app.exporters.saving import check_target, save
from archive_app.exporters.timeline_pictures import PictureFolder
from archive_app.exporters.to_svg import LANDSCAPE
from archive_app.exporters.typesetting import set_pages

TEMPLATES = ("timeline.typ",)


def write_timeline(drawing: Drawing, target: Path, progress: Progress = SILENT) -> int:
    """Draw lanes to the PDF `target`; return how many pages. The same lanes give the same bytes.

    Raises UserError where `target` cannot be written, Cancelled; it is then as it was.
    """
    check_target(target)
    cleaner = Cleaner()
    title = cleaner.line(drawing.heading.title, LONGEST_TITLE)
    title = _("Timeline") if is_blank(title) else title
    base = phrase(title, LATIN)[0][0]
    with tempfile.TemporaryDirectory(prefix="archive-app-") as name:
        folder = Path(name).resolve()
        progress.step(0, 3, _("Drawing the timeline"))
        sheets = PictureFolder(folder, cleaner).add(
            drawing.lanes,
            drawing.heading._replace(title=title),
            LANDSCAPE,
            headed=drawing.headed,
            begins=drawing.begins,
            ends=drawing.ends,
        )
        progress.step(1, 3, _("Setting the pages"))
        data = {"title": title, "base": base, "sheets": sheets}
        pdf = set_pages(TEMPLATES, data, folder, drawing.day)
    progress.step(2, 3, _("Writing the file"))
    pdf, pages = with_language_names(pdf, [base])
    save(pdf, target)
    progress.step(3, 3)
    return pages
