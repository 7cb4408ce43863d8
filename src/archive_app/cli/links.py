"""Commands that follow stable links, and that change where one annotation stands."""

from pathlib import Path
from typing import Any

import click

from archive_app.cli.authorities import named_document, short_document
from archive_app.cli.output import give, plain
from archive_app.cli.shared import folder_argument, json_option, opened
from archive_app.cli.sources import annotation_document
from archive_app.core.errors import UserError
from archive_app.core.hits import RecordKind
from archive_app.core.links import is_begun
from archive_app.core.records import Annotation, Authority, Event, Photo, Source
from archive_app.core.translation import _
from archive_app.services import annotating, authorities, indexing, linking, reshaping, sources
from archive_app.services.annotating import Annotated
from archive_app.services.archives import Archive


@click.command()
@folder_argument
@click.argument("annotation")
@click.option("--quote", default=None, help="Let it stand on these words of its source instead.")
@click.option("--join", "other", default=None, help="Join it with this annotation (its id or link).")
@json_option
def annotation(folder: Path, annotation: str, quote: str | None, other: str | None, as_json: bool) -> None:
    """Show an ANNOTATION (its id or link), or change where it stands."""
    if quote is not None and other is not None:
        raise click.UsageError(_("These options exclude each other."))
    with opened(folder) as (archive, progress):
        found = annotating.get_annotation(archive, _id_of(archive, annotation))
        if quote is not None:
            found = _moved(archive, found, quote)
        elif other is not None:
            found = reshaping.join(archive, found.annotation.id, _id_of(archive, other))
        if quote is not None or other is not None:
            indexing.catch_up(archive, progress)
        title = sources.get_source(archive, found.source_id).title if found.source_id else ""
    document = annotation_document(found)
    give(as_json, document, lambda: _lines(document, found, title))


def _id_of(archive: Archive, words: str) -> str:
    """The id in a link, whose record must be there; an id as it is."""
    if not is_begun(words):
        return words
    link = linking.follow(archive, words)
    if link.kind is not RecordKind.ANNOTATION:
        raise UserError(_("This link leads to no annotation."))
    return link.id


def _moved(archive: Archive, found: Annotated, quote: str) -> Annotated:
    text, span = annotating.find_quote(archive, found.source_id or "", quote)
    if text.id != found.annotation.text_id:
        raise UserError(_("This annotation does not stand in the newest text of its source."))
    return reshaping.adjust(archive, found.annotation.id, span)


def _lines(document: dict[str, Any], found: Annotated, title: str) -> list[str]:
    one = found.annotation
    tags = " ".join(f"#{path}" for path in found.tag_paths)
    return [part for part in (document["link"], title, one.quote, one.note, tags) if part]


@click.command()
@folder_argument
@click.argument("link")
@json_option
def record(folder: Path, link: str, as_json: bool) -> None:
    """Show the record that a LINK (archive:…) leads to: an annotation, source, photo, event, person, unit or place."""
    with opened(folder) as (archive, _progress):
        found = linking.follow(archive, link)
        one = linking.record_of(archive, found)
        document = {"record": found.kind.value, "link": str(found), **_document(archive, one)}
    give(as_json, document, lambda: [str(found), _title(one)])


def _document(archive: Archive, record: Annotation | Source | Photo | Event | Authority) -> dict[str, Any]:
    """A record with the names that belong to it."""
    document: dict[str, Any] = plain(record)
    if isinstance(record, Event):
        document["names"] = [short_document(named) for named in authorities.of_event(archive, record.id)]
    elif isinstance(record, Authority):
        document |= named_document(authorities.get_authority(archive, record.id))
    return document


def _title(record: Annotation | Source | Photo | Event | Authority) -> str:
    match record:
        case Annotation():
            return annotating.short(record.quote or record.note)
        case Photo():
            return annotating.short(record.caption)
        case Authority():
            return annotating.short(record.name)
        case _:
            return annotating.short(record.title)


COMMANDS = (annotation, record)
