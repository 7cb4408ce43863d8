"""Names and places as a person types them."""

from pathlib import Path

import pytest

from archive_app.ui.naming import file_name, is_taken, nearest_folder, typed_path


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Калемегдан, 1944", "Калемегдан, 1944"),
        ('Ko? "Mi": da/ne', "Ko Mi da ne"),
        (" ... ", "Untitled"),
        ("a" * 200, "a" * 80),
    ],
)
def test_titles_become_names_of_files(title: str, name: str) -> None:
    assert file_name(title) == name


def test_the_home_folder_may_be_written_short(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert typed_path(" ~/Arhiva ") == tmp_path / "Arhiva"


def test_a_folder_that_is_not_there_yet_leads_to_the_one_above(tmp_path: Path) -> None:
    assert nearest_folder(tmp_path) == tmp_path
    assert nearest_folder(tmp_path / "Dokumenta" / "Arhiva") == tmp_path


@pytest.mark.parametrize("half", ["~nikogovic", "a" * 5000, ""])
def test_half_typed_places_do_no_harm(half: str) -> None:
    assert not is_taken(typed_path(half) / "x")
