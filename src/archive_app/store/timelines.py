"""What a timeline needs of all links and tags of events, each from one query."""

from typing import NamedTuple

from archive_app.store.annotations import JOINS, SOURCE
from archive_app.store.store import Store


class Statement(NamedTuple):
    """The date that a link gives, "" for none, a person's mark on it, and the id and title of its source, None where it
    has none."""

    event_id: str
    link_id: str
    says_when: str
    mark: str
    source_id: str | None
    source: str | None


def statements(store: Store) -> list[Statement]:
    """What every link to an event says of its date, the oldest first."""
    rows = store.rows(
        f"SELECT l.event_id, l.id, l.says_when, l.when_mark, {SOURCE}, s.title FROM links l "
        f"JOIN annotations a ON a.id = l.annotation_id {JOINS} LEFT JOIN sources s ON s.id = {SOURCE} ORDER BY l.id"
    )
    return [Statement(*row) for row in rows]


def tags_by_event(store: Store) -> list[tuple[str, str]]:
    """Event id and tag id, for the tags of annotations that are tied to an event or stand on it, each once."""
    rows = store.rows(
        "SELECT l.event_id, a.tag_id FROM links l JOIN annotation_tags a ON a.annotation_id = l.annotation_id "
        "UNION SELECT n.event_id, a.tag_id FROM annotations n JOIN annotation_tags a ON a.annotation_id = n.id "
        "WHERE n.event_id NOTNULL"
    )
    return [(event_id, tag_id) for event_id, tag_id in rows]
