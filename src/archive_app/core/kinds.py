"""The kinds of things that records are of, the colours of highlights, and how annotations are found again."""

from enum import StrEnum


class Script(StrEnum):
    """The script that most letters of a text are written in (ISO 15924)."""

    LATIN = "Latn"
    CYRILLIC = "Cyrl"
    UNKNOWN = "Zyyy"


class SourceKind(StrEnum):
    """What a Source is."""

    ARTICLE = "article"
    LETTER = "letter"
    BOOK = "book"
    REPORT = "report"
    DIARY = "diary"
    ALBUM = "album"
    OTHER = "other"


class AuthorityKind(StrEnum):
    """What an authority record is of: ISAAR(CPF)'s persons and corporate bodies, here mostly units, and places."""

    PERSON = "person"
    UNIT = "unit"
    PLACE = "place"


class PassageKind(StrEnum):
    """What a Passage is within its Text."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTATION = "quotation"
    CAPTION = "caption"


class Colour(StrEnum):
    """The colours of highlights. Names, not values: the window and the PDF choose their own shades."""

    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    PINK = "pink"
    ORANGE = "orange"
    PURPLE = "purple"


class Sameness(StrEnum):
    """A person's word on whether two sources mean the same: the same place, the same people, dates that are no
    contradiction."""

    UNMARKED = ""
    SAME = "same"
    DIFFERS = "differs"


class AnchoringState(StrEnum):
    """How an annotation was found again in another reading, and what a person decided about it.

    EXACT, MOVED and NEEDS_LOOK are what the comparison of the two readings found; MOVED is certain, but was edited or
    stands elsewhere. The others are a person's word: the place is right, another one is, or the annotation stays with
    the reading that it was made on.
    """

    EXACT = "exact"
    MOVED = "moved"
    NEEDS_LOOK = "needs look"
    ACCEPTED = "accepted"
    PLACED = "placed"
    DETACHED = "detached"
