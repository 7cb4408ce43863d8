"""The filter over the library's lists."""

from pytestqt.qtbot import QtBot

from archive_app.ui.library_model import LibraryModel
from archive_app.ui.library_rows import Row, RowKind, plain


def model_of(*titles: str) -> LibraryModel:
    model = LibraryModel()
    model.show_rows([Row(kind=RowKind.SOURCE, id=title, title=title, key=plain(title)) for title in titles])
    return model


def shown(model: LibraryModel) -> list[str]:
    return [model.index(row).data() for row in range(model.rowCount())]


def test_a_word_in_one_script_finds_titles_in_both(qtbot: QtBot) -> None:
    model = model_of(
        "Писмо из Ниша", "Pismo iz Niša", "Ђорђев дневник", "Đorđev dnevnik", "Љиљана", "Ljiljana"
    )
    for typed, found in (
        ("nisa", ["Писмо из Ниша", "Pismo iz Niša"]),
        ("НИШ", ["Писмо из Ниша", "Pismo iz Niša"]),
        ("đorđev", ["Ђорђев дневник", "Đorđev dnevnik"]),
        ("djordjev dnev", ["Ђорђев дневник", "Đorđev dnevnik"]),
        ("ljilj", ["Љиљана", "Ljiljana"]),
        ("", ["Писмо из Ниша", "Pismo iz Niša", "Ђорђев дневник", "Đorđev dnevnik", "Љиљана", "Ljiljana"]),
        ("albumi", []),
    ):
        model.set_filter(typed)
        assert shown(model) == found, typed


def test_a_filtered_row_is_found_by_its_record(qtbot: QtBot) -> None:
    model = model_of("Alfa", "Beta", "Gama")
    model.set_filter("a g")
    assert model.index_of("Gama").row() == 0
    assert not model.index_of("Alfa").isValid()
    assert not model.is_empty()
