"""Commands for describing several records at once."""

from pathlib import Path

from helpers.command_line import done, refused, run


def test_several_sources_are_described_in_one_step(folder: Path) -> None:
    document = done(
        "describe", folder, "Grad", "Дани", "--author", "Савић", "--date", "1944", "--kind", "report"
    )
    assert [(one["creator"], one["date"], one["kind"]) for one in document["sources"]] == [
        ("Савић", "1944", "report")
    ] * 2
    assert run("describe", folder, "Grad", "--author", "").out == "Described 1 record.\n"
    assert [one["creator"] for one in done("sources", folder)["sources"]] == ["", "Савић"]
    done("undo", folder)
    assert done("undo", folder)["undone"] == "Describe several sources (2)"
    assert [one["creator"] for one in done("sources", folder)["sources"]] == ["", ""]


def test_photos_too(folder: Path) -> None:
    document = done("describe-photos", folder, "Mornari", "--credit", "Foto-arhiv", "--place", "Beograd")
    assert [(one["credit"], one["place"]) for one in document["photos"]] == [("Foto-arhiv", "Beograd")]


def test_what_cannot_be_meant_is_said(folder: Path) -> None:
    assert "no source called “Nema”" in refused("describe", folder, "Nema", "--place", "Beograd")
    assert "no photo called “Nema”" in refused("describe-photos", folder, "Nema", "--place", "Beograd")
    assert run("describe", folder, "Grad").code == 2
    assert run("describe", folder, "Grad", "Дани", "--title", "Isti").code == 2
