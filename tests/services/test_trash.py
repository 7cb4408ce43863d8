"""What was deleted comes back whole."""

import pytest

from archive_app.core.errors import Conflict, NotFound, UserError
from archive_app.core.records import Annotation, Photo, Source, Tag, Text
from archive_app.services import annotating, collections, events, history, searches, sources, tagging, trash
from archive_app.services.archives import Archive
from archive_app.services.trash import Trashed
from helpers.desk import Desk, request
from helpers.records import contents


def titles(archive: Archive) -> list[str]:
    return [item.title for item in trash.list_trash(archive)]


def only(archive: Archive) -> Trashed:
    (item,) = trash.list_trash(archive)
    return item


def test_a_source_comes_back_with_all_that_hung_on_it_and_is_found_again(desk: Desk) -> None:
    archive, source = desk.archive, desk.latin.source
    event = events.add_event(archive, "Zapis")
    made = desk.mark(desk.latin, "Pekar Ilija", note="ko je?", tags=["ljudi"])
    events.link(archive, made.id, event.id)
    annotating.annotate_record(archive, source, note="za izložbu")
    before, hits = contents(archive.store), desk.found("Kalemegdan")
    sources.remove_source(archive, source.id)
    assert len(desk.found("Kalemegdan")) < len(hits)

    item = only(archive)
    assert (item.title, item.kind, item.action) == (
        source.title,
        "Source",
        f"Delete “{source.title}”",
    )
    inside = trash.inside(archive, item)
    assert (inside.counts["annotations"], inside.counts["links"], inside.counts["texts"]) == (2, 1, 1)
    assert "2 annotations" in inside.words()

    restored = trash.restore(archive, [item.id])
    assert restored.ids == (source.id,)
    assert contents(archive.store) == before
    assert trash.list_trash(archive) == []
    assert desk.found("Kalemegdan") == hits
    assert sources.read_source(archive, source.id) == desk.latin

    history.undo(archive)
    assert titles(archive) == [source.title]
    history.redo(archive)
    assert contents(archive.store) == before


def test_every_kind_that_a_person_deletes_is_listed_last_deleted_first(desk: Desk) -> None:
    archive = desk.archive
    made = desk.mark(desk.latin, "Pekar Ilija", tags=["ljudi"])
    event = events.add_event(archive, "Zapis")
    group = collections.add_collection(archive, "Reke")
    collections.add_to_collection(archive, group.id, event)
    saved = searches.save_search(archive, "Skela", request("skela"))
    photo = archive.store.list(Photo)[0]
    before = contents(archive.store)
    with archive.operation("Delete all"):
        archive.store.delete(Photo, photo.id)
    annotating.remove_annotation(archive, made.id)
    tagging.remove_tag(archive, tagging.find_tag(archive, "ljudi").id)
    events.remove_event(archive, event.id)
    collections.remove_collection(archive, group.id)
    searches.remove_search(archive, saved.id)
    assert titles(archive) == [
        "Skela",
        "Reke",
        "Zapis",
        "ljudi",
        "Pekar Ilija",
        " ".join(photo.caption.split()),
    ]
    trash.restore(archive, [item.id for item in reversed(trash.list_trash(archive))])
    assert contents(archive.store) == before


def test_what_was_taken_back_is_not_in_the_trash(desk: Desk) -> None:
    made = desk.mark(desk.latin, "Pekar Ilija")
    history.undo(desk.archive)
    assert titles(desk.archive) == []
    history.redo(desk.archive)
    annotating.remove_annotation(desk.archive, made.id)
    assert titles(desk.archive) == ["Pekar Ilija"]
    history.undo(desk.archive)
    assert titles(desk.archive) == []
    history.redo(desk.archive)
    assert titles(desk.archive) == ["Pekar Ilija"]


def test_an_annotation_brings_back_the_source_that_it_stood_in(desk: Desk) -> None:
    archive = desk.archive
    made = desk.mark(desk.latin, "Pekar Ilija", note="ko je?")
    annotating.remove_annotation(archive, made.id)
    sources.remove_source(archive, desk.latin.source.id)
    item = trash.list_trash(archive)[1]
    assert trash.inside(archive, item).stood_on == (desk.latin.source.title,)
    restored = trash.restore(archive, [item.id])
    assert set(restored.ids) == {made.id, desk.latin.source.id}
    assert annotating.get_annotation(archive, made.id).annotation == made
    history.undo(archive)
    assert len(trash.list_trash(archive)) == 2


