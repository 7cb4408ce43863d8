"""Which events a passage may speak of: dates, shared words, and what is linked beside it."""

import random

import pytest

from archive_app.core.agreement import Agreement
from archive_app.core.proposals import Candidate, KnownEvent, Nearness, Ranking, Telling, Word


def words(text: str) -> tuple[Word, ...]:
    """Each word is its own key; one with a capital is a name, one in figures a number."""
    return tuple(
        Word(word, place, frozenset((f"#{word}" if word.isdigit() else word.lower(),)), word[0].isupper())
        for place, word in enumerate(text.split())
    )


def event(name: str, date: str = "", text: str = "") -> KnownEvent:
    return KnownEvent(name, (date,) if date else (), (), (words(text),))


EVENTS = [
    event("station", "1944-10-20", "zauzeta stanica"),
    event("bridge", "1944-10-20", "most na Savi"),
    event("siege", "1944-10-20", "opsada Kalemegdan"),
    event("attack", "1944-10-14", "napad grad 21 divizija"),
    event("autumn", "1944-10", "borbe grad"),
    event("undated", "", "zauzeta Avala"),
]


def ranked(when: str, text: str, **options: object) -> list[Candidate]:
    return Ranking(EVENTS, {}, 40).candidates(Telling(when, words(text)), **options)  # type: ignore[arg-type]


def names(found: list[Candidate]) -> list[str]:
    return [one.event_id for one in found]


def test_the_same_date_comes_before_a_date_that_only_contains_it() -> None:
    found = ranked("1944-10-14", "jutro")
    assert names(found) == ["attack", "autumn"]
    assert [one.agreement for one in found] == [Agreement.SAME, Agreement.MORE_PRECISE]
    assert found[0].score > 2 * found[1].score


def test_among_the_events_of_a_day_shared_words_decide() -> None:
    assert names(ranked("1944-10-20", "tenkovi kod most"))[0] == "bridge"
    assert names(ranked("1944-10-20", "zauzeta je stanica"))[0] == "station"


def test_an_event_is_proposed_although_the_sources_date_it_differently() -> None:
    first = ranked("1944-10-15", "tenkovi zauzeta stanica")[0]
    assert (first.event_id, first.agreement, first.days_off) == ("station", Agreement.CONFLICT, 5)
    assert first.shared == ("stanica", "zauzeta")


def test_a_date_that_is_only_near_is_no_reason_by_itself() -> None:
    assert "attack" not in names(ranked("1944-10-15", "jutro"))
    assert "attack" in names(ranked("1944-10-15", "jutro divizija"))


def test_what_is_years_off_is_no_candidate_for_one_word() -> None:
    assert names(ranked("1912-10-20", "zauzeta stanica")) == ["undated"]


def test_a_name_counts_for_more_than_a_word_and_a_number_for_less() -> None:
    score = {text: ranked("", text)[0].score for text in ("Kalemegdan", "opsada", "21")}
    assert score["Kalemegdan"] > score["opsada"] > score["21"]
    assert ranked("", "Kalemegdan")[0].names == ("Kalemegdan",)


def test_a_name_that_begins_a_sentence_is_known_from_the_event() -> None:
    begins = Word("Kalemegdan", 0, frozenset(("kalemegdan",)), is_name=False)
    (found,) = Ranking(EVENTS, {}, 40).candidates(Telling("", (begins,)))
    assert (found.event_id, found.names) == ("siege", ("Kalemegdan",))


def test_words_that_many_events_or_many_sentences_have_say_little() -> None:
    rare, common = ranked("", "stanica")[0], ranked("", "zauzeta")[0]
    assert rare.score > common.score
    often = Ranking(EVENTS, {"stanica": 20}, 40).candidates(Telling("", words("stanica")))
    assert often == [] or often[0].score < rare.score / 2


def test_words_of_another_date_of_the_sentence_count_little() -> None:
    ranking = Ranking(EVENTS, {}, 40)
    own = ranking.candidates(Telling("1944-10-20", words("opsada Kalemegdan"), words("most na Savi")))
    assert names(own)[:2] == ["siege", "bridge"]
    assert own[0].score > own[1].score + 1


