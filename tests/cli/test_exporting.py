"""The command for printing."""

from pathlib import Path

import pytest

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


@pytest.fixture
def disputed(folder: Path) -> Path:
    """An event with a part, which two sources date differently, another event, and one without a date."""
    event = done("event", folder, "Zauzimanje stanice", "--when", "1944-10-20")
    for source, quote, when in (
        ("Grad", "u zoru 20. oktobra", "1944-10-20"),
        ("Дани", "15. октобра пред вече", "1944-10-15"),
    ):
        made = done("annotate", folder, source, "--quote", quote)
        done("link", folder, made["id"], event["id"], "--says-when", when)
    done("event", folder, "Juriš", "--when", "1944-10-20 dawn")
    done("part", folder, "Juriš", "--under", "Zauzimanje")
    done("event", folder, "Odlazak", "--when", "1941-04")
    done("event", folder, "Glasina", "--when", "")
    return folder


def figures(*arguments: object) -> tuple[int, int]:
    made = done("export", *arguments)
    return made["events"], made["claims"]


def test_events_are_exported_with_their_parts_alone_or_all_together(disputed: Path, tmp_path: Path) -> None:
    target = tmp_path / "dosije.csv"
    assert figures(disputed, target, "--event", "Zauzimanje") == (2, 2)
    assert figures(disputed, target, "--event", "Zauzimanje", "--without-parts") == (1, 2)
    assert figures(disputed, target, "--event", "Zauzimanje", "--event", "Odlazak") == (3, 2)
    assert figures(disputed, target, "--conflicts") == (1, 2)
    assert figures(disputed, target, "--all-events") == (4, 2)
    assert figures(disputed, target, "--all-events", "--from", "1944") == (2, 2)
    assert figures(disputed, target, "--all-events", "--contains", "одлаз") == (1, 0)


def test_the_ending_says_what_a_dossier_becomes(disputed: Path, tmp_path: Path) -> None:
    for ending, begins in (
        ("pdf", b"%PDF-"),
        ("csv", b"\xef\xbb\xbfEvent,"),
        ("jsonld", b"{"),
        ("JSON", b"{"),
    ):
        target = tmp_path / f"dosije.{ending}"
        assert figures(disputed, target, "--event", "Zauzimanje", "--title", "Dosije") == (2, 2)
        assert target.read_bytes().startswith(begins)
    told = run("export", disputed, tmp_path / "dosije.pdf", "--event", "Zauzimanje").out
    assert "2 events with 2 claims on" in told
    assert (
        "2 events with 2 claims." in run("export", disputed, tmp_path / "d.csv", "--event", "Zauzimanje").out
    )
    assert "end it in .pdf" in refused("export", disputed, tmp_path / "dosije.odt", "--conflicts")
    assert "End the name in .pdf" in refused("export", disputed, tmp_path / "izvod.csv", "--source", "Grad")


def test_what_does_not_go_together_is_a_wrong_usage(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "x.pdf"
    assert run("export", folder, target).code == 2
    assert run("export", folder, target, "--conflicts", "--all-events").code == 2
    assert run("export", folder, target, "--all-events", "--without-parts").code == 2
    assert run("export", folder, target, "--conflicts", "--from", "1944").code == 2
    assert "no event is among" in refused("export", folder, target, "--conflicts")
