"""Words for kinds, colours and judgements, in the language of the interface."""

from archive_app.core.agreement import Agreement
from archive_app.core.kinds import AuthorityKind, Colour, Sameness, SourceKind
from archive_app.core.translation import N_, _

_SOURCE_KINDS = {
    SourceKind.ARTICLE: N_("Article"),
    SourceKind.LETTER: N_("Letter"),
    SourceKind.BOOK: N_("Book"),
    SourceKind.REPORT: N_("Report"),
    SourceKind.DIARY: N_("Diary"),
    SourceKind.ALBUM: N_("Album"),
    SourceKind.OTHER: N_("Other"),
}
_AUTHORITY_KINDS = {
    AuthorityKind.PERSON: (N_("person"), N_("People")),
    AuthorityKind.UNIT: (N_("unit"), N_("Units")),
    AuthorityKind.PLACE: (N_("place"), N_("Places")),
}
_COLOURS = {
    Colour.YELLOW: N_("Yellow"),
    Colour.GREEN: N_("Green"),
    Colour.BLUE: N_("Blue"),
    Colour.PINK: N_("Pink"),
    Colour.ORANGE: N_("Orange"),
    Colour.PURPLE: N_("Purple"),
}
_AGREEMENTS = {
    Agreement.SAME: N_("same date"),
    Agreement.MORE_PRECISE: N_("more precise"),
    Agreement.COMPATIBLE: N_("compatible"),
    Agreement.CONFLICT: N_("in conflict"),
}
_SIGNS = {
    Agreement.SAME: "=",
    Agreement.MORE_PRECISE: "\u2282",
    Agreement.COMPATIBLE: "\u2248",
    Agreement.CONFLICT: "\u2260",
}
_SAMENESS = {
    Sameness.UNMARKED: N_("not compared"),
    Sameness.SAME: N_("the same"),
    Sameness.DIFFERS: N_("differs"),
}
_DATE_MARKS = {
    Sameness.UNMARKED: N_("as computed"),
    Sameness.SAME: N_("no contradiction"),
    Sameness.DIFFERS: N_("a contradiction"),
}


def authority_kind_label(kind: AuthorityKind) -> str:
    """What an authority record is of, as a word: "person"."""
    return _(_AUTHORITY_KINDS[kind][0])


def authority_kind_heading(kind: AuthorityKind) -> str:
    """The same as a heading over several: "People"."""
    return _(_AUTHORITY_KINDS[kind][1])


def colour_label(colour: Colour) -> str:
    """The name of a highlight colour: "Yellow"."""
    return _(_COLOURS[colour])


def source_kind_label(kind: SourceKind) -> str:
    """What a source is, as a word: "Letter"."""
    return _(_SOURCE_KINDS[kind])


def agreement_label(agreement: Agreement) -> str:
    """How a date stands to that of the event, in words: "in conflict"."""
    return _(_AGREEMENTS[agreement])


def agreement_sign(agreement: Agreement) -> str:
    """The same as one sign, for beside the words and for where there is no room for them."""
    return _SIGNS[agreement]


def sameness_label(sameness: Sameness) -> str:
    """What a person said of a place or of people: "differs"."""
    return _(_SAMENESS[sameness])


def date_mark_label(sameness: Sameness) -> str:
    """What a person said of a date that is compared by the program: "no contradiction"."""
    return _(_DATE_MARKS[sameness])
