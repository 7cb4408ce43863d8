"""All annotations as one table: found, ordered, read and written to a file."""

import csv
import random
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from archive_app.core.errors import UserError
from archive_app.core.ids import new_id
from archive_app.core.progress import SILENT, Cancelled, Progress
from archive_app.core.records import Annotation, Colour, Photo, Region, Tag
from archive_app.core.spans import Span
from archive_app.language.collation import azbuka_key
from archive_app.services import (
    annotating,
    annotating_many,
    annotation_rows,
    annotation_table,
    events,
    history,
    sources,
    tagging,
)
from archive_app.services.annotation_rows import TableRow
from archive_app.services.annotation_table import Column, On, Wanted
from archive_app.services.archives import Archive, open_archive
from archive_app.services.work import InlineWork, ProcessWork
from archive_app.store.annotation_keys import Damaged
from helpers.desk import Desk


def table(archive: Archive, **wanted: object) -> list[TableRow]:
    options = {"column": Column.PLACE, "descending": False, **wanted}
    numbers = annotation_table.find(archive, Wanted(**options))  # type: ignore[arg-type]
    rows = annotation_rows.rows(archive, numbers)
    return [rows[number] for number in numbers]


def quotes(archive: Archive, **wanted: object) -> list[str]:
    return [row.annotation.quote or row.annotation.note for row in table(archive, **wanted)]


@pytest.fixture
def marked(desk: Desk) -> Desk:
    """Four annotations: two in the Latin article, one in the Cyrillic, and a note on an event."""
    station = events.add_event(desk.archive, "Заузимање станице", when="1944")
    first = desk.mark(desk.latin, "Pekar Ilija", note="ko je to?", tags=["ljudi"], colour=Colour.PINK)
    desk.mark(desk.latin, "Železničku stanicu zauzeli su borci", tags=["mesta / stanica"])
    other = desk.mark(desk.cyrillic, "Железничку станицу су борци заузели", note="други датум", colour=None)
    events.link(desk.archive, first.id, station.id)
    events.link(desk.archive, other.id, station.id)
    annotating.annotate_record(desk.archive, station, note="За изложбу")
    return desk


def test_a_row_says_all_that_stands_in_the_table(marked: Desk) -> None:
    row = table(marked.archive, words="pekar")[0]
    assert (row.annotation.quote, row.annotation.note, row.annotation.colour) == (
        "Pekar Ilija",
        "ko je to?",
        Colour.PINK,
    )
    assert (row.tags, [event.title for event in row.events]) == (("ljudi",), ["Заузимање станице"])
    assert (row.on, row.title, row.source_id) == (
        On.TEXT,
        marked.latin.source.title,
        marked.latin.source.id,
    )
    passage = next(p for p in marked.latin.passages if p.start <= (row.annotation.start or 0) < p.end)
    assert row.passage == passage.ordinal + 1
    note = table(marked.archive, on=frozenset({On.EVENT}))[0]
    assert (note.title, note.passage, note.source_id) == ("Заузимање станице", None, None)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("пекар", ["Pekar Ilija"]),
        ("zeleznicku stanic", ["Železničku stanicu zauzeli su borci", "Железничку станицу су борци заузели"]),
        ("ko je", ["Pekar Ilija"]),
        ("места", ["Železničku stanicu zauzeli su borci"]),
        ("zauzimanje", ["Pekar Ilija", "Железничку станицу су борци заузели", "За изложбу"]),
        ("bedemom", ["Железничку станицу су борци заузели"]),
        ("pekar borci", []),
        ("%", []),
    ],
)
def test_words_are_found_in_either_script_in_all_columns(marked: Desk, words: str, found: list[str]) -> None:
    assert sorted(quotes(marked.archive, words=words)) == sorted(found)


def test_the_table_is_narrowed_by_what_annotations_have(marked: Desk) -> None:
    archive = marked.archive
    top = tagging.find_tag(archive, "mesta")
    event = events.find_event(archive, "Заузимање")
    assert quotes(archive, tag_ids=frozenset({top.id})) == ["Železničku stanicu zauzeli su borci"]
    assert quotes(archive, colours=frozenset({Colour.PINK})) == ["Pekar Ilija"]
    assert len(quotes(archive, colours=frozenset({None}))) == 2
    assert len(quotes(archive, event_ids=frozenset({event.id}))) == 3
    assert len(quotes(archive, source_ids=frozenset({marked.latin.source.id}))) == 2
    (author,) = annotation_table.authors(archive)
    assert len(quotes(archive, authors=frozenset({author}))) == 4
    assert quotes(archive, authors=frozenset({"niko"})) == []
    assert quotes(archive, tag_ids=frozenset({new_id()})) == []
    assert quotes(archive, on=frozenset({On.TEXT}), words="borci", colours=frozenset({None})) == [
        "Железничку станицу су борци заузели"
    ]


