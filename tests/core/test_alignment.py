"""How the wordings of two readings lie to each other."""

import random

from archive_app.core.alignment import Alignment, align

LINES = [
    "Prvi pasus govori o mostu preko velike reke.",
    "Drugi pasus pominje grad i njegove duge ulice.",
    "Treći pasus opisuje vojsku koja prolazi kroz polje.",
    "Četvrti pasus završava priču o jednom dugom putu.",
]
TEXT = "\n".join(LINES)


def twin_of(alignment: Alignment, word: str) -> str:
    place = alignment.to_new[alignment.old.keys.index(word)]
    return alignment.new.keys[place] if place >= 0 else ""


def test_words_behind_what_was_put_in_are_matched() -> None:
    found = align(TEXT, TEXT.replace("grad", "veliki grad"))
    assert [found.new.keys[twin] for twin in found.to_new] == found.old.keys
    assert [run.length for run in found.runs] == [12, len(found.old) - 12]
    assert not any(found.moved)


def test_a_moved_line_is_known_by_its_content() -> None:
    found = align(TEXT, "\n".join([LINES[2], LINES[0], LINES[1], LINES[3]]))
    first = found.old.keys.index("Treći")
    assert found.moved[first] == found.telling[first] == 1
    assert found.to_new[first] == 0
    assert not found.moved[0]


def test_a_line_that_was_moved_and_changed_is_found() -> None:
    changed = LINES[2].replace("vojsku", "jaku vojsku")
    found = align(TEXT, "\n".join([changed, LINES[0], LINES[1], LINES[3]]))
    first = found.old.keys.index("Treći")
    assert (found.to_new[first], found.moved[first], found.telling[first]) == (0, 1, 2)
    assert twin_of(found, "polje") == "polje"


def test_a_line_beside_its_twin_is_doubtful() -> None:
    found = align(TEXT, "\n".join([*LINES[:2], LINES[1].replace("duge", "kratke"), *LINES[2:]]))
    assert found.doubtful[found.old.keys.index("Drugi")]
    assert not found.doubtful[0]


def test_words_beside_a_left_out_repetition_are_doubtful() -> None:
    old = "Ovde stoji jedna rečenica o reci. Ovde stoji jedna rečenica o reci. A ovo je kraj."
    new = "Ovde stoji jedna rečenica o reci. A ovo je kraj."
    found = align(old, new)
    assert found.doubtful[0]
    assert not found.doubtful[found.old.keys.index("kraj")]


def test_another_text_and_an_empty_one() -> None:
    assert set(align(TEXT, "").to_new) == {-1}
    assert align("", TEXT).runs == []


def test_both_directions_agree() -> None:
    draw = random.Random(5)
    words = [*"da je bio na i vojska grad Sava konj most . ,".split(), "\n"]
    for _ in range(100):
        old, new = (" ".join(draw.choice(words) for _ in range(draw.randrange(80))) for _ in range(2))
        found = align(old, new)
        for place, twin in enumerate(found.to_new):
            assert twin < 0 or (found.to_old[twin] == place and found.old.keys[place] == found.new.keys[twin])
