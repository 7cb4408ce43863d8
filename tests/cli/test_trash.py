"""The command for what was deleted."""

from pathlib import Path

from archive_app.services import annotating, sources
from archive_app.services.archives import open_archive
from helpers.command_line import done, refused, run


def test_what_was_deleted_is_listed_and_brought_back(folder: Path) -> None:
    assert run("trash", folder).out == "The trash is empty.\n"
    assert done("trash", folder) == {"trash": []}
    made = done("annotate", folder, "Grad", "--quote", "Pekar Ilija", "--note", "ko je?")
    with open_archive(folder) as archive:
        annotating.remove_annotation(archive, made["id"])
        source = sources.find_source(archive, "Grad")
        sources.remove_source(archive, source.id)
    first, second = done("trash", folder)["trash"]
    assert (first["id"], first["kind"], first["inside"]["texts"]) == (source.id, "Source", 1)
    assert (second["id"], second["title"]) == (made["id"], "Pekar Ilija")
    line = run("trash", folder).out.splitlines()[0]
    assert "Source: Grad pod tvrđavom" in line
    assert "1 text" in line
    answer = done("trash", folder, "--restore", made["id"])
    assert set(answer["restored"]) == {source.id, made["id"]}
    assert done("trash", folder)["trash"] == []
    assert done("search", folder, "Kalemegdan")["total"] == 6
    assert "in the trash" in refused("trash", folder, "--restore", made["id"])
