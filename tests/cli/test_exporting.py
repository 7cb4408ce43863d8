"""The command for printing."""

from pathlib import Path

from helpers.command_line import done, refused, run


def test_excerpts_are_chosen_by_event_tag_query_or_source(folder: Path, tmp_path: Path) -> None:
    made = done(
        "annotate", folder, "Grad", "--quote", "u zoru 20. oktobra", "--tag", "datum", "--note", "po Vuku"
    )
    event = done("event", folder, "Zauzimanje stanice", "--when", "1944-10")
    done("link", folder, made["id"], event["id"])
    for number, choice in enumerate(
        (["--event", "Zauzimanje"], ["--tag", "DATUM"], ["--query", "железничку"], ["--source", "Grad"])
    ):
        target = tmp_path / f"{number}.pdf"
        printed = done("export", folder, target, *choice, "--title", "Izbor", "--author", "J. Ćirić")
        assert (printed["file"], printed["dropped"]) == (str(target), [])
        assert printed["pages"] >= 1
        assert printed["excerpts"] == (2 if choice[0] == "--query" else 1)
        assert target.read_bytes().startswith(b"%PDF-")
    told = run("export", folder, tmp_path / "again.pdf", "--tag", "datum")
    assert (told.code, told.err) == (0, "")
    assert str(tmp_path / "again.pdf") in told.out


def test_where_there_is_nothing_to_print_nothing_is_written(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "x.pdf"
    assert "nothing to print" in refused("export", folder, target, "--source", "Grad")
    assert "nothing to print" in refused("export", folder, target, "--query", "dirižabl")
    assert "no tag called" in refused("export", folder, target, "--tag", "datum")
    assert "no event called" in refused("export", folder, target, "--event", "Opsada")
    assert not target.exists()
    done("annotate", folder, "Grad", "--quote", "u zoru 20. oktobra")
    assert str(tmp_path / "nema") in refused(
        "export", folder, tmp_path / "nema" / "x.pdf", "--source", "Grad"
    )
