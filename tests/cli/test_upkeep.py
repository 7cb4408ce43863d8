"""The command for checking an archive."""

import shutil
from pathlib import Path

from helpers.command_line import done, refused, run


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
