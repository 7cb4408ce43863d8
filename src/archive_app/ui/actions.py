"""The actions of the window, made from `action_list`: each once, in a menu, and some of them in the toolbar."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from archive_app.core.kinds import Colour
from archive_app.core.translation import _
from archive_app.ui import icons, theme
from archive_app.ui.action_list import IMPLIED, LACKS, MENUS, NOT_NOW, SEPARATOR, Needs, Spec
from archive_app.ui.labels import colour_label, short
from archive_app.ui.plain_text import tip


@dataclass
class Actions:
    """All actions by name, what each needs, and how the menus group them."""

    by_name: dict[str, QAction] = field(default_factory=dict)
    needs: dict[str, Needs] = field(default_factory=dict)
    colours: dict[Colour, QAction] = field(default_factory=dict)
    modes: dict[theme.Mode, QAction] = field(default_factory=dict)
    groups: list[tuple[str, list[QAction]]] = field(default_factory=list)
    recent: QMenu | None = None
    lacking: dict[Needs, Needs | None] = field(default_factory=dict)
    """What is not there of what each need comes to."""

    def __getitem__(self, name: str) -> QAction:
        return self.by_name[name]

    def name_undo(self, action: str) -> None:
        """Say what undo would take back; "" where there is nothing."""
        said = _("&Undo {action}").format(action=_escaped(action)) if action else _("&Undo")
        _rename(self["undo"], said, bool(action))

    def name_redo(self, action: str) -> None:
        """Say what redo would do again; "" where there is nothing."""
        said = _("&Redo {action}").format(action=_escaped(action)) if action else _("&Redo")
        _rename(self["redo"], said, bool(action))

    def enable(self, *, archive: bool, writable: bool, text: bool, results: bool = False) -> None:
        """Enable what makes sense now: what an opened archive, its being writable, a text and results allow."""
        there = {
            Needs.ARCHIVE: archive,
            Needs.WRITABLE: writable,
            Needs.TEXT: text,
            Needs.RESULTS: results,
        }
        self.lacking = {
            need: next((part for part in parts if not there[part]), None) for need, parts in IMPLIED.items()
        }
        for name, action in self.by_name.items():
            action.setEnabled(self.lacking[self.needs[name]] is None)
        for action in self.colours.values():
            action.setEnabled(self.lacking[Needs.WRITABLE_TEXT] is None)

    def reason(self, action: QAction) -> str:
        """Why an action cannot be had now; "" where it can."""
        if action.isEnabled():
            return ""
        name = action.objectName()
        lacking = self.lacking.get(self.needs.get(name, Needs.WRITABLE_TEXT))
        said = LACKS[lacking] if lacking is not None else NOT_NOW.get(name)
        return _(said) if said else _("not possible now")


def _escaped(action: str) -> str:
    return short(action).replace("&", "&&")


def _rename(action: QAction, text: str, enabled: bool) -> None:
    action.setText(text)
    action.setEnabled(enabled)
    set_tip(action, text)


def make_actions(
    window: QMainWindow,
    handlers: dict[str, Callable[[], object]],
    highlight: Callable[[Colour], object],
    set_mode: Callable[[theme.Mode], object],
) -> Actions:
    """Make all actions and fill the menu bar. `handlers` has a function for each name of `MENUS`."""
    actions = Actions()
    for title, specs in MENUS:
        menu = window.menuBar().addMenu(_(title))
        group: list[QAction] = []
        for spec in specs:
            if spec is SEPARATOR:
                menu.addSeparator()
            elif spec.name == "recent":
                actions.recent = menu.addMenu(_(spec.text))
                actions.recent.setToolTipsVisible(True)
            elif spec.name == "recent_tags":
                group += _add_recent_tags(window, menu.addMenu(_(spec.text)), actions, handlers)
            elif spec.name == "colours":
                group += _add_colours(window, menu, actions, highlight)
            elif spec.name == "modes":
                group += _add_modes(window, menu, actions, set_mode)
            else:
                group.append(_make(window, spec, actions, handlers[spec.name]))
                menu.addAction(group[-1])
        menu.aboutToShow.connect(partial(icons.draw_missing, group))
        actions.groups.append((_(title), group))
    return actions


def _add_recent_tags(
    window: QMainWindow, menu: QMenu, actions: Actions, handlers: dict[str, Callable[[], object]]
) -> list[QAction]:
    """One action for each tag that was used lately; `RecentTagActions` names them."""
    made = []
    for number in range(1, 10):
        spec = Spec(f"tag_{number}", f"&{number}", f"Alt+{number}", "tag", Needs.WRITABLE_TEXT)
        made.append(_make(window, spec, actions, handlers[spec.name]))
        menu.addAction(made[-1])
    return made


def _make(window: QMainWindow, spec: Spec, actions: Actions, handler: Callable[[], object]) -> QAction:
    action = QAction(_(spec.text), window)
    action.setObjectName(spec.name)
    action.setWhatsThis(_(spec.tip) if spec.tip else "")
    action.setShortcuts([QKeySequence(keys) for keys in (spec.shortcut, spec.also) if keys])
    action.setCheckable(spec.checkable)
    icons.name_only(action, spec.icon)
    set_tip(action, _(spec.tip) if spec.tip else action.text())
    action.triggered.connect(lambda _checked=False: handler())
    actions.by_name[spec.name] = action
    actions.needs[spec.name] = spec.needs
    return action


def keys_of(action: QAction) -> str:
    """The keys of an action as the system writes them; "" where it has none."""
    native = [keys.toString(QKeySequence.SequenceFormat.NativeText) for keys in action.shortcuts()]
    if len(native) > 1:
        return _("{keys} or {others}").format(keys=native[0], others=native[1])
    return native[0] if native else ""


def set_tip(action: QAction, text: str) -> None:
    """Say what an action does, with its shortcut, when the mouse rests on it."""
    said = plain_text(text)
    shortcut = keys_of(action)
    whole = _("{action} ({shortcut})").format(action=said, shortcut=shortcut) if shortcut else said
    action.setToolTip(tip(whole))


def plain_text(text: str) -> str:
    """The text of an action without the marks of its access key."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")


