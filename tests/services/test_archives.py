"""Archives are made, opened and closed; listeners hear what changed."""

from pathlib import Path

import pytest

from archive_app.core.changes import Changes
from archive_app.core.errors import NotFound, UserError
from archive_app.services import events, history, sources
from archive_app.services.archives import (
    Archive,
    copy_sample,
    create_archive,
    is_archive,
    open_archive,
    sample_folder,
)
from archive_app.services.checking import check
from helpers.desk import Desk, reading_of


def test_a_new_archive_is_empty_and_called_like_its_folder(tmp_path: Path) -> None:
    with create_archive(tmp_path / "Beograd 1944") as archive:
        assert archive.name == "Beograd 1944"
        assert not archive.read_only
        assert sources.list_sources(archive) == []
        assert history.history(archive) == []
    assert is_archive(tmp_path / "Beograd 1944")
    assert not is_archive(tmp_path)
    with pytest.raises(UserError, match="already an archive"):
        create_archive(tmp_path / "Beograd 1944")


def test_a_folder_without_an_archive_is_not_opened(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="There is no archive"):
        open_archive(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_an_archive_can_be_closed_twice_and_opened_again(archive: Archive, latin_article: Path) -> None:
    reading = reading_of(archive, latin_article)
    archive.close()
    archive.close()
    with open_archive(archive.folder) as again:
        assert sources.read_source(again, reading.source.id) == reading


def test_what_an_interrupted_import_left_is_swept_away_at_opening(archive: Archive) -> None:
    archive.close()
    leftover = archive.folder / "media" / ".unfinished-1-abcd"
    leftover.write_bytes(b"half a letter")
    with open_archive(archive.folder, read_only=True):
        assert leftover.exists()
    with open_archive(archive.folder):
        assert not leftover.exists()


def test_listeners_hear_of_each_action_once_and_of_undo_and_redo(desk: Desk) -> None:
    heard: list[Changes] = []
    desk.archive.subscribe(heard.append)
    event = events.add_event(desk.archive, "Povratak")
    events.edit_event(desk.archive, event.id, title="Povratak")
    history.undo(desk.archive)
    history.redo(desk.archive)
    assert [changes.ids("events") for changes in heard] == [frozenset({event.id})] * 3
    assert [changes.name for changes in heard] == [
        "Add event “{subject}”",
        "Undo: {subject}",
        "Redo: {subject}",
    ]


def test_listeners_hear_of_an_action_within_another_once(archive: Archive) -> None:
    heard: list[Changes] = []
    archive.subscribe(heard.append)
    with archive.operation("Two events"):
        first = events.add_event(archive, "Povratak")
        second = events.add_event(archive, "Odlazak")
    assert [changes.ids("events") for changes in heard] == [frozenset({first.id, second.id})]


def test_nobody_hears_of_what_failed(archive: Archive) -> None:
    heard: list[Changes] = []
    archive.subscribe(heard.append)
    with pytest.raises(UserError):
        events.add_event(archive, "Povratak", when="nekad")
    assert heard == []


def test_the_sample_is_copied_once_and_then_left_as_it_is(tmp_path: Path) -> None:
    sample = sample_folder()
    if sample is None:
        pytest.skip("the sample archive has not been built")
    before = (sample / "archive.db").read_bytes()
    target = copy_sample(tmp_path / "sample")
    with open_archive(target) as archive:
        assert check(archive).is_sound
        events.add_event(archive, "Povratak")
        number = len(events.list_events(archive))
    with open_archive(copy_sample(target)) as archive:
        assert len(events.list_events(archive)) == number
    assert (sample / "archive.db").read_bytes() == before


def test_the_sample_is_never_copied_into_a_folder_that_holds_something_else(tmp_path: Path) -> None:
    (tmp_path / "pismo.txt").write_text("Drago moje,")
    with pytest.raises(UserError, match="not empty"):
        copy_sample(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["pismo.txt"]
