"""Every archive that a released program made opens today: copied first, then brought up to date, then searched."""

import gzip
import shutil
import sqlite3
from pathlib import Path

import pytest

from archive_app.core.hits import RecordKind
from archive_app.core.records import Annotation, SavedSearch
from archive_app.services import annotating, checking, events, history, indexing, searches
from archive_app.services.archives import Archive, open_archive
from archive_app.services.searching import search
from archive_app.store import tables
from helpers.desk import request

OLD = sorted(path.name for path in Path(__file__).parent.glob("v*"))


@pytest.fixture(params=OLD)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of an old archive, as a person finds it in a folder."""
    folder = Path(shutil.copytree(Path(__file__).parent / request.param, tmp_path / "archive"))
    packed = folder / "archive.db.gz"
    (folder / "archive.db").write_bytes(gzip.decompress(packed.read_bytes()))
    packed.unlink()
    return folder


def version_of(database: Path) -> int:
    connection = sqlite3.connect(database)
    try:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])
    finally:
        connection.close()


def found(archive: Archive, query: str) -> set[str]:
    indexing.catch_up(archive)
    return {hit.text for hit in search(archive, request(query)).hits}


def test_there_is_an_archive_of_every_version_before_this_one() -> None:
    assert [number for number in range(1, tables.VERSION) if f"v{number}" not in OLD] == []


def test_an_old_archive_is_kept_as_it_was_and_brought_up_to_date(old: Path) -> None:
    before = version_of(old / "archive.db")
    with open_archive(old) as archive:
        (copy,) = (old / "backups").iterdir()
        assert version_of(copy) == before
        assert checking.check(archive).faults == ()
    assert version_of(old / "archive.db") == tables.VERSION
    with open_archive(old):
        assert len(list((old / "backups").iterdir())) == 1


def test_an_old_archive_is_searched_in_both_scripts(old: Path) -> None:
    with open_archive(old) as archive:
        passages = found(archive, "Калемегдан")
        assert {"„Voda je mirna“" in text for text in passages} == {True, False}
        assert any("у магли" in text for text in passages)
        (note,) = [hit for hit in search(archive, request("писмо")).hits if hit.kind is RecordKind.ANNOTATION]
        assert note.text == "drugi dan u pismu · Mita · datumi, skela"


def test_work_goes_on_in_an_old_archive_and_its_history_is_there(old: Path) -> None:
    with open_archive(old) as archive:
        (event,) = [row.event for row in events.list_events(archive)]
        assert [claim.link.says_when for claim in events.claims(archive, event.id)] == [
            "1931-05-03",
            "1931-05-04",
        ]
        kept = searches.save_search(archive, "Skela", request("skela"))
        history.undo(archive)
        assert archive.store.list(SavedSearch) == []
        history.undo(archive)
        assert history.history(archive)[0].name == "Undo: Add to collection “Reke”"
        history.redo(archive)
        history.redo(archive)
        assert archive.store.list(SavedSearch) == [kept]
        made = archive.store.list(Annotation)[0]
        annotating.edit_annotation(archive, made.id, note="ili ipak dan pre")
        assert found(archive, "ипак") == {"ili ipak dan pre · Mita · datumi, skela"}
