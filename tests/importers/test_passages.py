"""Paragraphs are found in texts that were written in different ways."""

import random
import textwrap
from pathlib import Path

import pytest

from archive_app.importers.passages import paragraph_spans

LONG = (
    "Voz je stigao u podne, sat kasnije nego što je bilo javljeno. Na peronu je stajao samo nadzornik sa "
    "fenjerom, iako je bio dan, i gledao niz prugu kao da očekuje još jedan voz. Putnici su sišli ćutke."
)


def paragraphs(letters: str) -> list[str]:
    return [letters[span.start : span.end] for span in paragraph_spans(letters)]


def test_blank_lines_divide_paragraphs() -> None:
    assert paragraphs("  Prvi pasus. \n\n\n \t\nDrugi pasus.\n") == ["Prvi pasus.", "Drugi pasus."]


def test_each_line_is_a_paragraph_where_lines_are_long() -> None:
    letters = f"Voz\n{LONG}\n{LONG[:90]}.\n{LONG}"
    assert paragraphs(letters) == letters.split("\n")


def test_each_line_is_a_paragraph_in_a_text_without_blank_lines() -> None:
    assert paragraphs("Prvi red\nDrugi red\nTreći red") == ["Prvi red", "Drugi red", "Treći red"]


@pytest.mark.parametrize("width", [60, 72, 80, 100])
def test_lines_broken_by_hand_belong_together(width: int) -> None:
    wrapped = [textwrap.fill(text, width) for text in (LONG, LONG[:150], LONG * 2)]
    assert paragraphs("\n\n".join(wrapped)) == wrapped


def test_an_indent_begins_a_paragraph_among_broken_lines() -> None:
    wrapped = [textwrap.fill(text, 70, initial_indent="    ") for text in (LONG, LONG, LONG)]
    assert paragraphs("\n".join(wrapped)) == [text.strip() for text in wrapped]


def test_a_short_line_ends_a_paragraph_among_broken_lines() -> None:
    wrapped = [textwrap.fill(text, 70) for text in (LONG[:-30] + ".", LONG[:-40] + ".", LONG)]
    assert len(paragraphs("\n".join(wrapped))) == 3


def test_speech_begins_a_paragraph_among_broken_lines() -> None:
    letters = "\n".join((textwrap.fill(LONG, 70), "— Gde je pošta?", "— Nema je.", textwrap.fill(LONG, 70)))
    assert paragraphs(letters)[1:3] == ["— Gde je pošta?", "— Nema je."]


def test_capitals_over_broken_lines_stand_alone() -> None:
    assert paragraphs("GLAVA PRVA\n" + textwrap.fill(LONG * 2, 70))[0] == "GLAVA PRVA"


def test_the_lines_of_a_stanza_belong_together() -> None:
    stanza = "Tiha voda breg roni,\nmesec vodu goni,\na ja stojim sam"
    assert paragraphs(f"{stanza}\n\n{stanza}") == [stanza, stanza]


def test_short_sentences_in_lines_are_paragraphs_of_their_own() -> None:
    assert paragraphs("Dođoh.\nVideh.\n\nPobedih.") == ["Dođoh.", "Videh.", "Pobedih."]


def test_nothing_gives_no_paragraph() -> None:
    assert paragraphs("\n \n\u00a0\n") == []


@pytest.mark.parametrize("seed", range(60))
def test_spans_are_ordered_disjoint_trimmed_and_cover_all_letters(seed: int) -> None:
    dice = random.Random(seed)
    pieces = [
        "\n",
        "\n\n",
        " ",
        "  ",
        "\t",
        "\u00a0",
        "a",
        "Reč",
        "rečenica.",
        "— ",
        "Ć",
        LONG,
        LONG[:70],
        "\u2003",
    ]
    letters = "".join(dice.choices(pieces, k=dice.randrange(400)))
    covered = [False] * len(letters)
    end = 0
    for span in paragraph_spans(letters):
        assert end <= span.start < span.end
        assert letters[span.start : span.end] == letters[span.start : span.end].strip()
        covered[span.start : span.end] = [True] * len(span)
        end = span.end
    assert all(seen or character.isspace() for seen, character in zip(covered, letters, strict=True))


def test_the_real_articles_have_the_paragraphs_of_their_lines() -> None:
    seeds = sorted((Path(__file__).parents[2].parent / "shared" / "seeds").glob("*.txt"))
    if not seeds:
        pytest.skip("no ../shared")
    for path in seeds:
        letters = path.read_text(encoding="utf-8")
        assert paragraphs(letters) == [line.strip() for line in letters.split("\n") if line.strip()]
