"""The log: what was done, taken back and done again."""

import pytest

from archive_app.core.errors import Conflict, UserError
from archive_app.core.ids import new_id
from archive_app.core.records import (
    Annotation,
    Authority,
    AuthorityKind,
    Event,
    File,
    Link,
    Source,
    Tag,
)
from archive_app.store import annotations, operations
from archive_app.store.store import Store
from archive_app.store.tables import LOGGED
from helpers.records import add_tag, contents, fill


def names(store: Store) -> list[str]:
    return [tag.name for tag in store.list(Tag)]


def test_undo_takes_the_newest_action_back_and_redo_does_it_again(store: Store) -> None:
    for name in ("most", "reka", "splav"):
        add_tag(store, name)
    operations.undo(store)
    assert names(store) == ["most", "reka"]
    operations.undo(store)
    assert names(store) == ["most"]
    operations.redo(store)
    assert names(store) == ["most", "reka"]
    operations.redo(store)
    assert names(store) == ["most", "reka", "splav"]
    with pytest.raises(UserError, match="nothing to redo"):
        operations.redo(store)


def test_all_can_be_undone_and_then_nothing_is_left_to_undo(store: Store) -> None:
    fill(store)
    operations.undo(store)
    assert not any(contents(store).values())
    with pytest.raises(UserError, match="nothing to undo"):
        operations.undo(store)


def test_a_new_action_after_an_undo_leaves_nothing_to_redo(store: Store) -> None:
    add_tag(store, "most")
    operations.undo(store)
    add_tag(store, "reka")
    assert operations.next_redo(store) is None
    with pytest.raises(UserError, match="nothing to redo"):
        operations.redo(store)
    operations.undo(store)
    assert names(store) == []
    operations.redo(store)
    assert names(store) == ["reka"]


def test_undo_and_redo_can_go_back_and_forth(store: Store) -> None:
    fill(store)
    before = contents(store)
    with store.operation("Delete source"):
        store.delete(Source, store.list(Source)[0].id)
    without = contents(store)
    for _turn in range(3):
        operations.undo(store)
        assert contents(store) == before
        operations.redo(store)
        assert contents(store) == without


def test_an_edit_is_undone_field_by_field(store: Store) -> None:
    source = fill(store).source
    with store.operation("Describe"):
        store.update(Source, source.id, title="Drugo", first_day=None, note="")
    operations.undo(store)
    assert store.get(Source, source.id) == source
    operations.redo(store)
    assert store.get(Source, source.id).first_day is None


def test_a_field_set_twice_in_one_action_goes_back_to_the_first_value(store: Store) -> None:
    source = fill(store).source
    with store.operation("Describe"):
        store.update(Source, source.id, title="Drugo")
        store.update(Source, source.id, title="Treće")
    operations.undo(store)
    assert store.get(Source, source.id) == source


def test_a_deleted_file_that_a_text_was_read_from_comes_back_with_the_tie(store: Store) -> None:
    filled = fill(store)
    before = contents(store)
    with store.operation("Delete file"):
        store.delete(File, filled.file.id)
    without = contents(store)
    operations.undo(store)
    assert contents(store) == before
    operations.redo(store)
    assert contents(store) == without


def test_the_operations_of_one_batch_are_one_action(store: Store) -> None:
    add_tag(store, "ranija")
    first: int | None = None
    for name in ("most", "reka", "splav"):
        with store.operation("Import “{subject}”", subject=name, batch=first) as opened:
            store.insert(Tag(id=new_id(), name=name))
        first = first or opened.number
    newest, *_ = operations.history(store)
    assert (newest.name, newest.records) == ("Import “most” and 2 more", 3)
    assert operations.next_undo(store) is not None
    operations.undo(store)
    assert names(store) == ["ranija"]
    action = operations.next_redo(store)
    assert action is not None
    assert action.name == "Import “most” and 2 more"
    operations.redo(store)
    assert sorted(names(store)) == ["most", "ranija", "reka", "splav"]
    operations.undo(store)
    assert names(store) == ["ranija"]


def test_undo_is_found_again_after_the_archive_was_closed(store: Store) -> None:
    add_tag(store, "most")
    add_tag(store, "reka")
    operations.undo(store)
    store.close()
    again = Store(store.folder)
    assert operations.redo(again).touches("tags")
    assert names(again) == ["most", "reka"]
    again.close()
    third = Store(store.folder)
    operations.undo(third)
    operations.undo(third)
    assert names(third) == []
    third.close()


def change_behind_the_log(store: Store, sql: str, *parameters: object) -> None:
    """Change a record as no operation would, and take the trace away from the log."""
    with store.operation("Behind") as opened:
        store.execute(sql, parameters)
    store.execute("DELETE FROM changes WHERE operation = ?", [opened.number])
    store.execute("DELETE FROM operations WHERE number = ?", [opened.number])


