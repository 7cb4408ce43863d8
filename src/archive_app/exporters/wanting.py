"""What a format cannot be made of."""

from pathlib import Path

from archive_app.core.dossier import Dossier
from archive_app.core.errors import UserError
from archive_app.core.translation import _


def refuse_without_events(dossier: Dossier, target: Path) -> None:
    """Raise UserError where a dossier holds no events, of which alone a table or a graph is made."""
    if not dossier.chapters:
        raise UserError(
            _("{name} can only be made of events; excerpts are printed. End the name in .pdf.").format(
                name=target.name
            )
        )
