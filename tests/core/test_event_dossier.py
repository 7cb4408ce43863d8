"""What is worked out from the records of a dossier: which dates differ, and what is drawn of an event."""

from dataclasses import replace

from archive_app.core.disagreement import Statement, standings
from archive_app.core.dossier import Excerpt
from archive_app.core.event_dossier import EventChapter, StatedClaim, picture_of
from archive_app.core.kinds import Sameness, Script
from archive_app.core.records import Annotation, Event, Link, Source

NOTHING = Excerpt(title="", script=Script.LATIN, paragraphs=(), citation=())


def chapter(held: str, *said: tuple[str, str], mark: Sameness = Sameness.UNMARKED) -> EventChapter:
    """An event of which sources, by their titles, give dates; the mark is on the last of them."""
    marks = [Sameness.UNMARKED] * (len(said) - 1) + [mark]
    statements = [Statement(title, when, marked) for (title, when), marked in zip(said, marks, strict=False)]
    claims = tuple(
        StatedClaim(
            number=number,
            link=Link(id=f"l{number}", annotation_id="a", event_id="e", says_when=one.when),
            annotation=Annotation(id="a"),
            source=Source(id=one.voice, title=one.voice),
            text=None,
            photo=None,
            quote="",
            passages=None,
            standing=standing,
            citation="",
            excerpt=NOTHING,
        )
        for number, (one, standing) in enumerate(zip(statements, standings(held, statements), strict=True))
    )
    return EventChapter(event=Event(id="e", title="Pad stanice", when=held), claims=claims)


def drawn(made: EventChapter, *parts: EventChapter) -> dict[str, list[tuple[str, list[bool]]]]:
    """The titles in each lane, each with whether its dates differ."""
    return {
        lane.title: [(entry.title, [said.differs for said in entry.said]) for entry in lane.entries]
        for lane in picture_of(made, parts)
    }


def test_the_date_that_the_event_bears_out_does_not_differ() -> None:
    assert chapter("1944-10-20", ("Borba", "1944-10-20"), ("Дани", "1944-10-15")).differing() == {
        "1944-10-15"
    }


def test_where_the_event_leaves_room_for_both_both_differ() -> None:
    both = {"1944-10-20", "1944-10-15"}
    assert chapter("1944-10", *((when, when) for when in both)).differing() == both
    assert chapter("", *((when, when) for when in both)).differing() == both


def test_two_dates_of_one_source_and_what_a_person_settled_do_not_differ() -> None:
    assert chapter("1944-10", ("Дани", "1944-10-15"), ("Дани", "1944-10-20")).differing() == set()
    settled = chapter("1944-10-20", ("Дани", "1944-10-15"), mark=Sameness.SAME)
    assert settled.differing() == set()
    assert not settled.is_disputed


def test_the_picture_shows_the_event_its_parts_and_each_date_with_its_sources() -> None:
    made = chapter("1944-10-20", ("Borba", "1944-10-20"), ("Glas", "1944-10-20"), ("Дани", "1944-10-15"))
    part = replace(chapter("1944-10-19"), event=Event(id="p", title="Juriš", when="1944-10-19"))
    assert drawn(made, part) == {
        "The event": [("Pad stanice", [False, True])],
        "Its parts": [("Juriš", [])],
        "What the sources say": [("Дани", [True]), ("Borba · Glas", [False])],
    }


def test_an_event_without_a_date_of_its_own_is_drawn_by_what_the_sources_say() -> None:
    made = chapter("", ("Borba", "1944-10-20"), ("Дани", "1944-10-15"))
    assert list(drawn(made)) == ["What the sources say"]


def test_where_there_is_nothing_to_compare_there_is_no_picture() -> None:
    assert drawn(chapter("1944-10-20", ("Borba", "1944-10-20"))) == {}
    assert drawn(chapter("", ("Borba", ""))) == {}
    assert drawn(chapter("")) == {}
