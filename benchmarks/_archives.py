"""An archive of many novels, made by the services as a person would make it."""

import tempfile
import time
from pathlib import Path

import _corpus
from archive_app.core.records import Colour
from archive_app.core.spans import Span
from archive_app.services import annotating, indexing, sources
from archive_app.services.archives import Archive, create_archive, is_archive
from archive_app.services.importing import Details, Status, import_files


def archive_of(novels: Path, passages: int, folder: Path) -> dict[str, float]:
    """Make an archive of so many passages in `folder`, indexed, unless it is there; seconds that it took.

    Titles are those of the files; each source is dated by the year of its novel.
    """
    if is_archive(folder):
        return {}
    unfinished = folder.with_name(f"{folder.name}.unfinished")
    start = time.perf_counter()
    with create_archive(unfinished) as archive:
        _import(archive, novels, passages)
        imported = time.perf_counter()
        indexing.catch_up(archive)
        indexed = time.perf_counter()
    unfinished.rename(folder)
    return {"import": imported - start, "index": indexed - imported}


def _import(archive: Archive, novels: Path, passages: int) -> None:
    with tempfile.TemporaryDirectory() as temporary:
        for edition in _corpus.editions(_corpus.read_novels(novels), passages):
            path = Path(temporary) / f"{edition.name}.txt"
            path.write_text("\n\n".join(edition.paragraphs), encoding="utf-8")
            report = import_files(archive, [path], Details(date=str(edition.year)))
            path.unlink()
            refused = [outcome.reason for outcome in report.outcomes if outcome.status is not Status.IMPORTED]
            if refused:
                raise SystemExit(f"{path.name}: {refused[0]}")


def annotated_archive(novels: Path, annotations: int, folder: Path) -> dict[str, float]:
    """Make an archive of all novels as they are, with so many annotations spread over them, unless it is there.

    A third of the annotations has a note, each a tag. Seconds that it took.
    """
    if is_archive(folder):
        return {}
    unfinished = folder.with_name(f"{folder.name}.unfinished")
    start = time.perf_counter()
    with create_archive(unfinished) as archive:
        shelf = _corpus.read_novels(novels)
        _import(archive, novels, sum(len(novel.paragraphs) for novel in shelf))
        _annotate(archive, annotations)
        indexing.catch_up(archive)
    unfinished.rename(folder)
    return {"made": time.perf_counter() - start}


def _annotate(archive: Archive, count: int) -> None:
    readings = [sources.read_source(archive, row.source.id) for row in sources.list_sources(archive)]
    known = [reading for reading in readings if reading is not None]
    for number, reading in enumerate(known):
        wanted = count * (number + 1) // len(known) - count * number // len(known)
        passages = [passage for passage in reading.passages if len(passage.span) > 40]
        with archive.operation("Annotate a novel"):
            for place in range(wanted):
                passage = passages[place * len(passages) // wanted]
                start = passage.start + place % 20
                annotating.annotate(
                    archive,
                    reading.text.id,
                    Span(start, min(start + 30, passage.end)),
                    colour=list(Colour)[place % len(Colour)],
                    note="" if place % 3 else f"beleška {place}",
                    tags=[f"oznaka {place % 40}"],
                )


def annotated(archive: Archive) -> str:
    """Annotate a passage of the first source; the annotation's id."""
    row, *_others = sources.list_sources(archive)
    reading = sources.read_source(archive, row.source.id)
    assert reading is not None
    passage = next(passage for passage in reading.passages if len(passage.span) > 20)
    return annotating.annotate(archive, reading.text.id, passage.span, note="početak").id


def word_of(number: int) -> str:
    """A word that stands in no novel, another one for each number."""
    return "xq" + "".join(chr(ord("a") + int(digit)) for digit in str(number))
