"""Single letters mean the same on the Latin and on the Cyrillic keyboard."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from archive_app.ui.letter_keys import letter_of

_NONE = Qt.KeyboardModifier.NoModifier


def _written(text: str, modifiers: Qt.KeyboardModifier = _NONE, key: Qt.Key = Qt.Key.Key_unknown) -> str:
    return letter_of(QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text))


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [("v", "в"), ("n", "н"), ("k", "к"), ("j", "ј"), ("w", "њ"), ("x", "џ"), ("r", "р")],
)
def test_both_scripts_mean_the_same(latin: str, cyrillic: str) -> None:
    assert _written(latin) == latin
    assert _written(cyrillic) == _written(cyrillic.upper()) == latin


def test_figures_signs_and_the_space_bar_mean_themselves() -> None:
    assert [_written(sign) for sign in "3- "] == ["3", "-", " "]
    assert _written("5", Qt.KeyboardModifier.KeypadModifier) == "5"


def test_other_keys_and_shortcuts_mean_nothing() -> None:
    assert _written("", key=Qt.Key.Key_F5) == ""
    assert _written("\r", key=Qt.Key.Key_Return) == ""
    assert _written("v", Qt.KeyboardModifier.ControlModifier) == ""
    assert _written("V", Qt.KeyboardModifier.ShiftModifier) == ""
