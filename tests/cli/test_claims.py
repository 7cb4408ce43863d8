"""Commands for what the sources claim about an event, and where they disagree."""

from pathlib import Path

import pytest

from helpers.command_line import done, refused, run

LATIN, CYRILLIC = "Grad pod tvrđavom", "Дани под бедемом"


@pytest.fixture
def station(folder: Path) -> dict[str, str]:
    """The ids of an event and of the annotations of two sources that date it differently."""
    event = done("event", folder, "Zauzimanje stanice", "--when", "1944-10-20")
    late = done("annotate", folder, LATIN, "--quote", "u zoru 20. oktobra")
    early = done("annotate", folder, CYRILLIC, "--quote", "15. октобра пред вече")
    done("link", folder, late["id"], event["id"], "--says-when", "1944-10-20 dawn", "--says-where", "stanica")
    done("link", folder, early["id"], event["id"], "--says-when", "1944-10-15", "--says-who", "борци")
    return {"event": event["id"], "late": late["id"], "early": early["id"]}


def test_the_claims_on_an_event_are_shown_with_their_agreement(folder: Path, station: dict[str, str]) -> None:
    page = done("claims", folder, "Zauzimanje")
    assert (page["event"]["id"], page["conflict"]) == (station["event"], True)
    assert {one["citation"]: (one["agreement"], one["against"], one["quote"]) for one in page["claims"]} == {
        f"{LATIN}, ¶ 5.": ("more precise", ["1944-10-15"], "u zoru 20. oktobra"),
        f"{CYRILLIC}, ¶ 5.": ("conflict", ["1944-10-20 dawn"], "15. октобра пред вече"),
    }
    said = run("claims", folder, station["event"]).out
    assert "When: 15 October 1944 ≠ in conflict" in said
    assert "When: 20 October 1944, at dawn ⊂ more precise" in said
    assert "Who: борци" in said
    assert "no event called" in refused("claims", folder, "Opsada")


def test_a_verdict_is_given_and_what_was_held_before_is_told(folder: Path, station: dict[str, str]) -> None:
    given = done(
        "verdict", folder, station["event"], "--when", "15.10.1944", "--reason", "dnevnik je stariji"
    )
    assert (given["when"], given["reason"]) == ("1944-10-15", "dnevnik je stariji")
    assert [(held["when"], held["reason"]) for held in given["held"]] == [
        ("1944-10-15", "dnevnik je stariji"),
        ("1944-10-20", ""),
    ]
    assert done("verdict", folder, station["event"]) == given
    said = run("verdict", folder, station["event"]).out
    assert "Held right: dnevnik je stariji" in said
    assert "Held 20 October 1944 until " in said
    assert done("verdict", folder, station["event"], "--open")["reason"] == ""
    assert "Say why" in refused("verdict", folder, station["event"], "--reason", " ")
    assert run("verdict", folder, station["event"], "--when", "1944").code == 2
    assert run("verdict", folder, station["event"], "--open", "--reason", "ne").code == 2


def test_events_have_parts(folder: Path, station: dict[str, str]) -> None:
    battle = done("event", folder, "Bitka za grad", "--when", "1944-10")
    phase = done("event", folder, "Opšti napad", "--when", "1944-10-14", "--under", "Bitka")
    assert phase["parent_id"] == battle["id"]
    assert done("part", folder, station["event"], "--under", "Bitka")["parent_id"] == battle["id"]
    assert [row["title"] for row in done("claims", folder, "Bitka")["phases"]] == [
        "Opšti napad",
        "Zauzimanje stanice",
    ]
    assert [row["title"] for row in done("claims", folder, "Zauzimanje")["above"]] == ["Bitka za grad"]
    assert "is a part of it" in refused("part", folder, "Bitka", "--under", "Zauzimanje")
    assert "a part of no other event" in run("part", folder, station["event"], "--alone").out
    assert run("part", folder, station["event"]).code == 2
    assert "Part: Opšti napad (14 October 1944)" in run("claims", folder, "Bitka").out


def test_a_part_on_which_the_sources_differ_says_so(folder: Path, station: dict[str, str]) -> None:
    done("event", folder, "Bitka za grad", "--when", "1944-10")
    done("part", folder, station["event"], "--under", "Bitka")
    assert [row["disputed"] for row in done("claims", folder, "Bitka")["phases"]] == [True]
    assert "Part: Zauzimanje stanice (20 October 1944), sources differ" in run("claims", folder, "Bitka").out


