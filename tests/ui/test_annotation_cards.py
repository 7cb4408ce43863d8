"""Long lists of annotations stay as they are where nothing was changed in them."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from archive_app.core.records import Annotation
from archive_app.services.annotating import Annotated
from archive_app.ui import theme
from archive_app.ui.annotation_cards import AnnotationModel, broken


def row(number: int, note: str = "") -> Annotated:
    one = Annotation(
        id=str(number), text_id="t", start=number, end=number + 1, quote=f"реч {number}", note=note
    )
    return Annotated(one, (), (), "s")


@pytest.fixture
def told(qapp: QApplication) -> tuple[AnnotationModel, list[str]]:
    """A model of five rows, and what it told its view since."""
    parent = QObject(qapp)
    model = AnnotationModel(parent)
    model.show([row(number) for number in range(5)])
    said: list[str] = []
    model.rowsInserted.connect(lambda _parent, first, last: said.append(f"+{first}-{last}"))
    model.rowsRemoved.connect(lambda _parent, first, last: said.append(f"-{first}-{last}"))
    model.dataChanged.connect(lambda first, _last: said.append(f"~{first.row()}"))
    model.modelReset.connect(lambda: said.append("reset"))
    return model, said


def test_one_new_row_is_put_in_its_place(told: tuple[AnnotationModel, list[str]]) -> None:
    model, said = told
    model.show([*model.rows[:2], row(20), *model.rows[2:]])
    assert said == ["+2-2"]
    assert model.row_of("20") == 2
    assert model.row_of("4") == 5


def test_one_row_is_taken_away(told: tuple[AnnotationModel, list[str]]) -> None:
    model, said = told
    model.show([*model.rows[:4]])
    assert said == ["-4-4"]
    assert model.row_of("4") == -1


def test_changed_rows_are_drawn_again(told: tuple[AnnotationModel, list[str]]) -> None:
    model, said = told
    rows = list(model.rows)
    rows[1], rows[3] = row(1, "ново"), replace(rows[3], source_id="other")
    model.show(rows)
    assert said == ["~1", "~3"]


def test_other_rows_take_the_place_of_all(told: tuple[AnnotationModel, list[str]]) -> None:
    model, said = told
    model.show([row(7), row(8)])
    assert said == ["reset"]
    assert model.rowCount() == 2


def test_a_long_text_is_cut_on_its_last_line(qapp: QApplication) -> None:
    font = theme.interface_font()
    lines = broken("дуга реченица о реци " * 20, font, 200, 3)
    assert len(lines) == 3
    assert lines[2].endswith("…")
    assert all(QFontMetricsF(font).horizontalAdvance(line) <= 201 for line in lines)


def test_lines_are_cut_right_behind_letters_outside_the_basic_plane(qapp: QApplication) -> None:
    lines = broken("🂡 карта " * 6, theme.interface_font(), 150, 9)
    assert " ".join(lines).replace("  ", " ").split() == ("🂡 карта " * 6).split()
