"""What was found goes into a table: one row for each hit or each line of a concordance."""

import csv
from pathlib import Path

import pytest

from archive_app.core.errors import QueryError, UserError
from archive_app.core.hits import LineOrder, RecordKind
from archive_app.core.progress import Cancelled, Progress
from archive_app.services import events, indexing, photos, sources
from archive_app.services.exporting_hits import export_concordance, export_hits
from archive_app.services.importing import Details, import_files
from helpers.desk import Desk, request


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def test_each_hit_is_a_row_that_says_where_it_is_from_and_why(desk: Desk, tmp_path: Path) -> None:
    sources.edit_source(
        desk.archive, desk.latin.source.id, call_number="-F 12", date="1944-10", creator="Vuk R."
    )
    hits = desk.hits("harmonika")
    assert export_hits(desk.archive, tmp_path / "t.csv", request("harmonika")) == 1
    (row,) = read(tmp_path / "t.csv")
    assert row == {
        "Kind": "passage",
        "Source": "Grad pod tvrđavom",
        "Call number": "'-F 12",
        "Date": "1944-10",
        "Script": "Latin script",
        "Passage": str(hits[0].ordinal + 1),
        "Text": hits[0].text,
        "Matched words": "harmoniku",
        "Why": "other form of the word",
        "Citation": f"Vuk R., Grad pod tvrđavom, October 1944, -F 12, ¶ {hits[0].ordinal + 1}.",
        "Id": hits[0].id,
    }


def test_records_of_every_kind_have_their_own_dates_and_citations(
    desk: Desk, picture: Path, tmp_path: Path
) -> None:
    import_files(desk.archive, [picture], Details(caption="Splavar pred olujom", date="1931"))
    (photo,) = [row.photo for row in photos.list_photos(desk.archive) if "Splavar" in row.photo.caption]
    photos.edit_photo(desk.archive, photo.id, call_number="A-7")
    events.add_event(desk.archive, "Dolazak splavara", when="1932-05")
    desk.mark(desk.latin, "Pekar Ilija", note="splavar ili pekar?")
    desk.hits("splavar")
    assert export_hits(desk.archive, tmp_path / "t.csv", request("splavar")) == 3
    rows = {row["Kind"]: row for row in read(tmp_path / "t.csv")}
    assert (rows["photo"]["Date"], rows["photo"]["Call number"]) == ("1931", "A-7")
    assert rows["photo"]["Citation"].startswith("Splavar pred olujom, 1931, A-7.")
    assert (rows["event"]["Date"], rows["event"]["Citation"], rows["event"]["Passage"]) == ("1932-05", "", "")
    assert rows["annotation"]["Source"] == "Grad pod tvrđavom"


def test_a_request_is_written_whole_or_up_to_its_limit(desk: Desk, tmp_path: Path) -> None:
    texts = desk.found("Kalemegdan")
    assert export_hits(desk.archive, tmp_path / "t.csv", request("Kalemegdan")) == 6
    assert [row["Text"] for row in read(tmp_path / "t.csv")] == texts
    assert export_hits(desk.archive, tmp_path / "t.csv", request("Kalemegdan", limit=2)) == 2
    assert [row["Text"] for row in read(tmp_path / "t.csv")] == texts[:2]


def test_each_line_of_a_concordance_is_a_row_in_its_order(desk: Desk, tmp_path: Path) -> None:
    asked = request("Kalemegdan", kinds=[RecordKind.PASSAGE])
    indexing.catch_up(desk.archive)
    assert export_concordance(desk.archive, tmp_path / "t.csv", asked, order=LineOrder.KEYWORD) == 6
    rows = read(tmp_path / "t.csv")
    assert [row["Keyword"].lower() for row in rows][:3] == ["калемегдан", "калемегдана", "kalemegdana"]
    for row in rows:
        reading = desk.latin if row["Source"] == "Grad pod tvrđavom" else desk.cyrillic
        assert f"{row['Left']}{row['Keyword']}{row['Right']}" in reading.letters
        assert row["Citation"].endswith(f"¶ {row['Passage']}.")


def test_nothing_is_written_without_hits_or_under_another_ending(desk: Desk, tmp_path: Path) -> None:
    indexing.catch_up(desk.archive)
    for export in (export_hits, export_concordance):
        with pytest.raises(UserError, match="nothing was found for “dirižabl”"):
            export(desk.archive, tmp_path / "t.csv", request("dirižabl"))
        with pytest.raises(UserError, match=r"does not end in \.csv"):
            export(desk.archive, tmp_path / "t.xls", request("Kalemegdan"))
        with pytest.raises(UserError, match="no folder"):
            export(desk.archive, tmp_path / "nowhere" / "t.csv", request("Kalemegdan"))
        with pytest.raises(QueryError):
            export(desk.archive, tmp_path / "t.csv", request("date:lipanj22 most"))
    assert not list(tmp_path.glob("*.csv"))


def test_cancelling_leaves_no_file(desk: Desk, tmp_path: Path) -> None:
    class StoppedWhileReading(Progress):
        def is_cancelled(self) -> bool:
            return self.reading

        reading = False

        def report(self, done: int, total: int, text: str) -> None:
            self.reading = True

    indexing.catch_up(desk.archive)
    with pytest.raises(Cancelled):
        export_hits(desk.archive, tmp_path / "t.csv", request("Kalemegdan"), StoppedWhileReading())
    assert not list(tmp_path.glob("*.csv"))
