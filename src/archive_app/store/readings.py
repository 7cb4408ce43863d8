"""The readings of a source, and the annotations that go from one to the next."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from archive_app.core.ids import new_id
from archive_app.core.records import Anchoring, Annotation, Text
from archive_app.core.spans import Anchor, Span
from archive_app.store.rows import column_list, from_row
from archive_app.store.store import Store

_OPEN = "('moved', 'needs look')"
"""What nobody has decided about yet."""


class CurrentReading(NamedTuple):
    """The newest reading of a source; the days are those of the source."""

    source_id: str
    text_id: str
    letters_sha256: str
    length: int
    first_day: str | None
    last_day: str | None


def current_readings(store: Store) -> list[CurrentReading]:
    """The newest readings of all sources that have one, in the order in which the sources were made."""
    rows = store.rows(
        "SELECT s.id, t.id, t.letters_sha256, t.length, s.first_day, s.last_day FROM sources s "
        "JOIN texts t ON t.id = (SELECT max(id) FROM texts WHERE source_id = s.id) ORDER BY s.id"
    )
    return [CurrentReading(*row) for row in rows]


def readings_of(store: Store, source_id: str) -> list[Text]:
    """All readings of a source, the newest first."""
    return store.select(Text, "WHERE source_id = ? ORDER BY id DESC", [source_id])


def following(store: Store, source_id: str, current: Text) -> dict[str, list[Annotation]]:
    """The annotations that go along with a correction, by text: all on the current one, and those that wait for a
    look on an older one."""
    found: defaultdict[str, list[Annotation]] = defaultdict(list)
    for annotation in store.select(
        Annotation,
        "WHERE text_id = ? OR (text_id IN (SELECT id FROM texts WHERE source_id = ?) AND id IN "
        "(SELECT annotation_id FROM anchorings WHERE state = 'needs look')) ORDER BY start, id",
        [current.id, source_id],
    ):
        found[str(annotation.text_id)].append(annotation)
    return dict(found)


def undecided(store: Store, source_id: str | None = None, limit: int | None = None) -> list[Anchoring]:
    """What nobody has decided about yet, in one source or all; first what needs a look, by source and place."""
    rows = store.rows(
        f"SELECT {column_list(Anchoring, 'a.')} FROM anchorings a JOIN texts t ON t.id = a.to_text_id "
        f"WHERE coalesce(t.source_id = ?, 1) AND a.state IN {_OPEN} "
        "ORDER BY a.state = 'moved', t.source_id, a.from_start, a.id LIMIT ?",
        [source_id, -1 if limit is None else limit],
    )
    return [from_row(Anchoring, row) for row in rows]


def undecided_of(store: Store, annotation_id: str) -> Anchoring | None:
    """What nobody has decided about yet of one annotation."""
    found = store.select(
        Anchoring, f"WHERE annotation_id = ? AND state IN {_OPEN} ORDER BY id DESC LIMIT 1", [annotation_id]
    )
    return found[0] if found else None


def count_undecided(store: Store, source_id: str | None = None) -> tuple[int, int]:
    """How many annotations of one source or all need a look, and how many were moved and not yet accepted."""
    rows = store.rows(
        "SELECT a.state, count(*) FROM anchorings a JOIN texts t ON t.id = a.to_text_id "
        f"WHERE {'t.source_id = ?' if source_id else '? IS NULL'} AND a.state IN {_OPEN} GROUP BY 1",
        [source_id],
    )
    counted = dict(rows)
    return counted.get("needs look", 0), counted.get("moved", 0)


def strays(store: Store) -> list[tuple[Annotation, str]]:
    """Annotations on earlier readings that neither wait for a look nor were left there, with the newest text's id."""
    rows = store.rows(
        f"SELECT {column_list(Annotation, 'a.')}, "
        "(SELECT max(n.id) FROM texts n WHERE n.source_id = t.source_id) AS newest "
        "FROM annotations a JOIN texts t ON t.id = a.text_id WHERE newest != t.id AND NOT EXISTS "
        "(SELECT 1 FROM anchorings o WHERE o.annotation_id = a.id AND o.state IN ('needs look', 'detached')) "
        "ORDER BY a.id"
    )
    return [(from_row(Annotation, row[:-1]), row[-1]) for row in rows]


def move_annotations(store: Store, moves: Sequence[tuple[str, str, Span, Anchor]]) -> None:
    """Set annotations on new places inside the open operation: id, text, span, and the words there."""
    store.execute_many(
        'UPDATE annotations SET text_id = ?, start = ?, "end" = ?, quote = ?, prefix = ?, suffix = ? WHERE id = ?',
        [
            (text_id, span.start, span.end, anchor.quote, anchor.prefix, anchor.suffix, annotation_id)
            for annotation_id, text_id, span, anchor in moves
        ],
    )


def copy_kinds(store: Store, old_text_id: str, new_text_id: str, ordinals: dict[int, int]) -> None:
    """Let the kinds that a person gave to passages follow to a new text inside the open operation."""
    rows = store.rows("SELECT ordinal, kind FROM passage_kinds WHERE text_id = ?", [old_text_id])
    store.execute_many(
        "INSERT OR IGNORE INTO passage_kinds(id, text_id, ordinal, kind) VALUES (?, ?, ?, ?)",
        [(new_id(), new_text_id, ordinals[ordinal], kind) for ordinal, kind in rows if ordinal in ordinals],
    )


def kept_kinds(store: Store, text_id: str) -> set[int]:
    """The ordinals of the passages of which a person said what they are."""
    return {
        ordinal for (ordinal,) in store.rows("SELECT ordinal FROM passage_kinds WHERE text_id = ?", [text_id])
    }
