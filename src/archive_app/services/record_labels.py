"""Words for the records of an archive, their fields and the values that these take from a list."""

from archive_app.core.kind_labels import agreement_label as agreement_label
from archive_app.core.kind_labels import agreement_sign as agreement_sign
from archive_app.core.kind_labels import authority_kind_heading as authority_kind_heading
from archive_app.core.kind_labels import authority_kind_label as authority_kind_label
from archive_app.core.kind_labels import colour_label as colour_label
from archive_app.core.kind_labels import date_mark_label as date_mark_label
from archive_app.core.kind_labels import sameness_label as sameness_label
from archive_app.core.kind_labels import source_kind_label as source_kind_label
from archive_app.core.translation import N_, _, ngettext

_RECORDS = {
    "sources": N_("Source"),
    "files": N_("File"),
    "texts": N_("Text"),
    "passage_kinds": N_("Kind of a passage"),
    "photos": N_("Photo"),
    "regions": N_("Part of a photo"),
    "annotations": N_("Annotation"),
    "tags": N_("Tag"),
    "annotation_tags": N_("Tag of an annotation"),
    "events": N_("Event"),
    "links": N_("Link to an event"),
    "collections": N_("Collection"),
    "collection_items": N_("Member of a collection"),
    "searches": N_("Saved search"),
    "anchorings": N_("Place of an annotation"),
    "authorities": N_("Person, unit or place"),
    "variant_names": N_("Other name"),
    "access_points": N_("Person, unit or place of an event"),
    "distinctions": N_("Two records that are not one"),
    "refusals": N_("Refused proposal"),
}
_FIELDS = {
    "title": N_("Title"),
    "kind": N_("Kind"),
    "creator": N_("Author"),
    "publisher": N_("Publisher"),
    "date": N_("Date"),
    "when": N_("Date"),
    "place": N_("Place"),
    "language": N_("Language"),
    "script": N_("Script"),
    "call_number": N_("Call number"),
    "level": N_("Level"),
    "extent": N_("Extent"),
    "rights": N_("Rights"),
    "url": N_("Web address"),
    "note": N_("Note"),
    "caption": N_("Caption"),
    "credit": N_("Credit"),
    "quote": N_("Quotation"),
    "start": N_("Beginning in the text"),
    "end": N_("End in the text"),
    "colour": N_("Colour"),
    "author": N_("Made by"),
    "name": N_("Name"),
    "says_when": N_("Stated date"),
    "says_where": N_("Stated place"),
    "says_who": N_("Stated people"),
    "reason": N_("Why this date"),
    "where_mark": N_("The place"),
    "who_mark": N_("The people"),
    "when_mark": N_("The date"),
    "latitude": N_("Latitude"),
    "longitude": N_("Longitude"),
    "query": N_("Query"),
    "source_id": N_("Source"),
    "file_id": N_("File"),
    "text_id": N_("Text"),
    "photo_id": N_("Photo"),
    "region_id": N_("Part of a photo"),
    "event_id": N_("Event"),
    "link_id": N_("Link to an event"),
    "authority_id": N_("Person, unit or place"),
    "one_id": N_("One of them"),
    "other_id": N_("The other"),
    "annotation_id": N_("Annotation"),
    "tag_id": N_("Tag"),
    "parent_id": N_("Belongs to"),
    "collection_id": N_("Collection"),
    "record_id": N_("Record"),
    "ordinal": N_("Passage"),
    "length": N_("Letters"),
    "size": N_("Bytes"),
    "media_type": N_("Type of the file"),
    "encoding": N_("Encoding"),
    "encoding_basis": N_("Encoding known from"),
    "width": N_("Width"),
    "height": N_("Height"),
}


def record_label(table: str) -> str:
    """What a record of a table is: "Source". A table without a word of its own gives its name."""
    return _(_RECORDS[table]) if table in _RECORDS else table


def field_label(name: str) -> str:
    """What a field says: "Call number". A field without a word of its own gives its name."""
    return _(_FIELDS[name]) if name in _FIELDS else name.replace("_", " ")


def record_count(table: str, count: int) -> str:
    """So many records of a table: "12 annotations"; "" for records that people do not count."""
    forms = {
        "sources": ngettext("{count} source", "{count} sources", count),
        "texts": ngettext("{count} text", "{count} texts", count),
        "photos": ngettext("{count} photo", "{count} photos", count),
        "annotations": ngettext("{count} annotation", "{count} annotations", count),
        "tags": ngettext("{count} tag", "{count} tags", count),
        "annotation_tags": ngettext("{count} use of a tag", "{count} uses of tags", count),
        "events": ngettext("{count} event", "{count} events", count),
        "links": ngettext("{count} link to an event", "{count} links to events", count),
        "collections": ngettext("{count} collection", "{count} collections", count),
        "collection_items": ngettext("{count} member", "{count} members", count),
        "authorities": ngettext("{count} person, unit or place", "{count} people, units and places", count),
        "searches": ngettext("{count} saved search", "{count} saved searches", count),
    }
    return forms[table].format(count=count) if table in forms else ""
