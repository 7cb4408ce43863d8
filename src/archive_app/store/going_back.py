"""Going back to a point of the history in one step: all that was done after it is taken back, as one operation that can
itself be undone. What had been undone since, and counted then, is done again.
"""

from dataclasses import dataclass

from archive_app.core.changes import Changes
from archive_app.core.errors import Conflict, NotFound, UserError
from archive_app.core.records import Operation
from archive_app.core.translation import N_, _
from archive_app.store import counting, operations
from archive_app.store.store import Store

_BACK = N_("Go back to “{subject}”")
_BEGINNING = N_("Go back to the beginning")


@dataclass(frozen=True, slots=True)
class Way:
    """The way to a point of the history: what is taken back, newest first, and what is then done again."""

    taken: tuple[int, ...]
    again: tuple[int, ...]
    marked: counting.Swap

    def __bool__(self) -> bool:
        return bool(self.taken or self.again)


def way_to(store: Store, number: int) -> Way:
    """What lies between now and the moment when an action was done; 0 is the beginning. Raises NotFound."""
    if number:
        _action(store, number)
    then, now = counting.after(store, number), counting.now(store)
    taken, again = now - then, then - now
    # What a going back did is done by undoing what came before it and after; itself it only changes what counts.
    jumps = {n for (n,) in store.rows("SELECT number FROM operations WHERE back_to IS NOT NULL")}
    return Way(
        tuple(sorted(taken - jumps, reverse=True)),
        tuple(sorted(again - jumps)),
        counting.Swap(taken, again),
    )


def go_back(store: Store, number: int) -> Changes:
    """Bring all records to where they were when an action was done.

    Raises NotFound, UserError where all is as it was then, Conflict where an action stands in the way; nothing is
    changed then.
    """
    way = way_to(store, number)
    if not way:
        raise UserError(_("Everything is as it was then; there is nothing to take back."))
    name, subject = (_BACK, _action(store, number).name) if number else (_BEGINNING, "")
    with store.operation(name, subject=subject, back_to=number) as opened:
        for one in way.taken:
            _step(store, one, back=True)
        for one in way.again:
            _step(store, one, back=False)
        operations.swap(store, way.marked)
    return opened.changes


def _step(store: Store, number: int, *, back: bool) -> None:
    try:
        (operations.invert if back else operations.repeat)(store, [number])
    except Conflict as error:
        raise Conflict(
            _("The archive cannot go back so far: “{action}” stands in the way. {reason}").format(
                action=_action(store, number).name, reason=error
            )
        ) from error


def _action(store: Store, number: int) -> Operation:
    found = operations.action(store, number)
    if found is None or found.number != number:
        raise NotFound(_("There is no action number {number} in the history.").format(number=number))
    return found
