"""Who and what a text names: the people, units and places of the archive, by all their names and in all forms."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from archive_app.core.hits import Hit, Order, RecordKind, SearchRequest, Tier
from archive_app.core.progress import SILENT, Progress
from archive_app.core.records import Photo, Text
from archive_app.core.spans import Span
from archive_app.language.names import NameMention, Names, Nearness, finder_of
from archive_app.language.tokens import tokenize
from archive_app.services.archives import Archive
from archive_app.services.fetching import ask, hits_of
from archive_app.services.indexing import have_dictionary
from archive_app.services.known_names import KnownNames, known_names
from archive_app.services.work import LONG_TEXT

__all__ = ["NameMention", "NamedIn", "Nearness", "names_in", "passages_naming"]

MOST_PASSAGES = 500
"""In so many passages at most a name is looked for at once."""
_MANY = 200
"""From so many names on they are made ready where heavy work runs: it takes longer than a frame of the window."""
_KEPT = 64
_WORDS = (Tier.EXACT, Tier.FOLDED, Tier.WORD, Tier.RELATED)


@dataclass(frozen=True, slots=True)
class NamedIn:
    """A passage that names a person, unit or place, with the places in the passage, in its code points."""

    hit: Hit
    mentions: tuple[NameMention, ...]


def names_in(
    archive: Archive, text_id: str, span: Span | None = None, progress: Progress = SILENT
) -> list[NameMention]:
    """The names of people, units and places in a text, or in a stretch of it, by their place; positions are code points
    of the text.

    A name that the edge of the stretch cuts is not found. Where there are many names or a long text it takes as long
    as heavy work does. Raises NotFound, Cancelled.
    """
    text = archive.store.get(Text, text_id)
    letters, known = archive.letters(text), known_names(archive)
    kept = known.found.get(text.letters_sha256)
    if kept is None and span is not None:
        (found,) = _found(archive, known, (letters[span.start : span.end],), progress)
        return [_moved(mention, span.start) for mention in found]
    if kept is None:
        (kept,) = _found(archive, known, (letters,), progress)
        with known.lock:
            known.found[text.letters_sha256] = kept
            while len(known.found) > _KEPT:
                known.found.popitem(last=False)
    inside = span or Span(0, len(letters))
    return [one for one in kept if inside.start <= one.start and one.end <= inside.end]


def passages_naming(
    archive: Archive, authority_id: str, most: int = MOST_PASSAGES, progress: Progress = SILENT
) -> list[NamedIn]:
    """The passages and captions that name a person, unit or place, source by source as they read, up to `most`.

    The search index says where to look, with what it has seen. Raises Cancelled, UserError where the index must be
    made anew.
    """
    known = known_names(archive)
    query = _query(known.by_id.get(authority_id, ()))
    if not query:
        return []
    request = SearchRequest(query=query, tiers=frozenset(_WORDS), order=Order.SOURCE, limit=most)
    hits = _each_once(archive, hits_of(archive, ask(archive, request)))
    found = _found(archive, known, [hit.text for hit in hits], progress)
    own = [tuple(one for one in mentions if authority_id in one.ids) for mentions in found]
    return [NamedIn(hit, mentions) for hit, mentions in zip(hits, own, strict=True) if mentions]


def _each_once(archive: Archive, hits: Iterable[Hit]) -> list[Hit]:
    """The hits without photos whose caption is a passage of a text: that is among the hits itself."""
    every = list(hits)
    photos = archive.store.get_many(Photo, (hit.id for hit in every if hit.kind is RecordKind.PHOTO))
    in_texts = {photo.id for photo in photos.values() if photo.text_id}
    return [hit for hit in every if hit.id not in in_texts]


def _query(names: tuple[str, ...]) -> str:
    """A query for passages and photos with any of some names."""
    phrases = (" ".join(token.text for token in tokenize(name) if not token.part) for name in names)
    either = " OR ".join(f'"{phrase}"' for phrase in phrases if phrase)
    kinds = f"kind:({RecordKind.PASSAGE} OR {RecordKind.PHOTO})"
    return f"{kinds} ({either})" if either else ""


def _moved(mention: NameMention, by: int) -> NameMention:
    return mention._replace(start=mention.start + by, end=mention.end + by)


def _found(
    archive: Archive, known: KnownNames, texts: Sequence[str], progress: Progress
) -> list[tuple[NameMention, ...]]:
    """The names in each of some texts."""
    if not known.by_id:
        return [()] * len(texts)
    have_dictionary(archive, progress)
    names = tuple(known.by_id.items())
    if sum(map(len, texts)) < LONG_TEXT and len(names) < _MANY:
        return _find(texts, names)
    return archive.work.run(_find, texts, names, progress=progress)


def _find(texts: Sequence[str], names: Names, progress: Progress = SILENT) -> list[tuple[NameMention, ...]]:
    finder = finder_of(names)
    found = []
    for done, letters in enumerate(texts):
        progress.step(done, len(texts))
        found.append(tuple(finder.find(letters)))
    return found
