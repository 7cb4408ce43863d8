"""All readings of a source are kept and can be compared."""

from pathlib import Path

import pytest

from archive_app.core.differences import Kind
from archive_app.core.errors import NotFound, UserError
from archive_app.services import readings
from archive_app.services.correcting import correct_quote, replace_text
from helpers.articles import LATIN
from helpers.desk import Desk


@pytest.fixture
def corrected(desk: Desk, tmp_path: Path) -> Desk:
    """The Latin article, corrected by hand and then replaced."""
    desk.mark(desk.latin, "Mornari")
    correct_quote(desk.archive, desk.latin.source.id, "Pekar Ilija", "Kovač Ilija")
    path = tmp_path / "bolje.txt"
    path.write_text(LATIN.replace("Pekar", "Stari kovač"), encoding="utf-8")
    replace_text(desk.archive, desk.latin.source.id, path)
    return desk


def test_the_readings_of_a_source_the_newest_first(corrected: Desk) -> None:
    found = readings.list_readings(corrected.archive, corrected.latin.source.id)
    assert [(one.number, one.file_name, one.annotations, one.is_current) for one in found] == [
        (3, "bolje.txt", 1, True),
        (2, "", 0, False),
        (1, "grad.txt", 0, False),
    ]
    assert found[-1].text == corrected.latin.text


def test_the_newest_is_compared_with_the_one_before(corrected: Desk) -> None:
    compared = readings.compare_readings(corrected.archive, corrected.latin.source.id)
    assert (compared.old.number, compared.new.number) == (2, 3)
    said = [
        (
            piece.kind,
            compared.old_letters[piece.old.start : piece.old.end],
            compared.new_letters[piece.new.start : piece.new.end],
        )
        for piece in compared.changes
    ]
    assert said == [(Kind.REPLACED, "Kovač ", "Stari kovač ")]


def test_any_two_can_be_compared(corrected: Desk) -> None:
    compared = readings.compare_readings(corrected.archive, corrected.latin.source.id, 1, 2)
    assert [compared.new_letters[piece.new.start : piece.new.end] for piece in compared.changes] == ["Kovač "]
    with pytest.raises(NotFound, match="no reading number 4"):
        readings.compare_readings(corrected.archive, corrected.latin.source.id, 1, 4)


def test_one_reading_alone_cannot_be_compared(desk: Desk) -> None:
    with pytest.raises(UserError, match="only one reading"):
        readings.compare_readings(desk.archive, desk.latin.source.id)
    with pytest.raises(NotFound):
        readings.list_readings(desk.archive, "nowhere")
