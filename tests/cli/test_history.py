"""Commands for undo, redo and the history."""

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


def test_one_goes_back_to_a_point_and_undoes_that(folder: Path) -> None:
    done("event", folder, "Povratak", "--when", "1944")
    point = done("history", folder, "--limit", 1)["history"][0]["number"]
    done("event", folder, "Odlazak", "--when", "1945")
    done("event", folder, "Dolazak", "--when", "1946")
    answer = done("undo", folder, "--to", point)
    assert (answer["back_to"], answer["redone"]) == (point, [])
    assert answer["undone"] == ["Add event “Dolazak”", "Add event “Odlazak”"]
    assert len(done("events", folder)["events"]) == 1
    assert "nothing to take back" in refused("undo", folder, "--to", point)
    assert done("undo", folder)["undone"] == "Go back to “Add event “Povratak””"
    assert len(done("events", folder)["events"]) == 3
    assert (
        run("undo", folder, "--to", 0).out.splitlines()[-1] == "Undone: Import “Grad pod tvrđavom” and 1 more"
    )
    assert done("sources", folder)["sources"] == []
    assert "no action number 99" in refused("undo", folder, "--to", 99)


def test_the_history_is_narrowed_and_told_in_detail(folder: Path) -> None:
    made = done("event", folder, "Povratak", "--when", "1944")
    (row,) = done("history", folder, "--contains", "повратак")["history"]
    assert row["name"] == "Add event “Povratak”"
    assert done("history", folder, "--kind", "events")["history"] == [row]
    assert done("history", folder, "--record", made["id"])["history"] == [row]
    assert done("history", folder, "--author", row["author"], "--limit", 1)["history"] == [row]
    assert run("history", folder, "--contains", "ništa").out == "Nothing fits.\n"
    details = done("history", folder, "--details", row["number"])["details"]
    assert details["total"] == 1
    (record,) = details["records"]
    assert (record["kind"], record["title"], record["how"]) == ("Event", "Povratak", "made")
    lines = run("history", folder, "--details", row["number"]).out.splitlines()
    assert lines[1] == "    Event “Povratak” made"
    assert "        Date: (empty) → 1944" in lines
