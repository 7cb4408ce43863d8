"""The index of all findable text of one archive. It is derived: it may be deleted at any time."""

# mypy: allow-untyped-calls
# Whoosh has no types.

import logging
import operator
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from threading import Lock, RLock

import numpy as np
from whoosh.filedb.filestore import RamStorage
from whoosh.index import FileIndex, LockError
from whoosh.query import Query

from archive_app.core.errors import UserError
from archive_app.core.hits import Document, Facet, Match, SearchRequest, Tier, WordCount
from archive_app.core.progress import SILENT, Progress
from archive_app.core.translation import _
from archive_app.language.other_names import OtherNames
from archive_app.language.words import plain
from archive_app.search import dictionary
from archive_app.search.analysis import schema
from archive_app.search.arrays import Array
from archive_app.search.contents import IndexFolder
from archive_app.search.evaluation import Evaluator, Found, Unknown
from archive_app.search.expansion import Expansion, FoundWords
from archive_app.search.gathering import forget
from archive_app.search.lexicon import FOLDED
from archive_app.search.other_names import with_other_names
from archive_app.search.plans import Plan
from archive_app.search.queries import understand
from archive_app.search.ranking import first_matches
from archive_app.search.segments import RECORD, TEXT_FIELD, load
from archive_app.search.snapshot import Leaf, Snapshot
from archive_app.search.state import DAMAGE, READING_DAMAGE, State, clear
from archive_app.search.writing import ArrayWriter, merge_alike, merge_all

_log = logging.getLogger(__name__)

_LOCK_SECONDS = 10.0
_FEW_SEGMENTS = 2
"""An index of so many segments is as quick as one."""


@dataclass(frozen=True)
class Matches:
    """The documents that a query found, in the order asked for; `total` counts all, `matches` holds the first.

    `found` marks the words in a text (see `highlighting`), `facets` holds for each facet how many of the documents
    have each value.
    """

    total: int
    matches: tuple[Match, ...]
    plan: Plan
    found: FoundWords = field(default_factory=FoundWords)
    facets: Mapping[Facet, Mapping[str, int]] = field(default_factory=dict)
    count_words: Callable[[], tuple[WordCount, ...]] = tuple

    @cached_property
    def words(self) -> tuple[WordCount, ...]:
        """In which forms and how often each word of the query stands in the texts; worked out when asked for."""
        return self.count_words()


