"""The command that lists the date expressions of a text."""

from pathlib import Path

from helpers.articles import LATIN
from helpers.command_line import done, refused, run

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


def test_the_dates_of_all_sources_between_two_are_listed(folder: Path, tmp_path: Path) -> None:
    rows = done("dates", folder, "--from", "15. 10. 1944", "--to", "1944-10-20", "--longest", "1")["dates"]
    assert [(row["edtf"], row["source"]["title"]) for row in rows] == [
        ("1944-10-15", "Дани под бедемом"),
        ("1944-10-16", "Дани под бедемом"),
        ("1944-10-20", "Grad pod tvrđavom"),
    ]
    last = rows[-1]
    assert {"start", "end", "text", "how", "confidence", "from", "first", "last"} <= last.keys()
    assert LATIN[last["start"] : last["end"]] == last["text"]
    assert last["quote"].startswith("Železničku stanicu zauzeli su borci")
    assert last["quote"].endswith("magla već silazila ka Savi.")
    assert (last["passage"], last["source"]["script"]) == (5, "Latn")


def test_the_list_can_be_narrowed_to_a_source_and_left_open(folder: Path) -> None:
    every = done("dates", folder, "--from", "1944")["dates"]
    latin = done("dates", folder, "Grad", "--from", "1944")["dates"]
    assert {row["source"]["title"] for row in every} == {"Дани под бедемом", "Grad pod tvrđavom"}
    assert latin == [row for row in every if row["source"]["title"] == "Grad pod tvrđavom"]
    assert done("dates", folder, "--to", "1943")["dates"] == []


def test_a_person_reads_the_sentences_of_a_time(folder: Path) -> None:
    lines = run(
        "dates", folder, "--from", "20.10.1944", "--to", "20.10.1944", "--longest", "1"
    ).out.splitlines()
    assert lines == [
        "20 October 1944  Grad pod tvrđavom, paragraph 5",
        "    Železničku stanicu zauzeli su borci «u zoru 20. oktobra», kada je magla već silazila ka Savi.",
    ]
    assert "No text speaks of this time" in run("dates", folder, "--from", "1950").out


def test_dates_are_counted_by_source_month_and_year(folder: Path) -> None:
    counts = done("dates", folder, "--by", "source")["counts"]
    assert [(row["source"]["title"], row["count"]) for row in counts] == [
        ("Grad pod tvrđavom", len(done("dates", folder, "Grad")["dates"])),
        ("Дани под бедемом", len(done("dates", folder, "Дани")["dates"])),
    ]
    (month,) = done("dates", folder, "--by", "month")["counts"]
    assert month["month"] == "1944-10"
    assert done("dates", folder, "--by", "year")["counts"] == [{"year": "1944", "count": month["count"]}]
    assert run("dates", folder, "--by", "month").out.split() == [str(month["count"]), "October", "1944"]


def test_which_dates_are_wanted_must_be_said(folder: Path) -> None:
    assert run("dates", folder).code == 2
    assert run("dates", folder, "Grad", "--by", "year").code == 2
    assert "Give the earlier date first" in refused("dates", folder, "--from", "1945", "--to", "1944")
    assert "has no known day" in refused("dates", folder, "--from", "../1944")
