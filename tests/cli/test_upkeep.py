"""Commands for undo, redo, history and checking."""

import shutil
from pathlib import Path

from helpers.command_line import done, refused, run


def test_undo_and_redo_walk_through_what_was_done(folder: Path) -> None:
    done("event", folder, "Povratak", "--when", "1944")
    assert done("undo", folder)["undone"] == "Add event “Povratak”"
    assert run("undo", folder).out == "Undone: Import “Grad pod tvrđavom” and 1 more\n"
    assert done("sources", folder)["sources"] == []
    assert done("search", folder, "Kalemegdan")["total"] == 0
    assert "nothing to undo" in refused("undo", folder)
    assert run("redo", folder).out == "Done again: Import “Grad pod tvrđavom” and 1 more\n"
    assert done("search", folder, "Kalemegdan")["total"] == 6
    assert done("redo", folder)["redone"] == "Add event “Povratak”"
    assert "nothing to redo" in refused("redo", folder)
    assert len(done("events", folder)["events"]) == 1


def test_history_lists_the_newest_first(folder: Path) -> None:
    done("event", folder, "Povratak", "--when", "1944")
    done("undo", folder)
    rows = done("history", folder)["history"]
    assert [(row["name"], row["undone"]) for row in rows] == [
        ("Undo: Add event “Povratak”", False),
        ("Add event “Povratak”", True),
        ("Import “Grad pod tvrđavom” and 1 more", False),
    ]
    assert rows[2]["records"] == 8
    assert {"number", "id", "author", "at"} <= rows[0].keys()
    assert done("history", folder, "--limit", 1)["history"] == rows[:1]
    assert run("history", folder).out.splitlines()[1].endswith("Add event “Povratak” (undone)")


def test_a_check_finds_all_well_or_tells_the_faults(folder: Path) -> None:
    document = done("check", folder)
    assert (document["sound"], document["faults"], document["files"]) == (True, [], 2)
    assert run("check", folder).out.startswith("All is well: 2 stored files")
    stored = next(path for path in (folder / "media").rglob("*") if path.is_file())
    stored.unlink()
    answer = run("check", folder, "--json")
    assert (answer.code, answer.document["sound"]) == (1, False)
    assert answer.err.splitlines() == answer.document["faults"]
    assert stored.name in answer.err
    told = run("check", folder)
    assert (told.code, told.err) == (1, "")
    assert "is missing" in told.out


def test_a_deleted_index_is_no_fault(folder: Path) -> None:
    shutil.rmtree(folder / "index")
    assert done("check", folder)["sound"]
    assert done("search", folder, "Kalemegdan")["total"] == 6


def test_a_damaged_database_is_told_in_one_line_and_left(folder: Path) -> None:
    database = folder / "archive.db"
    database.write_bytes(database.read_bytes()[:5000])
    before = database.read_bytes()
    for command in ("check", "sources", "undo"):
        assert "is damaged and was left as it is" in refused(command, folder)
    assert database.read_bytes() == before
