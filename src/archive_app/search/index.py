"""The index of all findable text of one archive. It is derived: it may be deleted at any time."""

# mypy: allow-untyped-calls
# Whoosh has no types.

import logging
import operator
from collections import OrderedDict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock, RLock
from typing import Any

from whoosh.filedb.filestore import FileStorage, RamStorage
from whoosh.index import FileIndex, LockError
from whoosh.reading import IndexReader
from whoosh.searching import Searcher
from whoosh.writing import SegmentWriter

from archive_app.core.errors import UserError
from archive_app.core.hits import Document, Match, RecordKind, Tier
from archive_app.core.progress import SILENT, Progress
from archive_app.core.translation import _
from archive_app.search.analysis import (
    KIND_FIELD,
    RECORD_FIELD,
    SOURCE_FIELD,
    STORED_FIELD,
    TEXT_FIELD,
    schema,
)
from archive_app.search.expansion import Expansion, Vocabularies
from archive_app.search.queries import Plan, understand
from archive_app.search.state import DAMAGE, READING_DAMAGE, State, clear

_log = logging.getLogger(__name__)

_MEMORY_MB = 256
_LOCK_SECONDS = 10.0
_SCORE_DIGITS = 6
_MOST_FILTERS = 32


@dataclass(frozen=True, slots=True)
class Matches:
    """The documents that a query found, best first; `total` counts all, `matches` holds the first ones."""

    total: int
    matches: tuple[Match, ...]
    plan: Plan


