"""Commands for people, units and places."""

from pathlib import Path

from helpers.command_line import done, refused, run


def test_records_are_made_listed_and_shown_with_their_uses(folder: Path) -> None:
    made = done(
        "authority", folder, "Štetner", "--kind", "person", "--variant", "Stettner", "--when", "1895/1944"
    )
    place = done("authority", folder, "Авала", "--kind", "place", "--at", "44°41′ N 20°31′ E")
    assert (made["variants"], made["first_day"]) == (["Stettner"], "1895-01-01")
    assert round(place["latitude"], 3) == 44.683
    event = done("event", folder, "Proboj", "--when", "1944-10-20", "--has", "stettner", "--has", "Avala")
    assert [name["name"] for name in event["names"]] == ["Авала", "Štetner"]
    note = done("annotate", folder, "Grad", "--quote", "u zoru 20. oktobra")
    link = done("link", folder, note["id"], event["id"], "--has", "Štetner", "--says-who", "general")
    assert link["names"] == [{"id": made["id"], "kind": "person", "name": "Štetner"}]
    again = done("link", folder, note["id"], event["id"], "--has", "Avala")
    assert len(again["names"]) == 2
    rows = done("authorities", folder)["authorities"]
    assert [(row["name"], row["events"]) for row in rows] == [("Авала", 1), ("Štetner", 1)]
    assert [row["id"] for row in done("authorities", folder, "--kind", "place")["authorities"]] == [
        place["id"]
    ]
    (use,) = done("authority-show", folder, "Stettner")["uses"]
    assert (use["event"]["title"], use["itself"]) == ("Proboj", True)
    assert use["claims"][0]["source"]["title"] == "Grad pod tvrđavom"
    (listed,) = done("events", folder)["events"]
    assert [name["name"] for name in listed["names"]] == ["Авала", "Štetner"]
    said = run("authority-show", folder, "Štetner").out
    assert "Štetner (person)" in said
    assert "  = Stettner" in said
    assert "Proboj (20 October 1944)" in said


def test_a_record_is_edited_and_deleted(folder: Path) -> None:
    made = done(
        "authority", folder, "Štetner", "--kind", "person", "--variant", "Stetner", "--at", "44.8,20.4"
    )
    changed = done(
        "authority-edit", folder, "Štetner", "--rename", "Walter Stettner", "--variant", "Štetner",
        "--drop", "Stetner", "--at", "", "--note", "General.",
    )  # fmt: skip
    assert (changed["id"], changed["name"], changed["variants"]) == (
        made["id"],
        "Walter Stettner",
        ["Štetner"],
    )
    assert (changed["latitude"], changed["note"]) == (None, "General.")
    assert "is no other name" in refused("authority-edit", folder, "Walter", "--drop", "Tito")
    assert "are no coordinates" in refused("authority-edit", folder, "Walter", "--at", "Avala")
    assert run("authority-edit", folder, "Walter", "--delete", "--note", "x").code == 2
    assert done("authority-edit", folder, "Walter", "--delete")["deleted"]
    assert done("authorities", folder)["authorities"] == []
    assert "There are no records of people" in run("authorities", folder).out
    done("undo", folder)
    assert done("authority-show", folder, "Štetner")["note"] == "General."


def test_duplicates_are_listed_and_merged_by_hand(folder: Path) -> None:
    kept = done("authority", folder, "Josip Broz Tito", "--kind", "person", "--when", "1892/1980")
    done(
        "authority",
        folder,
        "J. B. Tito",
        "--kind",
        "person",
        "--when",
        "1892",
        "--url",
        "https://tito.example",
    )
    (row,) = done("authority-duplicates", folder)["duplicates"]
    assert (row["kept"]["id"], row["likeness"], row["names"]) == (
        kept["id"],
        "initials",
        ["Josip Broz Tito", "J. B. Tito"],
    )
    assert "initials that fit" in run("authority-duplicates", folder).out
    said = run("authority-merge", folder, "J. B. Tito", "Josip Broz Tito").out
    assert "Date: kept “1892–1980”, not “1892”" in said
    shown = done("authority-show", folder, "J. B. Tito")
    assert (shown["id"], shown["variants"], shown["url"]) == (
        kept["id"],
        ["J. B. Tito"],
        "https://tito.example",
    )
    assert "No two records look like one" in run("authority-duplicates", folder).out


def test_what_is_only_named_becomes_records(folder: Path) -> None:
    for number, place in enumerate(("Beograd", "Београд", "Avala")):
        done("event", folder, f"Događaj {number}", "--when", "1944", "--place", place)
    (row,) = done("authority-names", folder)["names"]
    assert (row["name"], row["kind"], row["count"], row["record"]) == ("Beograd", "place", 2, None)
    assert "Beograd (place), 2 mentions" in run("authority-names", folder).out
    assert "Nothing that is listed" in refused("authority-names", folder, "--accept", "Zemun")
    (made,) = done("authority-names", folder, "--accept", "Београд")["accepted"]
    assert made["name"] == "Beograd"
    assert "nothing that has no record" in run("authority-names", folder, "--accept-all").out
    assert (
        "Has its record now: Avala (place)"
        in run("authority-names", folder, "--least", "1", "--accept-all").out
    )
