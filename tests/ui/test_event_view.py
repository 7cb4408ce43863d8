"""An event's page puts side by side what the sources claim, and shows where they differ."""

from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from archive_app.core.ids import new_id
from archive_app.core.kinds import AuthorityKind
from archive_app.core.records import Annotation, Event, Link, Photo, Sameness
from archive_app.services import authorities, claims, events, history, phases, verdicts
from archive_app.ui import theme
from archive_app.ui.agreement_chip import AgreementChip
from archive_app.ui.chooser import Chooser
from archive_app.ui.claim_card import ClaimCard
from archive_app.ui.event_dialog import EventDialog
from archive_app.ui.event_view import EventView
from archive_app.ui.export_choice import Choice, What
from archive_app.ui.link_label import LinkLabel
from archive_app.ui.session import Session
from archive_app.ui.settle_dialog import SettleDialog
from archive_app.ui.verdict_dialog import VerdictDialog
from helpers.desk import Desk
from helpers.windows import type_text


def texts(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def chips(widget: QWidget) -> list[tuple[str, str]]:
    return [(chip.text(), chip.property("kind")) for chip in widget.findChildren(AgreementChip)]


def button(view: QWidget, text: str) -> QPushButton:
    return next(found for found in view.findChildren(QPushButton) if found.text() == text)


T = TypeVar("T", bound=QWidget)


def opened(kind: type[T]) -> T:
    """The dialog of this kind that is shown."""
    return next(
        each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()
    )


@pytest.fixture
def station(desk: Desk) -> Event:
    """The station was taken on one day by the one source, and on another by the other."""
    event = events.add_event(desk.archive, "Заузимање станице", when="20.10.1944", place="Београд")
    for reading, quote, when, who in (
        (desk.latin, "Železničku stanicu zauzeli su borci", "20.10.1944", "borci"),
        (desk.cyrillic, "Железничку станицу су борци заузели", "15.10.1944", ""),
    ):
        made = desk.mark(reading, quote)
        events.link(desk.archive, made.id, event.id, says_when=when, says_who=who)
    return event


@pytest.fixture
def view(session: Session, station: Event, qtbot: QtBot) -> EventView:
    """The page of the event."""
    made = EventView(session)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show_event(station.id)
    made.show()
    return made


def card_of(view: EventView, when: str) -> ClaimCard:
    return next(card for card in view.cards if card.claim.link.says_when == when)


def test_the_page_says_when_and_where_it_was(view: EventView) -> None:
    said = texts(view)
    assert "Заузимање станице" in said
    assert "20 October 1944" in said
    assert "Београд" in said
    assert "2 passages in 2 sources; 2 state dates that are in conflict" in said
    assert "nothing is decided yet" in said


def test_nothing_empty_is_scrolled_to_below_the_page(view: EventView, qtbot: QtBot) -> None:
    page = view.widget()
    qtbot.waitUntil(lambda: page.height() == max(page.heightForWidth(page.width()), view.viewport().height()))


def test_each_source_speaks_in_its_own_script_with_its_own_date(view: EventView) -> None:
    late, early = card_of(view, "1944-10-20"), card_of(view, "1944-10-15")
    assert "Železničku stanicu" in texts(late)
    assert "Grad pod tvrđavom, ¶ 5." in texts(late)
    assert chips(late) == [("= same date", "same"), ("≠ other sources: 15 Oct 1944", "against")]
    assert "Железничку станицу" in texts(early)
    assert "15 October 1944" in texts(early)
    assert chips(early)[0] == ("≠ in conflict", "conflict")


def test_the_dates_that_are_stated_are_listed_with_their_sources(view: EventView) -> None:
    assert view.dates is not None
    said = texts(view.dates)
    assert "1 claim: Grad pod tvrđavom" in said
    assert "1 claim: Дани под бедемом" in said
    assert [kind for _words, kind in chips(view.dates)] == ["same", "conflict"]


def test_a_claim_leads_to_its_place_by_click_and_by_enter(view: EventView, qtbot: QtBot) -> None:
    card = view.cards[0]
    one = card.claim.claim.annotation
    with qtbot.waitSignal(view.place_requested) as wanted:
        QTest.mouseClick(card.jump, Qt.MouseButton.LeftButton)
    assert wanted.args == [one.text_id, one.start, one.end]
    card.setFocus()
    with qtbot.waitSignal(view.place_requested) as wanted:
        QTest.keyClick(card, Qt.Key.Key_Return)
    assert wanted.args == [one.text_id, one.start, one.end]


def test_the_arrows_go_from_claim_to_claim(view: EventView, qtbot: QtBot) -> None:
    first, second = view.cards
    view.activateWindow()
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Right)
    qtbot.waitUntil(second.hasFocus)
    QTest.keyClick(second, Qt.Key.Key_Down)
    assert second.hasFocus()
    QTest.keyClick(second, Qt.Key.Key_Up)
    qtbot.waitUntil(first.hasFocus)


