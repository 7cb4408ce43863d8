"""Commands for people, units and places: their records, what has to do with them, and which of them are one."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from archive_app.cli.output import give, plain, say_date
from archive_app.cli.shared import folder_argument, json_option, opened
from archive_app.core.coordinates import read_coordinates, write_coordinates
from archive_app.core.dates import format_date
from archive_app.core.errors import NotFound
from archive_app.core.hits import RecordKind
from archive_app.core.kind_labels import authority_kind_label
from archive_app.core.kinds import AuthorityKind
from archive_app.core.links import RecordLink
from archive_app.core.records import VariantName
from archive_app.core.translation import _, ngettext
from archive_app.services import authorities as service
from archive_app.services import (
    authority_duplicates,
    authority_merging,
    authority_uses,
    indexing,
    stated_names,
)
from archive_app.services.archives import Archive
from archive_app.services.authorities import Named
from archive_app.services.authority_uses import UseInEvent

_kinds = click.Choice([kind.value for kind in AuthorityKind])


def named_document(named: Named) -> dict[str, Any]:
    """An authority record in JSON, with its link and its other names."""
    return {
        **plain(named.authority),
        "link": str(RecordLink(RecordKind.AUTHORITY, named.authority.id)),
        "variants": [variant.name for variant in named.variants],
    }


def short_document(named: Named) -> dict[str, str]:
    """What other documents say of an authority record that they name."""
    return {"id": named.authority.id, "kind": named.authority.kind.value, "name": named.authority.name}


def found_ids(archive: Archive, names: Sequence[str]) -> list[str]:
    """The ids of the records that are called so, each by its id, link or any of its names."""
    return [service.find_authority(archive, name).authority.id for name in names]


def _title(named: Named) -> str:
    return f"{named.authority.name} ({authority_kind_label(named.authority.kind)})"


def _line(named: Named, events: int) -> str:
    about = [authority_kind_label(named.authority.kind), format_date(named.authority.when)]
    about += [ngettext("{count} event", "{count} events", events).format(count=events)]
    said = f"{named.authority.id}  {named.authority.name} ({', '.join(part for part in about if part)})"
    return said + "".join(f" = {variant.name}" for variant in named.variants)


@click.command("authorities")
@folder_argument
@click.option("--kind", type=_kinds, default=None, help="Only people, units or places.")
@json_option
def list_(folder: Path, kind: str | None, as_json: bool) -> None:
    """List the people, units and places of the archive in DIR with all their names."""
    with opened(folder) as (archive, _progress):
        found = service.list_authorities(archive, AuthorityKind(kind) if kind else None)
        events = authority_uses.use_counts(archive)
    document = {
        "authorities": [
            {**named_document(named), "events": events.get(named.authority.id, 0)} for named in found
        ]
    }
    lines = [_line(named, events.get(named.authority.id, 0)) for named in found]
    give(as_json, document, lambda: lines or [_("There are no records of people, units or places yet.")])


@click.command("authority")
@folder_argument
@click.argument("name")
@click.option("--kind", type=_kinds, required=True, help="What it is.")
@click.option(
    "--variant", "variants", multiple=True, help="Another name, or another spelling; may be repeated."
)
@click.option("--when", default="", help="When the person lived, or the unit was.")
@click.option("--note", default="", help="A note on it.")
@click.option("--url", default="", help="A web address on it.")
@click.option("--at", default="", help="Where it is, such as 44.8125,20.4612.")
@json_option
def add(
    folder: Path,
    name: str,
    kind: str,
    variants: tuple[str, ...],
    when: str,
    note: str,
    url: str,
    at: str,
    as_json: bool,
) -> None:
    """Make a record of a person, unit or place called NAME."""
    coordinates = read_coordinates(at)
    with opened(folder) as (archive, progress):
        made = service.add_authority(
            archive,
            AuthorityKind(kind),
            name,
            variants=variants,
            when=when,
            note=note,
            url=url,
            coordinates=coordinates,
        )
        indexing.catch_up(archive, progress)
    if not as_json:
        say_date(when)
    said = _("Added “{name}”: {id}").format(name=made.authority.name, id=made.authority.id)
    give(as_json, named_document(made), lambda: [said])


@click.command("authority-show")
@folder_argument
@click.argument("name")
@json_option
def show(folder: Path, name: str, as_json: bool) -> None:
    """Show the record NAME (its id, link or any of its names) and what has to do with it."""
    with opened(folder) as (archive, _progress):
        named = service.find_authority(archive, name)
        uses = authority_uses.uses_of(archive, named.authority.id)
    document = {**named_document(named), "uses": [_use(use) for use in uses]}
    give(as_json, document, lambda: _shown(named, uses))


def _use(use: UseInEvent) -> dict[str, Any]:
    return {
        "event": plain(use.event),
        "itself": use.itself,
        "claims": [
            {
                **plain(claim.link),
                "quote": claim.annotation.quote,
                "source": {"id": claim.source.id, "title": claim.source.title} if claim.source else None,
            }
            for claim in use.claims
        ],
    }


def _shown(named: Named, uses: list[UseInEvent]) -> list[str]:
    one = named.authority
    known = one.latitude is not None and one.longitude is not None
    where = write_coordinates(one.latitude or 0, one.longitude or 0) if known else ""
    lines = [_title(named), *(f"  = {variant.name}" for variant in named.variants)]
    lines += [f"  {part}" for part in (format_date(one.when), where, one.url, one.note) if part]
    for use in uses:
        when = format_date(use.event.when)
        lines.append(f"{use.event.title} ({when})" if when else use.event.title)
        for claim in use.claims:
            title = claim.source.title if claim.source else ""
            lines.append(f"      {title}: „{' '.join(claim.annotation.quote.split())}“")
    return lines if uses else [*lines, _("No event has to do with it yet.")]


@click.command("authority-edit")
@folder_argument
@click.argument("name")
@click.option("--rename", default=None, help="The name that is held right.")
@click.option("--kind", type=_kinds, default=None, help="What it is.")
@click.option("--variant", "variants", multiple=True, help="Give it another name; may be repeated.")
@click.option("--drop", "dropped", multiple=True, help="Take this other name away; may be repeated.")
@click.option("--when", default=None, help="When the person lived, or the unit was.")
@click.option("--note", default=None, help="A note on it.")
@click.option("--url", default=None, help="A web address on it.")
@click.option("--at", default=None, help="Where it is; '' where that is not known.")
@click.option("--delete", is_flag=True, help="Delete it; undo brings it back.")
@json_option
def edit(
    folder: Path,
    name: str,
    rename: str | None,
    kind: str | None,
    variants: tuple[str, ...],
    dropped: tuple[str, ...],
    at: str | None,
    delete: bool,
    as_json: bool,
    **described: str | None,
) -> None:
    """Change the record NAME (its id, link or any of its names)."""
    values = {key: value for key, value in {"name": rename, **described}.items() if value is not None}
    if delete and (values or kind or variants or dropped or at is not None):
        raise click.UsageError(_("These options exclude each other."))
    position = read_coordinates(at or "")
    with opened(folder) as (archive, progress):
        named = service.find_authority(archive, name)
        known = named.authority.id
        if delete:
            service.remove_authority(archive, known)
        else:
            gone = [_variant(named, one) for one in dropped]
            service.edit_authority(archive, known, kind=AuthorityKind(kind) if kind else None, **values)
            for one in variants:
                service.add_name(archive, known, one)
            for variant in gone:
                service.remove_name(archive, variant.id)
            if at is not None:
                service.set_position(archive, known, position)
            named = service.get_authority(archive, known)
        indexing.catch_up(archive, progress)
    said = _("Deleted “{name}”.") if delete else _("The record is “{name}” now.")
    document = {**named_document(named), "deleted": delete}
    give(as_json, document, lambda: [said.format(name=named.authority.name)])


def _variant(named: Named, name: str) -> VariantName:
    for variant in named.variants:
        if variant.name == name:
            return variant
    raise NotFound(
        _("“{name}” is no other name of “{record}”.").format(name=name, record=named.authority.name)
    )


@click.command("authority-merge")
@folder_argument
@click.argument("name")
@click.argument("into")
@click.option(
    "--take",
    multiple=True,
    type=click.Choice(authority_merging.FIELDS),
    help="Keep this of NAME where both have it; may be repeated.",
)
@json_option
def merge(folder: Path, name: str, into: str, take: tuple[str, ...], as_json: bool) -> None:
    """Make one record of NAME and INTO: all names and all that has to do with either stay, NAME goes to the trash."""
    with opened(folder) as (archive, progress):
        one, other = (service.find_authority(archive, words) for words in (name, into))
        compared = authority_merging.compare(one, other)
        merged = authority_merging.merge_authorities(archive, one.authority.id, other.authority.id, take=take)
        indexing.catch_up(archive, progress)
    lines = [
        _("{label}: kept “{kept}”, not “{lost}”").format(
            label=row.label,
            kept=row.one if row.field in take else row.other,
            lost=row.other if row.field in take else row.one,
        )
        for row in compared
        if row.differs and row.field != "name"
    ]
    said = _("Merged “{one}” into “{other}”.").format(one=one.authority.name, other=merged.authority.name)
    give(as_json, named_document(merged), lambda: [said, *lines])


@click.command("authority-duplicates")
@folder_argument
@click.option("--kind", type=_kinds, default=None, help="Only people, units or places.")
@click.option(
    "--two", nargs=2, metavar="NAME NAME", help="First remember that these are two, whatever their names."
)
@json_option
def duplicates(folder: Path, kind: str | None, two: tuple[str, str] | None, as_json: bool) -> None:
    """List records that may be two of one person, unit or place, the surest first; merges nothing."""
    with opened(folder) as (archive, _progress):
        if two is not None:
            authority_duplicates.keep_apart(archive, *found_ids(archive, two))
        found = authority_duplicates.duplicates(archive, AuthorityKind(kind) if kind else None)
    rows = [
        {
            "kept": named_document(one.kept),
            "merged": named_document(one.merged),
            "likeness": one.likeness.name.lower(),
            "reason": authority_duplicates.reason(one.likeness),
            "names": list(one.names),
        }
        for one in found
    ]
    lines = [
        f"{_title(one.kept)} = {_title(one.merged)}: {authority_duplicates.reason(one.likeness)}"
        for one in found
    ]
    give(as_json, {"duplicates": rows}, lambda: lines or [_("No two records look like one.")])


@click.command("authority-names")
@folder_argument
@click.option(
    "--least", default=stated_names.LEAST, show_default=True, help="How often a new name must be stated."
)
@click.option("--accept", multiple=True, help="Make a record of this name; may be repeated.")
@click.option("--accept-all", is_flag=True, help="Make records of all that are listed.")
@json_option
def names(folder: Path, least: int, accept: tuple[str, ...], accept_all: bool, as_json: bool) -> None:
    """List what events and links name in words, without a record, and make records of it."""
    with opened(folder) as (archive, progress):
        found = stated_names.stated_names(archive, least=least)
        unknown = set(accept) - {form for one in found for form in (one.name, *one.forms)}
        if unknown:
            raise NotFound(_("Nothing that is listed is called “{name}”.").format(name=min(unknown)))
        chosen = [one for one in found if accept_all or set(accept) & {one.name, *one.forms}]
        made = stated_names.accept(archive, chosen) if chosen else []
        indexing.catch_up(archive, progress)
    rows = [
        {
            "name": one.name,
            "kind": one.kind.value,
            "forms": list(one.forms),
            "count": one.count,
            "record": short_document(one.existing) if one.existing else None,
        }
        for one in found
    ]
    document = {"names": rows, "accepted": [named_document(named) for named in made]}
    give(as_json, document, lambda: _stated_lines(found, made))


def _stated_lines(found: list[stated_names.Stated], made: list[Named]) -> list[str]:
    if made:
        return [_("Has its record now: {name}").format(name=_title(named)) for named in made]
    lines = []
    for one in found:
        forms = ", ".join(one.forms)
        count = ngettext("{count} mention", "{count} mentions", one.count).format(count=one.count)
        lines.append(f"{one.name} ({authority_kind_label(one.kind)}), {count}: {forms}")
    return lines or [_("Events and links name nothing that has no record.")]


COMMANDS = (list_, add, show, edit, merge, duplicates, names)
