"""Undo, redo and history work across sessions."""

from archive_app.services import annotating, events, history, sources
from archive_app.services.archives import open_archive
from helpers.desk import Desk


def test_a_session_is_undone_in_the_next_one(desk: Desk) -> None:
    made = desk.mark(desk.latin, "Pekar Ilija", note="ko je?", tags=["ljudi"])
    before = annotating.get_annotation(desk.archive, made.id)
    sources.edit_source(desk.archive, desk.latin.source.id, creator="J. Ćirić")
    desk.archive.close()
    with open_archive(desk.archive.folder) as archive:
        history.undo(archive)
        history.undo(archive)
        assert annotating.annotations_of_source(archive, desk.latin.source.id) == []
    with open_archive(desk.archive.folder) as archive:
        history.redo(archive)
        assert annotating.get_annotation(archive, made.id) == before
        assert sources.get_source(archive, desk.latin.source.id).creator == ""


def test_history_can_be_read_by_a_person(desk: Desk) -> None:
    made = desk.mark(desk.latin, "Pekar Ilija")
    event = events.add_event(desk.archive, "Zapis")
    events.link(desk.archive, made.id, event.id)
    annotating.annotate_record(desk.archive, event, note="za izložbu")
    annotating.remove_annotation(desk.archive, made.id)
    history.undo(desk.archive)
    assert [action.name for action in history.history(desk.archive)] == [
        "Undo: Delete annotation “Pekar Ilija”",
        "Delete annotation “Pekar Ilija”",
        "Add note to “Zapis”",
        "Link to event “Zapis”",
        "Add event “Zapis”",
        "Annotate “Pekar Ilija”",
        "Import “Дани под бедемом”",
        "Import “Grad pod tvrđavom”",
    ]
    undone = history.next_redo(desk.archive)
    assert undone is not None
    assert undone.name == "Delete annotation “Pekar Ilija”"