@pytest.mark.parametrize(
    "behind",
    [
        "UPDATE sources SET title = 'newer'",
        "DELETE FROM sources",
    ],
)
def test_what_was_changed_since_is_a_conflict_and_stays(store: Store, behind: str) -> None:
    source = fill(store).source
    with store.operation("Describe"):
        store.update(Source, source.id, title="mine", note="mine")
    change_behind_the_log(store, behind)
    before, number = contents(store), operations.last_number(store)
    with pytest.raises(Conflict, match="cannot be taken back"):
        operations.undo(store)
    assert contents(store) == before
    assert operations.last_number(store) == number


def test_undo_never_deletes_a_record_that_was_changed_since(store: Store) -> None:
    add_tag(store, "most")
    change_behind_the_log(store, "UPDATE tags SET name = 'newer'")
    with pytest.raises(Conflict):
        operations.undo(store)
    assert names(store) == ["newer"]


def test_undo_never_takes_along_what_came_to_hang_on_a_record_since(store: Store) -> None:
    event = Event(id=new_id(), title="Prelaz")
    annotation = Annotation(id=new_id(), event_id=event.id, note="napomena")
    with store.operation("Add event"):
        store.insert(event)
    change_behind_the_log(
        store,
        "INSERT INTO annotations(id, event_id, quote, prefix, suffix, note, author, made_at) "
        "VALUES (?, ?, '', '', '', ?, '', '')",
        annotation.id,
        event.id,
        annotation.note,
    )
    with pytest.raises(Conflict):
        operations.undo(store)
    assert store.list(Event) == [event]
    assert len(store.list(Annotation)) == 1


def test_redo_never_overwrites_a_record_that_was_made_since(store: Store) -> None:
    tag = add_tag(store, "most")
    operations.undo(store)
    change_behind_the_log(store, "INSERT INTO tags(id, name) VALUES (?, 'newer')", tag.id)
    with pytest.raises(Conflict):
        operations.redo(store)
    assert names(store) == ["newer"]


def test_a_deleted_event_comes_back_with_its_links_and_the_notes_on_it(store: Store) -> None:
    filled = fill(store)
    with store.operation("Note"):
        note = Annotation(id=new_id(), event_id=filled.event.id, note="sumnjivo")
        store.insert(note)
        annotations.set_tags(store, note.id, ["datum"])
    before = contents(store)
    with store.operation("Delete event") as opened:
        store.delete(Event, filled.event.id)
    assert store.list(Link) == []
    assert store.find(Annotation, note.id) is None
    assert opened.changes.touches("links", "annotations", "annotation_tags")
    operations.undo(store)
    assert contents(store) == before


def test_history_tells_actions_newest_first_and_which_do_not_count(store: Store) -> None:
    add_tag(store, "most")
    add_tag(store, "reka")
    operations.undo(store)
    told = [(action.name, action.undone) for action in operations.history(store)]
    assert told == [
        ("Undo: Add tag “reka”", False),
        ("Add tag “reka”", True),
        ("Add tag “most”", False),
    ]
    assert operations.history(store)[0].undoes == operations.history(store)[1].number
    assert [action.name for action in operations.history(store, limit=1)] == ["Undo: Add tag “reka”"]


def test_a_subject_with_braces_is_only_a_subject(store: Store) -> None:
    add_tag(store, "{0} {subject} }{")
    operations.undo(store)
    assert [action.name for action in operations.history(store)] == [
        "Undo: Add tag “{0} {subject} }{”",
        "Add tag “{0} {subject} }{”",
    ]
    action = operations.next_redo(store)
    assert action is not None
    assert action.name == "Add tag “{0} {subject} }{”"


def test_what_was_touched_since_is_told_once_each(store: Store) -> None:
    first = add_tag(store, "most")
    seen = operations.last_number(store)
    second = add_tag(store, "reka")
    for name in ("potok", "bara"):
        with store.operation("Rename"):
            store.update(Tag, second.id, name=name)
    operations.undo(store)
    assert operations.touched_since(store, seen) == [("tags", second.id)]
    assert operations.touched_since(store, 0) == [("tags", first.id), ("tags", second.id)]


def test_the_mark_of_an_operation_is_its_id_and_differs_between_archives(store: Store) -> None:
    add_tag(store, "most")
    number = operations.last_number(store)
    assert operations.mark(store, number) == operations.history(store)[0].id
    assert operations.mark(store, number + 1) == ""


@pytest.mark.parametrize("table", LOGGED)
def test_whatever_was_changed_since_is_said_in_words(table: str) -> None:
    told = str(operations._changed_since(table))
    assert "that it touched were changed by something later" in told
    assert "_" not in told


def test_a_person_unit_or_place_that_was_changed_since_is_a_conflict(store: Store) -> None:
    fort = Authority(id=new_id(), kind=AuthorityKind.PLACE, name="Kalemegdan")
    with store.operation("Add"):
        store.insert(fort)
    with store.operation("Edit"):
        store.update(Authority, fort.id, name="Beogradska tvrđava")
    change_behind_the_log(store, "UPDATE authorities SET name = 'Grad'")
    with pytest.raises(Conflict, match="people, units and places that it touched"):
        operations.undo(store)
    assert store.get(Authority, fort.id).name == "Grad"
