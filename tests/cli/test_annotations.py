"""The command that lists all annotations."""

from pathlib import Path

import pytest

from helpers.command_line import done, refused, run


@pytest.fixture
def marked(folder: Path) -> Path:
    """Two annotations, one of them tied to an event."""
    first = done("annotate", folder, "Grad", "--quote", "Pekar Ilija", "--note", "ko je?", "--tag", "ljudi")
    done("annotate", folder, "Дани", "--quote", "Железничку станицу")
    done("event", folder, "Zapis", "--when", "1944")
    done("link", folder, first["id"], "Zapis")
    return folder


def test_all_annotations_are_listed_and_narrowed(marked: Path) -> None:
    document = done("annotations", marked)
    assert document["total"] == 2
    assert {row["quote"] for row in document["annotations"]} == {"Pekar Ilija", "Железничку станицу"}
    for options in (
        ["--contains", "пекар"],
        ["--tag", "ljudi"],
        ["--event", "Zapis"],
        ["--source", "Grad"],
        ["--sort", "made", "--limit", 1],
        ["--sort", "quote", "--descending", "--limit", 1],
    ):
        (row,) = done("annotations", marked, *options)["annotations"]
        assert (row["quote"], row["tags"], row["on"]) == ("Pekar Ilija", ["ljudi"], "text")
        assert row["events"][0]["title"] == "Zapis"
    assert done("annotations", marked, "--colour", "pink")["annotations"] == []
    assert done("annotations", marked, "--on", "event", "--author", "x", "--colour", "none")["total"] == 0
    assert "no tag called" in refused("annotations", marked, "--tag", "nema")


def test_a_person_reads_lines_and_a_file_is_written(marked: Path, tmp_path: Path) -> None:
    lines = run("annotations", marked).out.splitlines()
    assert "Grad pod tvrđavom, passage" in lines[1] + lines[0]
    assert lines[-1] == "2 annotations"
    assert done("annotations", marked, "--csv", tmp_path / "sve.csv")["rows"] == 2
    assert "Pekar Ilija" in (tmp_path / "sve.csv").read_text(encoding="utf-8-sig")
    assert run("annotations", marked, "--csv", tmp_path / "sve.csv").out.startswith("Wrote 2 rows to")