def test_the_page_follows_changes(view: EventView, desk: Desk, station: Event, qtbot: QtBot) -> None:
    link = card_of(view, "1944-10-15").claim.link
    events.edit_link(desk.archive, link.id, says_when="20.10.1944")
    qtbot.waitUntil(lambda: "no dates in conflict" in texts(view))
    events.edit_event(desk.archive, station.id, title="Пад станице")
    qtbot.waitUntil(lambda: "Пад станице" in texts(view))


def test_an_event_can_be_exported_edited_and_deleted(
    view: EventView, desk: Desk, station: Event, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(view.export_requested) as exported:
        button(view, "Export").click()
    assert exported.args == [Choice(What.EVENT, station.id)]
    with qtbot.waitSignal(view.edit) as wanted:
        button(view, "Edit").click()
    assert wanted.args == [station.id]
    button(view, "Delete").click()
    qtbot.waitUntil(lambda: view.event_id is None)
    assert events.list_events(desk.archive) == []
    history.undo(desk.archive)
    qtbot.waitUntil(lambda: view.event_id == station.id)
    assert len(view.cards) == len(events.claims(desk.archive, station.id)) > 0


def test_an_event_without_claims_says_what_to_do(session: Session, desk: Desk, qtbot: QtBot) -> None:
    event = events.add_event(desk.archive, "Тишина")
    view = EventView(session)
    qtbot.addWidget(view)
    view.show_event(event.id)
    assert "Ctrl+E" in texts(view)
    assert "Date unknown" in texts(view)
    assert view.dates is None


def test_a_date_of_a_source_is_held_right_with_a_reason(
    view: EventView, desk: Desk, station: Event, qtbot: QtBot
) -> None:
    button(view.dates or view, "Hold right…").click()
    dialog = opened(VerdictDialog)
    assert dialog.form.values() == {"when": "1944-10-15", "reason": ""}
    dialog.save()
    qtbot.waitUntil(lambda: "Say why" in dialog.error.text())
    dialog.form.set_values({"reason": "дневник је старији"})
    dialog.save()
    qtbot.waitUntil(lambda: "Held right, because: дневник је старији" in texts(view))
    assert events.get_event(desk.archive, station.id).when == "1944-10-15"
    assert chips(card_of(view, "1944-10-15"))[0] == ("= same date", "same")
    assert view.head is not None
    assert not view.head.held_before.isVisible()
    view.head.before_button.click()
    assert "Held 20 October 1944 until " in texts(view.head.held_before)
    view.head.verdict_button.click()
    dialog = opened(VerdictDialog)
    assert dialog.save_button.isDefault()
    assert not dialog.open_button.isDefault()
    dialog.open_button.click()
    qtbot.waitUntil(lambda: "nothing is decided yet" in texts(view))
    assert view.head.before_button.isChecked()
    reasons = ["", "дневник је старији", ""]
    qtbot.waitUntil(
        lambda: [held.reason for held in verdicts.verdict_history(desk.archive, station.id)] == reasons
    )


def test_what_differs_is_marked_and_the_keyboard_stays_there(
    view: EventView, desk: Desk, qtbot: QtBot
) -> None:
    card, other = card_of(view, "1944-10-20"), card_of(view, "1944-10-15")
    view.activateWindow()
    card.marks["who_mark"].setFocus()
    menu = card.marks["who_mark"].menu_of_choices()
    assert [action.isChecked() for action in menu.actions()] == [False, False, True]
    menu.actions()[1].trigger()
    menu.deleteLater()
    qtbot.waitUntil(lambda: card_of(view, "1944-10-20").marks["who_mark"].text() == "≠ differs")
    assert card_of(view, "1944-10-15") is other
    qtbot.waitUntil(card_of(view, "1944-10-20").marks["who_mark"].hasFocus)
    history.undo(desk.archive)
    qtbot.waitUntil(lambda: card_of(view, "1944-10-20").marks["who_mark"].text() == "compare…")


def test_a_date_is_called_no_contradiction_by_one_key_with_the_reason(
    view: EventView, desk: Desk, qtbot: QtBot
) -> None:
    card = card_of(view, "1944-10-15")
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_N)
    dialog = opened(SettleDialog)
    assert dialog.said.text() == "15 October 1944: Дани под бедемом"
    assert not dialog.back_button.isVisible()
    dialog.form.set_values({"reason": "први напад"})
    dialog.save()
    qtbot.waitUntil(lambda: card_of(view, "1944-10-15").marks["when_mark"].text() == "= no contradiction")
    assert chips(card_of(view, "1944-10-15"))[0] == ("≠ in conflict", "conflict")
    assert "први напад" in texts(card_of(view, "1944-10-15"))
    assert "no dates in conflict; 1 was called no contradiction" in texts(view)
    assert view.dates is not None
    assert ("= no contradiction", "settled") in chips(view.dates)
    history.undo(desk.archive)
    qtbot.waitUntil(lambda: card_of(view, "1944-10-15").marks["when_mark"].text() == "compare…")


