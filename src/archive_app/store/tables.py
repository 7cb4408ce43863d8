"""What must be known of the schema to open an archive that is up to date, without loading the migrations."""

APPLICATION_ID = 0x53724172
"""In the header of the file ("SrAr"): tells an archive from any other database."""

VERSION = 7
"""The number of migrations in `schema`, kept as `user_version` of the file."""

LOGGED = (
    "sources",
    "files",
    "texts",
    "passage_kinds",
    "photos",
    "regions",
    "annotations",
    "tags",
    "annotation_tags",
    "events",
    "links",
    "collections",
    "collection_items",
    "searches",
    "anchorings",
    "authorities",
    "variant_names",
    "access_points",
    "distinctions",
    "refusals",
)
"""The tables of what people make, recorded field by field in `changes`."""

UNLOGGED = ("letters", "letter_places", "passages")
"""The tables of what never changes or can be computed."""
