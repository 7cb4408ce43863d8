"""What an operation says it changed."""

from archive_app.core.changes import Changes

CHANGES = Changes(7, "Add note", {"annotations": frozenset({"a", "b"}), "tags": frozenset()})


def test_a_change_touches_the_types_that_have_ids() -> None:
    assert CHANGES.touches("annotations")
    assert CHANGES.touches("events", "annotations")
    assert not CHANGES.touches("events", "tags")
    assert not CHANGES.touches()


def test_the_ids_of_one_type() -> None:
    assert CHANGES.ids("annotations") == {"a", "b"}
    assert CHANGES.ids("events") == frozenset()


def test_an_operation_without_records_changed_nothing() -> None:
    assert CHANGES
    assert not Changes(8, "Look around")