def test_what_was_called_no_contradiction_can_be_taken_back(
    view: EventView, desk: Desk, qtbot: QtBot
) -> None:
    claims.mark_claim(desk.archive, card_of(view, "1944-10-15").claim.link.id, when=Sameness.SAME)
    qtbot.waitUntil(lambda: "no dates in conflict" in texts(view))
    menu = card_of(view, "1944-10-15").marks["when_mark"].menu_of_choices()
    menu.actions()[0].trigger()
    menu.deleteLater()
    dialog = opened(SettleDialog)
    assert dialog.back_button.isVisible()
    dialog.back_button.click()
    qtbot.waitUntil(lambda: "2 state dates that are in conflict" in texts(view))


def test_letters_on_a_claim_say_something_of_it(view: EventView) -> None:
    card = card_of(view, "1944-10-20")
    card.setFocus()
    type_text(card, "њ")
    (menu,) = card.marks["who_mark"].findChildren(QMenu)
    assert menu.isVisible()
    menu.close()
    QTest.keyClick(card, Qt.Key.Key_P)
    assert not [each for each in view.findChildren(QMenu) if each.isVisible()]
    type_text(card, "в")
    assert opened(VerdictDialog).form.values()["reason"] == ""


def show_only(view: EventView, title: str) -> None:
    """Press the words that say how many claims of a source state a date."""
    assert view.dates is not None
    (link,) = [link for link in view.dates.findChildren(LinkLabel) if link.text() == f"1 claim: {title}"]
    QTest.keyClick(link, Qt.Key.Key_Return)


def test_the_claims_that_state_one_date_are_shown_alone(view: EventView, desk: Desk, qtbot: QtBot) -> None:
    show_only(view, "Дани под бедемом")
    assert [card.claim.link.says_when for card in view.cards] == ["1944-10-15"]
    assert view.narrowing.words.text() == "1 of 2 claims, which states 15 October 1944"
    events.edit_link(desk.archive, view.cards[0].claim.link.id, note="стр. 4")
    qtbot.waitUntil(lambda: "стр. 4" in texts(view.cards[0]))
    assert len(view.cards) == 1
    view.narrowing.all_button.click()
    assert (len(view.cards), view.narrowing.isVisible()) == (2, False)
    show_only(view, "Дани под бедемом")
    events.edit_link(desk.archive, view.cards[0].claim.link.id, says_when="1944-10-20")
    qtbot.waitUntil(lambda: len(view.cards) == 2)
    assert not view.narrowing.isVisible()


def test_a_part_on_which_the_sources_differ_is_marked(
    view: EventView, desk: Desk, station: Event, qtbot: QtBot
) -> None:
    battle = events.add_event(desk.archive, "Битка", when="1944-10")
    phases.put_under(desk.archive, station.id, battle.id)
    view.show_event(battle.id)
    assert view.head is not None
    assert chips(view.head) == [("≠ sources differ", "conflict")]
    assert "the claims stand on the pages of its parts" in texts(view)
    verdicts.give_verdict(desk.archive, station.id, reason="дневник")
    qtbot.waitUntil(lambda: view.head is not None and chips(view.head) == [])


