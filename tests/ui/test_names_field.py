"""People, units and places are chosen by any of their names, or made, without leaving the form."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from archive_app.core.kinds import AuthorityKind
from archive_app.services import authorities
from archive_app.services.access_points import NewName
from archive_app.services.archives import Archive
from archive_app.ui.name_completer import NameCompleter
from archive_app.ui.name_links import NameLinks
from archive_app.ui.name_stock import name_stock
from archive_app.ui.names_field import NamesField
from archive_app.ui.session import Session

PERSON, UNIT, PLACE = AuthorityKind.PERSON, AuthorityKind.UNIT, AuthorityKind.PLACE


@pytest.fixture
def general(archive: Archive) -> str:
    """The id of a person with a name in another spelling."""
    made = authorities.add_authority(archive, PERSON, "Шнекенбургер", variants=["Schneckenburger"])
    return made.authority.id


@pytest.fixture
def field(session: Session, general: str, qtbot: QtBot) -> NamesField:
    made = NamesField(name_stock(session))
    qtbot.addWidget(made)
    made.show()
    return made


def _type(line: QLineEdit, text: str) -> None:
    line.setText(text)
    line.textEdited.emit(text)


def _offered(completer: NameCompleter) -> list[str]:
    model = completer.offers.list.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_a_record_is_offered_by_any_name_in_either_script(field: NamesField, general: str) -> None:
    _type(field.line, "snek")
    assert _offered(field.completer) == [
        "Шнекенбургер (person)",
        "New person “snek”",
        "New unit “snek”",
        "New place “snek”",
    ]
    _type(field.line, "Schneck")
    assert _offered(field.completer)[0] == "Шнекенбургер (person, also Schneckenburger)"
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert (field.choices, field.line.text()) == ([general], "")


def test_a_new_name_takes_one_more_key(field: NamesField, qtbot: QtBot) -> None:
    with qtbot.waitSignal(field.edited) as edited:
        _type(field.line, "12.  korpus")
        QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert edited.args == [[NewName(UNIT, "12. korpus")]]
    _type(field.line, "Petar Petrović")
    field.settle()
    assert field.choices[-1] == NewName(PERSON, "Petar Petrović")
    field.chips[0].button.click()
    assert field.choices == [NewName(PERSON, "Petar Petrović")]
    QTest.keyClick(field.line, Qt.Key.Key_Backspace)
    assert field.choices == []


def test_what_was_left_standing_is_the_record_of_that_name(field: NamesField, general: str) -> None:
    _type(field.line, "schneckenburger")
    field.settle()
    _type(field.line, "Šnekenburger")
    field.settle()
    assert field.choices == [general]


def test_what_is_offered_keeps_up_with_the_records(field: NamesField, archive: Archive, qtbot: QtBot) -> None:
    with qtbot.waitSignal(field.stock.changed):
        authorities.add_authority(archive, PLACE, "Šnajderova kuća")
    assert [offer.name for offer in field.stock.offers("šna")] == ["Šnajderova kuća"]
    assert [offer.name for offer in field.stock.offers("kuca")] == ["Šnajderova kuća"]
    assert field.stock.offers("šna", [PERSON]) == []
    assert field.stock.offers(" ") == []


def test_a_foreign_spelling_offers_who_sounds_so(field: NamesField, archive: Archive, qtbot: QtBot) -> None:
    with qtbot.waitSignal(field.stock.changed):
        authorities.add_authority(archive, PERSON, "Жданов")
    assert [offer.name for offer in field.stock.offers("Zhdanov")] == ["Жданов"]
    assert field.stock.offers("Zhdanova") == []


def test_the_last_of_several_names_is_completed(session: Session, general: str, qtbot: QtBot) -> None:
    line = QLineEdit("partizani; Шнек")
    qtbot.addWidget(line)
    completer = NameCompleter(line, name_stock(session), [PERSON], in_list=True)
    assert completer.typed() == "Шнек"
    _type(line, line.text())
    assert _offered(completer) == ["Шнекенбургер (person)"]
    completer.taken.connect(lambda _choice, name: completer.put(name))
    assert completer.take_first()
    assert line.text() == "partizani; Шнекенбургер"
    _type(line, "nobody of that name")
    assert not completer.take_first()


def test_a_name_that_looks_like_formatting_is_shown_letter_by_letter(
    field: NamesField, archive: Archive
) -> None:
    made = authorities.add_authority(archive, PERSON, "<b>Ana</b> & Co")
    field.add(made.authority.id)
    assert "&lt;b&gt;Ana&lt;/b&gt; &amp; Co" in field.chips[0].toolTip()
    links = NameLinks([made])
    assert "&lt;b&gt;Ana&lt;/b&gt; &amp; Co" in links.links[0].toolTip()