class SearchIndex:
    """The index in one folder. Several threads may search while one catches up.

    A missing, damaged or older index is replaced by an empty one that has seen nothing. Where the folder
    cannot be written, the index lives in memory.
    """

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._lock = RLock()
        self._writing = Lock()
        self._in_memory = False
        self._index: FileIndex
        self._state: State
        self._snapshot: Snapshot
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
    def is_in_memory(self) -> bool:
        """Whether the folder could not be written, so that nothing of the index lasts."""
        return self._in_memory

    @property
    def document_count(self) -> int:
        """How many documents can be found."""
        return sum(
            leaf.document_count if leaf.live is None else int(np.count_nonzero(leaf.live))
            for leaf in self._current().leaves
        )

    @property
    def is_in_parts(self) -> bool:
        """Whether `merge` would make searching quicker."""
        leaves = self._current().leaves
        return len(leaves) > _FEW_SEGMENTS or not all(leaf.data.lexicon.is_current for leaf in leaves)

    def refresh(self) -> None:
        """See what was committed since, by this or another process. An index that is gone is made anew."""
        with self._lock:
            try:
                if not self._in_memory:
                    self._state = State.read(self._directory) or self._state
                    self._check(self._state, self._index)
                self._reopen()
            except DAMAGE as error:
                _log.info("The search index in %s is made anew: %r", self._directory, error)
                self._start_anew()

    def close(self) -> None:
        """Release the files. The index cannot be used any more."""
        with self._lock:
            self._snapshot = Snapshot(None, ())

    def empty(self) -> None:
        """Make the index anew, without any document, as one that has seen nothing."""
        with self._writing, self._lock:
            self._start_anew()

    def verify(self, progress: Progress = SILENT) -> bool:
        """Read every byte of the index and compare checksums. Where one differs, the index is made anew, empty,
        and the answer is False. Raises Cancelled."""
        try:
            leaves = self._current().leaves
            for done, leaf in enumerate(leaves):
                progress.step(done, len(leaves))
                leaf.data.verify()
        except OSError as error:
            _log.warning("The search index in %s is damaged", self._directory, exc_info=error)
            self.empty()
            return False
        return True

    # Writing

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
        self._write(lambda writer: self._replace(writer, replacements, progress), merge_alike, seen, mark)

    def merge(self, progress: Progress = SILENT) -> bool:
        """Join all segments to one, which makes searching quicker; return whether there was anything to do.

        Raises Cancelled before the work begins, and UserError where another program is writing the index.
        """
        progress.step(0, 0)
        if not self.is_in_parts:
            return False
        forget()
        self._write(lambda _writer: None, merge_all, self.seen, self.mark)
        return True

    def _write(
        self, fill: Callable[[ArrayWriter], None], policy: Callable[..., object], seen: int, mark: str
    ) -> None:
        with self._writing:
            try:
                writer = ArrayWriter(self._index, timeout=_LOCK_SECONDS)
            except LockError as error:
                message = _(
                    "Another program is writing the search index in {folder}. Close it, then try again."
                )
                raise UserError(message.format(folder=self._directory)) from error
            try:
                fill(writer)
                generation = writer.generation
                writer.commit(mergetype=policy)
            except BaseException:
                if not writer.is_closed:
                    writer.cancel()
                raise
            with self._lock:
                self._remember(seen, mark, generation)
                self._reopen()

    @staticmethod
    def _replace(
        writer: ArrayWriter,
        replacements: Iterable[tuple[str, Sequence[Document]]],
        progress: Progress,
    ) -> None:
        # The writer's own segments: another process may have written since this index was opened.
        leaves, base = [], 0
        for segment in writer.segments:
            leaves.append((load(writer.storage, segment.segment_id()).ids[RECORD], base))
            base += segment.doc_count_all()
        total = operator.length_hint(replacements, 0)
        for done, (record_id, documents) in enumerate(replacements):
            progress.step(done, total)
            for records, first in leaves:
                for number in records.of(record_id).tolist():
                    writer.delete_document(first + number)
            for document in documents:
                writer.add(document)

    # Searching

    def search(self, request: SearchRequest, others: OtherNames | None = None) -> Matches:
        """Return what is asked for. Documents that score the same come in reading order. `others` are the names by
        which the tier of names finds.

        Raises QueryError for a query that cannot be understood, UserError where it has no word, and where the
        index turns out to be damaged: it is empty then, and catching up fills it.
        """
        plan = understand(request.query)
        # A person who types does not wait until the whole list of words is read.
        if others is not None and Tier.NAME in request.tiers and dictionary.attach():
            plan = with_other_names(plan, others)
        snapshot = self._current()
        try:
            return _search(plan, request, snapshot, self._evaluate)
        except DAMAGE as error:
            # Damage may look like any fault; it is damage where a checksum differs.
            if not isinstance(error, READING_DAMAGE) and self.verify():
                raise
            _log.warning("The search index in %s is damaged", self._directory, exc_info=error)
            self.empty()
            message = _("The search index was damaged and is being made anew. Search again in a moment.")
            raise UserError(message) from error

    def _evaluate(self, snapshot: Snapshot, query: Query) -> list[Found]:
        """What a Whoosh query finds in each segment, by arrays, or by Whoosh itself where they do not do."""
        try:
            return [Evaluator(snapshot, leaf, scored=True).evaluate(query) for leaf in snapshot.leaves]
        except Unknown as reason:
            _log.info("Whoosh evaluates a query: %s", reason)
            return self.evaluate_by_whoosh(query)

    def evaluate_by_whoosh(self, query: Query) -> list[Found]:
        """Return what a Whoosh query finds in each segment, evaluated by Whoosh's own matchers."""
        found = []
        with self._index.searcher() as searcher:
            for leaf, _offset in searcher.leaf_searchers():
                matcher = query.matcher(leaf, searcher.context())
                docs, scores = [], []
                while matcher.is_active():
                    docs.append(matcher.id())
                    scores.append(matcher.score())
                    matcher.next()
                found.append(Found(np.array(docs, np.int64), np.array(scores, np.float64)))
        return found

    def similar(self, folded: str, distance: int) -> dict[str, int]:
        """Return the folded words of the texts within `distance` letters of `folded`, and in how many documents
        each stands."""
        found: dict[str, int] = {}
        for leaf in self._current().leaves:
            held = leaf.data.words.get(TEXT_FIELD)
            if held is None:
                continue
            for form, numbers in leaf.data.lexicon.similar(folded, distance).items():
                count = int(held.frequencies(held.rows(np.array(numbers))[0]).sum())
                if count:
                    found[form] = found.get(form, 0) + count
        return found

    def spelt(self, folded: str) -> str | None:
        """Return how the texts write a folded word most often, in small Latin letters with their diacritics."""
        often: dict[str, int] = {}
        for leaf in self._current().leaves:
            held = leaf.data.words.get(TEXT_FIELD)
            for number in leaf.data.lexicon.terms_with(FOLDED + folded) if held else ():
                term = plain(leaf.data.terms[number].decode())
                count = held.frequencies(held.rows(np.array([number]))[0]).sum() if held else 0
                often[term] = often.get(term, 0) + int(count)
        return max(often, key=often.__getitem__, default=None)

    # Files

    def _open(self) -> None:
        self._directory.mkdir(parents=True, exist_ok=True)
        state = State.read(self._directory)
        if state is None:
            raise EOFError("nothing is remembered of it")
        index = FileIndex.__new__(FileIndex)
        index.storage, index._schema, index.indexname = IndexFolder(str(self._directory)), schema(), "MAIN"
        self._check(state, index)
        self._index, self._state = index, state
        self._reopen()

    def _check(self, state: State, index: FileIndex) -> None:
        """See that the files are those that were remembered, before Whoosh reads any of them."""
        if not state.fits(self._directory, index.latest_generation()):
            raise EOFError("its files are not those that were written")

    def _start_anew(self) -> None:
        """Replace the index by an empty one that has seen nothing, in memory where the folder is read-only."""
        storage: IndexFolder | RamStorage
        try:
            self._directory.mkdir(parents=True, exist_ok=True)
            # Some systems delete no file that is mapped.
            self._snapshot = Snapshot(None, ())
            clear(self._directory)
            storage = IndexFolder(str(self._directory))
            self._index = FileIndex.create(storage, schema())
            self._remember(0)
        except OSError as error:
            _log.warning("The search index is kept in memory: %s", error)
            self._in_memory = True
            self._index = RamStorage().create_index(schema())
            self._remember(0)
        self._reopen()

    def _remember(self, seen: int, mark: str = "", generation: int = 0) -> None:
        """Say what was seen by the generation that was just written. It is not looked up: where the folder was emptied
        meanwhile, what is there now has not seen that."""
        if self._in_memory:
            self._state = State(seen, 0, "", {}, mark)
            return
        self._state = State.of(self._directory, seen, generation, mark)
        self._state.write(self._directory)

    def _current(self) -> Snapshot:
        with self._lock:
            return self._snapshot

    def _reopen(self) -> None:
        self._snapshot = Snapshot(self._index.storage, self._index._read_toc().segments)


