"""The command that lists which people, units and places a text names."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from archive_app.cli.output import give, plain
from archive_app.cli.shared import folder_argument, json_option, opened
from archive_app.core.errors import NotFound
from archive_app.core.kind_labels import authority_kind_label
from archive_app.core.translation import _, ngettext
from archive_app.services import authorities, naming, sources
from archive_app.services.authorities import Named
from archive_app.services.naming import NameMention

_PRINTED = 5
"""So many different forms of a name are printed for people."""


@click.command()
@folder_argument
@click.argument("source")
@click.option("--sure", is_flag=True, help="Leave out words that may only look like a name.")
@json_option
def names(folder: Path, source: str, sure: bool, as_json: bool) -> None:
    """List the people, units and places that a SOURCE (its id or title) names, how often and where."""
    with opened(folder) as (archive, progress):
        reading = sources.read_source(archive, sources.find_source(archive, source).id)
        if reading is None:
            raise NotFound(_("This source has no text."))
        found = naming.names_in(archive, reading.text.id, progress=progress)
        by_id = _by_authority(one for one in found if not (sure and one.is_doubtful))
        known = authorities.get_many(archive, by_id)
    named = [(known[key], mentions) for key, mentions in by_id.items()]
    named.sort(key=lambda one: (-len(one[1]), authorities.by_name(one[0])))
    document = {"names": [_document(*one) for one in named]}
    nothing = _("No person, unit or place that this archive knows is named there.")
    give(as_json, document, lambda: [_line(*one) for one in named] or [nothing])


def _by_authority(found: Iterable[NameMention]) -> dict[str, list[NameMention]]:
    by_id: dict[str, list[NameMention]] = {}
    for mention in found:
        for authority_id in mention.ids:
            by_id.setdefault(authority_id, []).append(mention)
    return by_id


def _document(named: Named, mentions: list[NameMention]) -> dict[str, Any]:
    """An authority record with the places where a text names it, for scripts."""
    authority = named.authority
    places = [
        {
            "start": one.start,
            "end": one.end,
            "text": one.text,
            "name": one.name,
            "nearness": one.nearness.name.lower(),
            "doubtful": one.is_doubtful,
        }
        for one in mentions
    ]
    return {
        "id": authority.id,
        "kind": plain(authority.kind),
        "name": authority.name,
        "count": len(mentions),
        "places": places,
    }


def _line(named: Named, mentions: list[NameMention]) -> str:
    forms = list(dict.fromkeys(" ".join(one.text.split()) for one in mentions))
    times = ngettext("{count} time", "{count} times", len(mentions)).format(count=len(mentions))
    kind = authority_kind_label(named.authority.kind)
    more = ", …" if len(forms) > _PRINTED else ""
    return f"{named.authority.name} ({kind}), {times}: {', '.join(forms[:_PRINTED])}{more}"


COMMANDS = (names,)
