"""Which paragraphs of a text are headings, quotations and captions."""

import re

from archive_app.core.records import PassageKind
from archive_app.importers.captions import MAX_CAPTION, Sureness, has_finite_verb, may_be_sure, sureness
from archive_app.language.folding import latin

_PROSE = 160
_MAX_HEADING = 80
_MAX_HEADING_WORDS = 12
_FRONT = 5
_MIN_QUOTED = 80
_CLOSERS = {"„": "“”\"", "»": "«", "«": "»", "“": "”", "\"": "\""}  # fmt: skip
_SPEECH = ("—", "–", "-", "―")
_BARE_NUMBER = re.compile(r"(?:[IVXLCІХ]{1,7}|\d{1,3})[.)]?")
_NUMBERED = re.compile(r"(?:[IVXLCІХ]{1,7}|\d{1,3}(?:\.\d{1,2})*)[.)]\s+[^\W\d_]")
_PART = re.compile(
    r"(?:\w+\.? )?(?:glava|poglavlje|deo|dio|knjiga|odeljak|odjeljak|sveska|čin|prilog)(?: [\w.]{1,12})?\.?|"
    r"(?:predgovor|uvod|uvodna reč|pogovor|zaključak|prolog|epilog|sadržaj|napomene|literatura|izvori)\.?"
)
_ORDINAL = re.compile(
    r"\b(?:prv|drug|treć|četvrt|pet|šest|sedm|osm|devet|deset|jedanaest|dvanaest|poslednj|posljednj)[aieou]\w?\b|"
    r"\b[ivxlc]+\b|\d"
)
_UNENDED = ".?!…:;,-–—"


def kinds(texts: list[str]) -> list[PassageKind]:
    """Return the kind of each paragraph of a text, given whole and in order."""
    texts = [" ".join(text.split()) if len(text) <= MAX_CAPTION else text for text in texts]
    found = [PassageKind.PARAGRAPH] * len(texts)
    headings, captions = _headings(texts), set(_captions(texts))
    for index in headings:
        found[index] = PassageKind.HEADING
    for index in captions:
        found[index] = PassageKind.CAPTION
    for index, text in enumerate(texts):
        if found[index] is PassageKind.PARAGRAPH and _is_in_quotes(text):
            found[index] = PassageKind.QUOTATION
        if found[index] is PassageKind.PARAGRAPH and _is_introduction(text):
            quoted = _next_plain(found, index)
            if quoted is not None and _may_be_quoted(texts[quoted]):
                found[quoted] = PassageKind.QUOTATION
    return found


def is_part_name(text: str) -> bool:
    """Whether a heading is only a part's name and number (Глава прва), which says nothing of the whole."""
    return _PART.fullmatch(latin(text)) is not None


def is_bare_number(text: str) -> bool:
    """Whether a heading is a number alone (II., 14)."""
    return _BARE_NUMBER.fullmatch(text) is not None


# Captions


def _captions(texts: list[str]) -> list[int]:
    """Return the places of the captions: what is surer lends its certainty to what is less sure."""

    hinted = [index for index, text in enumerate(texts) if may_be_sure(text)]
    if not hinted:
        return []
    degrees = [_degree(text) for text in texts]
    placed = _between_prose(texts, degrees)
    hinted = [index for index in hinted if placed[index]]
    accepted = {index for index in hinted if degrees[index] is Sureness.CERTAIN}
    if accepted:
        accepted |= {index for index in hinted if degrees[index] is Sureness.LIKELY}
    if len(accepted) >= 2:
        accepted |= {index for index in range(len(texts)) if placed[index]}
    return sorted(accepted)


def _degree(text: str) -> Sureness:
    """How sure a paragraph is to be a caption; what is as long as running text must be sure by itself."""
    found = sureness(text)
    return found if len(text) < _PROSE or found is Sureness.CERTAIN else Sureness.NO


def _between_prose(texts: list[str], degrees: list[Sureness]) -> list[bool]:
    """Whether each paragraph may be a caption, and the nearest ones before and after that may not are prose."""
    placed = [degree is not Sureness.NO for degree in degrees]
    for order in (range(len(texts)), range(len(texts) - 1, -1, -1)):
        is_prose = False
        for index in order:
            if degrees[index] is Sureness.NO:
                is_prose = _is_running(texts[index])
            else:
                placed[index] = placed[index] and is_prose
    return placed


def _is_running(text: str) -> bool:
    """Whether a paragraph is long prose, or introduces a quotation: a caption stands between such."""
    return len(text) >= _PROSE or _is_introduction(text)


# Headings


