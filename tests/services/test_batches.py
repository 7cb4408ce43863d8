"""One action for several records at once."""

import pytest

from archive_app.core.errors import NotFound, UserError
from archive_app.services import annotating, batches, collections, events, history, photos, sources, tagging
from helpers.desk import Desk


def test_several_sources_are_described_in_one_step(desk: Desk) -> None:
    ids = [desk.latin.source.id, desk.cyrillic.source.id]
    found = batches.describe_sources(desk.archive, ids, creator="Savić, Đorđe", date="20. oktobar 1944")
    assert [(source.creator, source.date, source.first_day) for source in found] == [
        ("Savić, Đorđe", "1944-10-20", "1944-10-20")
    ] * 2
    assert [source.title for source in found] == ["Grad pod tvrđavom", "Дани под бедемом"]
    assert history.history(desk.archive)[0].name == "Describe several sources (2)"
    history.undo(desk.archive)
    assert [sources.get_source(desk.archive, one) for one in ids] == [
        desk.latin.source,
        desk.cyrillic.source,
    ]


def test_where_one_cannot_be_described_none_is(desk: Desk) -> None:
    with pytest.raises(NotFound):
        batches.describe_sources(desk.archive, [desk.latin.source.id, "nothing"], place="Beograd")
    with pytest.raises(UserError):
        batches.describe_sources(desk.archive, [desk.latin.source.id], date="pre podne")
    assert sources.get_source(desk.archive, desk.latin.source.id) == desk.latin.source


def test_several_photos_are_described_in_one_step(desk: Desk) -> None:
    ids = [found.photo.id for found in photos.list_photos(desk.archive)]
    found = batches.describe_photos(desk.archive, ids, credit="Foto-arhiv")
    assert [photo.credit for photo in found] == ["Foto-arhiv"] * len(ids)
    assert len(ids) == 2
    history.undo(desk.archive)
    assert "Foto-arhiv" not in [photos.get_photo(desk.archive, one).credit for one in ids]


def test_records_of_all_kinds_are_deleted_and_come_back_in_one_step(desk: Desk) -> None:
    mark = desk.mark(desk.latin, "prve motore", tags=["svedok"])
    event = events.add_event(desk.archive, "Povratak")
    (photo,) = photos.photos_of_source(desk.archive, desk.latin.source.id)
    (tag,) = tagging.list_tags(desk.archive)
    collection = collections.add_collection(desk.archive, "Izložba", records=[event, photo])
    before = history.history(desk.archive)
    batches.remove_records(
        desk.archive,
        [
            ("source", desk.latin.source.id),
            ("photo", photo.id),
            ("annotation", mark.id),
            ("event", event.id),
            ("tag", tag.tag.id),
            ("collection", collection.id),
        ],
    )
    assert history.history(desk.archive)[0].name == "Delete several records (6)"
    assert len(history.history(desk.archive)) == len(before) + 1
    assert [found.source.id for found in sources.list_sources(desk.archive)] == [desk.cyrillic.source.id]
    assert events.list_events(desk.archive) == []
    history.undo(desk.archive)
    assert collections.members(desk.archive, collection.id) == [event, photo]
    assert annotating.get_annotation(desk.archive, mark.id).tag_names == ["svedok"]


def test_where_one_is_gone_nothing_is_deleted(desk: Desk) -> None:
    event = events.add_event(desk.archive, "Povratak")
    with pytest.raises(NotFound):
        batches.remove_records(desk.archive, [("event", event.id), ("event", "nothing")])
    assert len(events.list_events(desk.archive)) == 1
    with pytest.raises(KeyError, match="region"):
        batches.remove_records(desk.archive, [("region", event.id)])
