"""Finding words in one text."""

from pathlib import Path

import pytest

from archive_app.core.errors import NotFound, UserError
from archive_app.core.ids import new_id
from archive_app.core.records import Source
from archive_app.services.finding import find_in_letters, find_in_source
from helpers.desk import Desk


def test_places_are_those_of_the_text_as_it_is(desk: Desk) -> None:
    letters = desk.cyrillic.letters
    places = find_in_letters(letters, "kalemegdan")
    assert places
    assert all(letters[start:end] == "Калемегдан" for start, end in places)
    assert len(places) == letters.count("Калемегдан")


def test_long_texts_are_looked_through_to_the_end_and_no_place_is_found_twice() -> None:
    letters = ("река " * 39_999 + "ре") + "ка " + "река " * 50_000
    places = find_in_letters(letters, "reka", whole_words=True)
    assert len(places) == letters.count("река")
    assert places == sorted(set(places))
    assert all(letters[start:end] == "река" for start, end in places)


def test_a_place_says_in_which_passage_it_stands(desk: Desk) -> None:
    for place in find_in_source(desk.archive, desk.latin.source.id, "Kalemegdan"):
        assert place.passage is not None
        passage = desk.latin.passages[place.passage]
        assert passage.start <= place.start < place.end <= passage.end
        assert desk.latin.letters[place.start : place.end] == place.text


def test_nothing_to_find_and_no_text_are_said(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="at least one letter"):
        find_in_source(desk.archive, desk.latin.source.id, " ")
    bare = Source(id=new_id(), title="Без текста")
    with desk.archive.operation("Source"):
        desk.archive.store.insert(bare)
    with pytest.raises(NotFound, match="no text"):
        find_in_source(desk.archive, bare.id, "реч")