def test_what_stood_on_something_that_is_gone_for_good_is_refused_plainly(archive: Archive) -> None:
    event = events.add_event(archive, "Zapis")
    note = annotating.annotate_record(archive, event, note="sumnjivo")
    annotating.remove_annotation(archive, note.id)
    # As after a going back in an archive that was put together from two: the event is not there, nor in the trash.
    events.remove_event(archive, event.id)
    archive.store.execute("UPDATE operations SET undone = 1 WHERE number = 4")
    before = contents(archive.store)
    with pytest.raises(UserError, match="not in the trash"):
        trash.restore(archive, [note.id])
    assert contents(archive.store) == before


def test_a_name_that_is_taken_is_a_conflict_and_changes_nothing(desk: Desk) -> None:
    desk.mark(desk.latin, "Pekar Ilija", tags=["ljudi"])
    tag = tagging.find_tag(desk.archive, "ljudi")
    tagging.remove_tag(desk.archive, tag.id)
    desk.mark(desk.cyrillic, "Железничку станицу", tags=["ljudi"])
    before = contents(desk.archive.store)
    with pytest.raises(Conflict, match="another one of that name"):
        trash.restore(desk.archive, [tag.id])
    assert contents(desk.archive.store) == before


def test_a_tag_comes_back_only_where_its_annotations_still_are(desk: Desk) -> None:
    archive = desk.archive
    stays = desk.mark(desk.latin, "Pekar Ilija", tags=["ljudi"])
    goes = desk.mark(desk.cyrillic, "Железничку станицу", tags=["ljudi"])
    tag = tagging.find_tag(archive, "ljudi")
    tagging.remove_tag(archive, tag.id)
    annotating.remove_annotation(archive, goes.id)
    trash.restore(archive, [tag.id])
    assert archive.store.list(Tag) == [tag]
    assert annotating.get_annotation(archive, stays.id).tag_names == ["ljudi"]
    trash.restore(archive, [goes.id])
    assert annotating.get_annotation(archive, goes.id).tag_names == []


def test_several_come_back_as_one_action(desk: Desk) -> None:
    made = [desk.mark(desk.latin, quote) for quote in ("Pekar Ilija", "Železničku stanicu")]
    for annotation in made:
        annotating.remove_annotation(desk.archive, annotation.id)
    trash.restore(desk.archive, [annotation.id for annotation in made])
    assert history.history(desk.archive, 1)[0].name == "Restore “Pekar Ilija and 1 more”"
    assert desk.archive.store.list(Annotation) == made
    history.undo(desk.archive)
    assert len(titles(desk.archive)) == 2


def test_what_is_not_in_the_trash_is_told(desk: Desk) -> None:
    with pytest.raises(NotFound, match="nothing with the id"):
        trash.restore(desk.archive, [desk.latin.source.id])
    with pytest.raises(UserError, match="Nothing is chosen"):
        trash.restore(desk.archive, [])
    assert len(desk.archive.store.list(Source)) == 2
    assert len(desk.archive.store.list(Text)) == 2


def test_going_back_and_forth_leaves_in_the_trash_what_was_deleted(desk: Desk) -> None:
    archive = desk.archive
    made = [desk.mark(desk.latin, quote) for quote in ("Pekar Ilija", "Železničku stanicu")]
    point = history.history(archive, 1)[0].number
    for annotation in made:
        annotating.remove_annotation(archive, annotation.id)
    history.go_back_to(archive, point)
    assert titles(archive) == []
    history.undo(archive)
    assert titles(archive) == ["Železničku stanicu", "Pekar Ilija"]
    history.go_back_to(archive, 0)
    assert titles(archive) == []
    history.undo(archive)
    trash.restore(archive, [made[0].id])
    assert titles(archive) == ["Železničku stanicu"]
