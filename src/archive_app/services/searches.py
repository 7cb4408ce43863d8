"""Saved searches: queries that a person keeps under a name, with all that was asked beside the words."""

import json
from collections.abc import Iterable
from enum import Enum
from typing import Any, TypeVar

from archive_app.core.errors import NotFound, UserError
from archive_app.core.hits import Facet, Order, SearchRequest, Tier
from archive_app.core.ids import new_id
from archive_app.core.records import SavedSearch
from archive_app.core.translation import N_, _
from archive_app.language.collation import azbuka_key
from archive_app.services.archives import Archive
from archive_app.store.rows import to_value
from archive_app.store.store import now

E = TypeVar("E", bound=Enum)


def list_searches(archive: Archive) -> list[SavedSearch]:
    """All saved searches, by name."""
    return sorted(archive.store.list(SavedSearch), key=lambda search: azbuka_key(search.name))


def find_search(archive: Archive, name: str) -> SavedSearch:
    """The saved search with this id, or this name in any case. Raises NotFound."""
    found = archive.store.find(SavedSearch, name) or _called(archive, name)
    if found is None:
        raise NotFound(_("There is no saved search called “{name}”.").format(name=name))
    return found


def save_search(
    archive: Archive, name: str, request: SearchRequest, *, replacing: bool = False
) -> SavedSearch:
    """Keep a request under a name, the query itself where the name is empty; the limit is not kept.

    Raises UserError where there is nothing to look for, and where the name is taken unless it is `replacing` that
    search.
    """
    query = request.query.strip()
    if not query:
        raise UserError(_("There is nothing to save yet; write what to look for."))
    clean = " ".join((name.strip() or query).split())
    options = json.dumps(options_of(request), ensure_ascii=False)
    taken = _called(archive, clean)
    if taken is not None and not replacing:
        raise _is_taken(taken)
    saved = SavedSearch(id=new_id(), name=clean, query=query, options=options, made_at=now())
    with archive.operation(N_("Save search “{subject}”"), subject=clean):
        if taken is None:
            archive.store.insert(saved)
        else:
            archive.store.update(SavedSearch, taken.id, query=query, options=options)
    return archive.store.get(SavedSearch, taken.id if taken else saved.id)


def rename_search(archive: Archive, search_id: str, name: str) -> SavedSearch:
    """Give a saved search another name. Raises NotFound, UserError where the name is empty or taken."""
    saved = archive.store.get(SavedSearch, search_id)
    clean = " ".join(name.split())
    if not clean:
        raise UserError(_("The name is empty; write at least one word."))
    taken = _called(archive, clean)
    if taken is not None and taken.id != search_id:
        raise _is_taken(taken)
    with archive.operation(N_("Rename search “{subject}”"), subject=saved.name):
        archive.store.update(SavedSearch, search_id, name=clean)
    return archive.store.get(SavedSearch, search_id)


def remove_search(archive: Archive, search_id: str) -> None:
    """Delete a saved search; undo brings it back. Raises NotFound."""
    saved = archive.store.get(SavedSearch, search_id)
    with archive.operation(N_("Delete search “{subject}”"), subject=saved.name):
        archive.store.delete(SavedSearch, search_id)


def _called(archive: Archive, name: str) -> SavedSearch | None:
    wanted = str(to_value(name)).casefold()
    return next((saved for saved in archive.store.list(SavedSearch) if saved.name.casefold() == wanted), None)


def _is_taken(saved: SavedSearch) -> UserError:
    return UserError(_("There is a saved search called “{name}” already.").format(name=saved.name))


def request_of(saved: SavedSearch, **changed: Any) -> SearchRequest:
    """What a saved search asks, with other values for some fields of the request (such as `limit`)."""
    return request_from(saved.query, json.loads(saved.options), **changed)


def options_of(request: SearchRequest) -> dict[str, Any]:
    """All of a request but its query and its limits as plain values for JSON; what is as usual is left out."""
    options: dict[str, Any] = {}
    if request.tiers != frozenset(Tier):
        options["tiers"] = [tier.name.lower() for tier in sorted(request.tiers)]
    if request.ijekavian:
        options["ijekavian"] = True
    if request.foreign:
        options["foreign"] = True
    if request.narrowed:
        options["narrowed"] = {
            facet.value: sorted(values) for facet, values in sorted(request.narrowed.items())
        }
    if request.order is not Order.RELEVANCE:
        options["order"] = request.order.value
    return options


def request_from(query: str, options: dict[str, Any], **changed: Any) -> SearchRequest:
    """The request of a query with plain `options`; what this version of the program does not know is left out."""
    asked: dict[str, Any] = {
        "ijekavian": bool(options.get("ijekavian")),
        "foreign": bool(options.get("foreign")),
        "narrowed": {
            facet: frozenset(values)
            for name, values in options.get("narrowed", {}).items()
            for facet in _known(Facet, [name])
        },
        "order": next(iter(_known(Order, [options.get("order")])), Order.RELEVANCE),
    }
    if "tiers" in options:
        names = {tier.name.lower(): tier for tier in Tier}
        asked["tiers"] = frozenset(names[name] for name in options["tiers"] if name in names)
    return SearchRequest(query=query, **{**asked, **changed})


def _known(enum: type[E], values: Iterable[object]) -> list[E]:
    """The members that have these values."""
    known = {member.value: member for member in enum}
    return [known[value] for value in values if value in known]
