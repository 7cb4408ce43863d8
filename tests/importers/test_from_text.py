"""A text file becomes letters, passages, captions and a title."""

import unicodedata
from pathlib import Path

import pytest

from archive_app.core.errors import UserError
from archive_app.core.imported import ImportedText
from archive_app.core.records import PassageKind, Script
from archive_app.importers.from_text import normalized, read_text

SHARED = Path(__file__).parents[2].parent / "shared"


def imported(
    folder: Path, letters: str, name: str = "pismo_iz_Nisa.txt", encoding: str = "utf-8"
) -> ImportedText:
    path = folder / name
    path.write_bytes(letters.encode(encoding))
    return read_text(path, None)


def passages(text: ImportedText) -> list[str]:
    return [text.letters[span.start : span.end] for _kind, span in text.passages]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028", "\v"])
def test_any_line_end_becomes_one(tmp_path: Path, end: str) -> None:
    text = imported(tmp_path, f"Први ред.{end}{end}Други ред.{end}")
    assert text.letters == "Први ред.\n\nДруги ред.\n"


def test_letters_come_out_composed_and_nothing_else_changes() -> None:
    kept = "Ko\u00adlo i\u00a0„svi“ ǌegovi\u200b\tlju\u200ddi \x07"
    assert normalized(kept) == kept
    assert normalized(unicodedata.normalize("NFD", "Čačak, ђаци, ѓ")) == "Čačak, ђаци, ѓ"


def test_marks_and_form_feeds_go() -> None:
    assert normalized("\ufeffA\ufeffB\fC\u2029D\x1a") == "AB\n\nC\nD"


def test_positions_count_code_points(tmp_path: Path) -> None:
    text = imported(tmp_path, "😀 Радост.\n\nТуга.")
    assert passages(text) == ["😀 Радост.", "Туга."]
    assert text.passages[1][1].start == 11


@pytest.mark.parametrize(
    ("letters", "script"),
    [("Kiša pada.", Script.LATIN), ("Киша пада.", Script.CYRILLIC), ("1944.", Script.UNKNOWN)],
)
def test_the_script_is_told(tmp_path: Path, letters: str, script: Script) -> None:
    assert imported(tmp_path, letters).script is script


def test_the_encoding_and_its_basis_are_told(tmp_path: Path) -> None:
    text = imported(tmp_path, "Киша је падала цео дан, а ветар ношаше лишће.", encoding="cp1251")
    assert (text.encoding, text.encoding_basis, text.media_type) == ("cp1251", "guessed", "text/plain")


@pytest.mark.parametrize(
    ("letters", "title"),
    [
        ("Зима  на Дрини\n\nДошло је време да се иде, али нико није знао куда.", "Зима на Дрини"),
        ("I.\n\nЗИМА НА ДРИНИ.\n\nДошло је време да се иде.", "ЗИМА НА ДРИНИ"),
        ("GLAVA PRVA\n\nZIMA NA DRINI\n\nDošlo je vreme.", "ZIMA NA DRINI"),
        ("GLAVA PRVA\n\nDošlo je vreme.", "GLAVA PRVA"),
        ("I\n\nДошло је време.", "pismo iz Nisa"),
        ("Дошло је време да се иде.", "pismo iz Nisa"),
    ],
)
def test_the_title_is_the_first_heading_or_the_files_name(tmp_path: Path, letters: str, title: str) -> None:
    assert imported(tmp_path, letters).title == title


def test_the_number_of_a_part_is_no_title_where_the_files_name_is_none(tmp_path: Path) -> None:
    path = tmp_path / "SRP18880.txt"
    path.write_text("I.\n\n— Устај!\n\nУјутру смо кренули преко моста.", encoding="utf-8")
    assert read_text(path, None).title == "Ујутру смо кренули преко моста."
    path.write_text("I.", encoding="utf-8")
    assert read_text(path, None).title == "I."


def test_many_control_characters_are_no_text(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="not plain text"):
        imported(tmp_path, "слово\x80\x81\x82" * 50)


def test_a_caption_keeps_its_letters_and_its_place(tmp_path: Path) -> None:
    prose = "Чета је три дана ишла уз реку, по киши и блату, и тек је четврте вечери угледала ватре. " * 3
    text = imported(tmp_path, f"{prose}\n\nМост на  Дрини.\u00a0Мај 1915, Риста Марјановић \n\n{prose}")
    assert len(text.captions) == 1
    caption = text.captions[0]
    assert text.passages[caption.ordinal][0] is PassageKind.CAPTION
    assert (
        caption.caption
        == passages(text)[caption.ordinal]
        == "Мост на  Дрини.\u00a0Мај 1915, Риста Марјановић"
    )
    assert (caption.date, caption.credit) == ("1915-05", "Риста Марјановић")


@pytest.mark.skipif(not SHARED.is_dir(), reason="no ../shared")
def test_the_real_articles_come_out_right() -> None:
    latin, cyrillic = (read_text(path, None) for path in sorted((SHARED / "seeds").glob("*.txt")))
    assert {kind for kind, _span in latin.passages} == {PassageKind.PARAGRAPH}
    assert len(latin.passages) == 10
    of_kind = [kind for kind, _span in cyrillic.passages]
    assert [i for i, kind in enumerate(of_kind) if kind is PassageKind.QUOTATION] == [2, 17, 25]
    assert [caption.ordinal for caption in cyrillic.captions] == [5, 9, 12, 14, 18, 20, 23, 26, 28, 30]
    assert [caption.date for caption in cyrillic.captions] == [
        "1944-10", "", "1944-10", "", "", "1944", "1944-10", "1944-10", "1944-10", "1944-10",
    ]  # fmt: skip
    assert [caption.credit for caption in cyrillic.captions if caption.credit] == ["Јевгениј Халдеј, ТАСС"]
