"""Texts: their letters, kept once under their SHA-256, and the passages computed from them."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence

from archive_app.core.errors import Conflict, NotFound
from archive_app.core.ids import new_id
from archive_app.core.progress import SILENT, Progress
from archive_app.core.records import Passage, PassageKind, Text
from archive_app.core.spans import Span
from archive_app.core.translation import _
from archive_app.store.places import ENTRY, STEP, byte_places, place
from archive_app.store.rows import from_row
from archive_app.store.store import MANY, Store


def keep_letters(store: Store, letters: str) -> str:
    """Keep the letters inside the open operation; return their SHA-256 (of the UTF-8 bytes)."""
    sha256 = hashlib.sha256(letters.encode()).hexdigest()
    store.execute("INSERT OR IGNORE INTO letters(sha256, letters) VALUES (?, ?)", [sha256, letters])
    store.execute(
        "INSERT OR IGNORE INTO letter_places(sha256, places) VALUES (?, ?)", [sha256, byte_places(letters)]
    )
    return sha256


def letters_of(store: Store, text: Text) -> str:
    """The letters of a text. Raises NotFound where they are gone, which only damage can do."""
    return letters_called(store, text.letters_sha256)


def letters_called(store: Store, sha256: str) -> str:
    """The letters with this SHA-256. Raises NotFound as `letters_of` does."""
    letters = store.value("SELECT letters FROM letters WHERE sha256 = ?", [sha256])
    if letters is None:
        raise NotFound(_("The letters of a text are missing; check the archive."))
    return str(letters)


def damaged(store: Store, progress: Progress = SILENT) -> list[str]:
    """The ids of texts whose letters are missing, no longer have the hash under which they were kept, or would be
    looked for at the wrong place."""
    found = []
    texts = store.list(Text)
    for done, text in enumerate(texts):
        progress.step(done, len(texts))
        letters = store.value("SELECT letters FROM letters WHERE sha256 = ?", [text.letters_sha256])
        places = store.value("SELECT places FROM letter_places WHERE sha256 = ?", [text.letters_sha256])
        is_sound = (
            letters is not None
            and hashlib.sha256(letters.encode()).hexdigest() == text.letters_sha256
            and places == byte_places(letters)
        )
        if not is_sound:
            found.append(text.id)
    return found


def keep_passages(store: Store, text_id: str, passages: Iterable[tuple[PassageKind, Span]]) -> None:
    """Keep the passages of a new text inside the open operation, numbered from 0 in their order."""
    store.execute_many(
        'INSERT OR IGNORE INTO passages(text_id, ordinal, kind, start, "end") VALUES (?, ?, ?, ?, ?)',
        (
            (text_id, ordinal, kind.value, span.start, span.end)
            for ordinal, (kind, span) in enumerate(passages)
        ),
    )


_PASSAGES = (
    'SELECT p.text_id, p.ordinal, coalesce(k.kind, p.kind), p.start, p."end" FROM passages p '
    "LEFT JOIN passage_kinds k ON k.text_id = p.text_id AND k.ordinal = p.ordinal "
)


def passages_of(store: Store, text_id: str) -> list[Passage]:
    """The passages of a text in order, each of the kind that the person gave it, if any."""
    rows = store.rows(_PASSAGES + "WHERE p.text_id = ? ORDER BY p.ordinal", [text_id])
    kinds = {kind.value: kind for kind in PassageKind}
    return [
        Passage(text_id=text, ordinal=ordinal, kind=kinds[kind], start=start, end=end)
        for text, ordinal, kind, start, end in rows
    ]


def passages_at(store: Store, text_id: str, ordinals: Iterable[int]) -> dict[int, Passage]:
    """Some passages of a text by their ordinals; those that it has not are left out."""
    found: dict[int, Passage] = {}
    wanted = list(ordinals)
    for first in range(0, len(wanted), MANY):
        some = wanted[first : first + MANY]
        marks = ", ".join("?" * len(some))
        for row in store.rows(
            _PASSAGES + f"WHERE p.text_id = ? AND p.ordinal IN ({marks})", [text_id, *some]
        ):
            passage = from_row(Passage, row)
            found[passage.ordinal] = passage
    return found


def passage(store: Store, text_id: str, ordinal: int) -> Passage:
    """One passage. Raises NotFound."""
    found = passages_at(store, text_id, [ordinal])
    if not found:
        raise NotFound(_("The text has no passage number {number}.").format(number=ordinal + 1))
    return found[ordinal]


def ordinals_at(store: Store, points: Iterable[tuple[str, int]]) -> dict[tuple[str, int], int]:
    """The ordinals of the passages that stand at, or last before, some places of texts, by text and place."""
    found: dict[tuple[str, int], int] = {}
    wanted = sorted(set(points))
    for some in (wanted[first : first + _AT_ONCE] for first in range(0, len(wanted), _AT_ONCE)):
        values = ", ".join(["(?, ?)"] * len(some))
        rows = store.rows(
            f"WITH wanted(text_id, point) AS (VALUES {values}) SELECT w.text_id, w.point, "
            "coalesce((SELECT max(ordinal) FROM passages p WHERE p.text_id = w.text_id AND p.start <= w.point), 0) "
            "FROM wanted w",
            [value for one in some for value in one],
        )
        found |= {(text_id, point): ordinal for text_id, point, ordinal in rows}
    return found


def ordinals_of(store: Store, text_id: str, span: Span) -> tuple[int, int]:
    """The ordinals of the first and the last passage that a span of a text stands in."""
    rows = store.rows(
        "SELECT coalesce(max(ordinal) FILTER (WHERE start <= ?), 0), "
        "coalesce(max(ordinal) FILTER (WHERE start < ?), 0) FROM passages WHERE text_id = ?",
        [span.start, span.end, text_id],
    )
    first, last = rows[0]
    return int(first), max(int(first), int(last))


_READ = (
    "WITH wanted({names}) AS (VALUES {values}) SELECT w.text_id, {key}, {start}, {end}, l.rowid, "
    f"substr(b.places, {ENTRY} * ({{start}} / {STEP}) + 1, {ENTRY}), "
    f"substr(b.places, {ENTRY} * (({{end}} + {STEP - 1}) / {STEP}) + 1, {ENTRY}) "
    "FROM wanted w {join} JOIN texts t ON t.id = w.text_id JOIN letters l ON l.sha256 = t.letters_sha256 "
    "JOIN letter_places b ON b.sha256 = l.sha256 ORDER BY l.rowid, {start}"
)
_AT_ONCE = 200


def pieces(store: Store, wanted: Iterable[tuple[str, int]]) -> dict[tuple[str, int], tuple[str, int]]:
    """What passages say and where they begin, by text and ordinal; those that are not there are left out.

    Only the pages of the database that hold them are read: a passage of a long book costs no more than another.
    """
    parts = {
        "names": "text_id, ordinal",
        "key": "p.ordinal",
        "start": "p.start",
        "end": 'p."end"',
        "join": "JOIN passages p ON p.text_id = w.text_id AND p.ordinal = w.ordinal",
    }
    read = _read(store, parts, sorted(wanted))
    return {(text_id, ordinal): (letters, start) for text_id, ordinal, start, letters in read}


def stretches(store: Store, wanted: Iterable[tuple[str, Span]]) -> dict[tuple[str, Span], str]:
    """The letters of spans of texts, each read without the rest of its text; cut off at the end of the text."""
    parts = {
        "names": 'text_id, start, "end"',
        "key": 'w."end"',
        "start": "w.start",
        "end": 'min(w."end", t.length)',
        "join": "",
    }
    read = _read(store, parts, sorted((text_id, span.start, span.end) for text_id, span in wanted))
    return {(text_id, Span(start, end)): letters for text_id, end, start, letters in read}


def _read(
    store: Store, parts: dict[str, str], wanted: Sequence[tuple[str | int, ...]]
) -> Iterator[tuple[str, int, int, str]]:
    """Text, key, start and letters of each of some places in texts, which stand text by text."""
    for some in (wanted[first : first + _AT_ONCE] for first in range(0, len(wanted), _AT_ONCE)):
        marks = f"({', '.join('?' * len(some[0]))})"
        sql = _READ.format(values=", ".join([marks] * len(some)), **parts)
        rows = store.rows(sql, [value for one in some for value in one])
        ranges = [(rowid, place(first), place(last)) for *_place, rowid, first, last in rows]
        read = store.parts("letters", "letters", ranges)
        for (text_id, key, start, end, *_places), piece in zip(rows, read, strict=True):
            skipped = start % STEP
            letters = piece.decode(errors="replace")
            yield text_id, key, start, letters[skipped : skipped + end - start]


def set_kind(store: Store, text_id: str, ordinal: int, kind: PassageKind) -> None:
    """Say inside the open operation what a passage is, whatever was computed."""
    changed = store.execute(
        "UPDATE passage_kinds SET kind = ? WHERE text_id = ? AND ordinal = ?", [kind.value, text_id, ordinal]
    )
    if not changed:
        store.execute(
            "INSERT INTO passage_kinds(id, text_id, ordinal, kind) VALUES (?, ?, ?, ?)",
            [new_id(), text_id, ordinal, kind.value],
        )


def current_text(store: Store, source_id: str) -> Text | None:
    """The newest reading of a source, None where it has none."""
    found = store.select(Text, "WHERE source_id = ? ORDER BY id DESC LIMIT 1", [source_id])
    return found[0] if found else None


def refuse_outdated(store: Store, text: Text) -> None:
    """Raise Conflict for a text that is not the newest reading of its source any more."""
    current = current_text(store, text.source_id)
    if current is None or current.id != text.id:
        raise outdated()


def outdated() -> Conflict:
    """What a person is told whose places are those of an earlier reading."""
    return Conflict(_("This text was corrected meanwhile; do it once more in its newest reading."))
