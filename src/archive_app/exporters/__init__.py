"""Turn a Dossier into a file. Nothing here touches the store; each format loads its libraries when first used."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from archive_app.core.dossier import Dossier
from archive_app.core.progress import SILENT, Progress


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What an export made: `pages` of a PDF, 0 for what has none; `events` and their `claims` in a dossier of events.

    `dropped` says in plain sentences what could not be printed as it stands.
    """

    pages: int
    excerpts: int
    dropped: tuple[str, ...] = ()
    events: int = 0
    claims: int = 0


def report_on(dossier: Dossier, pages: int = 0, dropped: tuple[str, ...] = ()) -> ExportReport:
    """What was made of a dossier. The notes on an event itself are an excerpt, too."""
    claims = sum(len(chapter.claims) for chapter in dossier.chapters)
    noted = sum(bool(chapter.notes) for chapter in dossier.chapters)
    excerpts = len(dossier.excerpts) + claims + noted
    return ExportReport(pages, excerpts, dropped, len(dossier.chapters), claims)


Exporter = Callable[[Dossier, Path, Progress], ExportReport]


def _pdf(dossier: Dossier, target: Path, progress: Progress = SILENT) -> ExportReport:
    from archive_app.exporters.to_pdf import write_pdf

    return write_pdf(dossier, target, progress)


def _csv(dossier: Dossier, target: Path, progress: Progress = SILENT) -> ExportReport:
    from archive_app.exporters.claims_to_csv import write_claims

    return write_claims(dossier, target, progress)


def _json_ld(dossier: Dossier, target: Path, progress: Progress = SILENT) -> ExportReport:
    from archive_app.exporters.to_json_ld import write_json_ld

    return write_json_ld(dossier, target, progress)


FORMATS: dict[str, Exporter] = {"pdf": _pdf, "csv": _csv, "jsonld": _json_ld, "json": _json_ld}
"""The formats by the ending of the file's name, without the dot. Only a PDF can be made of excerpts, too."""
