"""The records of an archive, as plain data. Field names are the columns of the tables of the same name.

Dates are EDTF text (ISO 8601-2) in the field that names them, with the first and last possible day beside it
as ISO days ("1944-10-20"), or None where a bound is open or nothing is known. Times of making are UTC,
ISO 8601 with seconds. Positions are code points; a Region is in fractions of the photo's width and height.
"""

from dataclasses import dataclass

from archive_app.core.kinds import AnchoringState as AnchoringState
from archive_app.core.kinds import AuthorityKind as AuthorityKind
from archive_app.core.kinds import Colour as Colour
from archive_app.core.kinds import PassageKind as PassageKind
from archive_app.core.kinds import Sameness as Sameness
from archive_app.core.kinds import Script as Script
from archive_app.core.kinds import SourceKind as SourceKind
from archive_app.core.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A described thing that was brought in. Dublin Core elements and the identity area of ISAD(G).

    `call_number` is ISAD(G)'s reference code, `level` its level of description.
    """

    id: str
    title: str
    kind: SourceKind = SourceKind.ARTICLE
    creator: str = ""
    publisher: str = ""
    date: str = ""
    first_day: str | None = None
    last_day: str | None = None
    place: str = ""
    language: str = "sr"
    script: Script = Script.UNKNOWN
    call_number: str = ""
    level: str = "item"
    extent: str = ""
    rights: str = ""
    url: str = ""
    note: str = ""
    made_at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """Stored original bytes in `media/`, named by their SHA-256; `size` in bytes."""

    id: str
    sha256: str
    size: int
    media_type: str
    name: str
    source_id: str | None = None
    made_at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One immutable reading of a Source. Its letters are kept apart, under the SHA-256 of their UTF-8 bytes.

    `encoding` is how the file's bytes were read and `encoding_basis` why: "declared", "certain", "guessed" or
    "chosen" (by the person).
    """

    id: str
    source_id: str
    letters_sha256: str
    length: int
    file_id: str | None = None
    encoding: str = ""
    encoding_basis: str = ""
    made_at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A paragraph-like span of a Text, known by its text and its place in the order."""

    text_id: str
    ordinal: int
    kind: PassageKind
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Where it stands in its Text."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo:
    """An image with its caption. Without `file_id` only the caption is known and the scan is missing.

    A photo whose caption stands in a text keeps the text and the ordinal of that passage.
    """

    id: str
    caption: str
    source_id: str | None = None
    text_id: str | None = None
    ordinal: int | None = None
    file_id: str | None = None
    date: str = ""
    first_day: str | None = None
    last_day: str | None = None
    place: str = ""
    credit: str = ""
    call_number: str = ""
    note: str = ""
    width: int | None = None
    height: int | None = None
    made_at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A rectangle on a Photo, in fractions (0 to 1) of its width and height, from the upper left corner."""

    id: str
    photo_id: str
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """A highlight and/or note by a person on exactly one of: span of a text, region, source, photo, event."""

    id: str
    text_id: str | None = None
    start: int | None = None
    end: int | None = None
    quote: str = ""
    prefix: str = ""
    suffix: str = ""
    region_id: str | None = None
    source_id: str | None = None
    photo_id: str | None = None
    event_id: str | None = None
    colour: Colour | None = Colour.YELLOW
    note: str = ""
    author: str = ""
    made_at: str = ""

    @property
    def span(self) -> Span | None:
        """Where it stands in its Text, None where it is on something else."""
        if self.start is None or self.end is None:
            return None
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchoring:
    """How an annotation came, or has still to come, from one reading of a source to another.

    `start` and `end` are its place in the new text, or a suggestion where it NEEDS_LOOK; None where there is none.
    """

    id: str
    annotation_id: str
    from_text_id: str
    from_start: int
    from_end: int
    to_text_id: str
    state: AnchoringState
    start: int | None = None
    end: int | None = None
    made_at: str = ""

    @property
    def span(self) -> Span | None:
        """Its place in the new text, or a suggestion."""
        return None if self.start is None or self.end is None else Span(self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A word of the person's own, given to annotations. It may stand under another tag."""

    id: str
    name: str
    colour: Colour | None = None
    parent_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened. `when` is the dating that is held right, `reason` why, where sources were weighed.

    It may be a part of another event, as a phase is of a battle.
    """

    id: str
    title: str
    when: str = ""
    first_day: str | None = None
    last_day: str | None = None
    place: str = ""
    note: str = ""
    reason: str = ""
    parent_id: str | None = None
    made_at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Ties an Annotation to an Event and says what this source states about it.

    The marks are a person's word on whether its place and its people are those of the event as the others tell it, and
    whether its date contradicts them: SAME says that it does not, whatever is computed.
    """

    id: str
    annotation_id: str
    event_id: str
    says_when: str = ""
    first_day: str | None = None
    last_day: str | None = None
    says_where: str = ""
    says_who: str = ""
    note: str = ""
    where_mark: Sameness = Sameness.UNMARKED
    who_mark: Sameness = Sameness.UNMARKED
    when_mark: Sameness = Sameness.UNMARKED
    made_at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    """An authority record (ISAAR(CPF)): a person, unit or place, under the form of its name that is held right.

    `when` is when it lived or was. `latitude` and `longitude` are degrees of WGS 84, north and east positive; both or
    none are known.
    """

    id: str
    kind: AuthorityKind
    name: str
    when: str = ""
    first_day: str | None = None
    last_day: str | None = None
    note: str = ""
    url: str = ""
    latitude: float | None = None
    longitude: float | None = None
    made_at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VariantName:
    """Another name, or another spelling of the name, under which an Authority is found."""

    id: str
    authority_id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessPoint:
    """Says that exactly one of an Event and a Link has to do with a person, unit or place (ISAD(G), access point)."""

    id: str
    authority_id: str
    event_id: str | None = None
    link_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Distinction:
    """A person's word that two authority records, however alike their names, are of two. `one_id` sorts first."""

    id: str
    one_id: str
    other_id: str
    made_at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """What a person refused among the proposals: to link a date that a text mentions, to one event or to any.

    The mention is kept as annotations are: its place in code points, the quote, and what stands around it.
    """

    id: str
    text_id: str
    start: int
    end: int
    quote: str
    prefix: str = ""
    suffix: str = ""
    event_id: str | None = None
    made_at: str = ""

    @property
    def span(self) -> Span:
        """Where the mention stands in its Text."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """A named group of records in an order of the person's choosing."""

    id: str
    name: str
    note: str = ""
    made_at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedSearch:
    """A query that a person keeps under a name. `options` is the rest of the request as a JSON object."""

    id: str
    name: str
    query: str
    options: str = "{}"
    made_at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One user action, as history shows it. `number` orders operations; `records` counts touched records.

    `undone` says that it does not count at present; `undoes` names the action that an undo takes back or a redo does
    again, `back_to` the one that an action went back to (0 for the beginning).
    """

    number: int
    id: str
    name: str
    author: str
    at: str
    undone: bool = False
    undoes: int | None = None
    records: int = 0
    back_to: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One field of one record that an operation changed; `field` is empty where the whole record was made
    or deleted, and `before`/`after` are then the record's fields, or None."""

    operation: int
    record_type: str
    record_id: str
    field: str
    before: object
    after: object
