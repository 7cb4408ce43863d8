"""Which sources a person reads in the other script, kept from one time to the next."""

from archive_app.ui.settings import Settings

_MOST = 2000
"""Of more sources the ones switched first are forgotten."""


class ScriptMemory:
    """Without settings it remembers as long as the program runs."""

    def __init__(self, settings: Settings | None = None) -> None:
        self._settings = settings
        self._ids = settings.in_other_script if settings else []

    def is_other(self, source_id: str) -> bool:
        """Whether a source is read in the other script."""
        return source_id in self._ids

    def keep(self, source_id: str, *, other: bool) -> None:
        """Remember how a source is read."""
        self._ids = [known for known in self._ids if known != source_id]
        if other:
            self._ids = [*self._ids, source_id][-_MOST:]
        if self._settings is not None:
            self._settings.in_other_script = self._ids
