"""A hit in words: where it stands, the words around what was found, and why it was found."""

from dataclasses import dataclass

from archive_app.core.hits import Hit, RecordKind, Tier
from archive_app.core.translation import N_, _
from archive_app.services.concordances import keywords
from archive_app.ui.positions import Positions

_BEFORE, _LENGTH = 60, 320
_KINDS = {
    RecordKind.PASSAGE: N_("Passage"),
    RecordKind.ANNOTATION: N_("Annotation"),
    RecordKind.PHOTO: N_("Photo"),
    RecordKind.EVENT: N_("Event"),
    RecordKind.SOURCE: N_("Source"),
    RecordKind.AUTHORITY: N_("Person, unit or place"),
}

WHY = {
    Tier.EXACT: N_("as typed"),
    Tier.FOLDED: N_("without diacritics"),
    Tier.WORD: N_("other form"),
    Tier.RELATED: N_("related word"),
    Tier.SPELLING: N_("other spelling"),
    Tier.NAME: N_("other name"),
}
"""Why a word was found, in a few words."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A part of a hit's text, with the places of the found words in it, in UTF-16 units."""

    text: str
    marks: tuple[tuple[int, int], ...]


def snippet(hit: Hit) -> Snippet:
    """The words around the first place where something was found."""
    first = hit.highlights[0][0] if hit.highlights else 0
    start = 0 if first <= 2 * _BEFORE else _word_start(hit.text, first - _BEFORE)
    end = min(len(hit.text), start + _LENGTH)
    lead = "… " if start else ""
    text = lead + hit.text[start:end].replace("\n", " ") + ("…" if end < len(hit.text) else "")
    units = Positions(text).to_units
    shift = len(lead) - start
    marks = [(units(a + shift), units(min(z, end) + shift)) for a, z in hit.highlights if start <= a < end]
    return Snippet(text, tuple(marks))


def _word_start(text: str, position: int) -> int:
    space = text.find(" ", position, position + 30)
    return position if space < 0 else space + 1


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a hit was found, in a few words; `tier` is what to switch off to find it no longer, if that is one thing."""

    words: str
    tier: Tier | None


def reasons(hit: Hit, query: str) -> list[Reason]:
    """Why a hit was found, nearest first."""
    found: dict[Reason, None] = {}
    in_cyrillic = _is_cyrillic(query)
    for one in sorted(hit.matched, key=lambda form: form.tier):
        if one.tier is Tier.EXACT and _is_cyrillic(one.form) != in_cyrillic:
            found[Reason(_("other script"), None)] = None
        elif one.tier is not Tier.NAME:
            found[Reason(_(WHY[one.tier]), one.tier)] = None
    if name := _other_name(hit):
        found[Reason(_("other name: {name}").format(name=name), Tier.NAME)] = None
    return list(found)


def _other_name(hit: Hit) -> str:
    """The first name in a hit that is another one of what was typed, "" where there is none."""
    forms = {one.form for one in hit.matched if one.tier is Tier.NAME}
    names = (hit.text[start:end] for start, end in keywords(hit)) if forms else ()
    return next((" ".join(name.split()) for name in names if any(form in name for form in forms)), "")


def _is_cyrillic(text: str) -> bool:
    return any("\u0400" <= letter <= "\u04ff" for letter in text)


def heading(hit: Hit) -> str:
    """Where a hit stands: the source's title, or what kind of record it is."""
    return hit.source_title or _(_KINDS[hit.kind])
