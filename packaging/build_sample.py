#!/usr/bin/env python3
"""Build the sample archive: import the texts and pictures of `sample/`, then annotate, date and link them.

Everything goes through the services, as a person would do it; the result replaces `archive.db` and `media/` at
the top of the project.
"""

import os
import shutil
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path.insert(0, str(HERE))

from archive_app.core.errors import ArchiveError  # noqa: E402
from archive_app.core.records import Colour  # noqa: E402
from archive_app.services import (  # noqa: E402
    access_points,
    annotating,
    authorities,
    collections,
    photos,
    sources,
    tagging,
)
from archive_app.services.archives import Archive, create_archive  # noqa: E402
from archive_app.services.importing import Details, Status, import_files  # noqa: E402
from sample import material, pictures  # noqa: E402 - found through the line above

SAMPLE = HERE / "sample"


def build(folder: Path, drawn: Path) -> None:
    """Make the sample archive in a new `folder` from the pictures in `drawn`."""
    with create_archive(folder) as archive:
        by_file = {source.file: add_source(archive, source) for source in material.SOURCES}
        for picture in material.PICTURES:
            add_picture(archive, picture, drawn / picture.file, by_file)
        by_name = {name.name: add_name(archive, name) for name in material.NAMES}
        by_title = {event.title: add_event(archive, event, by_name) for event in material.EVENTS}
        for annotation in material.ANNOTATIONS:
            add_annotation(archive, annotation, by_file, by_title, by_name)
        colour_tags(archive)
        collection = collections.add_collection(archive, material.COLLECTION.name, material.COLLECTION.note)
        for file in material.COLLECTION.sources:
            collections.add_to_collection(archive, collection.id, sources.get_source(archive, by_file[file]))


def imported(archive: Archive, path: Path, details: Details) -> tuple[str | None, str | None]:
    """Import one file; return the ids of the source and of the photo made from it."""
    outcome = import_files(archive, [path], details).outcomes[0]
    if outcome.status is not Status.IMPORTED:
        raise ArchiveError(f"{path.name}: {outcome.reason}")
    return outcome.source_id, outcome.photo_id


def add_source(archive: Archive, source: material.SampleSource) -> str:
    """Import a text with its description; return its id."""
    details = Details(
        title=source.title,
        kind=source.kind.value,
        creator=source.creator,
        publisher=source.publisher,
        date=source.date,
        place=source.place,
        call_number=source.call_number,
        rights=source.rights,
    )
    source_id, _photo = imported(archive, SAMPLE / source.file, details)
    if source_id is None:
        raise ArchiveError(f"{source.file} is no text")
    sources.edit_source(archive, source_id, extent=source.extent, note=source.note, language=source.language)
    return source_id


def add_picture(
    archive: Archive, picture: material.SamplePicture, path: Path, by_file: dict[str, str]
) -> None:
    """Import a picture, or give it to the caption that stands for it in a text."""
    description = {
        "date": picture.date,
        "place": picture.place,
        "credit": picture.credit,
        "call_number": picture.call_number,
    }
    if picture.stands_in:
        captions = photos.photos_of_source(archive, by_file[picture.stands_in])
        photo_id = next(photo.id for photo in captions if photo.caption == picture.caption)
        photos.attach_scan(archive, photo_id, path)
        photos.edit_photo(archive, photo_id, **description)
    else:
        imported(archive, path, Details(caption=picture.caption, **description))


def add_name(archive: Archive, name: material.SampleName) -> str:
    """Make the record of a person, unit or place; return its id."""
    made = authorities.add_authority(
        archive,
        name.kind,
        name.name,
        variants=name.variants,
        when=name.when,
        note=name.note,
        coordinates=name.coordinates,
    )
    return made.authority.id


def add_event(archive: Archive, event: material.SampleEvent, by_name: dict[str, str]) -> str:
    """Make an event with the people, units and places that it has to do with; return its id."""
    names = [by_name[name] for name in event.names]
    made = access_points.add_event(
        archive, event.title, names=names, when=event.when, place=event.place, note=event.note
    )
    return made.id


def add_annotation(
    archive: Archive,
    annotation: material.SampleAnnotation,
    by_file: dict[str, str],
    by_title: dict[str, str],
    by_name: dict[str, str],
) -> None:
    """Mark a quotation, and tie it to its event and to what it names."""
    text, span = annotating.find_quote(archive, by_file[annotation.source], annotation.quote)
    made = annotating.annotate(
        archive, text.id, span, colour=annotation.colour, note=annotation.note, tags=annotation.tags
    )
    if annotation.event:
        access_points.link(
            archive,
            made.id,
            by_title[annotation.event],
            names=[by_name[name] for name in annotation.names],
            says_when=annotation.says_when,
            says_where=annotation.says_where,
            says_who=annotation.says_who,
        )


def colour_tags(archive: Archive) -> None:
    """Give the tags their colours."""
    for name, colour in material.TAGS:
        tagging.colour_tag(archive, tagging.find_tag(archive, name).id, Colour(colour))


def main() -> None:
    """Build the sample in a temporary folder, then put it in its place."""
    os.environ["LOGNAME"] = "archive"  # the sample's history names no person
    with tempfile.TemporaryDirectory() as name:
        drawn, folder = Path(name) / "drawn", Path(name) / "sample"
        drawn.mkdir()
        pictures.draw_all(drawn)
        build(folder, drawn)
        shutil.rmtree(ROOT / "media", ignore_errors=True)
        shutil.rmtree(ROOT / "index", ignore_errors=True)
        shutil.copytree(folder / "media", ROOT / "media")
        shutil.copy2(folder / "archive.db", ROOT / "archive.db")
    print(f"The sample archive is built: {ROOT / 'archive.db'}")


if __name__ == "__main__":
    main()
