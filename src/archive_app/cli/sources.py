"""Commands for bringing sources in, listing and reading them, and annotating them."""

from pathlib import Path
from typing import Any

import click

from archive_app.cli.output import give, plain, say, say_date
from archive_app.cli.shared import folder_argument, json_option, opened
from archive_app.core.dates import format_date
from archive_app.core.hits import RecordKind
from archive_app.core.links import RecordLink
from archive_app.core.records import Colour, Script, Source
from archive_app.core.translation import _, ngettext
from archive_app.services import annotating, indexing, photos, scripts, sources
from archive_app.services.importing import Details, ImportReport, Status, import_files

_SCRIPTS = {"latin": Script.LATIN, "cyrillic": Script.CYRILLIC}
_DETAILS = {
    "title": "Title, for one file.",
    "author": "Who wrote it.",
    "publisher": "Who published it.",
    "date": "When: EDTF or as you write it, such as 1944-10-20 or '20. oktobar 1944'.",
    "place": "Where it was made.",
    "call-number": "Call number in its archive.",
    "kind": "article, letter, book, report, diary, album or other.",
    "rights": "Who holds the rights, or the licence.",
    "url": "Where it was found.",
    "caption": "Caption, for one image.",
    "credit": "Who took the photo.",
    "encoding": "How the text's bytes are to be read, such as windows-1250, if it is not recognised.",
}


def _details(command: Any) -> Any:
    for name, words in reversed(_DETAILS.items()):
        command = click.option(f"--{name}", default="", help=words)(command)
    return command


@click.command("import")
@folder_argument
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@_details
@json_option
@click.pass_context
def import_(
    ctx: click.Context, /, folder: Path, files: tuple[Path, ...], as_json: bool, **about: str
) -> None:
    """Bring texts and images into the archive in DIR; a folder stands for the files in it."""
    details = Details(creator=about.pop("author"), **about)
    with opened(folder) as (archive, progress):
        report = import_files(archive, files, details, progress)
        indexing.catch_up(archive, progress)
    if not as_json and report.of(Status.IMPORTED):
        say_date(details.date)
    give(as_json, _import_document(report), lambda: _import_lines(report))
    for outcome in report.of(Status.IMPORTED):
        if outcome.remark:
            say(outcome.remark)
        if outcome.encoding_basis == "guessed":
            say(
                _(
                    "{name} was read as {encoding}, which is a guess; look whether its letters are right."
                ).format(name=outcome.path.name, encoding=outcome.encoding)
            )
    refused = report.of(Status.REFUSED)
    for outcome in refused if as_json else ():
        say(outcome.reason)
    ctx.exit(1 if refused or report.cancelled else 0)


def _import_document(report: ImportReport) -> dict[str, Any]:
    def rows(status: Status) -> list[dict[str, Any]]:
        return [
            {"id": outcome.source_id or outcome.photo_id, "file": str(outcome.path), **plain(outcome)}
            for outcome in report.of(status)
        ]

    return {
        "imported": rows(Status.IMPORTED),
        "skipped": rows(Status.SKIPPED),
        "refused": rows(Status.REFUSED),
        "cancelled": report.cancelled,
    }


def _import_lines(report: ImportReport) -> list[str]:
    lines = []
    for outcome in report.outcomes:
        if outcome.status is Status.IMPORTED:
            words = _("Imported {name} as “{title}”")
            if outcome.captions:
                words = ngettext(
                    "Imported {name} as “{title}”, with {count} caption",
                    "Imported {name} as “{title}”, with {count} captions",
                    outcome.captions,
                )
            lines.append(words.format(name=outcome.path.name, title=outcome.title, count=outcome.captions))
        elif outcome.status is Status.SKIPPED:
            lines.append(_("Skipped: {reason}").format(reason=outcome.reason))
        else:
            lines.append(_("Refused: {reason}").format(reason=outcome.reason))
    if report.cancelled:
        lines.append(_("Cancelled; the files after these were not reached."))
    return lines


@click.command("sources")
@folder_argument
@json_option
def list_(folder: Path, as_json: bool) -> None:
    """List the sources of the archive in DIR."""
    with opened(folder) as (archive, _progress):
        found = sources.list_sources(archive)
    document = {"sources": [{**plain(row.source), "annotations": row.annotations} for row in found]}
    give(as_json, document, lambda: [_source_line(row) for row in found] or [_("There are no sources yet.")])


