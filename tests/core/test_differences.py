"""The differences of two readings."""

import random

from archive_app.core.differences import Kind, differences


def said(old: str, new: str) -> list[tuple[str, str, str]]:
    return [
        (piece.kind.value, old[piece.old.start : piece.old.end], new[piece.new.start : piece.new.end])
        for piece in differences(old, new)
    ]


def test_words_replaced_put_in_and_left_out() -> None:
    assert said("Vojska je ušla u grad sa juga.", "Vojska ušla je brzo u grad sa severa.")[0] == (
        "kept",
        "Vojska ",
        "Vojska ",
    )
    assert said("Ušla je u grad.", "Ušla je brzo u grad.") == [
        ("kept", "Ušla je ", "Ušla je "),
        ("put in", "", "brzo "),
        ("kept", "u grad.", "u grad."),
    ]
    assert said("Sava i Dunav", "Sava i Drava") == [
        ("kept", "Sava i ", "Sava i "),
        ("replaced", "Dunav", "Drava"),
    ]


def test_a_text_set_anew_has_no_differences() -> None:
    assert {kind for kind, _old, _new in said("Vojska je ušla\nu grad.", "Vojska je\nušla u   grad.")} == {
        "kept"
    }


def test_a_moved_paragraph_is_left_out_here_and_put_in_there() -> None:
    lines = [
        "Prvi pasus ovog malog teksta.",
        "Drugi pasus koji se seli dole.",
        "Treći pasus ostaje gde jeste.",
        "Četvrti isto tako stoji mirno.",
    ]
    kinds = [kind for kind, _old, _new in said("\n".join(lines), "\n".join([lines[0], *lines[2:], lines[1]]))]
    assert kinds == ["kept", "left out", "kept", "put in"]


def test_nothing_and_something() -> None:
    assert said("", "Novo.") == [("put in", "", "Novo.")]
    assert said("Staro.", "") == [("left out", "Staro.", "")]
    assert said("", "") == []


def test_the_pieces_cover_both_readings_in_order() -> None:
    draw = random.Random(3)
    words = "da je bio na , . i\n vojska grad Sava oslobođen konj most".split(" ")
    for _ in range(100):
        old, new = (" ".join(draw.choice(words) for _ in range(draw.randrange(60))) for _ in range(2))
        pieces = differences(old, new)
        assert "".join(old[piece.old.start : piece.old.end] for piece in pieces) == old
        assert "".join(new[piece.new.start : piece.new.end] for piece in pieces) == new
        assert all(len(piece.old) or len(piece.new) for piece in pieces)
        assert all(piece.kind is not Kind.KEPT or (len(piece.old) and len(piece.new)) for piece in pieces)
