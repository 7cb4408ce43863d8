"""Corrections that a person has typed and not saved: kept while they read elsewhere, and until the next time."""

import json

from PySide6.QtCore import QObject

from archive_app.ui.session import Session
from archive_app.ui.settings import Settings

_NAME = "correcting/typed"


class TypedCorrections(QObject):
    """What was typed, by source and by the letters of the passage as it is: passages are numbered anew."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._typed: dict[tuple[str, str], str] = {}

    def keep(self, source_id: str, letters: str, typed: str) -> None:
        """Keep what was typed for a passage."""
        self._typed[source_id, letters] = typed

    def take(self, source_id: str, letters: str) -> str | None:
        """What was typed for a passage, no longer kept here; None where nothing was."""
        return self._typed.pop((source_id, letters), None)

    def passages(self, source_id: str) -> set[str]:
        """The letters of the passages of a source for which something was typed."""
        return {letters for kept, letters in self._typed if kept == source_id}

    def read(self, settings: Settings) -> None:
        """Take up what was kept the last time."""
        for entry in settings.words(_NAME):
            source_id, letters, typed = json.loads(entry)
            self.keep(source_id, letters, typed)

    def write(self, settings: Settings) -> None:
        """Keep everything for the next time."""
        settings.keep_words(_NAME, [json.dumps([*place, typed]) for place, typed in self._typed.items()])


def typed_corrections(session: Session) -> TypedCorrections:
    """The ones that all readers of a session share."""
    found = session.findChild(TypedCorrections)
    return found if isinstance(found, TypedCorrections) else TypedCorrections(session)