def _source_line(row: sources.SourceSummary) -> str:
    source = row.source
    about = ", ".join(part for part in (source.creator, format_date(source.date), source.call_number) if part)
    number = ngettext("{count} annotation", "{count} annotations", row.annotations).format(
        count=row.annotations
    )
    return f"{source.id}  {source.title}" + (f" ({about})" if about else "") + f", {number}"


@click.command()
@folder_argument
@click.argument("source")
@click.option(
    "--script",
    type=click.Choice(list(_SCRIPTS)),
    help="Show the text in this script, whichever it is stored in; places count in what is shown.",
)
@json_option
def show(folder: Path, source: str, script: str | None, as_json: bool) -> None:
    """Show a SOURCE (its id, link or title) with its text and annotations."""
    with opened(folder) as (archive, _progress):
        found = sources.find_source(archive, source)
        reading = sources.read_source(archive, found.id)
        annotated = annotating.annotations_of_source(archive, found.id)
        captions = photos.photos_of_source(archive, found.id)
    seen_in = found.script
    if reading is not None and script is not None:
        shown = scripts.display(reading, _SCRIPTS[script])
        annotated = scripts.annotations_in(shown, reading.text.id, annotated)
        reading, seen_in = scripts.reading_in(shown, reading), shown.script
    document = {
        **plain(found),
        "text": reading.letters if reading else None,
        "text_id": reading.text.id if reading else None,
        "shown_script": seen_in.value,
        "encoding": reading.text.encoding if reading else None,
        "passages": [
            {"ordinal": p.ordinal, "kind": p.kind.value, "start": p.start, "end": p.end}
            for p in (reading.passages if reading else ())
        ],
        "annotations": [annotation_document(row) for row in annotated],
        "photos": plain(captions),
    }
    give(as_json, document, lambda: _show_lines(found, reading, annotated))


def annotation_document(row: annotating.Annotated) -> dict[str, Any]:
    """An annotation in JSON, with its tags by name and its links."""
    return {
        **plain(row.annotation),
        "link": str(RecordLink(RecordKind.ANNOTATION, row.annotation.id)),
        "tags": row.tag_names,
        "links": plain(row.links),
        "source_id": row.source_id,
    }


def _show_lines(
    source: Source, reading: sources.Reading | None, annotated: list[annotating.Annotated]
) -> list[str]:
    lines = [source.title]
    lines += [
        f"{name.replace('_', ' ')}: {getattr(source, name)}"
        for name in sources.EDITABLE
        if name != "title" and getattr(source, name)
    ]
    for passage in reading.passages if reading else ():
        lines += [
            "",
            f"[{passage.ordinal + 1}] " + reading.letters[passage.start : passage.end] if reading else "",
        ]
    if annotated:
        lines += ["", _("Annotations")]
    for row in annotated:
        annotation = row.annotation
        tags = " ".join(f"#{name}" for name in row.tag_names)
        about = " | ".join(
            part for part in (annotating.short(annotation.quote), annotation.note, tags) if part
        )
        lines.append(f"{annotation.id}  {about}")
    return lines


@click.command()
@folder_argument
@click.argument("source")
@click.option("--quote", required=True, help="The words to mark, as they stand in the source.")
@click.option("--note", default="", help="A note on them.")
@click.option("--tag", "tags", multiple=True, help="A tag; may be given several times.")
@click.option(
    "--colour", type=click.Choice([c.value for c in Colour]), default=Colour.YELLOW.value, show_default=True
)
@json_option
def annotate(
    folder: Path, source: str, quote: str, note: str, tags: tuple[str, ...], colour: str, as_json: bool
) -> None:
    """Mark words in a SOURCE (its id or title), with a note and tags."""
    with opened(folder) as (archive, progress):
        found = sources.find_source(archive, source)
        text, span = annotating.find_quote(archive, found.id, quote)
        made = annotating.annotate(archive, text.id, span, colour=Colour(colour), note=note, tags=tags)
        row = annotating.get_annotation(archive, made.id)
        indexing.catch_up(archive, progress)
    give(as_json, annotation_document(row), lambda: [_("Annotated: {id}").format(id=made.id)])


COMMANDS = (import_, list_, show, annotate)
