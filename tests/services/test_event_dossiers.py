"""The dossier of an event holds what each source claims, weighed and quoted, and the parts of the event."""

from pathlib import Path

import pytest

from archive_app.core.agreement import Agreement
from archive_app.core.dossier import Dossier
from archive_app.core.errors import NotFound, UserError
from archive_app.core.kinds import AuthorityKind, Sameness
from archive_app.core.progress import Cancelled, Progress
from archive_app.core.records import Event
from archive_app.services import annotating, authorities, claims, events, phases, photos, verdicts
from archive_app.services.event_dossiers import Which, chosen_events, make_event_dossier
from archive_app.services.exporting import export_events, export_pdf
from helpers.desk import Desk


@pytest.fixture
def station(desk: Desk) -> Event:
    """An event on which the two articles disagree, with a verdict, a note, a person and a part."""
    event = events.add_event(desk.archive, "Zauzimanje stanice", when="1944-10", place="Beograd")
    late = desk.mark(desk.latin, "u zoru 20. oktobra", note="po Vuku", tags=["datum"])
    early = desk.mark(desk.cyrillic, "15. октобра пред вече")
    events.link(desk.archive, late.id, event.id, says_when="1944-10-20 dawn", says_where="stanica")
    said = events.link(desk.archive, early.id, event.id, says_when="1944-10-15", says_who="борци")
    claims.mark_claim(desk.archive, said.id, who=Sameness.DIFFERS)
    verdicts.give_verdict(desk.archive, event.id, when="1944-10-20", reason="dnevnik bataljona")
    annotating.annotate_record(desk.archive, event, note="Proveriti u arhivu.", tags=["posao"])
    vuk = authorities.add_authority(desk.archive, AuthorityKind.PERSON, "Pismonoša Vuk", variants=["Вук"])
    authorities.point_event(desk.archive, event.id, vuk.authority.id)
    authorities.point_link(desk.archive, said.id, vuk.authority.id)
    events.add_event(desk.archive, "Juriš", when="1944-10-20 dawn", under=event.id)
    return events.get_event(desk.archive, event.id)


def titles(dossier: Dossier) -> list[tuple[str, int]]:
    return [(chapter.event.title, chapter.depth) for chapter in dossier.chapters]


def test_each_claim_is_quoted_weighed_and_cited(desk: Desk, station: Event) -> None:
    dossier = make_event_dossier(desk.archive, [station.id], author="J. Ćirić", day="2026-01-02")
    assert (dossier.title, dossier.subtitle) == ("Zauzimanje stanice", "20 October 1944, Beograd")
    assert (dossier.author, dossier.date) == ("J. Ćirić", "2026-01-02")
    late, early = dossier.chapters[0].claims
    assert [(one.number, one.standing.agreement, one.standing.against) for one in (late, early)] == [
        (1, Agreement.MORE_PRECISE, ("1944-10-15",)),
        (2, Agreement.CONFLICT, ("1944-10-20 dawn",)),
    ]
    assert (late.quote, late.passages, late.citation) == (
        "u zoru 20. oktobra",
        (5, 5),
        "Grad pod tvrđavom, ¶ 5.",
    )
    assert [note.text for note in late.excerpt.notes] == ["po Vuku"]
    assert late.tags == ("datum",)
    assert early.link.who_mark is Sameness.DIFFERS
    assert [named.authority.name for named in early.names] == ["Pismonoša Vuk"]
    marked = [piece.text for paragraph in early.excerpt.paragraphs for piece in paragraph if piece.colours]
    assert marked == ["15. октобра пред вече"]
    assert ["".join(run.text for run in entry) for entry in dossier.bibliography] == [
        "Grad pod tvrđavom.",
        "Дани под бедемом.",
    ]


def test_only_the_date_that_the_event_excludes_is_drawn_as_another_one(desk: Desk, station: Event) -> None:
    chapter = make_event_dossier(desk.archive, [station.id]).chapters[0]
    assert chapter.is_disputed
    assert chapter.differing() == {"1944-10-15"}
    events.edit_event(desk.archive, station.id, when="1944-10")
    chapter = make_event_dossier(desk.archive, [station.id]).chapters[0]
    assert chapter.differing() == {"1944-10-15", "1944-10-20 dawn"}


def test_an_event_comes_with_its_verdicts_notes_names_and_parts(desk: Desk, station: Event) -> None:
    whole, part = make_event_dossier(desk.archive, [station.id]).chapters
    assert [(held.when, held.reason) for held in whole.held] == [
        ("1944-10-20", "dnevnik bataljona"),
        ("1944-10", ""),
    ]
    assert [note.text for note in whole.notes] == ["Proveriti u arhivu."]
    assert [(named.authority.name, named.variants) for named in whole.names] == [("Pismonoša Vuk", ("Вук",))]
    assert [event.title for event in whole.parts] == ["Juriš"]
    assert (part.event.title, part.depth, part.above[-1].id) == ("Juriš", 1, station.id)