def _search(
    plan: Plan,
    request: SearchRequest,
    snapshot: Snapshot,
    evaluate: Callable[[Snapshot, Query], list[Found]],
) -> Matches:
    expansion = Expansion(plan, request, snapshot)
    found = evaluate(snapshot, expansion.query)
    found = [_living(leaf, part) for leaf, part in zip(snapshot.leaves, found, strict=True)]
    masks = _masks(request, snapshot, found)
    kept = [_narrowed(part, own) for part, own in zip(found, masks, strict=True)]
    facets = {}
    if request.with_facets:
        for facet in Facet:
            others = [
                _narrowed(part, {f: mask for f, mask in own.items() if f is not facet}).docs
                for part, own in zip(found, masks, strict=True)
            ]
            facets[facet] = snapshot.counts(facet, others)
    return Matches(
        total=sum(len(part.docs) for part in kept),
        matches=first_matches(snapshot, kept, request.order, request.limit),
        plan=plan,
        found=expansion.found,
        count_words=expansion.word_counts,
        facets=facets,
    )


def _living(leaf: Leaf, found: Found) -> Found:
    return found if leaf.live is None else _kept(found, leaf.live[found.docs])


def _kept(found: Found, mask: Array) -> Found:
    return Found(found.docs[mask], None if found.scores is None else found.scores[mask])


def _masks(request: SearchRequest, snapshot: Snapshot, found: Sequence[Found]) -> list[dict[Facet, Array]]:
    """For each segment and each facet that is narrowed, which of the found documents it lets through."""
    return [
        {
            facet: snapshot.allowed(number, facet, values)[part.docs]
            for facet, values in request.narrowed.items()
            if values
        }
        for number, part in enumerate(found)
    ]


def _narrowed(found: Found, masks: Mapping[Facet, Array]) -> Found:
    return _kept(found, np.logical_and.reduce(list(masks.values()))) if masks else found
