"""A timeline as a file: the formats, each of which loads its libraries when first used."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from archive_app.core.progress import SILENT, Progress
from archive_app.core.timeline import Lane
from archive_app.exporters.to_svg import Heading, write_svg


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is drawn: lanes from one moment to another, None being as far as their entries reach.

    `day` is the ISO day it is dated with.
    """

    lanes: tuple[Lane, ...]
    heading: Heading
    begins: float | None = None
    ends: float | None = None
    headed: bool = False
    day: str = "1970-01-01"


def _svg(drawing: Drawing, target: Path, _progress: Progress = SILENT) -> None:
    bounds = {"begins": drawing.begins, "ends": drawing.ends}
    write_svg(drawing.lanes, target, drawing.heading, headed=drawing.headed, **bounds)


def _pdf(drawing: Drawing, target: Path, progress: Progress = SILENT) -> None:
    from archive_app.exporters.timeline_to_pdf import write_timeline

    write_timeline(drawing, target, progress)


PICTURES: dict[str, Callable[[Drawing, Path, Progress], None]] = {"svg": _svg, "pdf": _pdf}
"""The formats by the ending of the file's name, without the dot."""
