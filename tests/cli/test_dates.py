"""The command that lists the date expressions of a text."""

from pathlib import Path

from helpers.articles import LATIN
from helpers.command_line import done, run

REPORT = """Izveštaj o prelazu reke

Četa je 3. maja 1943. godine prešla reku i zanoćila u selu. U selu je 9. maja bio zbor, a sutradan je otišla.

Ranjenici su tu ostali do jeseni, a na Mitrovdan su preneti."""


def test_dates_are_listed_with_their_place_and_meaning(folder: Path) -> None:
    rows = done("dates", folder, "Grad")["dates"]
    for row in rows:
        assert {"start", "end", "text", "edtf", "how", "confidence", "from"} <= row.keys()
        assert LATIN[row["start"] : row["end"]] == row["text"]
    assert [row["edtf"] for row in rows] == ["1944-10-12", "1944-10-12", "1944-10", "1944-10-20"]


def test_a_script_learns_what_a_date_rests_on(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "prelaz.txt"
    path.write_text(REPORT, encoding="utf-8")
    done("import", folder, path)
    day, later, next_day, feast = done("dates", folder, "Izveštaj o prelazu reke")["dates"]
    assert (day["how"], day["confidence"], day["from"]) == ("written", "sure", None)
    assert (later["how"], later["confidence"]) == ("earlier year", "likely")
    assert later["from"] == [day["start"], day["end"]]
    assert (next_day["edtf"], next_day["how"]) == ("1943-05-10", "relative")
    assert next_day["from"] == [later["start"], later["end"]]
    assert feast["edtf"] == "1943-11-08"


def test_a_person_reads_why_a_date_is_meant(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "prelaz.txt"
    path.write_text(REPORT, encoding="utf-8")
    done("import", folder, path)
    first, later, next_day, _feast = run("dates", folder, "Izveštaj o prelazu reke").out.splitlines()
    assert first.split() == ["33", "3", "May", "1943", "3.", "maja", "1943.", "godine"]
    assert later.endswith("9. maja  (year of “3. maja 1943. godine” before it)")
    assert "10 May 1943" in next_day
    assert next_day.endswith("sutradan  (counted from “9. maja”)")


def test_a_text_without_dates_says_so(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "pesma.txt"
    path.write_text("Pesma o reci\n\nTeče voda niz dolinu, a po vodi lišće plovi.", encoding="utf-8")
    done("import", folder, path)
    assert "No date expressions were found." in run("dates", folder, "Pesma o reci").out
