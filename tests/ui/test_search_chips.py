"""Switches for the ways in which words were found, and chips for what the results are narrowed to."""

import pytest
from pytestqt.qtbot import QtBot

from archive_app.core.hits import Facet, Tier, WordCount
from archive_app.ui.search_chips import NarrowedChips, TierChips, counts_of, forms_of

WORDS = (
    WordCount(
        "Kalemegdan",
        21,
        (("kalemegdan", Tier.EXACT, 12), ("kalemegdana", Tier.WORD, 7), ("kalemegdanu", Tier.WORD, 1234)),
    ),
    WordCount("kula", 4, (("kule", Tier.WORD, 4),)),
)


@pytest.fixture
def chips(qtbot: QtBot) -> TierChips:
    made = TierChips()
    qtbot.addWidget(made)
    made.show()
    return made


def test_each_way_is_counted_over_all_words() -> None:
    counts = counts_of(WORDS)
    assert counts[Tier.EXACT] == 12
    assert counts[Tier.WORD] == 1245
    assert counts[Tier.RELATED] == 0


def test_the_forms_are_listed_word_by_word() -> None:
    assert forms_of(WORDS, Tier.WORD) == ["Kalemegdan: kalemegdana 7, kalemegdanu 1,234", "kula: kule 4"]
    assert forms_of(WORDS, Tier.RELATED) == []
    many = WordCount("grad", 40, tuple((f"grad{n}", Tier.WORD, 1) for n in range(40)))
    assert forms_of((many,), Tier.WORD)[0].endswith("and 16 more")


def test_a_switch_says_how_much_it_stands_for(chips: TierChips) -> None:
    chips.show_words(WORDS[:1], 21)
    assert chips.chips[Tier.EXACT].text() == "as typed 12"
    assert chips.chips[Tier.WORD].text() == "other form 1,241"
    assert "kalemegdanu 1,234" in chips.chips[Tier.WORD].toolTip()
    assert chips.chips[Tier.RELATED].text() == "related word"
    assert not chips.chips[Tier.SPELLING].isVisible()


def test_other_names_have_a_switch_where_they_were_found(chips: TierChips, qtbot: QtBot) -> None:
    assert not chips.chips[Tier.NAME].isVisible()
    other = WordCount("Stettner", 3, (("stettnera", Tier.NAME, 3),), is_name=True)
    chips.show_words((WORDS[0], other), 24)
    assert chips.chips[Tier.NAME].isVisible()
    assert "Stettner: stettnera 3" in chips.chips[Tier.NAME].toolTip()
    with qtbot.waitSignal(chips.changed):
        chips.chips[Tier.NAME].click()
    assert chips.tiers() == frozenset(Tier) - {Tier.NAME}


@pytest.mark.parametrize(("words", "total"), [(WORDS, 4), (WORDS[:1], 3)], ids=["two words", "narrowed"])
def test_no_figure_is_larger_than_the_results_that_it_stands_beside(
    chips: TierChips, words: tuple[WordCount, ...], total: int
) -> None:
    chips.show_words(words, total)
    assert chips.chips[Tier.EXACT].text() == "as typed"
    assert chips.chips[Tier.WORD].text() == "other form"
    assert "kalemegdanu 1,234" in chips.chips[Tier.WORD].toolTip()


def test_what_is_switched_off_keeps_its_count_and_can_be_switched_on(chips: TierChips, qtbot: QtBot) -> None:
    chips.show_words(WORDS[:1], 21)
    with qtbot.waitSignal(chips.changed):
        chips.chips[Tier.WORD].click()
    chips.show_words((WordCount("Kalemegdan", 12, WORDS[0].forms[:1]),), 12)
    assert chips.tiers() == frozenset(Tier) - {Tier.WORD}
    assert chips.chips[Tier.WORD].text() == "other form 1,241"
    assert chips.chips[Tier.WORD].font().strikeOut()
    with qtbot.waitSignal(chips.changed):
        chips.chips[Tier.WORD].click()
    assert not chips.is_narrowed()


def test_there_is_always_a_way_to_find_a_word(chips: TierChips, qtbot: QtBot) -> None:
    chips.only(Tier.EXACT)
    assert chips.tiers() == {Tier.EXACT}
    with qtbot.waitSignal(chips.changed):
        chips.chips[Tier.EXACT].click()
    assert chips.tiers() == frozenset(Tier) - {Tier.EXACT}


def test_further_ways_are_counted_on_their_button(chips: TierChips, qtbot: QtBot) -> None:
    assert chips.also.text() == "+"
    with qtbot.waitSignal(chips.changed):
        chips.ijekavian.trigger()
    with qtbot.waitSignal(chips.changed):
        chips.foreign.trigger()
    assert chips.also.text() == "+ 2"
    chips.allow(Tier)
    assert not chips.ijekavian.isChecked()


def test_a_chip_takes_a_value_off(qtbot: QtBot) -> None:
    chips = NarrowedChips()
    qtbot.addWidget(chips)
    labels = {(Facet.SOURCE, "s1"): "Dnevnik & pisma", (Facet.YEAR, "1944"): "1944"}
    chips.show_narrowed({Facet.SOURCE: {"s1"}, Facet.YEAR: {"1944"}}, labels)
    assert [chip.text() for chip in chips.chips] == ["Dnevnik && pisma", "1944", "clear all"]
    with qtbot.waitSignal(chips.removed) as removed:
        chips.chips[0].click()
    assert removed.args == [Facet.SOURCE, "s1"]
    with qtbot.waitSignal(chips.cleared):
        chips.chips[-1].click()
    chips.show_narrowed({}, labels)
    assert chips.chips == []
    assert not chips.isVisible()
