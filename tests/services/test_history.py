"""Undo, redo and history work across sessions."""

from archive_app.services import annotating, events, history, sources, tagging
from archive_app.services.archives import open_archive
from archive_app.services.history import Kind, Narrowing
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


def test_one_goes_back_to_a_point_in_the_next_session_and_forward_again(desk: Desk) -> None:
    archive = desk.archive
    point = history.history(archive, 1)[0]
    made = desk.mark(desk.latin, "Pekar Ilija", note="ko je?", tags=["ljudi"])
    sources.edit_source(archive, desk.latin.source.id, creator="J. Ćirić")
    sources.remove_source(archive, desk.cyrillic.source.id)
    newest = history.history(archive, 1)[0]
    archive.close()
    with open_archive(archive.folder) as again:
        way = history.way_back(again, point.number)
        assert [action.name for action in way.taken] == [
            "Delete “Дани под бедемом”",
            "Edit “Grad pod tvrđavom”",
            "Annotate “Pekar Ilija”",
        ]
        assert way.again == ()
        heard = []
        again.subscribe(heard.append)
        changes = history.go_back_to(again, point.number)
        assert heard == [changes]
        assert tagging.list_tags(again) == []
        assert len(sources.list_sources(again)) == 2
    with open_archive(archive.folder) as third:
        assert [action.name for action in history.way_back(third, newest.number).again] == [
            "Annotate “Pekar Ilija”",
            "Edit “Grad pod tvrđavom”",
            "Delete “Дани под бедемом”",
        ]
        history.undo(third)
        assert annotating.get_annotation(third, made.id).annotation == made
        assert len(sources.list_sources(third)) == 1


def names(desk: Desk, **narrowing: object) -> list[str]:
    return [action.name for action in history.history(desk.archive, None, Narrowing(**narrowing))]  # type: ignore[arg-type]


def test_the_history_is_narrowed_by_words_kind_author_and_record(desk: Desk) -> None:
    made = desk.mark(desk.latin, "Pekar Ilija", tags=["ljudi"])
    event = events.add_event(desk.archive, "Ђурђевдан")
    events.link(desk.archive, made.id, event.id)
    assert names(desk, words="djurdj") == ["Link to event “Ђурђевдан”", "Add event “Ђурђевдан”"]
    assert names(desk, words="пекар annotate") == ["Annotate “Pekar Ilija”"]
    assert names(desk, words="nikada") == []
    assert names(desk, kind=Kind.TAGS) == ["Annotate “Pekar Ilija”"]
    assert names(desk, kind=Kind.SOURCES) == ["Import “Дани под бедемом”", "Import “Grad pod tvrđavom”"]
    assert names(desk, record_id=event.id) == ["Add event “Ђурђевдан”"]
    (author,) = history.authors(desk.archive)
    assert len(names(desk, author=author)) == 5
    assert names(desk, author="niko") == []
    headings = history.headings(desk.archive)
    found = history.actions(desk.archive, [heading.number for heading in headings])
    assert [found[heading.number].name for heading in headings] == [heading.title for heading in headings]
