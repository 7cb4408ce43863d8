"""Sets pages with typst: from fixed templates of this package, with data that reach them only as JSON strings.

The typesetter works in an empty folder of its own and sees no other file, package or font than those given here.
"""

import json
import logging
import shutil
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache
from importlib import resources
from pathlib import Path
from typing import cast

import typst

from archive_app.core.errors import UserError
from archive_app.core.translation import _
from archive_app.exporters.fonts import font_folders
from archive_app.exporters.part_data import Data

_log = logging.getLogger(__name__)


def set_pages(templates: Sequence[str], data: Data, folder: Path, day: str) -> bytes:
    """Return the PDF of `data`, dated `day` (ISO), with `folder` as all that the typesetter can read.

    The first template is what is set; it may take the others in. Raises UserError where the typesetter fails.
    """
    for name in templates:
        with resources.as_file(resources.files(__package__) / name) as template:
            shutil.copyfile(template, folder / name)
    nowhere = folder / "packages"
    compiler = typst.Compiler(
        folder / templates[0],
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


def _failure(reason: str) -> UserError:
    _log.error("The typesetter failed: %s", reason)
    return UserError(
        _(
            "The pages of the report could not be made. Print fewer excerpts at a time to find the one that causes it."
        )
    )