def _add_colours(
    window: QMainWindow, menu: QMenu, actions: Actions, highlight: Callable[[Colour], object]
) -> list[QAction]:
    for number, colour in enumerate(Colour, 1):
        name = _("Highlight in {colour}").format(colour=colour_label(colour).lower())
        action = QAction(icons.dot(theme.dot(colour)), name, window)
        action.setObjectName(f"highlight_{colour}")
        action.setShortcut(QKeySequence(f"Ctrl+{number}"))
        set_tip(action, name)
        action.triggered.connect(lambda _checked=False, chosen=colour: highlight(chosen))
        menu.addAction(action)
        actions.colours[colour] = action
    return list(actions.colours.values())


def _add_modes(
    window: QMainWindow, menu: QMenu, actions: Actions, set_mode: Callable[[theme.Mode], object]
) -> list[QAction]:
    group = QActionGroup(window)
    labels = {
        theme.Mode.SYSTEM: (_("&As the system has it"), "system"),
        theme.Mode.LIGHT: (_("Ligh&t"), "sun"),
        theme.Mode.DARK: (_("&Dark"), "moon"),
    }
    for mode, (label, icon) in labels.items():
        action = QAction(label, window)
        action.setObjectName(f"look_{mode}")
        action.setWhatsThis(_("The look of the window"))
        action.setCheckable(True)
        icons.name_only(action, icon)
        action.triggered.connect(lambda _checked=False, chosen=mode: set_mode(chosen))
        group.addAction(action)
        menu.addAction(action)
        actions.modes[mode] = action
    return list(actions.modes.values())


def refresh_icons(window: QMainWindow, actions: Actions) -> None:
    """Draw all icons again in the colours of the look that is shown."""
    icons.refresh(window)
    for colour, action in actions.colours.items():
        action.setIcon(icons.dot(theme.dot(colour)))
