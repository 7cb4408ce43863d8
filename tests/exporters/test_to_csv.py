"""A table opens in a spreadsheet as it is, in every script, and never runs as a formula."""

import csv
from pathlib import Path

import pytest

from archive_app.core.errors import UserError
from archive_app.exporters.to_csv import write_csv


def read(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, strict=True))


def test_a_table_is_utf_8_with_a_mark_and_lines_end_as_rfc_4180_says(tmp_path: Path) -> None:
    target = tmp_path / "nađeno.csv"
    assert write_csv(["Текст", "Broj"], [["Ђачка свеска", 3], ["čamac", None]], target) == 2
    assert target.read_bytes() == "\ufeffТекст,Broj\r\nЂачка свеска,3\r\nčamac,\r\n".encode()
    assert list(tmp_path.iterdir()) == [target]


def test_a_table_that_is_written_in_several_pieces_is_whole(tmp_path: Path) -> None:
    rows = [[f"{number}. {'реч ' * 2_000}", number] for number in range(300)]
    assert write_csv(["Текст", "Broj"], rows, tmp_path / "t.csv") == 300
    assert read(tmp_path / "t.csv") == [["Текст", "Broj"], *([text, str(number)] for text, number in rows)]


def test_commas_quotes_and_line_breaks_stay_in_their_cell(tmp_path: Path) -> None:
    cells = ["a, b", 'rekao je "ne"', "prvi red\nи други", "„navod“"]
    write_csv(["1", "2", "3", "4"], [cells], tmp_path / "t.csv")
    assert read(tmp_path / "t.csv")[1] == cells


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\r"])
def test_a_text_that_a_spreadsheet_would_run_gets_an_apostrophe(tmp_path: Path, begin: str) -> None:
    text = f'{begin}HYPERLINK("http://example.org")'
    write_csv(["1", "2", "3"], [[text, -4, f" {text}"]], tmp_path / "t.csv")
    assert read(tmp_path / "t.csv")[1] == [f"'{text}", "-4", f" {text}"]


def test_a_table_that_fails_half_way_leaves_the_old_file(tmp_path: Path) -> None:
    def rows() -> object:
        yield ["nova"]
        raise UserError("The search index was damaged.")

    target = tmp_path / "t.csv"
    write_csv(["1"], [["stara"]], target)
    before = target.read_bytes()
    with pytest.raises(UserError, match="damaged"):
        write_csv(["1"], rows(), target)  # type: ignore[arg-type]
    assert target.read_bytes() == before
    assert list(tmp_path.iterdir()) == [target]


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "folder.csv").mkdir()
    with pytest.raises(UserError, match=r"folder\.csv"):
        write_csv(["1"], [["x"]], tmp_path / "folder.csv")