def test_what_is_linked_beside_a_passage_or_told_next_elsewhere_is_a_little_likelier() -> None:
    plain = {one.event_id: one.score for one in ranked("1944-10-20", "jutro")}
    near = ranked("1944-10-20", "jutro", nearness={"siege": Nearness.FOLLOWS, "gone": Nearness.LINKED})
    assert near[0].event_id == "siege"
    assert near[0].nearness is Nearness.FOLLOWS
    assert near[0].score == pytest.approx(plain["siege"] + 0.15)


def test_refused_events_are_left_out_and_no_more_than_wanted_are_given() -> None:
    assert names(ranked("1944-10-20", "stanica", refused=["station"]))[0] != "station"
    assert len(ranked("1944-10-20", "stanica", most=2)) == 2


def test_a_passage_without_a_date_needs_several_words_that_say_it() -> None:
    ranking = Ranking(EVENTS, {}, 40)
    assert ranking.told_without_date(Telling("", words("Kalemegdan"))) == []
    assert ranking.told_without_date(Telling("1944-10-14", words("jutro"))) == []
    (found,) = ranking.told_without_date(Telling("1944-10-20", words("opsada oko Kalemegdan")))
    assert (found.event_id, found.agreement) == ("siege", None)
    assert ranking.told_without_date(Telling("1912-10-20", words("opsada oko Kalemegdan"))) == []
    assert ranking.told_without_date(Telling("", words("opsada oko Kalemegdan")), refused=["siege"]) == []


def test_the_nearest_of_the_dates_that_an_event_has_counts() -> None:
    events = [KnownEvent("station", ("1944-10-20", "1944-10-15"), (), (words("stanica"),))]
    (found,) = Ranking(events, {}, 10).candidates(Telling("1944-10-15", words("jutro")))
    assert found.agreement is Agreement.SAME


def test_a_date_of_an_unknown_year_is_no_obstacle() -> None:
    found = ranked("XXXX-10-20", "zauzeta stanica")
    assert found[0].event_id == "station"


def test_a_word_of_the_title_tells_events_apart_that_the_same_sentence_tells() -> None:
    sentence = words("divizija prema Avala i Kalemegdan i Banjica")
    events = [KnownEvent(name, ("1944-10-14",), words(name), (sentence,)) for name in ("Avala", "Kalemegdan")]
    first, second = Ranking(events, {}, 40).candidates(Telling("", words("opsada Kalemegdan")))
    assert first.event_id == "Kalemegdan"
    assert first.score > second.score


def test_events_that_one_passage_tells_do_not_make_its_words_common() -> None:
    sentence = words("opsada tvrdjava")
    alone = [KnownEvent("siege", (), (), (sentence,)), EVENTS[0]]
    shared = [KnownEvent(name, (), (), (sentence,)) for name in ("siege", "march", "fire")]
    telling = Telling("", words("opsada"))
    first, *others = Ranking(shared, {}, 40).candidates(telling)
    assert len(others) == 2
    assert first.score == pytest.approx(Ranking(alone, {}, 40).candidates(telling)[0].score)


DATES = [
    "",
    "1944-10-20",
    "1944-10~",
    "1944-11-20",
    "1944",
    "194X",
    "1943?/1945",
    "[1943,1945]",
    "XXXX-10-20",
    "/1944",
]


@pytest.mark.parametrize("seed", range(20))
def test_the_first_ones_are_the_same_however_many_are_wanted(seed: int) -> None:
    chance = random.Random(seed)
    known = [
        KnownEvent(
            str(number),
            tuple(chance.sample(DATES, chance.randrange(3))),
            words(" ".join(chance.choices("Grad most reka 21 Sava napad".split(), k=chance.randrange(3)))),
            (words(" ".join(chance.choices("zora tenk Most 21 reka divizija".split(), k=5))),),
        )
        for number in range(40)
    ]
    ranking = Ranking(known, {"most": 7}, 40)
    for when in DATES:
        said = Telling(when, words("most zora Sava"), words("21 napad tenk"))
        near = {"3": Nearness.LINKED, "5": Nearness.FOLLOWS}
        every = ranking.candidates(said, near, ["7"], 40)
        assert [ranking.candidates(said, near, ["7"], most) for most in (1, 3, 5)] == [
            every[:1],
            every[:3],
            every[:5],
        ]
        assert len(every) > 5
