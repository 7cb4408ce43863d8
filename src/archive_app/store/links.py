"""Links to events, taken together."""

from archive_app.store.store import Store

_LATELY = 100


def recent_events(store: Store) -> list[str]:
    """The ids of the events of the newest links, the newest first, each once."""
    rows = store.rows("SELECT event_id FROM links ORDER BY id DESC LIMIT ?", [_LATELY])
    return list(dict.fromkeys(event_id for (event_id,) in rows))