def _headings(texts: list[str]) -> list[int]:
    strong = [_is_strong_heading(texts, index) for index in range(len(texts))]
    found = []
    # Short lines before the first numbered or capital heading at the start are the title and the like.
    front = next((at for at in range(min(_FRONT, len(texts))) if strong[at]), 0)
    if not all(_is_short(texts[at]) for at in range(front)):
        front = 0
    for index, text in enumerate(texts):
        if (
            strong[index]
            or index < front
            or (_is_short(text) and (_is_plain_heading(texts, index) or _follows_number(texts, index)))
        ):
            found.append(index)
    return found


def _is_short(text: str) -> bool:
    """Whether a paragraph is as short as a heading, and no speech or quotation."""
    if len(text) > _MAX_HEADING or text.count(" ") >= _MAX_HEADING_WORDS:
        return False
    return not text.startswith((*_SPEECH, *_CLOSERS)) and any(map(str.isalnum, text))


def _is_strong_heading(texts: list[str], index: int) -> bool:
    """Whether its own wording makes it a heading: a number, a part's name, capitals, a numbered phrase."""
    text = texts[index]
    if not _is_short(text):
        return False
    if is_bare_number(text):
        return True
    if text.isupper() and not text.endswith(("!", "?", ":", ",", ";")) and sum(map(str.isalpha, text)) >= 4:
        return True
    name = latin(text)
    if _PART.fullmatch(name) and (" " not in name or _ORDINAL.search(name)):
        return True
    return _is_numbered_heading(texts, index)


def _is_numbered_heading(texts: list[str], index: int) -> bool:
    """Whether it is a numbered phrase that is no item of a list."""
    text = texts[index]
    match = _NUMBERED.match(text)
    if match is None or not match[0][-1].isupper() or text.endswith((";", ",", ":", "!")):
        return False
    neighbours = texts[max(index - 1, 0) : index] + texts[index + 1 : index + 2]
    if any(_NUMBERED.match(neighbour[:20]) for neighbour in neighbours) or _follows_colon(texts, index):
        return False
    return not (text.endswith(".") and (has_finite_verb(text) or text.count(". ") > 1))


def _follows_colon(texts: list[str], index: int) -> bool:
    return index > 0 and texts[index - 1].endswith(":")


def _is_plain_heading(texts: list[str], index: int) -> bool:
    """Whether a short line without an end mark stands before running text, or opens the whole."""
    if not _is_unended(texts[index]) or index + 1 == len(texts) or _follows_colon(texts, index):
        return False
    if index == 0:
        return True
    return len(texts[index + 1]) >= 120 and not (
        _is_short(texts[index - 1]) and _is_unended(texts[index - 1])
    )


def _is_unended(text: str) -> bool:
    """Whether a short line begins like a heading and has no mark at its end; a verse often has a comma there."""
    return (text[0].isupper() or text[0].isdigit()) and text[-1] not in _UNENDED and text[-1] not in '“”"«»'


def _follows_number(texts: list[str], index: int) -> bool:
    """Whether it is the name of a chapter whose number stands in the line before."""
    if index == 0 or index + 1 == len(texts) or not is_bare_number(texts[index - 1]):
        return False
    text = texts[index]
    if len(text) > 60 or ". " in text or text[-1] in ":;,!" or has_finite_verb(text):
        return False
    return len(texts[index + 1]) >= 120


# Quotations


def _is_in_quotes(text: str) -> bool:
    """Whether one pair of quotation marks holds the whole paragraph."""
    closers = _CLOSERS.get(text[0])
    if closers is None:
        return False
    inside = text.rstrip(".,;!? ")
    if len(inside) < 2 or inside[-1] not in closers:
        return False
    depth = 0
    for at, character in enumerate(inside):
        if character == text[0] and (text[0] not in closers or at == 0):
            depth += 1
        elif character in closers:
            depth -= 1
            if depth == 0:
                return at == len(inside) - 1
    return False


def _is_introduction(text: str) -> bool:
    return text.endswith(":") and len(text) >= 20 and not text.startswith(_SPEECH)


def _may_be_quoted(text: str) -> bool:
    """Whether what follows an introduction is quoted: no speech, no item of a list, nothing tiny."""
    return len(text) >= _MIN_QUOTED and text[0].isalpha() and not text.endswith((":", ";"))


def _next_plain(found: list[PassageKind], index: int) -> int | None:
    """Return the place of the next paragraph after an introduction; a caption may stand between."""
    for at in range(index + 1, len(found)):
        if found[at] is not PassageKind.CAPTION:
            return at if found[at] is PassageKind.PARAGRAPH else None
    return None