def test_each_column_orders_both_scripts_together_with_the_empty_ones_at_the_end(desk: Desk) -> None:
    notes = ["Čukarica", "Бања", "", "Avala", "Његуши", "Novi Sad", "Ljig", "Lazar"]
    words = desk.latin.letters.split()
    for note, word in zip(notes, dict.fromkeys(w for w in words if words.count(w) == 1), strict=False):
        desk.mark(desk.latin, word, note=note) if desk.latin.letters.count(word) == 1 else None
    have = [row.annotation.note for row in table(desk.archive)]
    right = [*sorted((note for note in have if note), key=azbuka_key), *(note for note in have if not note)]
    by_note = table(desk.archive, column=Column.NOTE)
    assert [row.annotation.note for row in by_note] == right
    backwards = [row.annotation.note for row in table(desk.archive, column=Column.NOTE, descending=True)]
    full = [note for note in right if note]
    assert backwards == [*reversed(full), *(note for note in right if not note)]
    made = [row.annotation.id for row in table(desk.archive, column=Column.MADE)]
    assert made == sorted(made)
    starts = [row.annotation.start for row in table(desk.archive, column=Column.PLACE)]
    assert starts == sorted(starts)  # type: ignore[type-var]


def test_the_table_follows_whatever_is_done_also_after_a_restart(marked: Desk) -> None:
    archive = marked.archive
    assert len(quotes(archive)) == 4
    tagging.rename_tag(archive, tagging.find_tag(archive, "mesta").id, "градови")
    assert quotes(archive, words="gradovi") == ["Železničku stanicu zauzeli su borci"]
    assert quotes(archive, words="mesta") == []
    event = events.find_event(archive, "Заузимање")
    events.edit_event(archive, event.id, title="Борба")
    assert len(quotes(archive, words="borba")) == 3
    sources.edit_source(archive, marked.cyrillic.source.id, title="Летопис")
    assert quotes(archive, words="letopis") == ["Железничку станицу су борци заузели"]
    archive.close()
    with open_archive(archive.folder) as again:
        events.remove_event(again, event.id)
        assert quotes(again, words="borba") == []
        assert len(quotes(again)) == 3
        history.undo(again)
        assert len(quotes(again, words="borba")) == 3
        sources.remove_source(again, marked.latin.source.id)
        assert len(quotes(again)) == 2
        history.undo(again)
        assert quotes(again, tag_ids=frozenset({tagging.find_tag(again, "ljudi").id})) == ["Pekar Ilija"]
        tagging.remove_tag(again, tagging.find_tag(again, "ljudi").id)
        assert quotes(again, words="ljudi") == []


def test_an_annotation_keeps_its_number_while_others_come_and_go(marked: Desk) -> None:
    archive = marked.archive
    numbers = annotation_table.find(archive, Wanted(column=Column.PLACE, descending=False))
    ids = annotation_table.ids(archive, numbers)
    annotating.remove_annotation(archive, ids[1])
    annotating.edit_annotation(archive, ids[0], note="sasvim drugo")
    after = annotation_table.find(archive, Wanted(column=Column.PLACE, descending=False))
    assert after == [number for number in numbers if number != numbers[1]]
    assert annotation_table.number_of(archive, ids[0]) == numbers[0]
    assert annotation_table.number_of(archive, ids[1]) is None


def test_the_number_of_a_deleted_annotation_is_given_to_no_other(marked: Desk) -> None:
    archive = marked.archive
    newest = max(annotation_table.find(archive, Wanted()))
    (deleted,) = annotation_table.ids(archive, [newest])
    annotating.remove_annotation(archive, deleted)
    annotation_table.catch_up(archive)
    made = marked.mark(marked.latin, "Mornari")
    numbers = annotation_table.find(archive, Wanted())
    assert annotation_table.number_of(archive, made.id) in numbers
    assert newest not in numbers
    assert annotation_table.ids(archive, [newest]) == []


def test_keys_that_are_made_anew_have_other_numbers(marked: Desk) -> None:
    archive = marked.archive
    before = annotation_table.find(archive, Wanted())
    assert archive.annotation_keys is not None
    with pytest.raises(Damaged):
        archive.annotation_keys._begin_anew(sqlite3.DatabaseError("damaged"))
    assert annotation_table.ids(archive, before) == []
    after = annotation_table.find(archive, Wanted())
    assert len(after) == len(before)
    assert set(after).isdisjoint(before)