def test_several_events_stand_in_the_order_of_time_each_once(desk: Desk, station: Event) -> None:
    first = events.add_event(desk.archive, "Dolazak", when="1944-10-12")
    (part,) = [row.event for row in phases.phases_of(desk.archive, station.id)]
    dossier = make_event_dossier(desk.archive, [part.id, station.id, first.id, part.id])
    assert titles(dossier) == [("Dolazak", 0), ("Zauzimanje stanice", 0), ("Juriš", 1)]
    assert (dossier.title, dossier.subtitle) == ("Events", "3 events")
    flat = make_event_dossier(
        desk.archive, chosen_events(desk.archive, Which.ALL), with_parts=False, title="Октобар"
    )
    assert titles(flat) == [("Dolazak", 0), ("Zauzimanje stanice", 0), ("Juriš", 0)]
    assert flat.title == "Октобар"
    numbers = [claim.number for chapter in flat.chapters for claim in chapter.claims]
    assert numbers == [1, 2]


def test_the_events_on_which_sources_disagree_can_be_chosen(desk: Desk, station: Event) -> None:
    events.add_event(desk.archive, "Dolazak", when="1944-10-12")
    assert chosen_events(desk.archive, Which.CONFLICTS) == [station.id]


def test_a_photo_and_a_whole_source_can_be_claims(desk: Desk) -> None:
    event = events.add_event(desk.archive, "Povratak")
    (caption,) = photos.photos_of_source(desk.archive, desk.latin.source.id)
    for record in (caption, desk.cyrillic.source):
        note = annotating.annotate_record(desk.archive, record, note="bez datuma")
        events.link(desk.archive, note.id, event.id)
    (chapter,) = make_event_dossier(desk.archive, [event.id]).chapters
    by_photo = {claim.photo is not None: claim for claim in chapter.claims}
    assert by_photo[True].quote == caption.caption
    assert by_photo[True].excerpt.photos[0].path is None
    assert (by_photo[False].quote, by_photo[False].passages) == ("", None)
    assert by_photo[False].citation == "Дани под бедемом."


def test_an_event_without_claims_is_printed_with_what_is_known(desk: Desk, tmp_path: Path) -> None:
    event = events.add_event(desk.archive, "Povratak")
    report = export_pdf(desk.archive, tmp_path / "povratak.pdf", event_id=event.id)
    assert (report.events, report.claims, report.excerpts) == (1, 0, 0)
    assert (tmp_path / "povratak.pdf").read_bytes().startswith(b"%PDF")


def test_what_cannot_be_exported_is_said(desk: Desk, station: Event, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no event is among"):
        make_event_dossier(desk.archive, [])
    with pytest.raises(NotFound):
        make_event_dossier(desk.archive, ["nothing"])
    with pytest.raises(UserError, match=r"end it in \.pdf, \.csv, \.jsonld, \.json"):
        export_events(desk.archive, tmp_path / "dosije.docx", [station.id])
    for ending in ("csv", "jsonld"):
        with pytest.raises(UserError, match=r"only be made of events.*\.pdf"):
            export_pdf(desk.archive, tmp_path / f"dosije.{ending}", source_id=desk.latin.source.id)
    assert list(tmp_path.glob("dosije*")) == []


@pytest.mark.parametrize("ending", ["pdf", "csv", "jsonld"])
def test_a_cancelled_dossier_leaves_the_file_that_was_there(
    desk: Desk, station: Event, tmp_path: Path, ending: str
) -> None:
    class Impatient(Progress):
        def is_cancelled(self) -> bool:
            return True

    target = tmp_path / f"dosije.{ending}"
    target.write_text("ranije")
    with pytest.raises(Cancelled):
        export_events(desk.archive, target, [station.id], progress=Impatient())
    assert target.read_text() == "ranije"


@pytest.mark.parametrize("ending", ["pdf", "csv", "jsonld"])
def test_the_same_events_give_the_same_bytes(desk: Desk, station: Event, tmp_path: Path, ending: str) -> None:
    for name in ("first", "second"):
        target = tmp_path / f"{name}.{ending}"
        report = export_events(desk.archive, target, [station.id], author="J. Ćirić", day="2026-01-02")
        assert (report.events, report.claims) == (2, 2)
    assert (tmp_path / f"first.{ending}").read_bytes() == (tmp_path / f"second.{ending}").read_bytes()
