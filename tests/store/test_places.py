"""Where letters stand among bytes."""

import pytest

from archive_app.store.places import ENTRY, STEP, byte_places, place


@pytest.mark.parametrize("letters", ["", "a", "š" * STEP, "Лађа € 𝔉 " * 400, "a" * (3 * STEP)])
def test_each_place_is_where_its_letter_begins_in_utf_8(letters: str) -> None:
    kept = byte_places(letters)
    places = [place(kept[first : first + ENTRY]) for first in range(0, len(kept), ENTRY)]
    marks = [*range(0, len(letters), STEP), len(letters)]
    assert places == [len(letters[:mark].encode()) for mark in marks]
