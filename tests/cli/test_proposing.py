"""Commands for proposals: a script can go through them as a person does in the window."""

from pathlib import Path

from helpers.articles import LATIN
from helpers.command_line import done, refused, run


def test_open_dates_are_listed_with_what_they_may_speak_of(folder: Path) -> None:
    event = done("event", folder, "Zauzimanje stanice", "--when", "1944-10-15", "--place", "stanica")
    document = done("proposals", folder, "Grad")
    assert (document["dates"], document["linked"], document["set_aside"]) == (4, 0, 0)
    for row in document["proposals"]:
        assert LATIN[row["start"] : row["end"]] == row["text"]
        sentence = row["sentence"]
        assert LATIN[sentence["start"] : sentence["end"]] == sentence["text"]
    last = document["proposals"][-1]
    assert (last["edtf"], last["title"]) == ("1944-10-20", "Železničku stanicu zauzeli su borci")
    assert last["why"].startswith("year of")
    (candidate,) = last["candidates"]
    assert (candidate["event_id"], candidate["title"], candidate["said"]) == (
        event["id"],
        "Zauzimanje stanice",
        [],
    )
    assert (candidate["agreement"], candidate["days_off"]) == ("conflict", 5)
    assert "stanicu" in candidate["shared"]


def test_a_person_reads_why_an_event_is_a_candidate(folder: Path) -> None:
    done("event", folder, "Zauzimanje stanice", "--when", "1944-10-15")
    lines = run("proposals", folder, "Grad").out.splitlines()
    assert "year of “" in lines[-3]
    assert lines[-2].strip() == "1. Zauzimanje stanice (15 October 1944): another date, 5 days off; stanicu"
    assert lines[-1] == "4 of 4 dates are open, 0 linked, 0 set aside."
    assert len(done("proposals", folder, "Grad", "--limit", "2")["proposals"]) == 2


def test_a_script_goes_through_both_sources(folder: Path) -> None:
    start = done("proposals", folder, "Grad")["proposals"][-1]["start"]
    made = done("accept", folder, "Grad", "--at", start, "--new", "Pad stanice", "--place", "Beograd")
    assert made["says_when"] == "1944-10-20"
    rows = done("proposals", folder, "Дани")["proposals"]
    row = next(row for row in rows if row["edtf"] == "1944-10-15")
    assert row["candidates"][0]["event_id"] == made["event_id"]
    assert [said["when"] for said in row["candidates"][0]["said"]] == ["1944-10-20"]
    linked = run(
        "accept", folder, "Дани", "--at", row["start"], "--event", "Pad stanice", "--says-who", "borci"
    )
    assert "Linked to “Pad stanice”" in linked.out
    assert done("proposals", folder, "Дани")["linked"] == 1
    ((one, two),) = [event["links"] for event in done("events", folder)["events"]]
    assert {one["says_when"], two["says_when"]} == {"1944-10-20", "1944-10-15"}


def test_what_is_refused_is_not_proposed_until_it_is_asked_for_again(folder: Path) -> None:
    quote = "u zoru 20. oktobra"
    made = done("refuse", folder, "Grad", "--quote", quote)
    assert made["quote"] == quote
    assert done("proposals", folder, "Grad")["set_aside"] == 1
    assert "Set “" in run("refuse", folder, "Grad", "--at", LATIN.index("U jutro")).out
    assert done("proposals", folder, "Grad")["set_aside"] == 2
    assert done("refuse", folder, "Grad", "--quote", quote, "--again") == {"taken_back": [made["id"]]}
    answer = run("refuse", folder, "Grad", "--at", LATIN.index("U jutro"), "--again")
    assert answer.out == "1 refusal was taken back.\n"
    assert done("proposals", folder, "Grad")["set_aside"] == 0


def test_one_event_alone_can_be_refused(folder: Path) -> None:
    done("event", folder, "Zauzimanje stanice", "--when", "1944-10-20")
    start = done("proposals", folder, "Grad")["proposals"][-1]["start"]
    done("refuse", folder, "Grad", "--at", start, "--event", "Zauzimanje stanice")
    last = done("proposals", folder, "Grad")["proposals"][-1]
    assert (last["start"], last["candidates"]) == (start, [])
    done("event", folder, "Prazan događaj", "--when", "1944-10-20")
    again = ("refuse", folder, "Grad", "--at", start, "--again", "--event")
    assert "Nothing was refused there" in refused(*again, "Prazan događaj")
    assert len(done(*again, "Zauzimanje stanice")["taken_back"]) == 1


def test_the_sources_say_how_much_is_open(folder: Path) -> None:
    (latin, cyrillic) = done("proposals", folder)["sources"]
    assert (latin["title"], latin["open"], cyrillic["title"]) == ("Grad pod tvrđavom", 4, "Дани под бедемом")
    for row in done("proposals", folder, "Grad")["proposals"]:
        done("refuse", folder, "Grad", "--at", row["start"])
    assert "Grad pod tvrđavom" not in run("proposals", folder).out


def test_what_cannot_be_is_said(folder: Path) -> None:
    assert "Nothing is proposed at the place 3" in refused(
        "accept", folder, "Grad", "--at", 3, "--new", "Pad"
    )
    assert "Nothing was refused there" in refused("refuse", folder, "Grad", "--at", 3, "--again")
    start = done("proposals", folder, "Grad")["proposals"][0]["start"]
    assert "no event called" in refused("accept", folder, "Grad", "--at", start, "--event", "Pad")
    for wrong in (("accept", folder, "Grad", "--at", start), ("refuse", folder, "Grad")):
        assert run(*wrong).code == 2
