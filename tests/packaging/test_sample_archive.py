"""The sample archive at the top of the project is what its builder makes of `packaging/sample`."""

import shutil
import sys
from pathlib import Path

import pytest

from archive_app.core.hits import SearchRequest
from archive_app.core.records import Annotation, Event, Link, Photo, Source, Tag
from archive_app.services import (
    annotating,
    authorities,
    authority_duplicates,
    authority_uses,
    collections,
    events,
    photos,
    sources,
)
from archive_app.services.archives import Archive, open_archive
from archive_app.services.checking import check
from archive_app.services.searching import search

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "packaging"))

import build_sample  # noqa: E402 - found through the line above
from sample import material  # noqa: E402


@pytest.fixture(scope="module")
def committed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the sample archive as it stands in the project."""
    folder = tmp_path_factory.mktemp("committed") / "sample"
    folder.mkdir()
    shutil.copy2(ROOT / "archive.db", folder / "archive.db")
    shutil.copytree(ROOT / "media", folder / "media")
    return folder


def plain(archive: Archive) -> dict[str, object]:
    """Everything that the sample says, without ids and times, which differ from one building to the next."""
    titles = {row.source.id: row.source.title for row in sources.list_sources(archive)}
    return {
        "sources": [described(archive, row.source) for row in sources.list_sources(archive)],
        "photos": sorted(
            (
                photo.caption,
                photo.date,
                photo.place,
                photo.credit,
                photo.call_number,
                photo.width,
                photo.height,
            )
            for photo in archive.store.list(Photo)
        ),
        "events": [
            (row.event.title, row.event.when, row.event.place, row.links)
            for row in events.list_events(archive)
        ],
        "annotations": sorted(
            (
                titles[row.source_id or ""],
                row.annotation.quote,
                row.annotation.note,
                row.annotation.colour,
                row.tag_names,
            )
            for source_id in titles
            for row in annotating.annotations_of_source(archive, source_id)
        ),
        "tags": sorted((tag.name, tag.colour) for tag in archive.store.list(Tag)),
        "claims": sorted(
            (claim.annotation.quote, claim.link.says_when, claim.link.says_where, claim.link.says_who)
            for row in events.list_events(archive)
            for claim in events.claims(archive, row.event.id)
        ),
        "collections": [
            (collection.name, [member.title for member in collections.members(archive, collection.id)])
            for collection in collections.list_collections(archive)
        ],
        "names": [
            (
                *named.names,
                named.authority.kind,
                named.authority.when,
                authority_uses.use_counts(archive)[named.authority.id],
            )
            for named in authorities.list_authorities(archive)
        ],
    }


def described(archive: Archive, source: Source) -> tuple[object, ...]:
    """A source's description, letters and kinds of passages."""
    reading = sources.read_source(archive, source.id)
    assert reading is not None
    fields = tuple(getattr(source, name) for name in sources.EDITABLE)
    return (
        *fields,
        reading.letters,
        [(passage.kind, passage.start, passage.end) for passage in reading.passages],
    )


def test_the_committed_sample_is_what_the_builder_makes(committed: Path, tmp_path: Path) -> None:
    with open_archive(committed) as archive:
        before = plain(archive)
        stored = {archive.store.list(Photo, caption=p.caption)[0].id: p.file for p in material.PICTURES}
        for photo_id, name in stored.items():
            path = photos.file_of(archive, photos.get_photo(archive, photo_id))
            assert path is not None
            shutil.copy2(path, tmp_path / name)
    build_sample.build(tmp_path / "built", tmp_path)
    with open_archive(tmp_path / "built") as archive:
        assert plain(archive) == before
        rows = {row.event.title: row.event.id for row in events.list_events(archive)}
        named = authorities.of_events(archive, rows.values())
        for event in material.EVENTS:
            found = [one.authority.name for one in named.get(rows[event.title], ())]
            assert sorted(found) == sorted(event.names)
        uses = authority_uses.use_counts(archive)
        assert [
            one.authority.name for one in authorities.list_authorities(archive) if not uses[one.authority.id]
        ] == []
        assert authority_duplicates.duplicates(archive) == []


def test_the_sample_is_sound_and_as_large_as_promised(committed: Path) -> None:
    with open_archive(committed) as archive:
        report = check(archive)
        assert report.is_sound
        assert len(archive.store.list(Event)) >= 10
        assert len(archive.store.list(Annotation)) >= 20
        assert sum(photo.file_id is not None for photo in archive.store.list(Photo)) == 6


@pytest.mark.parametrize("query", ["Kalemegdan", "Калемегдан", "kalemegdanu"])
def test_the_fortress_is_found_in_every_source(committed: Path, query: str) -> None:
    with open_archive(committed) as archive:
        check(archive)
        found = {
            hit.source_title
            for hit in search(archive, SearchRequest(query=query, limit=None)).hits
            if hit.kind == "passage"
        }
        assert found == {row.source.title for row in sources.list_sources(archive)}


def test_the_sources_disagree_on_the_day_the_station_was_taken(committed: Path) -> None:
    with open_archive(committed) as archive:
        station = events.find_event(archive, "stanic")
        days = {link.says_when for link in archive.store.list(Link, event_id=station.id)}
        assert {"1944-10-15", "1944-10-20"} <= days
