"""Links to events, taken together."""

from typing import NamedTuple

from archive_app.store.store import Store

_LATELY = 100


def recent_events(store: Store) -> list[str]:
    """The ids of the events of the newest links, the newest first, each once."""
    rows = store.rows("SELECT event_id FROM links ORDER BY id DESC LIMIT ?", [_LATELY])
    return list(dict.fromkeys(event_id for (event_id,) in rows))


class Statement(NamedTuple):
    """What a passage of a text states about an event; `when` is EDTF, with its first and last possible day."""

    link_id: str
    event_id: str
    when: str
    first_day: str | None
    last_day: str | None
    annotation_id: str
    text_id: str
    start: int
    end: int
    quote: str


def statements(store: Store) -> list[Statement]:
    """What passages of all texts state about events, text by text in the order of their place."""
    rows = store.rows(
        'SELECT l.id, l.event_id, l.says_when, l.first_day, l.last_day, a.id, a.text_id, a.start, a."end", '
        "a.quote FROM links l JOIN annotations a ON a.id = l.annotation_id WHERE a.text_id IS NOT NULL "
        "ORDER BY a.text_id, a.start, l.id"
    )
    return [Statement(*row) for row in rows]