def test_the_conflicts_of_an_archive_are_listed(folder: Path, station: dict[str, str]) -> None:
    done("compare", folder, station["early"], station["event"], "--who", "differs")
    dates, people = done("conflicts", folder)["conflicts"]
    assert (dates["about"], people["about"]) == ("date", "people")
    assert [
        (side["stated"], side["held"], [claim["source"] for claim in side["claims"]])
        for side in dates["sides"]
    ] == [
        ("1944-10-20", True, []),
        ("1944-10-15", False, [CYRILLIC]),
        ("1944-10-20 dawn", False, [LATIN]),
    ]
    assert run("conflicts", folder).out.splitlines() == [
        "Zauzimanje stanice (date)",
        "    20 October 1944: this archive",
        f"    15 October 1944: {CYRILLIC}",
        f"    20 October 1944, at dawn: {LATIN}",
        "Zauzimanje stanice (people)",
        f"    борци: {CYRILLIC}",
        "2 conflicts",
    ]


def test_marks_are_set_and_taken_away(folder: Path, station: dict[str, str]) -> None:
    marked = done("compare", folder, station["late"], station["event"], "--where", "differs", "--who", "same")
    assert (marked["where_mark"], marked["who_mark"]) == ("differs", "same")
    assert "Where: stanica (differs)" in run("claims", folder, station["event"]).out
    assert done("compare", folder, station["late"], station["event"], "--where", "none")["where_mark"] == ""
    other = done("event", folder, "Povratak", "--when", "1944")
    assert "not tied to" in refused("compare", folder, station["late"], other["id"], "--who", "same")
    assert run("compare", folder, station["late"], station["event"]).code == 2


def test_a_date_is_called_no_contradiction_and_is_listed_apart(folder: Path, station: dict[str, str]) -> None:
    ids = (station["early"], station["event"])
    marked = done("compare", folder, *ids, "--when", "same", "--reason", "prvi napad")
    assert (marked["when_mark"], marked["note"]) == ("same", "prvi napad")
    assert run("compare", folder, *ids, "--who", "same", "--reason", "isti").code == 2
    page = done("claims", folder, station["event"])
    assert (page["conflict"], [one["disputed"] for one in page["claims"]]) == (False, [False, False])
    assert "Marked: no contradiction" in run("claims", folder, station["event"]).out
    (found,) = done("conflicts", folder, "--state", "no contradiction")["conflicts"]
    assert (found["state"], found["decided"], found["within"]) == ("no contradiction", False, None)
    assert [claim["mark"] for side in found["sides"] for claim in side["claims"]] == ["same", ""]
    said = run("conflicts", folder).out
    assert "Zauzimanje stanice (date, no contradiction)" in said
    assert f"{CYRILLIC} (no contradiction)" in said
    assert run("conflicts", folder, "--state", "open").out == "0 conflicts\n"
    assert (
        "The date: as computed"
        in run("compare", folder, station["early"], station["event"], "--when", "none").out
    )
    done("verdict", folder, station["event"], "--reason", "dnevnik")
    assert "Zauzimanje stanice (date, decided)" in run("conflicts", folder, "--state", "decided").out


def test_two_dates_of_one_source_say_so(folder: Path) -> None:
    event = done("event", folder, "Napad", "--when", "1944-10")
    for quote, when in (("u zoru 20. oktobra", "1944-10-20"), ("Železničku stanicu", "1944-10-14")):
        made = done("annotate", folder, LATIN, "--quote", quote)
        done("link", folder, made["id"], event["id"], "--says-when", when)
    (found,) = done("conflicts", folder)["conflicts"]
    assert found["within"]["title"] == LATIN
    assert "Napad (date, one source gives both)" in run("conflicts", folder).out
    page = done("claims", folder, event["id"])
    assert (page["conflict"], page["doubled"]) == (False, True)
    assert "The same source also says: 14 October 1944" in run("claims", folder, event["id"]).out


def test_an_archive_without_conflicts_says_so(folder: Path) -> None:
    assert done("conflicts", folder) == {"conflicts": []}
    assert "No conflicts" in run("conflicts", folder).out
    done("event", folder, "Povratak", "--when", "1944")
    assert "No passage is tied to this event yet." in run("claims", folder, "Povratak").out