def test_two_dates_of_one_source_are_no_conflict(
    session: Session, desk: Desk, station: Event, qtbot: QtBot
) -> None:
    event = events.add_event(desk.archive, "Напад")
    for quote, when in (("u zoru 20. oktobra", "1944-10-20"), ("Železničku stanicu", "1944-10-14")):
        events.link(desk.archive, desk.mark(desk.latin, quote).id, event.id, says_when=when)
    view = EventView(session)
    qtbot.addWidget(view)
    view.show_event(event.id)
    assert "1 source gives two dates that cannot both be right" in texts(view)
    assert "it contradicts itself, or it speaks of two phases" in texts(view)
    assert chips(card_of(view, "1944-10-20")) == [("↔ also says 14 Oct 1944", "beside")]
    assert view.dates is not None
    assert [kind for _words, kind in chips(view.dates)] == ["beside", "beside"]


def test_where_all_agree_their_date_is_offered_with_a_reason(
    session: Session, desk: Desk, qtbot: QtBot
) -> None:
    event = events.add_event(desk.archive, "Напад")
    for reading, quote, when in (
        (desk.latin, "u zoru 20. oktobra", "1944-10"),
        (desk.cyrillic, "15. октобра пред вече", "1944-10-15"),
    ):
        events.link(desk.archive, desk.mark(reading, quote).id, event.id, says_when=when)
    view = EventView(session)
    qtbot.addWidget(view)
    view.show_event(event.id)
    view.show()
    assert "all that is said of it agrees" in texts(view)
    button(view, "Hold 15 October 1944 right…").click()
    dialog = opened(VerdictDialog)
    assert dialog.form.values()["reason"] == "All 2 sources that date it say the same."
    assert not dialog.open_button.isVisible()
    dialog.save()
    qtbot.waitUntil(lambda: events.get_event(desk.archive, event.id).when == "1944-10-15")


def test_the_parts_of_an_event_lead_down_and_up(
    view: EventView, desk: Desk, station: Event, qtbot: QtBot
) -> None:
    button(view, "Add a part…").click()
    dialog = opened(EventDialog)
    dialog.form.set_values({"title": "Улазак у халу", "when": "15.10.1944"})
    dialog.save()
    qtbot.waitUntil(lambda: "Улазак у халу" in texts(view))
    (row,) = phases.phases_of(desk.archive, station.id)
    link = next(found for found in view.findChildren(LinkLabel) if found.text() == "Улазак у халу")
    with qtbot.waitSignal(view.event_requested) as wanted:
        QTest.keyClick(link, Qt.Key.Key_Return)
    assert wanted.args == [row.event.id]
    view.show_event(row.event.id)
    up = next(found for found in view.findChildren(LinkLabel) if found.text() == station.title)
    with qtbot.waitSignal(view.event_requested) as wanted:
        QTest.keyClick(up, Qt.Key.Key_Return)
    assert wanted.args == [station.id]


def test_an_event_is_put_under_another_one_and_taken_out(
    view: EventView, desk: Desk, station: Event, qtbot: QtBot
) -> None:
    battle = events.add_event(desk.archive, "Битка за град", when="1944-10")
    button(view, "Part of…").click()
    chooser = opened(Chooser)
    assert [chooser.model.entry(row).key for row in range(chooser.model.rowCount())] == [battle.id]  # type: ignore[union-attr]
    QTest.keyClick(chooser.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view.page is not None and [one.id for one in view.page.above] == [battle.id])
    button(view, "Part of…").click()
    chooser = opened(Chooser)
    assert [chooser.model.data(chooser.model.index(row)) for row in range(2)] == [
        "Part of no other event",
        "Битка за град",
    ]
    QTest.keyClick(chooser.line, Qt.Key.Key_Up)
    QTest.keyClick(chooser.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: events.get_event(desk.archive, station.id).parent_id is None)


def test_a_photo_claims_by_its_caption(view: EventView, desk: Desk, station: Event, qtbot: QtBot) -> None:
    photo = Photo(id=new_id(), caption="Станица, октобар 1944.", source_id=desk.cyrillic.source.id)
    note = Annotation(id=new_id(), photo_id=photo.id, note="сат стоји")
    with desk.archive.operation("Add a photo"):
        desk.archive.store.insert(photo)
        desk.archive.store.insert(note)
    events.link(desk.archive, note.id, station.id, says_when="1944-10")
    qtbot.waitUntil(lambda: len(view.cards) == 3)
    card = card_of(view, "1944-10")
    assert "„Станица, октобар 1944.“" in texts(card)
    assert chips(card) == [("≈ compatible", "compatible")]
    with qtbot.waitSignal(view.photo_requested) as wanted:
        card.jump.click()
    assert wanted.args == [photo.id]


