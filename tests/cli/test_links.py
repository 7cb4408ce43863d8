"""Commands that follow links and change where an annotation stands."""

from pathlib import Path

import pytest

from helpers.command_line import done, refused, run


@pytest.fixture
def made(folder: Path) -> dict[str, object]:
    document: dict[str, object] = done(
        "annotate", folder, "Grad", "--quote", "Pekar Ilija", "--note", "ko je?", "--tag", "ljudi"
    )
    return document


def test_an_annotation_is_shown_by_its_link(folder: Path, made: dict[str, object]) -> None:
    assert made["link"] == f"archive:annotation/{made['id']}"
    assert done("annotation", folder, made["link"]) == done("annotation", folder, made["id"]) == made
    lines = run("annotation", folder, made["link"]).out.splitlines()
    assert lines == [made["link"], "Grad pod tvrđavom", "Pekar Ilija", "ko je?", "#ljudi"]


def test_any_record_is_shown_by_its_link(folder: Path, made: dict[str, object]) -> None:
    event = done("event", folder, "Zapis", "--when", "1944")
    link = f"archive:event/{event['id']}"
    assert done("record", folder, link) == {"record": "event", "link": link, **event}
    source = f"archive:source/{made['source_id']}"
    assert done("show", folder, source)["id"] == made["source_id"]
    assert run("record", folder, source).out.splitlines() == [source, "Grad pod tvrđavom"]
    assert done("link", folder, made["link"], link)["annotation_id"] == made["id"]


def test_an_annotation_is_moved_and_joined(folder: Path, made: dict[str, object]) -> None:
    assert done("annotation", folder, made["link"], "--quote", "Pekar")["quote"] == "Pekar"
    other = done("annotate", folder, "Grad", "--quote", "Ilija", "--note", "ime")
    joined = done("annotation", folder, made["link"], "--join", other["link"])
    assert (joined["quote"], joined["note"]) == ("Pekar Ilija", "ko je?\n\nime")
    assert "was deleted" in refused("annotation", folder, other["link"])
    assert run("annotation", folder, made["id"], "--join", "x", "--quote", "y").code == 2


def test_a_link_to_something_else_is_no_annotation(folder: Path, made: dict[str, object]) -> None:
    assert "leads to no annotation" in refused("annotation", folder, f"archive:source/{made['source_id']}")
    assert "is no link" in refused("record", folder, "nešto")


def test_a_link_to_a_person_shows_all_names(folder: Path) -> None:
    made = done("authority", folder, "Štetner", "--kind", "person", "--variant", "Stettner")
    assert done("record", folder, made["link"]) == {"record": "authority", **made}
    assert run("record", folder, made["link"]).out.splitlines() == [made["link"], "Štetner"]
