"""Following stable links."""

import pytest

from archive_app.core.errors import NotFound, UserError
from archive_app.core.hits import RecordKind
from archive_app.core.ids import new_id
from archive_app.core.links import RecordLink
from archive_app.services import annotating, events, history, photos, sources
from archive_app.services.linking import follow, id_in, record_of
from helpers.desk import Desk


def test_a_link_leads_to_its_record(desk: Desk) -> None:
    made = desk.mark(desk.latin, "Pekar Ilija")
    event = events.add_event(desk.archive, "Zapis")
    photo = photos.list_photos(desk.archive)[0].photo
    for kind, record in (
        (RecordKind.ANNOTATION, made),
        (RecordKind.EVENT, event),
        (RecordKind.PHOTO, photo),
        (RecordKind.SOURCE, desk.latin.source),
    ):
        link = RecordLink(kind, record.id)
        assert follow(desk.archive, f" {link} ") == link
        assert record_of(desk.archive, link) == record


def test_sources_and_events_are_named_by_their_links(desk: Desk) -> None:
    event = events.add_event(desk.archive, "Zapis")
    assert events.find_event(desk.archive, str(RecordLink(RecordKind.EVENT, event.id))) == event
    link = str(RecordLink(RecordKind.SOURCE, desk.latin.source.id))
    assert sources.find_source(desk.archive, link) == desk.latin.source
    assert id_in(link, RecordKind.SOURCE) == desk.latin.source.id
    assert id_in(link, RecordKind.EVENT) == link


def test_a_link_to_what_was_deleted_says_so_until_it_is_back(desk: Desk) -> None:
    made = desk.mark(desk.latin, "Pekar Ilija")
    link = RecordLink(RecordKind.ANNOTATION, made.id)
    annotating.remove_annotation(desk.archive, made.id)
    with pytest.raises(
        NotFound, match=r"annotation .* was deleted on .*20\d\d \(“Delete annotation “Pekar Ilija””\)"
    ):
        follow(desk.archive, str(link))
    history.undo(desk.archive)
    assert follow(desk.archive, str(link)) == link


def test_a_link_from_another_archive_and_no_link_at_all_are_told_apart(desk: Desk) -> None:
    with pytest.raises(NotFound, match=r"photo .* is not in this archive"):
        follow(desk.archive, str(RecordLink(RecordKind.PHOTO, new_id())))
    with pytest.raises(UserError, match="is no link"):
        follow(desk.archive, "archive:annotation/1")
