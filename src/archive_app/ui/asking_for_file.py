"""Asking into which file something is to be written."""

import re
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from archive_app.core.translation import _
from archive_app.ui.naming import is_taken
from archive_app.ui.session import Session
from archive_app.ui.settings import Settings

_ENDING = re.compile(r"\*(\.\w+)")


def ask_for_file(
    parent: QWidget, session: Session, settings: Settings, title: str, name: str, *kinds: str
) -> Path | None:
    """Ask for the file, `name` being offered; None where the person gives up or is refused.

    `kinds` are those of files, such as "Tables (*.csv)". What is typed without an ending of any gets that of the kind
    that is chosen, and is refused where that file is there: whether it may be replaced was not asked.
    """
    offered = str(settings.folder("export") / name)
    chosen, kind = QFileDialog.getSaveFileName(parent, title, offered, ";;".join(kinds))
    if not chosen:
        return None
    path, ending = Path(chosen), next(iter(_endings(kind)), Path(name).suffix)
    if path.suffix.lower() not in _endings(*kinds):
        path = path.with_name(f"{path.name}{ending}")
        if is_taken(path):
            said = _("There is already a file “{name}” in this folder; give another name.")
            session.refused.emit(said.format(name=path.name))
            return None
    settings.remember_folder("export", path.parent)
    return path


def _endings(*kinds: str) -> list[str]:
    return [ending for kind in kinds for ending in _ENDING.findall(kind)]
