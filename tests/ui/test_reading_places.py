"""Where one left off reading, also after a restart and after the text was corrected."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from archive_app.services.sources import Reading
from archive_app.ui.reader_view import ReaderView
from archive_app.ui.reading_places import LeftOff, ReadingPlaces, left_off, place_again, reading_places
from archive_app.ui.session import Session
from helpers.desk import Desk, reading_of
from helpers.reading import wait_for_lines

PARAGRAPHS = [f"Дан {n}. Пише се о мосту и о реци, {n * 37} пута до сада." for n in range(300)]
LETTERS = "\n\n".join(PARAGRAPHS)
TOP = LETTERS.index("Дан 200.")


def again(letters: str) -> str:
    """What stands at the top of another reading of `LETTERS` that was left at day 200."""
    top, caret = place_again(left_off("old", LETTERS, TOP, TOP + 5), "new", letters)
    assert top == caret
    return letters[top : top + 8]


def test_in_the_same_text_it_is_the_same_place() -> None:
    place = left_off("t", LETTERS, TOP, TOP + 5)
    assert place_again(place, "t", LETTERS) == (TOP, TOP + 5)
    assert place_again(place, "t", "кратко") == (6, 6)


def test_letters_added_and_taken_away_before_it_do_not_matter() -> None:
    assert again("Предговор. " * 300 + LETTERS) == "Дан 200."
    assert again(LETTERS[5000:]) == "Дан 200."


def test_a_correction_within_the_words_that_are_kept_does_not_matter() -> None:
    assert again(LETTERS.replace("Пише се о мосту", "Пише се о другоме мосту")) == "Дан 200."


def test_of_the_same_words_the_nearest_are_taken() -> None:
    letters = "\n".join(["исти ред и опет исти ред у свакој строфи песме"] * 100)
    place = left_off("old", letters, letters.index("\n", 2000) + 1, 0)
    top, _caret = place_again(place, "new", "Додато.\n" + letters)
    assert abs(top - place.top) < 60


def test_in_a_text_with_other_words_it_is_as_far_through() -> None:
    top, _caret = place_again(left_off("old", LETTERS, len(LETTERS) // 2, 0), "new", "x" * 1000)
    assert top == pytest.approx(500, abs=2)


def test_places_are_read_from_the_file_again(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "settings" / "places.json"
    place = LeftOff("t", 10, 12, "Ђорђе", 0.25)
    first = ReadingPlaces(session, path)
    first.keep("s", place)
    first.save()
    first.setParent(None)
    second = ReadingPlaces(session, path)
    assert second.find("s") == place
    assert second.find("other") is None


def test_a_file_that_makes_no_sense_is_passed_over(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "places.json"
    path.write_text('{"a|s": {"text_id": 1}, "b|s": 4, "c": []}', encoding="utf-8")
    assert ReadingPlaces(session, path).find("s") is None


def test_an_archive_that_was_moved_keeps_its_places(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "places.json"
    path.write_text(
        '{"/elsewhere|s": {"text_id": "t", "top": 3, "caret": 4, "quote": "а", "share": 0.5}}',
        encoding="utf-8",
    )
    assert ReadingPlaces(session, path).find("s") == LeftOff("t", 3, 4, "а", 0.5)


def test_a_full_disk_only_forgets(session: Session, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    places = ReadingPlaces(session, tmp_path / "file" / "places.json")
    places.keep("s", LeftOff("t", 0, 0, "", 0.0))
    places.save()
    assert "reading places were not saved" in caplog.text


@pytest.fixture
def long(desk: Desk, tmp_path: Path) -> Reading:
    path = tmp_path / "dugo.txt"
    path.write_text("Дневник 🂡\n\n" + LETTERS, encoding="utf-8")
    return reading_of(desk.archive, path)


def test_another_reader_begins_where_the_first_left_off(
    session: Session, long: Reading, desk: Desk, qtbot: QtBot
) -> None:
    readers = []
    for _number in range(2):
        reader = ReaderView(session)
        qtbot.addWidget(reader)
        reader.resize(700, 500)
        reader.show()
        readers.append(reader)
    first, second = readers
    first.show_source(long.source.id)
    place = long.letters.index("Дан 200.")
    first.show_place(long.text.id, place, place + 8)
    top = first.pane.firstVisibleBlock().text()
    first.whereabouts.keep(first.reading)
    assert reading_places(session).find(long.source.id) is not None
    second.show_source(long.source.id)
    wait_for_lines(qtbot, second.pane)
    assert second.pane.firstVisibleBlock().text() == top
    assert second.pane.textCursor().block().text().startswith("Дан 200.")
