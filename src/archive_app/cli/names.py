"""The command that lists whom and what a text names, and the passages that name one of them."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from archive_app.cli.found import hit_document
from archive_app.cli.output import give, marked, plain
from archive_app.cli.shared import folder_argument, json_option, opened
from archive_app.core.errors import NotFound
from archive_app.core.kind_labels import authority_kind_label
from archive_app.core.translation import _, ngettext
from archive_app.services import authorities, indexing, naming, sources
from archive_app.services.authorities import Named
from archive_app.services.naming import NamedIn, NameMention

_PRINTED = 5
"""So many different forms of a name are printed for people."""


@click.command()
@folder_argument
@click.argument("source", required=False)
@click.option(
    "--of", "whose", default="", metavar="NAME", help="List the passages of all sources that name it."
)
@click.option("--sure", is_flag=True, help="Leave out words that may only look like a name.")
@json_option
def names(folder: Path, source: str | None, whose: str, sure: bool, as_json: bool) -> None:
    """List the people, units and places that a SOURCE (its id or title) names, how often and where.

    With --of, the passages that name one of them, by any of its names.
    """
    if bool(source) == bool(whose):
        raise click.UsageError(_("Give either a SOURCE or --of NAME."))
    if source:
        _of_source(folder, source, sure, as_json)
    else:
        _passages(folder, whose, sure, as_json)


def _of_source(folder: Path, source: str, sure: bool, as_json: bool) -> None:
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


def _passages(folder: Path, whose: str, sure: bool, as_json: bool) -> None:
    with opened(folder) as (archive, progress):
        indexing.catch_up(archive, progress)
        named = authorities.find_authority(archive, whose)
        every = naming.passages_naming(archive, named.authority.id, progress=progress)
    found = [one for one in every if not sure or not all(mention.is_doubtful for mention in one.mentions)]
    passages = [
        {**hit_document(one.hit), "highlights": _spans(one), "places": [*map(_place, one.mentions)]}
        for one in found
    ]
    lines = [
        line
        for one in found
        for line in (f"{one.hit.source_title}:", f"    {marked(one.hit.text, _spans(one))}")
    ]
    nothing = _("No passage names “{name}”.").format(name=named.authority.name)
    give(as_json, {"passages": passages}, lambda: lines or [nothing])


def _spans(named: NamedIn) -> tuple[tuple[int, int], ...]:
    return tuple((one.start, one.end) for one in named.mentions)


def _by_authority(found: Iterable[NameMention]) -> dict[str, list[NameMention]]:
    by_id: dict[str, list[NameMention]] = {}
    for mention in found:
        for authority_id in mention.ids:
            by_id.setdefault(authority_id, []).append(mention)
    return by_id


def _document(named: Named, mentions: list[NameMention]) -> dict[str, Any]:
    """An authority record with the places where a text names it, for scripts."""
    authority = named.authority
    return {
        "id": authority.id,
        "kind": plain(authority.kind),
        "name": authority.name,
        "count": len(mentions),
        "places": [*map(_place, mentions)],
    }


def _place(mention: NameMention) -> dict[str, Any]:
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "name": mention.name,
        "nearness": mention.nearness.name.lower(),
        "doubtful": mention.is_doubtful,
    }


def _line(named: Named, mentions: list[NameMention]) -> str:
    forms = list(dict.fromkeys(" ".join(one.text.split()) for one in mentions))
    times = ngettext("{count} time", "{count} times", len(mentions)).format(count=len(mentions))
    kind = authority_kind_label(named.authority.kind)
    more = ", …" if len(forms) > _PRINTED else ""
    return f"{named.authority.name} ({kind}), {times}: {', '.join(forms[:_PRINTED])}{more}"


COMMANDS = (names,)
