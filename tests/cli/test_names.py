"""The command that lists which people, units and places a text names."""

from pathlib import Path

import pytest

from helpers.articles import LATIN
from helpers.command_line import done, refused, run


@pytest.fixture
def named(folder: Path) -> Path:
    """An archive that knows a place and a postman, who is called like an animal."""
    done("authority", folder, "Kalemegdan", "--kind", "place")
    done("authority", folder, "Vuk", "--kind", "person", "--variant", "Pismonoša Vuk")
    return folder


def test_a_text_says_whom_it_names_and_where(named: Path) -> None:
    place, person = done("names", named, "Grad")["names"]
    assert (place["name"], place["kind"], place["count"]) == ("Kalemegdan", "place", 3)
    assert [one["text"] for one in place["places"]] == ["Kalemegdanu", "Kalemegdana", "Kalemegdanu"]
    for one in (*place["places"], *person["places"]):
        assert LATIN[one["start"] : one["end"]] == one["text"]
    assert [(one["text"], one["nearness"], one["doubtful"]) for one in person["places"]] == [
        ("Pismonoša Vuk", "same", False)
    ]


def test_a_person_reads_in_which_forms(named: Path) -> None:
    place, person = run("names", named, "Grad").out.splitlines()
    assert place == "Kalemegdan (place), 3 times: Kalemegdanu, Kalemegdana"
    assert person == "Vuk (person), 1 time: Pismonoša Vuk"


def test_what_may_only_look_like_a_name_can_be_left_out(named: Path) -> None:
    done("authority", named, "Niko", "--kind", "person")
    assert "Niko" in run("names", named, "Grad").out
    assert "Niko" not in run("names", named, "Grad", "--sure").out


def test_a_text_that_names_nobody_says_so(folder: Path) -> None:
    assert run("names", folder, "Grad").out.strip() == (
        "No person, unit or place that this archive knows is named there."
    )
    assert done("names", folder, "Grad") == {"names": []}


def test_a_source_that_is_not_there_is_refused(folder: Path) -> None:
    assert "Almanah" in refused("names", folder, "Almanah")


def test_the_passages_that_name_a_place_are_listed(named: Path) -> None:
    passages = done("names", named, "--of", "kalemegdan")["passages"]
    assert len(passages) == 6
    for one in passages:
        assert [one["text"][start:end] for start, end in one["highlights"]] == [
            place["text"] for place in one["places"]
        ]
    assert "«Калемегдана»" in run("names", named, "--of", "Kalemegdan").out
    done("authority", named, "Avnoj", "--kind", "unit")
    assert run("names", named, "--of", "Avnoj").out.strip() == "No passage names “Avnoj”."


def test_either_a_source_or_a_name_is_wanted(named: Path) -> None:
    assert run("names", named).code == 2
    assert run("names", named, "Grad", "--of", "Vuk").code == 2
