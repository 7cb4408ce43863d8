"""What the window remembers."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from archive_app.ui.reading_look import ReadingLook
from archive_app.ui.settings import Settings
from archive_app.ui.theme import Mode


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "window.ini"


def test_the_archive_opened_last_comes_first_and_each_is_listed_once(path: Path, tmp_path: Path) -> None:
    one, two = tmp_path / "Писма", tmp_path / "Albumi, II"
    settings = Settings(path)
    for folder in (one, two, one):
        settings.archives.remember(folder)
    settings.sync()

    again = Settings(path)

    assert [entry.folder for entry in again.archives.recent()] == [one, two]
    assert all(entry.opened_at is not None for entry in again.archives.recent())
    assert again.archives.last() == one


def test_an_archive_taken_off_the_list_is_not_opened_at_the_next_start(path: Path, tmp_path: Path) -> None:
    settings = Settings(path)
    settings.archives.remember(tmp_path / "a")
    settings.archives.forget(tmp_path / "a")
    assert settings.archives.recent() == []
    assert settings.archives.last() is None


def test_at_most_twelve_archives_are_remembered(path: Path, tmp_path: Path) -> None:
    settings = Settings(path)
    for number in range(20):
        settings.archives.remember(tmp_path / f"{number}")
    assert [entry.folder.name for entry in settings.archives.recent()] == [
        str(number) for number in range(19, 7, -1)
    ]


def test_values_that_make_no_sense_are_passed_over(path: Path) -> None:
    path.write_text("[look]\nmode=purple\nreading=huge\n[recent]\narchives=nonsense\n", encoding="utf-8")
    settings = Settings(path)
    assert settings.mode is Mode.SYSTEM
    assert settings.reading_look == ReadingLook()
    assert settings.archives.recent() == []


def test_look_size_author_and_state_survive(path: Path, tmp_path: Path) -> None:
    settings = Settings(path)
    settings.mode = Mode.DARK
    settings.reading_look = ReadingLook(points=16.0, measure=60, numbers=False)
    settings.author = "Милица Јовановић"
    settings.keep_state("workspace", QByteArray(b"\0\1state"))
    settings.remember_folder("import", tmp_path)
    settings.sync()

    again = Settings(path)

    assert again.mode is Mode.DARK
    assert again.reading_look == ReadingLook(points=16.0, measure=60, numbers=False)
    assert again.author == "Милица Јовановић"
    assert again.state("workspace") == QByteArray(b"\0\1state")
    assert again.folder("import") == tmp_path


def test_a_folder_that_is_gone_is_not_offered(path: Path, tmp_path: Path) -> None:
    settings = Settings(path)
    settings.remember_folder("export", tmp_path / "gone")
    assert settings.folder("export") != tmp_path / "gone"