class SearchIndex:
    """The index in one folder. Several threads may search while one catches up.

    A missing, damaged or older index is replaced by an empty one that has seen nothing. Where the folder
    cannot be written, the index lives in memory.
    """

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._lock = RLock()
        self._writing = Lock()
        self._vocabularies = Vocabularies()
        self._filters: OrderedDict[tuple[str, str, str], frozenset[int]] = OrderedDict()
        self._in_memory = False
        self._searcher: Any = None
        self._index: FileIndex
        self._state: State
        self._generation = -1
        try:
            self._open()
        except DAMAGE as error:
            _log.info("The search index in %s is made anew: %r", directory, error)
            self._start_anew()

    @property
    def seen(self) -> int:
        """The number of the last operation that the index has seen; 0 for a new one."""
        return self._state.seen

    @property
    def mark(self) -> str:
        """The id of that operation, "" for a new index."""
        return self._state.mark

    @property
    def document_count(self) -> int:
        """How many documents can be found."""
        with self._lock:
            return int(self._current().reader().doc_count())

    def refresh(self) -> None:
        """See what was committed since, by this or another process."""
        with self._lock:
            if not self._in_memory:
                self._state = State.read(self._directory) or self._state
            self._reopen()

    def warm_up(self) -> None:
        """Read the vocabulary ahead of the first search, which would take about a second per 100,000 words for
        it. Optional; meant for a thread in the background."""
        with self._lock:
            searcher = self._current()
            if searcher.doc_count_all():
                self._vocabularies.prepare(searcher.reader())

    def close(self) -> None:
        """Release the files. The index cannot be used any more."""
        with self._lock:
            if self._searcher is not None:
                self._searcher.close()
                self._searcher = None

    def empty(self) -> None:
        """Make the index anew, without any document, as one that has seen nothing."""
        with self._writing, self._lock:
            self._start_anew()

    def catch_up(
        self,
        replacements: Iterable[tuple[str, Sequence[Document]]],
        seen: int,
        mark: str = "",
        progress: Progress = SILENT,
    ) -> None:
        """Put each record's documents in the place of what the index held of it, in one commit, then
        remember that operation `seen` was seen, whose id is `mark`.

        Each record stands at most once in `replacements`; no documents means that it is gone. Doing the same
        again changes nothing. Raises Cancelled, and UserError where another program is writing the index;
        nothing has changed then.
        """
        with self._writing:
            try:
                writer = self._index.writer(limitmb=_MEMORY_MB, compound=False, timeout=_LOCK_SECONDS)
            except LockError as error:
                message = _(
                    "Another program is writing the search index in {folder}. Close it, then try again."
                )
                raise UserError(message.format(folder=self._directory)) from error
            self._replace(writer, replacements, progress)
            with self._lock:
                self._remember(seen, mark)
                self._reopen()

    def search(
        self,
        query: str,
        *,
        tiers: Collection[Tier] = tuple(Tier),
        kinds: Collection[RecordKind] | None = None,
        source_id: str | None = None,
        limit: int | None = None,
    ) -> Matches:
        """Return the documents that `query` finds, the best first; those that score the same are in the order
        of source, record and place. `limit` bounds the matches, never the total; None is no bound.

        Raises UserError where the query has no word, and where the index turns out to be damaged: it is
        empty then, and catching up fills it.
        """
        plan = understand(query, tiers)
        with self._lock:
            try:
                return self._find(plan, kinds, source_id, limit)
            except READING_DAMAGE as error:
                _log.warning("The search index in %s is damaged", self._directory, exc_info=error)
                self._start_anew()
                message = _("The search index was damaged and is being made anew. Search again in a moment.")
                raise UserError(message) from error

    def _find(
        self, plan: Plan, kinds: Collection[RecordKind] | None, source_id: str | None, limit: int | None
    ) -> Matches:
        searcher = self._current()
        if not searcher.doc_count_all():
            return Matches(0, (), plan)
        expansion = Expansion(plan, searcher.reader(), self._vocabularies)
        searcher = Searcher(searcher.reader(), weighting=expansion.weighting, fromindex=self._index)
        found: list[tuple[float, int]] = []
        for leaf, offset in searcher.leaf_searchers():
            allowed = self._allowed(leaf.reader(), kinds, source_id)
            matcher = expansion.query.matcher(leaf, searcher.context())
            while matcher.is_active():
                number = matcher.id()
                if allowed is None or number in allowed:
                    found.append((round(matcher.score(), _SCORE_DIGITS), offset + number))
                matcher.next()
        return Matches(len(found), _best(searcher, found, limit), plan)

    def _allowed(
        self, leaf: IndexReader, kinds: Collection[RecordKind] | None, source_id: str | None
    ) -> frozenset[int] | None:
        """Return the documents of a segment of these kinds and this source, None for all."""
        allowed: frozenset[int] | None = None
        if source_id is not None:
            allowed = self._having(leaf, SOURCE_FIELD, source_id)
        if kinds is not None and set(kinds) != set(RecordKind):
            of_kinds = frozenset[int]().union(*(self._having(leaf, KIND_FIELD, kind.value) for kind in kinds))
            allowed = of_kinds if allowed is None else allowed & of_kinds
        return allowed

    def _having(self, leaf: IndexReader, field: str, value: str) -> frozenset[int]:
        key = leaf.segment().segment_id(), field, value
        if key not in self._filters:
            ids = leaf.postings(field, value).all_ids() if (field, value) in leaf else ()
            self._filters[key] = frozenset(ids)
            while len(self._filters) > _MOST_FILTERS:
                self._filters.popitem(last=False)
        return self._filters[key]

    def _replace(
        self,
        writer: SegmentWriter,
        replacements: Iterable[tuple[str, Sequence[Document]]],
        progress: Progress,
    ) -> None:
        reader = self._index.reader()
        total = operator.length_hint(replacements, 0)
        try:
            filled = reader.doc_count_all() > 0
            for done, (record_id, documents) in enumerate(replacements):
                progress.step(done, total)
                if filled and (RECORD_FIELD, record_id) in reader:
                    for number in reader.postings(RECORD_FIELD, record_id).all_ids():
                        writer.delete_document(number)
                for document in documents:
                    writer.add_document(**_fields(document))
        except BaseException:
            writer.cancel()
            raise
        finally:
            reader.close()
        # While the index is first made, merging would write the same postings again and again.
        writer.commit(merge=self.seen > 0)

    def _open(self) -> None:
        self._directory.mkdir(parents=True, exist_ok=True)
        state = State.read(self._directory)
        storage = FileStorage(str(self._directory))
        if state is None:
            raise EOFError("nothing is remembered of it")
        index = FileIndex.__new__(FileIndex)
        index.storage, index._schema, index.indexname = storage, schema(), "MAIN"
        if not state.fits(self._directory, index.latest_generation()):
            raise EOFError("its files are not those that were written")
        self._index, self._state = index, state
        self._reopen()

    def _start_anew(self) -> None:
        """Replace the index by an empty one that has seen nothing, in memory where the folder is read-only."""
        self.close()
        self._filters.clear()
        storage: FileStorage | RamStorage
        try:
            self._directory.mkdir(parents=True, exist_ok=True)
            clear(self._directory)
            storage = FileStorage(str(self._directory))
            self._index = FileIndex.create(storage, schema())
        except OSError as error:
            _log.warning("The search index is kept in memory: %s", error)
            self._in_memory = True
            self._index = RamStorage().create_index(schema())
        self._remember(0)
        self._reopen()

    def _remember(self, seen: int, mark: str = "") -> None:
        if self._in_memory:
            self._state = State(seen, 0, "", {}, mark)
            return
        self._state = State.of(self._directory, seen, self._index.latest_generation(), mark)
        self._state.write(self._directory)

    def _current(self) -> Any:
        if self._searcher is None or self._generation != self._index.latest_generation():
            self._reopen()
        return self._searcher

    def _reopen(self) -> None:
        # Whoosh's own refresh keeps readers of segments that have lost documents since, and shows them again.
        self._generation = self._index.latest_generation()
        searcher = self._index.searcher()
        if self._searcher is not None:
            self._searcher.close()
        self._searcher = searcher


def _fields(document: Document) -> dict[str, Any]:
    fields: dict[str, Any] = {
        TEXT_FIELD: document.text,
        KIND_FIELD: document.kind.value,
        RECORD_FIELD: document.record_id,
        STORED_FIELD: (document.kind.value, document.record_id, document.ordinal, document.source_id),
    }
    if document.source_id is not None:
        fields[SOURCE_FIELD] = document.source_id
    return fields


def _best(searcher: Any, found: list[tuple[float, int]], limit: int | None) -> tuple[Match, ...]:
    """Return the first matches. Only documents that score as high as the last of them are looked up."""
    if limit is not None and len(found) > limit:
        least = sorted(score for score, _number in found)[-limit] if limit > 0 else float("inf")
        found = [(score, number) for score, number in found if score >= least]
    matches = []
    for score, number in found:
        kind, record_id, ordinal, source_id = searcher.stored_fields(number)[STORED_FIELD]
        matches.append(Match(RecordKind(kind), record_id, ordinal, source_id, score))
    matches.sort(key=lambda match: (-match.score, match.source_id or "", match.record_id, match.ordinal))
    return tuple(matches[:limit])
