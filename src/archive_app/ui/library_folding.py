"""Folding the parts of events away in the library's list."""

from PySide6.QtCore import QModelIndex, QObject

from archive_app.ui.library_model import LibraryModel
from archive_app.ui.row_list import RowList


class LibraryFolding(QObject):
    """Does what the list is asked for by keys and by clicks on the arrows."""

    def __init__(self, rows: RowList, model: LibraryModel) -> None:
        super().__init__(rows)
        self._list = rows
        self._model = model
        rows.folded.connect(self._on_folded)
        rows.up_wanted.connect(self._on_up_wanted)

    def _on_folded(self, index: QModelIndex, folded: bool) -> None:
        """The keyboard's row never vanishes: it goes to the event whose parts are folded away."""
        row, current = self._model.row_at(index), self._model.row_at(self._list.currentIndex())
        if row is not None and folded and current is not None and row.id in current.above:
            self._list.setCurrentIndex(index)
        self._model.set_folded(index, folded)

    def _on_up_wanted(self, index: QModelIndex) -> None:
        parent = self._model.parent_of(index)
        if parent.isValid():
            self._list.setCurrentIndex(parent)
