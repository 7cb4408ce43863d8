"""A source in the other script: what is shown, and where passages and annotations stand in it."""

import pytest

from archive_app.core.records import Script
from archive_app.services import annotating, scripts
from helpers.desk import Desk


def test_a_text_in_its_own_script_is_shown_as_it_is_stored(desk: Desk) -> None:
    for script in (None, Script.CYRILLIC, Script.UNKNOWN):
        shown = scripts.display(desk.cyrillic, script)
        assert (shown.script, shown.letters) == (Script.CYRILLIC, desk.cyrillic.letters)
        assert len(shown.offsets) == 0


def test_each_text_has_another_script() -> None:
    assert scripts.other_script(Script.LATIN) is Script.CYRILLIC
    assert scripts.other_script(Script.CYRILLIC) is Script.LATIN
    assert scripts.other_script(Script.UNKNOWN) is Script.LATIN


def test_passages_stand_around_the_same_words(desk: Desk) -> None:
    shown = scripts.display(desk.cyrillic, Script.LATIN)
    seen = scripts.reading_in(shown, desk.cyrillic)
    words = [seen.letters[one.start : one.end] for one in seen.passages]
    assert words[0] == "Dani pod bedemom"
    assert words[3] == "Čamci na Savi kod mosta. Oktobar 1944, Đorđe Savić"
    assert "\n\n".join(words) == shown.letters.rstrip("\n")


@pytest.mark.parametrize(
    ("quote", "seen"),
    [
        ("Учитељица Јелена", "Učiteljica Jelena"),
        ("Железничку станицу", "Železničku stanicu"),
        ("љица", "ljica"),
    ],
)
def test_annotations_stand_on_the_same_words_and_notes_stay(desk: Desk, quote: str, seen: str) -> None:
    desk.mark(desk.cyrillic, quote, note="Ко је она?")
    found = annotating.annotations_of_source(desk.archive, desk.cyrillic.source.id)
    shown = scripts.display(desk.cyrillic, Script.LATIN)
    (one,) = scripts.annotations_in(shown, desk.cyrillic.text.id, found)
    assert one.annotation.span is not None
    assert shown.letters[one.annotation.start : one.annotation.end] == one.annotation.quote == seen
    assert shown.letters[: one.annotation.start].endswith(one.annotation.prefix)
    assert shown.letters[one.annotation.end :].startswith(one.annotation.suffix)
    assert one.annotation.note == "Ко је она?"


def test_annotations_elsewhere_are_left_alone(desk: Desk) -> None:
    whole = annotating.annotate_record(desk.archive, desk.cyrillic.source, note="Цео извор")
    desk.mark(desk.cyrillic, "ватра")
    found = annotating.annotations_of_source(desk.archive, desk.cyrillic.source.id)
    shown = scripts.display(desk.cyrillic, Script.LATIN)
    seen = scripts.annotations_in(shown, desk.cyrillic.text.id, found)
    assert next(one for one in seen if one.annotation.id == whole.id).annotation.quote == ""
    assert scripts.annotations_in(shown, "another text", found) == found
