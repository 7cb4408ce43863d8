"""Turn a Dossier into a file. Nothing here touches the store; each format loads its libraries when first used."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from archive_app.core.dossier import Dossier
from archive_app.core.progress import SILENT, Progress


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What an export made. `dropped` says in plain sentences what could not be printed as it stands."""

    pages: int
    excerpts: int
    dropped: tuple[str, ...] = ()


Exporter = Callable[[Dossier, Path, Progress], ExportReport]


def _pdf(dossier: Dossier, target: Path, progress: Progress = SILENT) -> ExportReport:
    from archive_app.exporters.to_pdf import write_pdf

    return write_pdf(dossier, target, progress)


FORMATS: dict[str, Exporter] = {"pdf": _pdf}
"""The formats by the ending of the file's name, without the dot."""
