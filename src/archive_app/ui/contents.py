"""The contents of a text: its headings, or, where it has none, how its passages begin."""

from archive_app.core.records import PassageKind
from archive_app.core.translation import _
from archive_app.ui.labels import short
from archive_app.ui.palette_entries import Entry
from archive_app.ui.text_pane import TextPane

_LENGTH = 90


def contents_of(pane: TextPane) -> tuple[list[Entry], int]:
    """The entries, whose keys are ordinals, and which of them the person is in; -1 before the first one."""
    passages = pane.text_layout.outline.passages
    headings = [passage.ordinal for passage in passages if passage.kind is PassageKind.HEADING]
    listed = headings or [passage.ordinal for passage in passages]
    at = here(pane)
    current = max((place for place, ordinal in enumerate(listed) if ordinal <= at), default=-1)
    return [_entry(pane, ordinal, is_here=place == current) for place, ordinal in enumerate(listed)], current


def here(pane: TextPane) -> int:
    """The ordinal of the passage that is read: that of the caret where it can be seen, else the one at the top."""
    unit = pane.textCursor().position()
    if not pane.viewport().rect().contains(pane.cursorRect().center()):
        unit = pane.firstVisibleBlock().position() + pane.firstVisibleBlock().length() - 1
    return pane.text_layout.outline.index_at(unit)


def passage_called(pane: TextPane, typed: str) -> list[Entry]:
    """The passage whose number was typed."""
    number = typed.strip().lstrip("¶").strip()
    if not number.isdecimal() or not 0 < int(number) <= len(pane.text_layout.outline.passages):
        return []
    return [_entry(pane, int(number) - 1)]


def _entry(pane: TextPane, ordinal: int, *, is_here: bool = False) -> Entry:
    block = pane.document().findBlock(pane.text_layout.outline.starts[ordinal])
    number = _("¶ {number}").format(number=ordinal + 1)
    return Entry(
        str(ordinal),
        short(block.text()[: 4 * _LENGTH], _LENGTH),
        icon="place" if is_here else "",
        keys=number,
    )
