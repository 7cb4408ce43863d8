"""Commands for tags."""

from pathlib import Path

import pytest

from helpers.command_line import done, refused, run


@pytest.fixture
def tagged(folder: Path) -> Path:
    """An archive with one annotation that carries two tags."""
    done("annotate", folder, "Grad", "--quote", "Pekar Ilija", "--tag", "Rat/Glad", "--tag", "hleb")
    return folder


def paths(folder: Path) -> dict[str, int]:
    return {row["path"]: row["annotations"] for row in done("tags", folder)["tags"]}


def test_tags_are_listed_under_each_other(tagged: Path) -> None:
    assert paths(tagged) == {"Rat": 1, "Rat / Glad": 1, "hleb": 1}
    assert run("tags", tagged).out.splitlines() == [
        "Rat, 1 annotation",
        "  Glad, 1 annotation",
        "hleb, 1 annotation",
    ]


def test_a_tag_is_renamed_moved_and_coloured(tagged: Path) -> None:
    changed = done("tag", tagged, "hleb", "--rename", "pogača", "--under", "Rat / Glad", "--colour", "blue")
    assert (changed["path"], changed["colour"], changed["annotations"]) == ("Rat / Glad / pogača", "blue", 1)
    assert done("tag", tagged, "pogača", "--top", "--colour", "none")["colour"] is None
    assert paths(tagged) == {"Rat": 1, "Rat / Glad": 1, "pogača": 1}
    assert {hit["kind"] for hit in done("search", tagged, "tag:pogača")["hits"]} == {"annotation", "passage"}


def test_tags_are_merged_made_and_deleted(tagged: Path) -> None:
    assert done("tag", tagged, "hleb", "--merge-into", "glad")["path"] == "Rat / Glad"
    assert done("tag", tagged, "Rat / Noć")["path"] == "Rat / Noć"
    assert done("tag", tagged, "rat", "--delete")["deleted"] is True
    assert paths(tagged) == {}
    assert run("tags", tagged).out == "There are no tags yet.\n"
    done("undo", tagged)
    assert paths(tagged) == {"Rat": 1, "Rat / Glad": 1, "Rat / Noć": 0}


def test_what_cannot_be_done_to_a_tag_is_said_in_one_line(tagged: Path) -> None:
    assert "no tag called “nema”" in refused("tag", tagged, "nema", "--rename", "ima")
    assert "cannot stand under" in refused("tag", tagged, "Rat", "--under", "Glad")
    assert run("tag", tagged, "hleb", "--top", "--under", "Rat").code == 2
    assert run("tag", tagged, "hleb", "--delete", "--rename", "pogača").code == 2
