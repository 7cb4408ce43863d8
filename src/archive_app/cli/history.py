"""Commands for undo, redo, and the history."""

from pathlib import Path

import click

from archive_app.cli.output import give, plain
from archive_app.cli.shared import folder_argument, json_option, opened
from archive_app.core.records import Operation
from archive_app.core.translation import _, ngettext
from archive_app.services import history as service
from archive_app.services import history_details, indexing
from archive_app.services.history import Kind, Narrowing
from archive_app.services.history_details import Details, RecordChange, how_label


@click.command()
@folder_argument
@click.option(
    "--to",
    "number",
    type=click.IntRange(0),
    default=None,
    help="Take back everything after the action with this number of the history, 0 for all. Itself one action.",
)
@json_option
def undo(folder: Path, number: int | None, as_json: bool) -> None:
    """Take back the newest action, whenever it was done, or everything after a point of the history."""
    if number is None:
        _step(folder, as_json, back=True)
    else:
        _go_back(folder, number, as_json)


@click.command()
@folder_argument
@json_option
def redo(folder: Path, as_json: bool) -> None:
    """Do again what was undone last."""
    _step(folder, as_json, back=False)


def _step(folder: Path, as_json: bool, *, back: bool) -> None:
    with opened(folder) as (archive, progress):
        action = service.next_undo(archive) if back else service.next_redo(archive)
        changes = service.undo(archive) if back else service.redo(archive)
        indexing.catch_up(archive, progress)
    name = action.name if action else ""
    words = _("Undone: {name}") if back else _("Done again: {name}")
    document = {"undone" if back else "redone": name, "operation": changes.operation}
    give(as_json, document, lambda: [words.format(name=name)])


def _go_back(folder: Path, number: int, as_json: bool) -> None:
    with opened(folder) as (archive, progress):
        way = service.way_back(archive, number)
        changes = service.go_back_to(archive, number)
        indexing.catch_up(archive, progress)
    undone, redone = [action.name for action in way.taken], [action.name for action in way.again]
    document = {"back_to": number, "undone": undone, "redone": redone, "operation": changes.operation}
    give(
        as_json,
        document,
        lambda: [
            *(_("Undone: {name}").format(name=name) for name in undone),
            *(_("Done again: {name}").format(name=name) for name in redone),
        ],
    )


@click.command()
@folder_argument
@click.option("--limit", type=click.IntRange(1), default=None, help="How many actions to print.")
@click.option("--contains", "words", default="", help="Only actions whose titles hold these words.")
@click.option(
    "--kind",
    type=click.Choice([kind.value for kind in Kind]),
    default=None,
    help="Only what touched records of this kind.",
)
@click.option("--author", default=None, help="Only what this person did.")
@click.option("--record", default="", help="Only what touched the record with this id.")
@click.option(
    "--details",
    "number",
    type=click.IntRange(1),
    default=None,
    help="Tell of one action, by its number, which fields of which records it changed.",
)
@json_option
def history(
    folder: Path,
    limit: int | None,
    words: str,
    kind: str | None,
    author: str | None,
    record: str,
    number: int | None,
    as_json: bool,
) -> None:
    """List what was done, newest first."""
    if number is not None:
        with opened(folder) as (archive, _progress):
            told = history_details.details(archive, number)
        give(as_json, {"details": plain(told)}, lambda: _told(told))
        return
    narrowing = Narrowing(words=words, kind=Kind(kind) if kind else None, author=author, record_id=record)
    with opened(folder) as (archive, _progress):
        found = service.history(archive, limit, narrowing)
    nothing = _("Nothing was done yet.") if narrowing == Narrowing() else _("Nothing fits.")
    give(as_json, {"history": found}, lambda: [_line(row) for row in found] or [nothing])


def _line(row: Operation) -> str:
    undone = f" {_('(undone)')}" if row.undone else ""
    return f"{row.number:>6}  {row.at}  {row.author}  {row.name}{undone}"


def _told(told: Details) -> list[str]:
    lines = [_line(told.action)]
    for record in told.records:
        lines += _record_lines(record)
    left = told.total - len(told.records)
    if left:
        lines.append(ngettext("and {count} more record", "and {count} more records", left).format(count=left))
    return lines


def _record_lines(record: RecordChange) -> list[str]:
    head = _("{kind} “{title}” {what}").format(
        kind=record.kind, title=record.title, what=how_label(record.how)
    )
    return [
        f"    {head}",
        *(
            _("        {field}: {before} → {after}").format(
                field=field.label, before=_cell(field.before), after=_cell(field.after)
            )
            for field in record.fields
        ),
    ]


def _cell(text: str) -> str:
    return " ".join(text.split()) or _("(empty)")


COMMANDS = (undo, redo, history)