def test_of_many_claims_the_first_are_there_at_once_and_all_soon(
    session: Session, desk: Desk, station: Event, qtbot: QtBot
) -> None:
    one = desk.mark(desk.latin, "u zoru 20. oktobra")
    many = [
        Annotation(id=new_id(), text_id=one.text_id, start=one.start, end=one.end, quote=one.quote)
        for _ in range(60)
    ]
    with desk.archive.operation("Mark"):
        desk.archive.store.insert_many(many)
        desk.archive.store.insert_many(
            [Link(id=new_id(), annotation_id=each.id, event_id=station.id, says_who="borci") for each in many]
        )
    view = EventView(session)
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.show_event(station.id)
    assert 0 < len(view.cards) < 62
    qtbot.waitUntil(lambda: len(view.cards) == 62)
    assert [card.claim for card in view.cards] == list(view.page.claims if view.page else ())


def test_the_page_takes_up_the_dark_look(view: EventView) -> None:
    before = view.cards
    theme.set_mode(theme.Mode.DARK)
    assert len(view.cards) == 2
    assert view.cards is not before
    assert chips(view.cards[0])


def test_an_archive_that_can_only_be_read_offers_no_changes(view: EventView) -> None:
    card = ClaimCard(view.cards[0].claim, "1944", "", read_only=True, parent=view)
    assert not card.marks["who_mark"].isEnabled()
    assert Sameness(card.claim.link.who_mark) is Sameness.UNMARKED


def test_the_tab_key_goes_as_the_eye_does(view: EventView, desk: Desk, station: Event, qtbot: QtBot) -> None:
    events.edit_event(desk.archive, station.id, note="спорно")
    qtbot.waitUntil(lambda: "спорно" in texts(view))
    assert view.head is not None
    wanted = [
        view.head.verdict_button,
        *view.cards[0].tab_order(),
        *view.cards[1].tab_order(),
        view.notes.line,
    ]
    reached: list[QWidget] = []
    at: QWidget | None = view
    while at is not None and len(reached) < 500:
        reached.append(at)
        at = at.nextInFocusChain()
        at = None if at is view else at
    assert [each for each in reached if each in wanted] == wanted


def test_a_stated_date_that_others_contradict_shows_it_though_it_agrees_with_the_event(
    view: EventView, desk: Desk, station: Event, qtbot: QtBot
) -> None:
    events.edit_event(desk.archive, station.id, when="1944-10")
    qtbot.waitUntil(
        lambda: "October 1944" in texts(view) and view.dates is not None and len(chips(view.dates)) == 4
    )
    assert view.dates is not None
    assert [kind for _words, kind in chips(view.dates)] == ["more precise", "against"] * 2


def test_people_units_and_places_lead_to_their_pages(
    session: Session, station: Event, view: EventView, qtbot: QtBot
) -> None:
    corps, brigade, belgrade = (
        authorities.add_authority(session.archive, kind, name).authority.id
        for kind, name in (
            (AuthorityKind.UNIT, "12. korpus"),
            (AuthorityKind.UNIT, "1. brigada"),
            (AuthorityKind.PLACE, "Beograd"),
        )
    )
    authorities.point_event(session.archive, station.id, belgrade)
    late, early = card_of(view, "1944-10-20").claim.link, card_of(view, "1944-10-15").claim.link
    authorities.point_link(session.archive, late.id, corps)
    authorities.point_link(session.archive, early.id, brigade)
    qtbot.waitUntil(lambda: "1. brigada" in texts(card_of(view, "1944-10-15")))
    assert "Another claim names another unit." in texts(card_of(view, "1944-10-20"))
    assert view.head is not None
    assert "Београд" not in texts(view.head)  # its record stands there instead
    link = next(found for found in view.findChildren(LinkLabel) if found.text() == "Beograd")
    with qtbot.waitSignal(view.authority_requested) as asked:
        QTest.keyClick(link, Qt.Key.Key_Return)
    assert asked.args == [belgrade]
    claims.mark_claim(session.archive, late.id, who=Sameness.SAME)
    qtbot.waitUntil(lambda: "Another claim" not in texts(card_of(view, "1944-10-20")))
