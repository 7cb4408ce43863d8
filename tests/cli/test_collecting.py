"""Commands for collections."""

from pathlib import Path

from helpers.command_line import done, refused, run


def titles(document: dict[str, list[dict[str, str]]]) -> list[str]:
    return [member["title"] for member in document["members"]]


def test_a_collection_is_made_filled_ordered_and_emptied(folder: Path) -> None:
    done("event", folder, "Povratak", "--when", "1944")
    made = done("collect", folder, "Izložba", "Grad", "Povratak", "--new")
    assert [(one["kind"], one["title"]) for one in made["members"]] == [
        ("source", "Grad pod tvrđavom"),
        ("event", "Povratak"),
    ]
    moved = done("collect", folder, "izl", "Дани", "--at", 1)
    assert titles(moved) == ["Дани под бедемом", "Grad pod tvrđavom", "Povratak"]
    less = done("collect", folder, made["id"], "Grad pod", "--remove")
    assert titles(less) == ["Дани под бедемом", "Povratak"]
    (listed,) = done("collections", folder)["collections"]
    assert listed == less
    assert run("collections", folder).out.splitlines()[0].endswith("Izložba, 2 records")
    assert done("undo", folder)["undone"] == "Take out of collection “Izložba”"
    assert done("undo", folder)["undone"] == "Add to collection “Izložba”"
    assert done("undo", folder)["undone"] == "Add collection “Izložba”"
    assert done("collections", folder) == {"collections": []}
    assert run("collections", folder).out == "There are no collections yet.\n"


def test_what_is_not_there_or_cannot_be_meant_is_said(folder: Path) -> None:
    assert "no collection called “Nema”" in refused("collect", folder, "Nema", "Grad")
    done("collect", folder, "Izložba", "--new")
    assert "no source, photo or event called “Nema”" in refused("collect", folder, "Izložba", "Nema")
    assert run("collect", folder, "Izložba").code == 2
    assert run("collect", folder, "Izložba", "Grad", "--at", 1, "--remove").code == 2
