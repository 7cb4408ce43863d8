"""Asking while a person types: one question at a time, the newest next, older answers dropped."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from archive_app.core.errors import QueryError
from archive_app.core.hits import SearchRequest, SearchResult
from archive_app.services import searching
from archive_app.services.archives import Archive
from archive_app.ui.jobs import Lane, Task
from archive_app.ui.session import Session

_UNFINISHED = re.compile(r"(?:^|\s)\w{2,}$")
_JOINING = ("AND", "OR", "NOT")


@dataclass(frozen=True, slots=True)
class Answer:
    """What was `wanted`, what was `asked` instead where nothing held the last word whole, and what was found."""

    wanted: SearchRequest
    asked: SearchRequest
    result: SearchResult

    @property
    def is_begun(self) -> bool:
        """Whether the last word was taken as the beginning of words."""
        return self.wanted.query != self.asked.query


def answer(archive: Archive, request: SearchRequest) -> Answer:
    """Search; where nothing is found, take the last word as one that is still being typed.

    Runs in the lane for searches. Raises UserError as `searching.search` does.
    """
    result = searching.search(archive, request)
    if result.total or not is_unfinished(request.query):
        return Answer(request, request, result)
    begun = replace(request, query=request.query + "*")
    try:
        found = searching.search(archive, begun)
    except QueryError:
        return Answer(request, request, result)
    return Answer(request, begun, found) if found.total else Answer(request, request, result)


def is_unfinished(query: str) -> bool:
    """Whether a query ends in a plain word that may be the beginning of a longer one."""
    last = query.rpartition(" ")[2]
    is_quoted = query.count('"') % 2 == 1 or "„" in query
    return bool(_UNFINISHED.search(query)) and not is_quoted and last not in _JOINING


class Asker(QObject):
    """Calls `function(archive, *args)` in the lane for searches and keeps at most one more question in mind."""

    answered = Signal(object)
    refused = Signal(object)

    def __init__(self, session: Session, title: str, function: Callable[..., Any], parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._title = title
        self._function = function
        self._running: Task | None = None
        self._next: tuple[Any, ...] | None = None
        self._is_wanted = False

    def ask(self, *args: Any) -> None:
        """Ask this next; what was asked before and not answered yet will not be."""
        self._is_wanted = True
        self._next = args
        if self._running is None:
            self._start()

    def forget(self) -> None:
        """Let nothing that was asked be answered."""
        self._next = None
        self._is_wanted = False

    def is_waiting(self) -> bool:
        """Whether an answer is still to come."""
        return self._is_wanted

    def _start(self) -> None:
        args, self._next = self._next or (), None
        # Methods, not closures: an answer that comes after this object is gone has nobody to go to.
        self._running = self._session.runner.start(
            Lane.SEARCH,
            self._title,
            self._function,
            self._session.archive,
            *args,
            done=self._on_done,
            failed=self._on_failed,
        )

    def _on_done(self, value: object) -> None:
        if self._is_newest():
            self.answered.emit(value)

    def _on_failed(self, error: Exception) -> None:
        if self._is_newest():
            self.refused.emit(error)

    def _is_newest(self) -> bool:
        """Go on to the next question, if any; whether the answer that has come is to the newest."""
        if self.sender() is not self._running:
            return False
        self._running = None
        if self._next is not None:
            self._start()
            return False
        wanted, self._is_wanted = self._is_wanted, False
        return wanted