def test_what_is_kept_is_the_same_as_what_is_made_anew(marked: Desk) -> None:
    """Any number of steps at a time: the table that catches up shows what one made from nothing shows."""
    archive, chance = marked.archive, random.Random(3)
    for _turn in range(12):
        for _step in range(chance.randint(1, 3)):
            _edit(archive, chance)
        kept = [(row, quotes(archive, words="stanic")) for row in table(archive)]
        assert archive.annotation_keys is not None
        archive.annotation_keys.close()
        archive.annotation_keys = None
        (archive.folder / "index" / annotation_table.FILE).unlink()
        assert [(row, quotes(archive, words="stanic")) for row in table(archive)] == kept


def _edit(archive: Archive, chance: random.Random) -> None:
    found = archive.store.list(Annotation)
    tags = [one.tag for one in tagging.list_tags(archive)]
    one = chance.choice(found)
    steps = [
        lambda: annotating.edit_annotation(archive, one.id, note=f"stanica {chance.random()}"),
        lambda: annotating.edit_annotation(archive, one.id, tags=[f"t{chance.randint(1, 4)}", "stanica / x"]),
        lambda: annotating.remove_annotation(archive, one.id) if len(found) > 2 else None,
        lambda: tagging.rename_tag(archive, chance.choice(tags).id, f"stanica {chance.random()}"),
        lambda: tagging.remove_tag(archive, chance.choice(tags).id) if len(tags) > 2 else None,
        lambda: history.undo(archive),
        lambda: (
            events.edit_event(archive, events.list_events(archive)[0].event.id, title=f"E {chance.random()}")
            if events.list_events(archive)
            else None
        ),
    ]
    chance.choice(steps)()


def test_damaged_keys_are_made_anew(marked: Desk) -> None:
    archive = marked.archive
    assert len(quotes(archive)) == 4
    archive.close()
    path = archive.folder / "index" / annotation_table.FILE
    path.write_bytes(b"nothing of use" * 400)
    with open_archive(archive.folder) as again:
        assert len(quotes(again)) == 4
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    with open_archive(archive.folder) as again:
        assert len(quotes(again)) == 4


def test_an_archive_that_was_restored_to_another_past_is_noticed(marked: Desk) -> None:
    archive = marked.archive
    archive.close()
    before = (archive.folder / "archive.db").read_bytes()
    with open_archive(archive.folder) as one:
        annotating.annotate(one, marked.latin.text.id, Span(0, 4), note="prvi")
        assert len(quotes(one)) == 5
    (archive.folder / "archive.db").write_bytes(before)
    with open_archive(archive.folder) as other:
        annotating.annotate(other, marked.latin.text.id, Span(0, 4), note="treći")
        assert quotes(other, words="prvi") == []
        assert len(quotes(other, words="treci")) == 1


def test_an_archive_that_cannot_be_written_has_its_table_too(marked: Desk) -> None:
    marked.archive.close()
    with open_archive(marked.archive.folder, read_only=True) as archive:
        assert len(quotes(archive, words="stanic")) == 4
    assert not (marked.archive.folder / "index" / annotation_table.FILE).exists()


def test_notes_on_photos_and_their_parts_name_the_photo(archive: Archive) -> None:
    photo = Photo(id=new_id(), caption="Лађа на реци")
    region = Region(id=new_id(), photo_id=photo.id, left=0, top=0, width=0.5, height=0.5)
    with archive.operation("Add"):
        archive.store.insert(photo)
        archive.store.insert(region)
        archive.store.insert(Annotation(id=new_id(), region_id=region.id, note="jarbol", colour=None))
        archive.store.insert(Annotation(id=new_id(), photo_id=photo.id, note="cela", colour=None))
    found = table(archive, words="ladja")
    assert [(row.on, row.title) for row in found] == [(On.PHOTO, "Лађа на реци")] * 2
    with archive.operation("Rename"):
        archive.store.update(Photo, photo.id, caption="Брод")
    assert len(table(archive, words="brod")) == 2


