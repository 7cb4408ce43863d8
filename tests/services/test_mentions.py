"""The archive knows the dates of all its texts, whatever was done to them meanwhile."""

import random
import shutil
import sqlite3
from pathlib import Path

import pytest

from archive_app.core.days import day_number
from archive_app.core.progress import Cancelled, Progress
from archive_app.core.spans import Span
from archive_app.language.dates import find_dates
from archive_app.services import correcting, drafting, history, mentions, sources
from archive_app.services.archives import Archive, create_archive, open_archive
from archive_app.services.dating import dates_in
from archive_app.services.importing import import_files
from archive_app.services.mentions import Mentioned, State
from archive_app.services.work import InlineWork, ProcessWork
from helpers.desk import Desk, reading_called, reading_of

LETTER = "Draga Jelena, 14. oktobra smo stigli u selo, a 16. oktobra krenuli dalje ka reci."


class Counted(InlineWork):
    """Knows how many texts were read where heavy work runs."""

    def __init__(self) -> None:
        self.read = 0

    def run(self, function, *args, progress, **options):  # type: ignore[no-untyped-def]
        if function is mentions._find_all:
            self.read += len(args[0])
        return super().run(function, *args, progress=progress, **options)


def written(folder: Path, name: str, text: str) -> Path:
    """A file with a text."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def told(archive: Archive, first: str | None = None, last: str | None = None) -> list[tuple[str, str]]:
    """The EDTF and the words of all mentions between two days, after catching up."""
    mentions.catch_up(archive)
    found = mentions.with_words(archive, mentions.mentions_between(archive, first, last))
    return [(one.mention.edtf, one.mention.text) for one in found]


def test_all_texts_are_read_once(desk: Desk) -> None:
    desk.archive.work = work = Counted()
    assert mentions.state(desk.archive) == State(0, 2)
    assert mentions.catch_up(desk.archive)
    assert mentions.state(desk.archive).is_complete
    assert not mentions.catch_up(desk.archive)
    assert work.read == 2
    for reading in (desk.latin, desk.cyrillic):
        assert mentions.known_mentions(desk.archive, reading) == find_dates(reading.letters)
        assert dates_in(desk.archive, reading.source.id) == find_dates(reading.letters)


def test_a_text_that_nobody_came_to_is_read_when_it_is_asked_for(desk: Desk) -> None:
    assert mentions.known_mentions(desk.archive, desk.latin) is None
    assert mentions.mentions_of(desk.archive, desk.latin) == find_dates(desk.latin.letters)
    assert mentions.state(desk.archive) == State(1, 2)
    assert mentions.mentions_between(desk.archive, "1944-10-15", "1944-10-15", longest=1) == []


def test_mentions_between_two_days_stand_in_order_with_their_words(desk: Desk) -> None:
    assert told(desk.archive, "1944-10-13", "1944-10-20") == [
        ("1944-10", "oktobar 1944"),
        ("1944-10", "Октобар 1944"),
        ("1944-10", "октобра"),
        ("1944-10-15", "15. октобра пред вече"),
        ("1944-10-16", "Сутрадан"),
        ("1944-10-20", "u zoru 20. oktobra"),
    ]
    found = mentions.mentions_between(desk.archive, "1944-10-13", "1944-10-20", longest=1)
    assert [one.mention.edtf for one in found] == ["1944-10-15", "1944-10-16", "1944-10-20"]
    only = mentions.mentions_between(desk.archive, None, None, source_id=desk.latin.source.id)
    assert {one.source_id for one in only} == {desk.latin.source.id}
    for one in only:
        assert one.text_id == desk.latin.text.id
        assert desk.latin.letters[one.span.start : one.span.end]


def test_a_correction_its_undo_and_its_redo_are_followed(desk: Desk) -> None:
    archive = desk.archive
    day = [("1944-10-15", "15. октобра пред вече")]
    corrected = [("1944-10-18", "18. октобра пред вече")]
    assert told(archive, "1944-10-15", "1944-10-15")[-1:] == day
    correcting.correct_quote(archive, desk.cyrillic.source.id, "15. октобра", "18. октобра")
    assert told(archive, "1944-10-18", "1944-10-18")[-1:] == corrected
    assert day[0] not in told(archive)
    history.undo(archive)
    assert told(archive, "1944-10-15", "1944-10-15")[-1:] == day
    assert corrected[0] not in told(archive)
    history.redo(archive)
    assert corrected[0] in told(archive)
    assert mentions.state(archive) == State(2, 2)


def test_another_date_of_the_source_gives_another_year(archive: Archive, tmp_path: Path) -> None:
    source = reading_of(archive, written(tmp_path, "pismo.txt", LETTER)).source
    assert told(archive) == []
    sources.edit_source(archive, source.id, date="2. 11. 1944")
    assert told(archive) == [("1944-10-14", "14. oktobra"), ("1944-10-16", "16. oktobra")]
    sources.edit_source(archive, source.id, date="1943/1944")
    assert told(archive) == []
    sources.edit_source(archive, source.id, date="-0043")
    assert [edtf for edtf, _words in told(archive)] == [
        one.edtf for one in find_dates(LETTER, -43) if one.first is not None
    ]


def test_the_same_letters_in_two_sources_are_found_in_both(desk: Desk, tmp_path: Path) -> None:
    before = len(told(desk.archive))
    path = written(tmp_path, "dan.txt", "Zbor\n\nZbor je bio 3. maja 1943. godine.")
    first = reading_of(desk.archive, path)
    other = reading_of(
        desk.archive, written(tmp_path, "selo.txt", "Zbor\n\nZbor je bio 9. maja 1943. godine.")
    )
    correcting.correct_quote(desk.archive, other.source.id, "9. maja", "3. maja")
    assert told(desk.archive, "1943-05-03", "1943-05-03") == [("1943-05-03", "3. maja 1943. godine")] * 2
    sources.remove_source(desk.archive, first.source.id)
    assert len(told(desk.archive)) == before + 1


def test_whatever_is_done_the_archive_knows_what_reading_all_anew_would_find(
    desk: Desk, tmp_path: Path
) -> None:
    archive, chance = desk.archive, random.Random(6)
    import_files(
        archive,
        [written(tmp_path, f"{day}.txt", f"Dan {day}\n\n{LETTER} Bilo je {day}.") for day in range(3)],
    )
    for _turn in range(25):
        _step(archive, chance)
        if chance.random() < 0.5:
            mentions.catch_up(archive)
    mentions.catch_up(archive)
    expected = set()
    for row in sources.list_sources(archive):
        reading = sources.read_source(archive, row.source.id)
        assert reading is not None
        year = mentions.year_of(row.source.first_day, row.source.last_day)
        expected |= {
            (row.source.id, reading.text.id, one.start, one.edtf)
            for one in find_dates(reading.letters, year)
            if one.first is not None
        }
    found = mentions.mentions_between(archive, None, None)
    assert {(one.source_id, one.text_id, one.mention.start, one.mention.edtf) for one in found} == expected


def _step(archive: Archive, chance: random.Random) -> None:
    known = [row.source for row in sources.list_sources(archive)]
    steps = [
        lambda: sources.edit_source(archive, chance.choice(known).id, date=str(chance.randint(1940, 1945))),
        lambda: history.undo(archive),
        lambda: history.redo(archive) if history.next_redo(archive) else None,
        lambda: _correct(archive, chance.choice(known).id, chance),
        lambda: sources.remove_source(archive, chance.choice(known).id) if len(known) > 3 else None,
    ]
    chance.choice(steps)()


def _correct(archive: Archive, source_id: str, chance: random.Random) -> None:
    reading = sources.read_source(archive, source_id)
    assert reading is not None
    passage = chance.choice(reading.passages[1:])
    said = (
        f"{reading.letters[passage.start : passage.end]} Тако и {chance.randint(1, 28)}. маја 1943. године."
    )
    correcting.correct_passage(archive, reading.text.id, passage.ordinal, said)


class _StopAt(Progress):
    """Stops when so many texts are done."""

    def __init__(self, done: int) -> None:
        self.at, self.seen = done, 0

    def report(self, done: int, total: int, text: str) -> None:
        self.seen = done

    def is_cancelled(self) -> bool:
        return self.seen >= self.at


def test_what_was_found_before_it_was_stopped_stays(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mentions, "_PORTION", 200)
    files = [written(tmp_path, f"{day}.txt", f"Dan {day}\n\n{LETTER} Bilo je {day}.") for day in range(6)]
    import_files(archive, files)
    with pytest.raises(Cancelled):
        mentions.catch_up(archive, _StopAt(3))
    assert 0 < mentions.state(archive).known < 6
    archive.work = work = Counted()
    left = 6 - mentions.state(archive).known
    mentions.catch_up(archive)
    assert work.read == left
    assert mentions.state(archive).is_complete


def test_the_worker_process_finds_the_same(latin_article: Path, tmp_path: Path) -> None:
    with create_archive(tmp_path / "made", work=ProcessWork()) as archive:
        reading = reading_of(archive, latin_article)
        mentions.catch_up(archive)
        assert mentions.known_mentions(archive, reading) == find_dates(reading.letters)


def test_an_archive_that_cannot_be_written_uses_what_is_there(desk: Desk) -> None:
    mentions.catch_up(desk.archive)
    desk.archive.close()
    with open_archive(desk.archive.folder, read_only=True) as archive:
        assert mentions.state(archive).is_complete
        assert told(archive, "1944-10-20", "1944-10-20")[-1:] == [("1944-10-20", "u zoru 20. oktobra")]
    shutil.rmtree(desk.archive.folder / "index")
    with open_archive(desk.archive.folder, read_only=True) as archive:
        assert mentions.state(archive).known == 0
        assert told(archive, "1944-10-20", "1944-10-20")[-1:] == [("1944-10-20", "u zoru 20. oktobra")]
    assert not (desk.archive.folder / "index").exists()


def test_an_archive_that_was_restored_lacks_nothing(desk: Desk) -> None:
    folder = desk.archive.folder
    before = told(desk.archive)
    desk.archive.close()
    kept = (folder / "archive.db").read_bytes()
    with open_archive(folder) as archive:
        source = reading_called(archive, "Дани").source
        correcting.correct_quote(archive, source.id, "15. октобра", "18. октобра")
        assert told(archive) != before
    (folder / "archive.db").write_bytes(kept)
    with open_archive(folder) as archive:
        assert told(archive) == before


def test_mentions_near_some_days_stand_by_their_distance(desk: Desk) -> None:
    mentions.catch_up(desk.archive)
    day = day_number((1944, 10, 17))
    near = mentions.mentions_near(desk.archive, day, day, reach=2, most=9)
    assert [one.mention.edtf for one in near[-2:]] == ["1944-10-16", "1944-10-15"]
    assert {one.mention.edtf for one in near[:-2]} == {"1944-10"}
    assert len(mentions.mentions_near(desk.archive, day, day, reach=9, most=2)) == 2


def test_mentions_are_counted_by_source_month_and_year(desk: Desk, tmp_path: Path) -> None:
    path = written(
        tmp_path, "zbor.txt", "Zbor\n\nZbor je bio 3. maja 1943. godine, a leta 1943. godine je sve gorelo."
    )
    source = reading_of(desk.archive, path).source
    mentions.catch_up(desk.archive)
    counts = mentions.counts_by_source(desk.archive)
    assert counts[desk.latin.source.id] == len(find_dates(desk.latin.letters))
    assert counts[source.id] == 2
    by_month = mentions.counts_by_month(desk.archive)
    assert list(by_month) == [(1943, 5), (1944, 10)]
    assert by_month[1943, 5] == 1
    assert mentions.counts_by_year(desk.archive) == {1943: 2, 1944: by_month[1944, 10]}


def test_a_damaged_file_is_made_anew_by_a_check(desk: Desk) -> None:
    archive = desk.archive
    before = told(archive)
    archive.close()
    path = archive.folder / "index" / mentions.FILE
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    with open_archive(archive.folder) as again:
        assert mentions.check(again).is_complete
        assert told(again) == before


def test_a_text_whose_letters_are_gone_keeps_no_other_from_being_read(desk: Desk) -> None:
    desk.archive.close()
    connection = sqlite3.connect(desk.archive.folder / "archive.db")
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute("DELETE FROM letters WHERE sha256 = ?", [desk.cyrillic.text.letters_sha256])
    connection.commit()
    connection.close()
    with open_archive(desk.archive.folder) as archive:
        mentions.catch_up(archive)
        assert mentions.state(archive) == State(1, 2)


def test_a_place_is_told_as_a_span(desk: Desk) -> None:
    mentions.catch_up(desk.archive)
    one = mentions.mentions_between(desk.archive, "1944-10-20", "1944-10-20", longest=1)[0]
    assert isinstance(one, Mentioned)
    assert desk.latin.letters[one.span.start : one.span.end] == "u zoru 20. oktobra"


def test_the_mentions_of_some_texts_are_those_of_their_newest_readings(desk: Desk) -> None:
    mentions.catch_up(desk.archive)
    wanted = {desk.latin.text.id, "nothing"}
    found = mentions.mentions_in(desk.archive, wanted)
    assert {(one.source_id, one.text_id) for one in found} == {(desk.latin.source.id, desk.latin.text.id)}
    assert [one.mention.edtf for one in found] == [one.edtf for one in find_dates(desk.latin.letters)]
    draft = drafting.prepare_span(desk.archive, desk.latin.text.id, Span(0, 1), "Ž")
    correcting.apply(desk.archive, draft)
    assert mentions.mentions_in(desk.archive, wanted) == []
