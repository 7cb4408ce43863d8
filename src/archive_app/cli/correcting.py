"""Commands for correcting texts, comparing readings, and reviewing what became of annotations."""

from pathlib import Path
from typing import Any

import click

from archive_app.cli.output import give, plain
from archive_app.cli.shared import folder_argument, json_option, opened
from archive_app.core.differences import Kind, Piece
from archive_app.core.progress import Progress
from archive_app.core.records import AnchoringState, Annotation
from archive_app.core.translation import _, ngettext
from archive_app.services import annotating, correcting, indexing, reviewing, sources
from archive_app.services import readings as service
from archive_app.services.archives import Archive
from archive_app.services.correcting import Corrected
from archive_app.services.readings import Comparison, ReadingSummary
from archive_app.services.reviewing import Review

_MARKS = {Kind.LEFT_OUT: "-", Kind.PUT_IN: "+", Kind.REPLACED: "~"}


@click.command()
@folder_argument
@click.argument("source")
@click.argument(
    "file", metavar="[FILE]", required=False, type=click.Path(path_type=Path, dir_okay=False, exists=True)
)
@click.option("--quote", default="", help="The words to correct, as they stand in the source.")
@click.option("--by", default=None, help="What they should be.")
@click.option("--encoding", default="", help="How the file's bytes are to be read, if it is not recognised.")
@json_option
def correct(
    folder: Path, source: str, file: Path | None, quote: str, by: str | None, encoding: str, as_json: bool
) -> None:
    """Correct a SOURCE (its id, link or title): by the text of FILE, a better transcription, or in some words.

    The old reading is kept. Annotations stay with their words; what is in doubt waits for `review`.
    """
    if (file is None) == (by is None or not quote):
        raise click.UsageError(_("Give a FILE, or --quote and --by."))
    with opened(folder) as (archive, progress):
        found = sources.find_source(archive, source)
        if file is not None:
            done = correcting.replace_text(archive, found.id, file, progress, encoding=encoding)
        else:
            done = correcting.correct_quote(archive, found.id, quote, by or "", progress)
        indexing.catch_up(archive, progress)
    document = {"id": done.text.id, "source_id": found.id, **plain(done)}
    give(as_json, document, lambda: _corrected_lines(found.title, done))


def _corrected_lines(title: str, done: Corrected) -> list[str]:
    lines = [_("Corrected “{title}”.").format(title=title)]
    counted = (
        (
            done.exact,
            ngettext("{count} annotation is unchanged.", "{count} annotations are unchanged.", done.exact),
        ),
        (
            done.moved,
            ngettext("{count} annotation was moved.", "{count} annotations were moved.", done.moved),
        ),
        (
            done.needs_look,
            ngettext("{count} annotation needs a look.", "{count} annotations need a look.", done.needs_look),
        ),
    )
    return lines + [words.format(count=count) for count, words in counted if count]


@click.command()
@folder_argument
@click.argument("source")
@json_option
def readings(folder: Path, source: str, as_json: bool) -> None:
    """List the readings of a SOURCE, the newest first."""
    with opened(folder) as (archive, _progress):
        found = service.list_readings(archive, sources.find_source(archive, source).id)
    document = {"readings": [_reading(one) for one in found]}
    give(as_json, document, lambda: [_reading_line(one) for one in found])


def _reading(one: ReadingSummary) -> dict[str, Any]:
    about = {name: value for name, value in plain(one).items() if name != "text"}
    return {**plain(one.text), **about}


def _reading_line(one: ReadingSummary) -> str:
    number = ngettext("{count} annotation", "{count} annotations", one.annotations).format(
        count=one.annotations
    )
    origin = one.file_name or _("corrected by hand")
    return f"{one.number}  {one.text.made_at}  {origin}, {number}"


@click.command()
@folder_argument
@click.argument("source")
@click.option("--old", type=int, default=None, help="Number of the older reading; the one before the newer.")
@click.option("--new", type=int, default=None, help="Number of the newer reading; the newest.")
@json_option
def differences(folder: Path, source: str, old: int | None, new: int | None, as_json: bool) -> None:
    """Compare two readings of a SOURCE word by word."""
    with opened(folder) as (archive, progress):
        found = service.compare_readings(archive, sources.find_source(archive, source).id, old, new, progress)
    document = {
        "old": found.old.number,
        "new": found.new.number,
        "differences": [_difference(found, piece) for piece in found.changes],
    }
    give(as_json, document, lambda: _difference_lines(found))