def test_the_table_is_written_to_a_file_in_its_order(marked: Desk, tmp_path: Path) -> None:
    archive = marked.archive
    numbers = annotation_table.find(archive, Wanted(column=Column.QUOTE, descending=False))
    assert annotation_rows.export_csv(archive, tmp_path / "sve.csv", numbers) == 4
    with (tmp_path / "sve.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0][:4] == ["Quotation", "Note", "Tags", "Colour"]
    assert [row[0] for row in rows[1:3]] == [
        "Železničku stanicu zauzeli su borci",
        "Железничку станицу су борци заузели",
    ]
    pekar = ["Pekar Ilija", "ko je to?", "ljudi", "Pink", "Заузимање станице", "Grad pod tvrđavom"]
    assert rows[3][:6] == pekar
    assert rows[3][-1] == table(archive, words="pekar")[0].annotation.id
    with pytest.raises(UserError, match="no annotations"):
        annotation_rows.export_csv(archive, tmp_path / "nista.csv", [])
    assert not (tmp_path / "nista.csv").exists()


class _Stopping(Progress):
    def is_cancelled(self) -> bool:
        return True


def test_a_table_that_was_stopped_while_it_was_made_is_made_the_next_time(marked: Desk) -> None:
    with pytest.raises(Cancelled):
        annotation_table.find(marked.archive, Wanted(), _Stopping())
    assert len(quotes(marked.archive)) == 4


# Many annotations: their keys are made where heavy work runs


@pytest.fixture
def many(desk: Desk) -> Desk:
    """1,200 annotations on the Latin article, every third with one tag, and one event tied to the first."""
    archive, text_id = desk.archive, desk.latin.text.id
    tag = Tag(id=new_id(), name="ljudi")
    made = [
        Annotation(id=new_id(), text_id=text_id, start=n, end=n + 4, quote="grad", note=f"Beleška {n:04d}")
        for n in range(1200)
    ]
    ties = [(new_id(), one.id, tag.id) for one in made[::3]]
    with archive.operation("Fill"):
        archive.store.insert(tag)
        archive.store.insert_many(made)
        sql = "INSERT INTO annotation_tags(id, annotation_id, tag_id) VALUES (?, ?, ?)"
        archive.store.execute_many(sql, ties)
    return desk


@pytest.fixture
def beside(many: Desk) -> Iterator[Archive]:
    """The archive with many annotations, as the window has it: with a process for heavy work."""
    work = ProcessWork()
    many.archive.work = work
    yield many.archive
    work.close()


def test_the_keys_of_many_are_made_in_the_process_for_heavy_work(beside: Archive) -> None:
    noted = _Noted()
    numbers = annotation_table.find(beside, Wanted(column=Column.NOTE, descending=False), noted)
    assert [total for _done, total in noted.steps if total] == [1200] * 5
    rows = annotation_rows.rows(beside, numbers)
    assert [rows[number].annotation.note for number in numbers] == [f"Beleška {n:04d}" for n in range(1200)]
    assert len(annotation_table.find(beside, Wanted(words="ЉУДИ белеска"))) == 400
    tagging.rename_tag(beside, tagging.find_tag(beside, "ljudi").id, "žene")
    assert annotation_table.find(beside, Wanted(words="ljudi")) == []
    assert len(annotation_table.find(beside, Wanted(words="zene"))) == 400
    batch = annotation_table.ids(beside, numbers[:600])
    assert annotating_many.remove_many(beside, batch) == 600
    assert annotation_table.find(beside, Wanted(column=Column.NOTE, descending=False)) == numbers[600:]


def test_a_making_that_is_stopped_half_way_is_done_again_the_next_time(beside: Archive) -> None:
    with pytest.raises(Cancelled):
        annotation_table.find(beside, Wanted(), _Noted(stop_at=500))
    assert len(annotation_table.find(beside, Wanted())) == 1200


def test_a_file_that_is_damaged_while_many_are_written_is_made_anew(many: Desk, tmp_path: Path) -> None:
    damaged = tmp_path / "nonsense.db"
    damaged.write_bytes(b"nonsense" * 1000)
    work = _Damaging(damaged)
    many.archive.work = work
    assert len(annotation_table.find(many.archive, Wanted(words="beleska"))) == 1200
    assert work.faults == ["file is not a database"]


class _Noted(Progress):
    """Notes the steps, and wishes to stop once so many are done."""

    def __init__(self, stop_at: int = 1 << 30) -> None:
        self.steps: list[tuple[int, int]] = []
        self._stop_at = stop_at

    def report(self, done: int, total: int, text: str) -> None:
        del text
        self.steps.append((done, total))

    def is_cancelled(self) -> bool:
        return bool(self.steps) and self.steps[-1][0] >= self._stop_at


class _Damaging(InlineWork):
    """Finds a file that is no database in the place of the keys when it is called for the second time."""

    def __init__(self, damaged: Path) -> None:
        self._damaged = damaged
        self._calls = 0
        self.faults: list[str] = []

    def run(self, function: Any, *args: Any, progress: Progress = SILENT, **options: Any) -> Any:
        self._calls += 1
        path = self._damaged if self._calls == 2 else args[0]
        found = super().run(function, path, *args[1:], progress=progress, **options)
        if found:
            self.faults.append(found)
        return found
