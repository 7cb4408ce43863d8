"""A Dossier as an archival PDF: PDF/A-2a and PDF/UA-1 in one file, set by typst from one fixed template.

What a person wrote reaches the typesetter only as JSON strings, never as markup; it works in an empty folder of
its own and sees no other file, package or font than those given here.
"""

import json
import logging
import shutil
import tempfile
from datetime import UTC, datetime
from functools import cache
from importlib import resources
from pathlib import Path
from typing import cast

import typst

from archive_app.core.dossier import Dossier
from archive_app.core.errors import UserError
from archive_app.core.progress import SILENT, Progress
from archive_app.core.translation import _
from archive_app.exporters import ExportReport
from archive_app.exporters.cleaning import CYRILLIC, LATIN, Cleaner
from archive_app.exporters.fonts import font_folders
from archive_app.exporters.languages import with_language_names
from archive_app.exporters.photos import PhotoFolder
from archive_app.exporters.report_data import Data, report_data
from archive_app.exporters.saving import check_target, save

TEMPLATE = "report.typ"

_log = logging.getLogger(__name__)


def write_pdf(dossier: Dossier, target: Path, progress: Progress = SILENT) -> ExportReport:
    """Print `dossier` to `target`; an existing file there is replaced only by the finished one.

    The same dossier gives the same bytes. Raises UserError where the dossier holds no excerpt, where `target`
    cannot be written or where the typesetter fails, and Cancelled; then `target` is as it was.
    """
    if not dossier.excerpts:
        raise UserError(
            _("There is nothing to print: no excerpt was chosen. Choose another event, tag or source.")
        )
    check_target(target)
    cleaner = Cleaner()
    with tempfile.TemporaryDirectory(prefix="archive-app-") as name:
        folder = Path(name).resolve()
        photos = PhotoFolder(folder)
        progress.step(0, 4, _("Collecting texts and photos"))
        data = report_data(dossier, cleaner, photos)
        progress.step(1, 4, _("Setting the pages"))
        pdf = compile_report(data, folder, dossier.date)
    progress.step(2, 4, _("Naming the languages"))
    pdf, pages = with_language_names(pdf, _languages(data))
    progress.step(3, 4, _("Writing the file"))
    save(pdf, target)
    progress.step(4, 4)
    return ExportReport(pages, len(dossier.excerpts), photos.dropped() + cleaner.dropped())


def compile_report(data: Data, folder: Path, day: str) -> bytes:
    """Return the PDF of `data`, dated `day` (ISO), with `folder` as all that the typesetter can read.

    Raises UserError where the typesetter fails.
    """
    source = resources.files(__package__) / TEMPLATE
    with resources.as_file(source) as template:
        shutil.copyfile(template, folder / TEMPLATE)
    nowhere = folder / "packages"
    compiler = typst.Compiler(
        folder / TEMPLATE,
        root=folder,
        font_paths=_fonts(),
        sys_inputs={"dossier": json.dumps(data, ensure_ascii=False)},
        package_path=nowhere,
        package_cache_path=nowhere,
    )
    stamp = datetime.fromisoformat(day).replace(tzinfo=UTC)
    try:
        pdf, warnings = compiler.compile_with_warnings(
            format="pdf", pdf_standards=["a-2a", "ua-1"], timestamp=stamp
        )
    except typst.TypstError as error:
        raise _failure(str(error)) from error
    except BaseException as error:
        # A panic of the typesetter's engine derives from BaseException, and its class cannot be imported.
        if type(error).__name__ != "PanicException":
            raise
        raise _failure(str(error)) from error
    for warning in warnings:
        _log.warning("The typesetter warns: %s", warning.message)
    return cast("bytes", pdf)


@cache
def _fonts() -> typst.Fonts:
    """The fonts of the report and no others, read once."""
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(path) for path in font_folders()],
    )


def _languages(data: Data) -> list[str]:
    """The languages of the excerpts, the report's own first."""
    used = {excerpt["language"] for excerpt in data["excerpts"]}
    return [data["base"], *sorted(({LATIN, CYRILLIC} & used) - {data["base"]})]


def _failure(reason: str) -> UserError:
    _log.error("The typesetter failed: %s", reason)
    return UserError(
        _(
            "The pages of the report could not be made. Print fewer excerpts at a time to find the one that causes it."
        )
    )
