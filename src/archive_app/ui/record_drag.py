"""Records that are being dragged, as the window hands them from one list to the other."""

import json
from collections.abc import Iterable

from PySide6.QtCore import QMimeData

from archive_app.ui.library_rows import Row, RowKind

MIME = "application/x-archive-records"
COLLECTABLE = (RowKind.SOURCE, RowKind.PHOTO, RowKind.EVENT)
"""What can be put into a collection."""


def dragged(rows: Iterable[Row]) -> QMimeData:
    """The records of these rows, and their titles for other programs."""
    rows = list(rows)
    data = QMimeData()
    data.setData(MIME, json.dumps([[row.kind.value, row.id] for row in rows]).encode())
    data.setText("\n".join(row.title for row in rows))
    return data


def dragged_records(data: QMimeData) -> list[tuple[RowKind, str]]:
    """Kind and id of each record that is being dragged; none where something else is."""
    if not data.hasFormat(MIME):
        return []
    return [(RowKind(kind), record_id) for kind, record_id in json.loads(bytes(data.data(MIME).data()))]
