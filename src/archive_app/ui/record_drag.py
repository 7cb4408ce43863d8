"""Records that are being dragged, as the window hands them from one list to the other."""

import json
from collections.abc import Iterable

from PySide6.QtCore import QMimeData

from archive_app.ui.library_rows import Row, RowKind

MIME = "application/x-archive-records"
TAG_MIME = "application/x-archive-tags"
COLLECTABLE = (RowKind.SOURCE, RowKind.PHOTO, RowKind.EVENT)
"""What can be put into a collection."""


def dragged(rows: Iterable[Row]) -> QMimeData:
    """The records of these rows, and their titles for other programs."""
    rows = list(rows)
    data = QMimeData()
    tags = [row.id for row in rows if row.kind is RowKind.TAG]
    records = [[row.kind.value, row.id] for row in rows if row.kind in COLLECTABLE]
    for mime, moved in ((MIME, records), (TAG_MIME, tags)):
        if moved:
            data.setData(mime, json.dumps(moved).encode())
    data.setText("\n".join(row.title for row in rows))
    return data


def dragged_records(data: QMimeData) -> list[tuple[RowKind, str]]:
    """Kind and id of each record that is being dragged; none where something else is."""
    if not data.hasFormat(MIME):
        return []
    return [(RowKind(kind), record_id) for kind, record_id in json.loads(bytes(data.data(MIME).data()))]


def dragged_tags(data: QMimeData) -> list[str]:
    """The ids of the tags that are being dragged."""
    return list(json.loads(bytes(data.data(TAG_MIME).data()))) if data.hasFormat(TAG_MIME) else []
