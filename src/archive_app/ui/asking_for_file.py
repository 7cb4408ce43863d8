"""Asking into which file something is to be written."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from archive_app.core.translation import _
from archive_app.ui.naming import is_taken
from archive_app.ui.session import Session
from archive_app.ui.settings import Settings


def ask_for_file(
    parent: QWidget, session: Session, settings: Settings, title: str, name: str, kinds: str
) -> Path | None:
    """Ask for the file, `name` being offered; None where the person gives up or is refused.

    What is typed without the ending of `name` gets it, and is refused where that file is there: whether it may be
    replaced was not asked.
    """
    chosen, _kind = QFileDialog.getSaveFileName(parent, title, str(settings.folder("export") / name), kinds)
    if not chosen:
        return None
    path, ending = Path(chosen), Path(name).suffix
    if path.suffix.lower() != ending:
        path = path.with_name(f"{path.name}{ending}")
        if is_taken(path):
            said = _("There is already a file “{name}” in this folder; give another name.")
            session.refused.emit(said.format(name=path.name))
            return None
    settings.remember_folder("export", path.parent)
    return path
