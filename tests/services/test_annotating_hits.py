"""All chosen hits are annotated at once, after a look at what would be done, and undone in one step."""

from pathlib import Path

import pytest

from archive_app.core.errors import NotFound, UserError
from archive_app.core.hits import Hit, RecordKind
from archive_app.core.progress import Cancelled, Progress
from archive_app.core.records import Annotation, Colour
from archive_app.core.spans import Span, anchor
from archive_app.services import annotating, events, history, sources, tagging
from archive_app.services.annotating_hits import annotate_hits, plan_annotations
from archive_app.services.importing import Details, import_files
from helpers.desk import Desk


def passages(desk: Desk, query: str) -> tuple[Hit, ...]:
    return desk.hits(query, kinds=[RecordKind.PASSAGE])


def test_every_hit_is_marked_on_its_first_words_in_one_operation(desk: Desk) -> None:
    hits = passages(desk, "Kalemegdan")
    event = events.add_event(desk.archive, "Opsada")
    before = len(history.history(desk.archive))
    made = annotate_hits(
        desk.archive, hits, colour=Colour.BLUE, note="bedem ", tags=["mesta"], event_id=event.id
    )
    assert len(made) == len(hits) == 6
    for annotation_id, hit in zip(made, hits, strict=True):
        found = annotating.get_annotation(desk.archive, annotation_id)
        annotation = found.annotation
        assert (annotation.text_id, annotation.colour, annotation.note) == (
            hit.record_id,
            Colour.BLUE,
            "bedem",
        )
        assert "алемегдан" in annotation.quote or "alemegdan" in annotation.quote
        reading = desk.latin if hit.source_id == desk.latin.source.id else desk.cyrillic
        assert annotation.span is not None
        anchored = anchor(reading.letters, annotation.span)
        assert (annotation.quote, annotation.prefix, annotation.suffix) == (
            anchored.quote,
            anchored.prefix,
            anchored.suffix,
        )
        assert found.tag_names == ["mesta"]
        assert [link.event_id for link in found.links] == [event.id]
    actions = history.history(desk.archive)
    assert (len(actions), actions[0].name) == (before + 1, "Annotate what was found (6)")
    history.undo(desk.archive)
    assert desk.archive.store.list(Annotation) == []
    assert tagging.list_tags(desk.archive) == []
    history.redo(desk.archive)
    assert len(desk.found("bedem", kinds=[RecordKind.ANNOTATION])) == 6


def test_whole_passages_can_be_marked(desk: Desk) -> None:
    hits = passages(desk, "harmoniku")
    (annotation_id,) = annotate_hits(desk.archive, hits, whole=True)
    assert desk.archive.store.get(Annotation, annotation_id).quote == hits[0].text


def test_words_side_by_side_are_marked_together(desk: Desk) -> None:
    plan = plan_annotations(desk.archive, passages(desk, '"железничку станицу"'))
    assert {one.quote for one in plan.wanted} == {"Železničku stanicu", "Железничку станицу"}


def test_a_look_ahead_changes_nothing_and_tells_what_would_be_done(desk: Desk) -> None:
    hits = passages(desk, "Kalemegdan")
    before = len(history.history(desk.archive))
    plan = plan_annotations(desk.archive, hits, note="bedem")
    assert [one.hit for one in plan.wanted] == list(hits)
    assert plan.skipped == ()
    for one in plan.wanted:
        assert one.span == Span(
            one.hit.start + one.hit.highlights[0][0], one.hit.start + one.hit.highlights[0][1]
        )
    assert len(history.history(desk.archive)) == before


def test_what_carries_the_same_annotation_already_is_left_alone(desk: Desk) -> None:
    hits = passages(desk, "Kalemegdan")
    annotate_hits(desk.archive, hits[:2], note="bedem", tags=["mesta"])
    plan = plan_annotations(desk.archive, hits, note="bedem", tags=["MESTA"])
    assert [one.hit for one in plan.skipped] == list(hits[:2])
    assert {one.skipped for one in plan.skipped} == {"It carries the same annotation already."}
    assert len(annotate_hits(desk.archive, hits, note="bedem", tags=["mesta"])) == 4
    assert annotate_hits(desk.archive, hits, note="bedem", tags=["mesta"]) == []
    for other in (
        {"note": "bedem"},
        {"note": "zid", "tags": ["mesta"]},
        {"colour": Colour.PINK, "note": "bedem"},
    ):
        assert len(plan_annotations(desk.archive, hits, **other).wanted) == 6
    event = events.add_event(desk.archive, "Opsada")
    linked = plan_annotations(desk.archive, hits, note="bedem", tags=["mesta"], event_id=event.id)
    assert len(linked.wanted) == 6


def test_the_same_hit_chosen_twice_is_annotated_once(desk: Desk) -> None:
    (hit,) = passages(desk, "harmoniku")
    assert len(annotate_hits(desk.archive, [hit, hit], note="svirka")) == 1


def test_records_get_a_note_on_themselves_and_annotations_are_left_alone(desk: Desk, picture: Path) -> None:
    import_files(desk.archive, [picture], Details(caption="Splavar pred olujom"))
    desk.mark(desk.latin, "Pekar Ilija", note="splavar ili pekar?")
    event = events.add_event(desk.archive, "Dolazak splavara")
    sources.edit_source(desk.archive, desk.latin.source.id, creator="Stevan Splavar")
    hits = desk.hits("splavar")
    assert len(hits) == 4
    made = annotate_hits(desk.archive, hits, note="proveri", event_id=event.id)
    targets = [desk.archive.store.get(Annotation, one) for one in made]
    (photo,) = [hit.record_id for hit in hits if hit.kind is RecordKind.PHOTO]
    assert {one.photo_id or one.source_id for one in targets} == {photo, desk.latin.source.id}
    assert {one.colour for one in targets} == {None}
    assert len(made) == 2
    reasons = {
        one.hit.kind: one.skipped for one in plan_annotations(desk.archive, hits, event_id=event.id).skipped
    }
    assert reasons == {
        RecordKind.ANNOTATION: "It is an annotation already.",
        RecordKind.EVENT: "It is the event itself.",
    }
    highlight = plan_annotations(desk.archive, hits)
    assert highlight.wanted == ()
    assert sum("A highlight alone needs words" in one.skipped for one in highlight.skipped) == 3


def test_what_was_deleted_since_it_was_found_is_left_out(desk: Desk) -> None:
    hits = passages(desk, "Kalemegdan")
    sources.remove_source(desk.archive, desk.latin.source.id)
    plan = plan_annotations(desk.archive, hits, note="bedem")
    assert {one.skipped for one in plan.skipped} == {"It is no longer in the archive."}
    assert (len(plan.wanted), len(plan.skipped)) == (3, 3)
    assert len(annotate_hits(desk.archive, hits, note="bedem")) == 3


def test_an_annotation_that_says_nothing_is_refused(desk: Desk) -> None:
    hits = passages(desk, "Kalemegdan")
    with pytest.raises(UserError, match="note is empty"):
        annotate_hits(desk.archive, hits, colour=None, note=" ", tags=[" "])
    with pytest.raises(NotFound):
        annotate_hits(desk.archive, hits, event_id="nowhere")
    assert desk.archive.store.list(Annotation) == []


def test_cancelling_keeps_nothing(desk: Desk) -> None:
    class Stopped(Progress):
        def is_cancelled(self) -> bool:
            return True

    with pytest.raises(Cancelled):
        annotate_hits(desk.archive, passages(desk, "Kalemegdan"), note="bedem", progress=Stopped())
    assert desk.archive.store.list(Annotation) == []
