"""What the palette offers for what is typed: actions of the window, and records to go to."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtGui import QAction

from archive_app.core.translation import _
from archive_app.ui import icons
from archive_app.ui.actions import Actions, keys_of, plain_text
from archive_app.ui.fuzzy import fit, word_fit
from archive_app.ui.labels import short
from archive_app.ui.library_rows import SECTION_ICONS, SECTION_TITLES, Row, RowKind, Section, plain

ACTIONS_ONLY = ">"
SIGNS = {
    "/": Section.SOURCES,
    "*": Section.PHOTOS,
    "@": Section.EVENTS,
    "=": Section.AUTHORITIES,
    "#": Section.TAGS,
    "+": Section.COLLECTIONS,
}
"""A sign before what is typed asks for records of one kind."""
MOST_RECORDS = 100
_MOST_RECENT = 6
_SECTION_OF = {
    RowKind.SOURCE: Section.SOURCES,
    RowKind.PHOTO: Section.PHOTOS,
    RowKind.EVENT: Section.EVENTS,
    RowKind.AUTHORITY: Section.AUTHORITIES,
    RowKind.TAG: Section.TAGS,
    RowKind.COLLECTION: Section.COLLECTIONS,
}
Rows = Mapping[Section, Sequence[Row]]


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the palette: an action of the window or a record, with the reason why it cannot be had now."""

    key: str
    title: str
    detail: str = ""
    icon: str = ""
    keys: str = ""
    reason: str = ""
    action: QAction | None = None
    row: Row | None = None
    words: str = ""
    """What typed letters are compared with."""

    @property
    def is_possible(self) -> bool:
        """Whether it can be done now."""
        return not self.reason


Group = tuple[str, list[Entry]]
"""A heading and what stands under it."""


def offers(typed: str, actions: Sequence[Entry], rows: Rows, recent: Sequence[str]) -> list[Group]:
    """The groups to show. `recent` are keys of entries that were used, the last one first."""
    sign, words = typed[:1], plain(typed)
    if sign in SIGNS:
        words = plain(typed[1:]).strip()
        section = SIGNS[sign]
        return _filled([(_(SECTION_TITLES[section]), _records(words, {section: rows[section]}))])
    only_actions = sign == ACTIONS_ONLY
    words = plain(typed[1:] if only_actions else typed).strip()
    if not words:
        return _untyped(actions, recent)
    groups: list[Group] = [(_("Actions"), _best(words, actions, recent))]
    if not only_actions:
        groups.append((_("Go to"), _records(words, rows)))
    return _filled(groups)


def _filled(groups: list[Group]) -> list[Group]:
    return [group for group in groups if group[1]]


def _untyped(actions: Sequence[Entry], recent: Sequence[str]) -> list[Group]:
    """The actions used last, then all of them menu by menu."""
    known = {entry.key: entry for entry in actions}
    used = [known[key] for key in recent if key in known][:_MOST_RECENT]
    menus: dict[str, list[Entry]] = {}
    for entry in actions:
        menus.setdefault(entry.detail, []).append(replace(entry, detail=""))
    return _filled([(_("Used last"), used), *menus.items()])


def _best(words: str, actions: Sequence[Entry], recent: Sequence[str]) -> list[Entry]:
    """The actions that fit, best first; of those that fit alike, what can be done and what was used last first."""
    order = {key: place for place, key in enumerate(recent)}
    found = []
    for number, entry in enumerate(actions):
        distance = fit(words, entry.words)
        if distance is not None:
            used = order.get(entry.key, len(recent))
            found.append(((int(distance), not entry.is_possible, used, distance, number), entry))
    return [entry for _rank, entry in sorted(found, key=lambda pair: pair[0])]


def _records(words: str, rows: Rows) -> list[Entry]:
    """The records that fit, best first; only as many as a person looks at."""
    found: list[tuple[float, Row]] = []
    for section in rows.values():
        for row in section:
            distance = word_fit(words, row.key)
            if distance is not None:
                found.append((distance, row))
    found.sort(key=lambda pair: pair[0])  # those that fit alike stay in the library's order
    return [_record(row) for _distance, row in found[:MOST_RECORDS]]


def _record(row: Row) -> Entry:
    section = _SECTION_OF[row.kind]
    return Entry(
        key=f"{row.kind}:{row.id}",
        title=short(row.title, 200),
        detail=row.detail,
        icon=SECTION_ICONS[section],
        row=row,
    )


def action_entries(actions: Actions) -> list[Entry]:
    """All actions of the window as they are now, in the order of the menus."""
    return [
        _action(action, plain_text(menu), actions.reason(action))
        for menu, group in actions.groups
        for action in group
    ]


def _action(action: QAction, menu: str, reason: str) -> Entry:
    title = plain_text(action.text())
    keys = keys_of(action)
    said = "\n".join((title, action.whatsThis(), menu))
    return Entry(
        key=action.objectName(),
        title=title,
        detail=menu,
        icon=icons.name_of(action),
        keys=keys,
        reason=reason,
        action=action,
        words=plain(said),
    )


def hints() -> Iterable[tuple[str, str]]:
    """The signs that ask for one kind only, each with its meaning."""
    yield ACTIONS_ONLY, _("actions")
    for sign, section in SIGNS.items():
        yield sign, _(SECTION_TITLES[section]).lower()
