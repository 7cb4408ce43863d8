"""Commands for events and links."""

from pathlib import Path

from helpers.command_line import done, refused, run


def test_events_are_made_and_listed_in_the_order_of_time(folder: Path) -> None:
    later = done(
        "event", folder, "Povratak", "--when", "20. oktobar 1944", "--place", "Beograd", "--note", "uveče"
    )
    earlier = done("event", folder, "Odlazak", "--when", "1941-04")
    rows = done("events", folder)["events"]
    assert [row["id"] for row in rows] == [earlier["id"], later["id"]]
    assert rows[1] == {**later, "links": []}
    assert (later["when"], later["first_day"], later["place"], later["note"]) == (
        "1944-10-20",
        "1944-10-20",
        "Beograd",
        "uveče",
    )
    assert run("events", folder).out.splitlines() == [
        f"{earlier['id']}  Odlazak (April 1941), 0 links",
        f"{later['id']}  Povratak (20 October 1944, Beograd), 0 links",
    ]


def test_a_date_that_cannot_be_read_is_refused(folder: Path) -> None:
    assert "is not a date" in refused("event", folder, "Povratak", "--when", "kad je pala kiša")
    assert done("events", folder)["events"] == []


def test_a_link_says_what_the_source_states_and_a_second_one_changes_it(folder: Path) -> None:
    made = done("annotate", folder, "Grad", "--quote", "u zoru 20. oktobra")
    event = done("event", folder, "Zauzimanje stanice", "--when", "1944-10")
    first = done(
        "link", folder, made["id"], event["id"], "--says-when", "1944-10-20", "--says-where", "stanica"
    )
    second = done("link", folder, made["id"], event["id"], "--says-when", "1944-10-21", "--says-who", "borci")
    assert first["id"] == second["id"]
    ((row,),) = [event["links"] for event in done("events", folder)["events"]]
    assert (row["says_when"], row["says_where"], row["says_who"]) == ("1944-10-21", "stanica", "borci")
    assert (row["quote"], row["source"]["title"]) == ("u zoru 20. oktobra", "Grad pod tvrđavom")
    (shown,) = done("show", folder, "Grad")["annotations"]
    assert [link["id"] for link in shown["links"]] == [first["id"]]
    assert "Grad pod tvrđavom: 21 October 1944; stanica; borci" in run("events", folder).out


def test_only_what_exists_can_be_linked(folder: Path) -> None:
    event = done("event", folder, "Povratak", "--when", "")
    made = done("annotate", folder, "Grad", "--quote", "u zoru 20. oktobra")
    assert "no annotation" in refused("link", folder, "nothing", event["id"])
    assert "no event called" in refused("link", folder, made["id"], "Opsada")
    assert "is not a date" in refused("link", folder, made["id"], event["id"], "--says-when", "uveče")


def test_how_a_date_was_understood_is_said_where_it_may_surprise(folder: Path) -> None:
    answer = run("event", folder, "Prelaz Save", "--when", "7/20. октобра 1914")
    assert (
        "Understood as 20 October 1914. Read as one day: 7 October 1914 by the Julian calendar" in answer.err
    )
    assert run("event", folder, "Ulazak u grad", "--when", "20.10.1944").err == ""
    assert [event["when"] for event in done("events", folder)["events"]] == ["1914-10-20", "1944-10-20"]
    assert "Write all four: 20.10.1944." in refused("event", folder, "Ulazak", "--when", "20.10.44")
