"""Stable links to records: what they lead to, and what is said where that is gone."""

from archive_app.core.dates import format_date
from archive_app.core.errors import NotFound, UserError
from archive_app.core.hits import RecordKind
from archive_app.core.links import RecordLink, read_link
from archive_app.core.records import Annotation, Authority, Event, Photo, Source
from archive_app.core.translation import N_, _
from archive_app.services.archives import Archive
from archive_app.store import operations
from archive_app.store.rows import TABLES

_RECORDS: dict[RecordKind, type] = {
    RecordKind.ANNOTATION: Annotation,
    RecordKind.SOURCE: Source,
    RecordKind.PHOTO: Photo,
    RecordKind.EVENT: Event,
    RecordKind.AUTHORITY: Authority,
}
_DELETED = {
    RecordKind.ANNOTATION: N_("The annotation that this link leads to was deleted on {date} (“{action}”)."),
    RecordKind.SOURCE: N_("The source that this link leads to was deleted on {date} (“{action}”)."),
    RecordKind.PHOTO: N_("The photo that this link leads to was deleted on {date} (“{action}”)."),
    RecordKind.EVENT: N_("The event that this link leads to was deleted on {date} (“{action}”)."),
    RecordKind.AUTHORITY: N_(
        "The person, unit or place that this link leads to was deleted on {date} (“{action}”)."
    ),
}
_UNKNOWN = {
    RecordKind.ANNOTATION: N_("The annotation that this link leads to is not in this archive."),
    RecordKind.SOURCE: N_("The source that this link leads to is not in this archive."),
    RecordKind.PHOTO: N_("The photo that this link leads to is not in this archive."),
    RecordKind.EVENT: N_("The event that this link leads to is not in this archive."),
    RecordKind.AUTHORITY: N_("The person, unit or place that this link leads to is not in this archive."),
}


def follow(archive: Archive, text: str) -> RecordLink:
    """The link that `text` is, to a record that is in the archive.

    Raises UserError for what is no link, NotFound where the record was deleted or never was in this archive.
    """
    link = read_link(text)
    if link is None:
        raise UserError(
            _("“{text}” is no link; one looks like this: archive:annotation/… with an id.").format(
                text=text.strip()[:60]
            )
        )
    table = _RECORDS[link.kind]
    if archive.store.find(table, link.id) is not None:
        return link
    deleted = operations.deletion_of(archive.store, TABLES[table], link.id)
    if deleted is None:
        raise NotFound(_(_UNKNOWN[link.kind]))
    raise NotFound(_(_DELETED[link.kind]).format(date=format_date(deleted.at[:10]), action=deleted.name))


def record_of(archive: Archive, link: RecordLink) -> Annotation | Source | Photo | Event | Authority:
    """The record that a link leads to. Raises NotFound."""
    record: Annotation | Source | Photo | Event | Authority = archive.store.get(_RECORDS[link.kind], link.id)
    return record


def id_in(text: str, kind: RecordKind) -> str:
    """The id in a link to a record of this kind; any other text as it is."""
    link = read_link(text)
    return link.id if link is not None and link.kind is kind else text
