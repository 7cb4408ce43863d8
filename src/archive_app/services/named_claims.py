"""Which people, units and places the claims on an event name, and where they name others than the other claims do."""

from collections.abc import Iterable, Mapping, Sequence

from archive_app.core.kinds import AuthorityKind
from archive_app.services.archives import Archive
from archive_app.services.authorities import Named, of_links

NamesByLink = Mapping[str, Sequence[Named]]


def names_of_links(archive: Archive, link_ids: Iterable[str]) -> dict[str, tuple[Named, ...]]:
    """What each of these links names, by the ids of those that name anything."""
    return {link_id: tuple(names) for link_id, names in of_links(archive, link_ids).items()}


def unlike(names: NamesByLink) -> dict[str, tuple[AuthorityKind, ...]]:
    """The kinds of which a claim names records and another claim names others, and they have none in common.

    This only points to what a person may want to compare: one source may name a corps and the other its brigade.
    """
    found = {}
    for link_id, named in names.items():
        kinds = [
            kind
            for kind in AuthorityKind
            if (own := _of_kind(named, kind))
            and any(
                other and own.isdisjoint(other)
                for other_id, others in names.items()
                if other_id != link_id
                for other in [_of_kind(others, kind)]
            )
        ]
        if kinds:
            found[link_id] = tuple(kinds)
    return found


def _of_kind(names: Sequence[Named], kind: AuthorityKind) -> set[str]:
    return {named.authority.id for named in names if named.authority.kind is kind}
