"""The claims on events as a table."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from archive_app.core.errors import UserError
from archive_app.exporters.claims_to_csv import write_claims

from .dossiers import bilingual_dossier
from .event_dossiers import event_dossier

REFERENCE = Path(__file__).parent.parent / "reference"


def rows_of(target: Path) -> list[dict[str, str]]:
    with target.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_each_claim_is_a_row_with_its_event_source_and_words(tmp_path: Path) -> None:
    target = tmp_path / "claims.csv"
    report = write_claims(event_dossier(), target)
    assert (report.events, report.claims, report.pages) == (2, 3, 0)
    assert target.read_bytes().startswith(b"\xef\xbb\xbf")
    first, second, photo, storm = rows_of(target)
    assert (first["Event"], first["Date of the event (EDTF)"], first["First day"]) == (
        "Zauzimanje stanice",
        "1944-10-20",
        "1944-10-20",
    )
    assert (first["Source"], first["Author"], first["Call number"], first["Passage"]) == (
        "Sveska",
        "Jovan Marić",
        "IAB-9, k. 1",
        "1–2",
    )
    assert first["Quotation"] == "Četrnaestog uveče"
    assert (first["The place"], first["Named in the source"], first["Tags"]) == ("the same", "Avala", "datum")
    assert (second["Stated date"], second["Stated date (EDTF)"]) == ("15 October 1944", "1944-10-15")
    assert (
        second["Agreement with the event"],
        second["In conflict with other sources"],
        second["The people"],
    ) == (
        "in conflict",
        "20 October 1944",
        "differs",
    )
    assert second["Link to the passage"] == "archive:annotation/01900000-0000-7000-8000-000000000402"
    assert (photo["Quotation"], photo["Stated date"], photo["Passage"]) == ("Pogled s brda", "", "")
    assert (storm["Event"], storm["Part of"], storm["Claim"]) == ("Јуриш", "Zauzimanje stanice", "")


def test_the_table_is_the_one_of_the_reference(tmp_path: Path) -> None:
    write_claims(event_dossier(), tmp_path / "claims.csv")
    made, expected = (
        path.read_text(encoding="utf-8").splitlines()
        for path in (tmp_path / "claims.csv", REFERENCE / "event_dossier.csv")
    )
    assert made == expected


def test_what_a_spreadsheet_would_run_is_harmless(tmp_path: Path) -> None:
    write_claims(event_dossier(), tmp_path / "claims.csv")
    assert rows_of(tmp_path / "claims.csv")[1]["Stated people"] == "'=борци"


def test_line_ends_and_quotation_marks_stay_in_their_cell(tmp_path: Path) -> None:
    dossier = event_dossier()
    chapter = dossier.chapters[0]
    said = replace(chapter.claims[0], quote='prvi red\n"drugi"; treći, kraj')
    write_claims(replace(dossier, chapters=(replace(chapter, claims=(said,)),)), tmp_path / "claims.csv")
    assert rows_of(tmp_path / "claims.csv")[0]["Quotation"] == 'prvi red\n"drugi"; treći, kraj'


def test_excerpts_are_no_table(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="only be made of events"):
        write_claims(bilingual_dossier(), tmp_path / "claims.csv")
    assert list(tmp_path.iterdir()) == []