def _difference(found: Comparison, piece: Piece) -> dict[str, Any]:
    return {
        "kind": piece.kind.value,
        "old": {"start": piece.old.start, "end": piece.old.end, "text": _old(found, piece)},
        "new": {"start": piece.new.start, "end": piece.new.end, "text": _new(found, piece)},
    }


def _old(found: Comparison, piece: Piece) -> str:
    return found.old_letters[piece.old.start : piece.old.end]


def _new(found: Comparison, piece: Piece) -> str:
    return found.new_letters[piece.new.start : piece.new.end]


def _difference_lines(found: Comparison) -> list[str]:
    lines = []
    for piece in found.changes:
        said = [" ".join(text.split()) for text in (_old(found, piece), _new(found, piece))]
        lines.append(f"{_MARKS[piece.kind]} {piece.new.start}  " + " → ".join(text for text in said if text))
    return lines or [_("The two readings have the same words.")]


@click.command()
@folder_argument
@click.option("--source", default="", help="Only annotations of this source.")
@click.option("--accept", "accepted", default="", metavar="ID", help="The new or suggested place is right.")
@click.option(
    "--detach", "detached", default="", metavar="ID", help="Leave it with the old reading for good."
)
@click.option("--place", "placed", default="", metavar="ID", help="Place it on the words given with --quote.")
@click.option("--quote", default="", help="Words of the source, for --place.")
@click.option("--accept-moved", is_flag=True, help="Accept everything that was moved.")
@json_option
def review(
    folder: Path,
    source: str,
    accepted: str,
    detached: str,
    placed: str,
    quote: str,
    accept_moved: bool,
    as_json: bool,
) -> None:
    """List the annotations that a correction moved or left in doubt, or decide about one."""
    if sum(map(bool, (accepted, detached, placed, accept_moved))) > 1 or bool(placed) != bool(quote):
        raise click.UsageError(_("Give one of --accept, --detach, --accept-moved, or --place with --quote."))
    with opened(folder) as (archive, progress):
        source_id = sources.find_source(archive, source).id if source else None
        if accept_moved:
            count = reviewing.accept_moved(archive, source_id)
            words = ngettext("{count} annotation accepted.", "{count} annotations accepted.", count)
            give(as_json, {"accepted": count}, lambda: [words.format(count=count)])
        elif accepted or detached or placed:
            _decide(archive, progress, (accepted, detached, placed), quote, as_json=as_json)
        else:
            found = reviewing.list_reviews(archive, source_id)
            lines = [line for one in found for line in _review_lines(one)]
            document = {"reviews": [{"id": one.annotation.id, **plain(one)} for one in found]}
            give(as_json, document, lambda: lines or [_("No annotation waits for a look.")])


def _decide(
    archive: Archive, progress: Progress, chosen: tuple[str, str, str], quote: str, *, as_json: bool
) -> None:
    """Do what a person decided about one annotation."""
    accepted, detached, placed = chosen
    if accepted:
        after = reviewing.accept(archive, accepted)
    elif detached:
        after = reviewing.detach(archive, detached)
    else:
        source_id = annotating.get_annotation(archive, placed).source_id
        _text, span = annotating.find_quote(archive, str(source_id), quote)
        after = reviewing.place_on(archive, placed, span)
    indexing.catch_up(archive, progress)
    give(as_json, plain(after), lambda: [_decided_line(after)])


def _decided_line(annotation: Annotation) -> str:
    return _("Decided: {id} stands on “{quote}”.").format(
        id=annotation.id, quote=annotating.short(annotation.quote)
    )


def _review_lines(one: Review) -> list[str]:
    state = _("moved") if one.state is AnchoringState.MOVED else _("needs a look")
    before = " ".join(f"{one.before.before}«{one.before.quote}»{one.before.behind}".split())
    lines = [f"{one.annotation.id}  {one.source.title}: {state}", f"    - {before}"]
    if one.after is not None:
        after = " ".join(f"{one.after.before}«{one.after.quote}»{one.after.behind}".split())
        lines.append(f"    + {after}")
    return lines


COMMANDS = (correct, readings, differences, review)
