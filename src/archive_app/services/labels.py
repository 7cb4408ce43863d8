"""Words for what searching knows: kinds of records, scripts, and why a word was found."""

from archive_app.core.hits import RecordKind, Tier
from archive_app.core.records import Script
from archive_app.core.translation import N_, _

_KINDS = {
    RecordKind.PASSAGE: (N_("passage"), N_("Passages")),
    RecordKind.ANNOTATION: (N_("annotation"), N_("Annotations")),
    RecordKind.PHOTO: (N_("photo"), N_("Photos")),
    RecordKind.EVENT: (N_("event"), N_("Events")),
    RecordKind.SOURCE: (N_("source"), N_("Sources")),
    RecordKind.AUTHORITY: (N_("person, unit or place"), N_("People, units and places")),
}
_SCRIPTS = {
    Script.LATIN: N_("Latin script"),
    Script.CYRILLIC: N_("Cyrillic script"),
    Script.UNKNOWN: N_("Script unknown"),
}
_TIERS = {
    Tier.EXACT: N_("same letters"),
    Tier.FOLDED: N_("same but for diacritics"),
    Tier.WORD: N_("other form of the word"),
    Tier.RELATED: N_("related word"),
    Tier.SPELLING: N_("other spelling"),
    Tier.NAME: N_("another name of it"),
}


def kind_name(kind: RecordKind) -> str:
    """What a hit is, as a word: "passage"."""
    return _(_KINDS[kind][0])


def kind_label(kind: RecordKind) -> str:
    """A kind of records as a heading: "Passages"."""
    return _(_KINDS[kind][1])


def script_label(script: Script) -> str:
    """The script of a text: "Cyrillic script"."""
    return _(_SCRIPTS[script])


def tier_label(tier: Tier) -> str:
    """Why a word was found: "other form of the word"."""
    return _(_TIERS[tier])
