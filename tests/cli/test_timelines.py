"""The command that draws the timeline."""

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from helpers.command_line import done, refused, run


@pytest.fixture
def told(folder: Path) -> Path:
    """Two events with dates, one of them disputed, and one without."""
    made = done("annotate", folder, "Grad", "--quote", "u zoru 20. oktobra")
    event = done("event", folder, "Zauzimanje stanice", "--when", "20.10.1944", "--place", "Beograd")
    done("link", folder, made["id"], event["id"], "--says-when", "1944-10-15")
    done("event", folder, "Odlazak", "--when", "1941-04")
    done("event", folder, "Glasina", "--when", "")
    return folder


def test_a_picture_is_drawn_and_told_of(told: Path, tmp_path: Path) -> None:
    target = tmp_path / "vreme.svg"
    assert run("timeline", told, target).out == f"Wrote {target}: 2 events; 1 has no date.\n"
    texts = [found.text for found in ET.parse(target).iter("{http://www.w3.org/2000/svg}text")]
    assert "Zauzimanje stanice" in texts
    assert "1 event has no date" in texts


def test_a_timeline_is_printed_to_pages(told: Path, tmp_path: Path) -> None:
    target = tmp_path / "vreme.pdf"
    assert run("timeline", told, target).out == f"Wrote {target}: 2 events; 1 has no date.\n"
    assert target.read_bytes().startswith(b"%PDF-")


def test_json_gives_days_lanes_and_what_sources_say_also_without_a_picture(told: Path) -> None:
    found = done("timeline", told, "--lanes", "place")
    assert found["file"] is None
    assert [(one["title"], one["first_day"], one["last_day"], one["lanes"]) for one in found["events"]] == [
        ("Odlazak", "1941-04-01", "1941-04-30", ["No place"]),
        ("Zauzimanje stanice", "1944-10-20", "1944-10-20", ["Beograd"]),
    ]
    assert found["events"][1]["said"] == [
        {"when": "1944-10-15", "sources": ["Grad pod tvrđavom"], "differs": True, "settled": False}
    ]
    assert (found["events"][1]["decided"], found["events"][1]["parent"]) == (False, None)
    assert [one["title"] for one in found["undated"]] == ["Glasina"]


def test_parts_can_be_left_out(told: Path) -> None:
    done("event", told, "Rat", "--when", "1941-04-06/1945-05-15")
    done("part", told, "Zauzimanje", "--under", "Rat")
    every = {one["title"]: one for one in done("timeline", told)["events"]}
    assert every["Zauzimanje stanice"]["parent"] == every["Rat"]["id"]
    found = done("timeline", told, "--without-parts")["events"]
    assert [(one["title"], one["parts_hidden"]) for one in found] == [("Odlazak", 0), ("Rat", 1)]


def test_dates_and_words_narrow_it(told: Path, tmp_path: Path) -> None:
    found = done("timeline", told, tmp_path / "t.svg", "--from", "1944", "--to", "1944-12-31")
    assert [one["title"] for one in found["events"]] == ["Zauzimanje stanice"]
    assert found["file"] == str((tmp_path / "t.svg").resolve())
    assert [one["title"] for one in done("timeline", told, "--contains", "одлаз")["events"]] == ["Odlazak"]


def test_what_cannot_be_drawn_is_refused(told: Path, tmp_path: Path) -> None:
    assert "nothing to draw" in refused("timeline", told, tmp_path / "t.svg", "--from", "1990")
    assert "is not a date" in refused("timeline", told, tmp_path / "t.svg", "--from", "davno")
    assert ".svg" in refused("timeline", told, tmp_path / "t.png")


def test_without_a_name_for_the_picture_it_is_a_wrong_usage(told: Path) -> None:
    assert run("timeline", told).code == 2
