"""The page of an event: what each source claims, and how that agrees."""

import pytest

from archive_app.core.agreement import Agreement
from archive_app.core.errors import NotFound
from archive_app.core.ids import new_id
from archive_app.core.records import Annotation, Event, Photo, Region, Sameness
from archive_app.services import annotating, claims, events, history, verdicts
from archive_app.services.history_details import details
from helpers.desk import Desk


@pytest.fixture
def station(desk: Desk) -> Event:
    """The station was taken on one day by the one source, and on another by the other."""
    event = events.add_event(desk.archive, "Zauzimanje stanice", when="1944-10-20")
    late = desk.mark(desk.latin, "Železničku stanicu zauzeli su borci u zoru 20. oktobra")
    early = desk.mark(desk.cyrillic, "Железничку станицу су борци заузели 15. октобра пред вече")
    events.link(
        desk.archive, late.id, event.id, says_when="1944-10-20 dawn", says_who="borci", says_where="stanica"
    )
    events.link(desk.archive, early.id, event.id, says_when="1944-10-15", says_who="борци")
    return event


def test_each_claim_is_weighed_against_the_event_and_against_the_others(desk: Desk, station: Event) -> None:
    page = claims.event_page(desk.archive, station.id)
    assert {
        one.claim.source.title: (one.agreement, one.against) for one in page.claims if one.claim.source
    } == {
        "Grad pod tvrđavom": (Agreement.MORE_PRECISE, ("1944-10-15",)),
        "Дани под бедемом": (Agreement.CONFLICT, ("1944-10-20 dawn",)),
    }
    assert [(date.when, date.sources, date.claims) for date in page.dates] == [
        ("1944-10-20 dawn", ("Grad pod tvrđavom",), 1),
        ("1944-10-15", ("Дани под бедемом",), 1),
    ]
    assert page.has_conflict


def test_a_verdict_weighs_the_claims_anew(desk: Desk, station: Event) -> None:
    verdicts.give_verdict(desk.archive, station.id, when="15.10.1944", reason="dnevnik")
    page = claims.event_page(desk.archive, station.id)
    assert {one.link.says_when: one.agreement for one in page.claims} == {
        "1944-10-15": Agreement.SAME,
        "1944-10-20 dawn": Agreement.CONFLICT,
    }
    assert [held.when for held in page.held] == ["1944-10-15", "1944-10-20"]


def test_without_dates_nothing_is_in_conflict(desk: Desk) -> None:
    event = events.add_event(desk.archive, "Zauzimanje stanice")
    made = desk.mark(desk.latin, "u zoru 20. oktobra")
    events.link(desk.archive, made.id, event.id, says_where="stanica")
    page = claims.event_page(desk.archive, event.id)
    assert ([one.agreement for one in page.claims], page.dates, page.has_conflict) == ([None], (), False)
    with pytest.raises(NotFound):
        claims.event_page(desk.archive, "nothing")


def test_a_claim_is_cited_with_its_paragraphs(desk: Desk, station: Event) -> None:
    page = claims.event_page(desk.archive, station.id)
    cited = dict(
        zip([one.link.says_when for one in page.claims], claims.cited(desk.archive, page.claims), strict=True)
    )
    assert cited["1944-10-15"] == "Дани под бедемом, ¶ 5."
    assert cited["1944-10-20 dawn"] == "Grad pod tvrđavom, ¶ 5."


def test_a_claim_over_several_paragraphs_names_the_first_and_the_last(desk: Desk) -> None:
    event = events.add_event(desk.archive, "Jutro")
    text = desk.latin.text
    first, second = desk.latin.passages[1:3]
    made = annotating.annotate(desk.archive, text.id, type(first.span)(first.start + 3, second.start + 5))
    events.link(desk.archive, made.id, event.id)
    assert claims.cited(desk.archive, claims.event_page(desk.archive, event.id).claims) == [
        "Grad pod tvrđavom, ¶¶ 2–3."
    ]


def test_the_caption_of_a_photo_is_a_claim_too(desk: Desk) -> None:
    event = events.add_event(desk.archive, "Prelaz", when="1944-10")
    photo = Photo(id=new_id(), caption="Mornari na kaldrmi, oktobar 1944.", source_id=desk.latin.source.id)
    region = Region(id=new_id(), photo_id=photo.id, left=0.1, top=0.1, width=0.5, height=0.5)
    whole = Annotation(id=new_id(), photo_id=photo.id, note="dan se ne zna")
    part = Annotation(id=new_id(), region_id=region.id, note="brod")
    with desk.archive.operation("Add a photo"):
        for record in (photo, region, whole, part):
            desk.archive.store.insert(record)
    for annotation in (whole, part):
        events.link(desk.archive, annotation.id, event.id, says_when="1944-10")
    page = claims.event_page(desk.archive, event.id)
    assert [(one.quote, one.photo, one.agreement) for one in page.claims] == [
        (photo.caption, photo, Agreement.SAME)
    ] * 2
    assert claims.cited(desk.archive, page.claims)[0].startswith(
        "Mornari na kaldrmi, oktobar 1944. Grad pod tvrđavom"
    )


def test_a_person_marks_what_differs_and_takes_it_back(desk: Desk, station: Event) -> None:
    link = claims.event_page(desk.archive, station.id).claims[0].link
    marked = claims.mark_claim(desk.archive, link.id, who=Sameness.DIFFERS)
    assert (marked.who_mark, marked.where_mark) == (Sameness.DIFFERS, Sameness.UNMARKED)
    both = claims.mark_claim(desk.archive, link.id, where=Sameness.SAME)
    assert (both.who_mark, both.where_mark) == (Sameness.DIFFERS, Sameness.SAME)
    (told,) = details(desk.archive, history.history(desk.archive)[0].number).records
    assert [(field.label, field.before, field.after) for field in told.fields] == [
        ("The place", "", "the same")
    ]
    history.undo(desk.archive)
    assert desk.archive.store.get(type(link), link.id) == marked
    with pytest.raises(NotFound):
        claims.mark_claim(desk.archive, "nothing", who=Sameness.SAME)


def test_a_source_that_gives_two_dates_is_told_from_sources_that_differ(desk: Desk) -> None:
    event = events.add_event(desk.archive, "Napad", when="1944-10-20")
    for quote, when in (("u zoru 20. oktobra", "1944-10-20"), ("Železničku stanicu", "1944-10-14")):
        events.link(desk.archive, desk.mark(desk.latin, quote).id, event.id, says_when=when)
    page = claims.event_page(desk.archive, event.id)
    assert (page.has_conflict, page.is_doubled) == (False, True)
    assert {date.when: (date.against, date.beside) for date in page.dates} == {
        "1944-10-20": ((), ("1944-10-14",)),
        "1944-10-14": ((), ("1944-10-20",)),
    }


def test_a_date_that_is_no_contradiction_shows_what_is_computed_and_what_was_said(
    desk: Desk, station: Event
) -> None:
    (early,) = [
        one.link
        for one in claims.event_page(desk.archive, station.id).claims
        if one.link.says_when == "1944-10-15"
    ]
    claims.mark_claim(desk.archive, early.id, when=Sameness.SAME)
    page = claims.event_page(desk.archive, station.id)
    assert not page.has_conflict
    assert {date.when: (date.agreement, date.is_settled) for date in page.dates} == {
        "1944-10-15": (Agreement.CONFLICT, True),
        "1944-10-20 dawn": (Agreement.MORE_PRECISE, True),
    }
