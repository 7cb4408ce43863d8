"""All names of people, units and places of an archive, to be offered while a person types."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from archive_app.core.changes import Changes
from archive_app.core.kinds import AuthorityKind
from archive_app.services import authorities
from archive_app.services.authorities import Named
from archive_app.services.authority_duplicates import sounded
from archive_app.ui.matching import folded
from archive_app.ui.session import Session

EVERY_KIND = frozenset(AuthorityKind)
MOST = 12
"""More are not looked through while typing."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A record, and which of its names was typed, or the beginning or a part of it."""

    named: Named
    name: str


class NameStock(QObject):
    """Reads the records when they are first asked for, and again when one was changed."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._read: list[tuple[str, str, Named]] | None = None
        session.changed.connect(self._on_changed)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches("authorities", "variant_names"):
            self._read = None
            self.changed.emit()

    def _names(self) -> list[tuple[str, str, Named]]:
        """A folded copy of each name, the name, and its record, by the name that is held right."""
        if self._read is None:
            self._read = [
                (f" {folded(name)}", name, named)
                for named in authorities.list_authorities(self._session.archive)
                for name in named.names
            ]
        return self._read

    def named(self, authority_id: str) -> Named | None:
        """The record with this id."""
        return next(
            (named for _copy, _name, named in self._names() if named.authority.id == authority_id), None
        )

    def offers(self, typed: str, kinds: Collection[AuthorityKind] = EVERY_KIND) -> list[Offer]:
        """The records one of whose names holds all the words that were typed, in either script; each once.

        Names that are what was typed come first, then those that begin so, then those of which a word does; last those
        that sound so, where it was typed in the spelling of another language.
        """
        best: dict[str, tuple[int, int, Offer]] = {}
        for number, (rank, name, named) in enumerate(self._fitting(folded(typed).strip(), kinds)):
            key = named.authority.id
            if key not in best or rank < best[key][0]:
                best[key] = (rank, number, Offer(named, name))
        ranked = sorted(best.values(), key=lambda found: found[:2])
        return [offer for _rank, _number, offer in ranked[:MOST]]

    def _fitting(self, typed: str, kinds: Collection[AuthorityKind]) -> Iterator[tuple[int, str, Named]]:
        words = typed.split()
        sounds = [(word, *map(folded, sounded(word))) for word in words]
        is_foreign = any(len(ways) > 1 for ways in sounds)
        for copy, name, named in self._names() if words else ():
            if named.authority.kind not in kinds:
                continue
            if all(word in copy for word in words):
                yield _rank(copy, typed, words), name, named
            elif is_foreign and all(any(way in copy for way in ways) for ways in sounds):
                yield _SOUNDS, name, named


_SOUNDS = 4


def _rank(copy: str, typed: str, words: list[str]) -> int:
    if copy == f" {typed}":
        return 0
    if copy.startswith(f" {typed}"):
        return 1
    return 2 if all(f" {word}" in copy for word in words) else 3


def name_stock(session: Session) -> NameStock:
    """The one that all forms of a session share."""
    found = session.findChild(NameStock)
    return found if isinstance(found, NameStock) else NameStock(session)
