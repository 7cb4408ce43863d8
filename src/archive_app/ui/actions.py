"""The actions of the window: each once, with its shortcut, in a menu, and some of them in the toolbar."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from archive_app.core.records import Colour
from archive_app.core.translation import N_, _
from archive_app.ui import icons, theme
from archive_app.ui.labels import colour_label, short
from archive_app.ui.plain_text import tip


class Needs(StrEnum):
    """What must be there for an action to make sense."""

    NOTHING = "nothing"
    ARCHIVE = "archive"
    WRITABLE = "writable"
    TEXT = "text"
    WRITABLE_TEXT = "writable text"


@dataclass(frozen=True, slots=True)
class Spec:
    """An action: `name` is that of the method of the handler, `icon` that of an icon; texts are not translated yet."""

    name: str
    text: str
    shortcut: str = ""
    icon: str = ""
    needs: Needs = Needs.ARCHIVE
    tip: str = ""


SEPARATOR = Spec("", "")
_A, _W, _T, _WT, _N = Needs.ARCHIVE, Needs.WRITABLE, Needs.TEXT, Needs.WRITABLE_TEXT, Needs.NOTHING

MENUS: tuple[tuple[str, tuple[Spec, ...]], ...] = (
    (
        N_("&File"),
        (
            Spec("new_archive", N_("&New archive…"), "Ctrl+N", "new", _N),
            Spec("choose_archive", N_("&Open archive…"), "Ctrl+O", "open", _N),
            Spec("recent", N_("Open &recent")),
            Spec("open_sample", N_("Open the &sample archive"), "", "book", _N),
            SEPARATOR,
            Spec("import_files", N_("&Import files…"), "Ctrl+I", "import", _W),
            Spec("export", N_("&Export as PDF…"), "Ctrl+P", "export", _A),
            SEPARATOR,
            Spec("check", N_("Chec&k the archive")),
            Spec("show_folder", N_("Show the archive’s &folder"), "", "folder"),
            SEPARATOR,
            Spec("close_archive", N_("&Close archive"), "Ctrl+W"),
            Spec("close", N_("&Quit"), "Ctrl+Q", "", _N),
        ),
    ),
    (
        N_("&Edit"),
        (
            Spec("undo", N_("&Undo"), "Ctrl+Z", "undo", _W),
            Spec("redo", N_("&Redo"), "Ctrl+Shift+Z", "redo", _W),
            SEPARATOR,
            Spec(
                "describe",
                N_("&Describe…"),
                "F2",
                "edit",
                _W,
                N_("Describe the source or photo, edit the event"),
            ),
            Spec("delete", N_("De&lete"), "Del", "trash", _W, N_("Delete the chosen annotation or record")),
            SEPARATOR,
            Spec("copy_with_citation", N_("&Copy with citation"), "Ctrl+Shift+C", "quote", _T),
            SEPARATOR,
            Spec("show_history", N_("&History…"), "Ctrl+H", "clock", _A),
        ),
    ),
    (
        N_("&Annotate"),
        (
            Spec("colours", ""),
            SEPARATOR,
            Spec("note", N_("Highlight with a &note"), "Ctrl+M", "note", _WT),
            Spec("tags", N_("&Tags…"), "Ctrl+T", "tag", _WT),
            Spec("link", N_("&Link to an event…"), "Ctrl+E", "link", _WT),
            SEPARATOR,
            Spec("next_annotation", N_("Ne&xt annotation"), "Alt+Down", "down", _T),
            Spec("previous_annotation", N_("Pre&vious annotation"), "Alt+Up", "up", _T),
            SEPARATOR,
            Spec("new_event", N_("New &event…"), "Ctrl+Shift+E", "event", _W),
            Spec("new_collection", N_("New &collection…"), "", "collection", _W),
        ),
    ),
    (
        N_("&Search"),
        (
            Spec("focus_search", N_("&Search the archive"), "Ctrl+F", "search", _A),
            Spec("next_hit", N_("&Next result"), "F3", "down", _A),
            Spec("previous_hit", N_("&Previous result"), "Shift+F3", "up", _A),
            Spec("close_search", N_("&Close the results"), "", "close", _A),
            SEPARATOR,
            Spec("toggle_lines", N_("C&oncordance"), "Ctrl+K", "lines", _A, N_("List or concordance")),
            Spec("toggle_filters", N_("Filter resul&ts"), "Ctrl+Shift+F", "filter", _A),
            Spec("show_searches", N_("Saved and &recent searches"), "Ctrl+R", "clock", _A),
            Spec("save_search", N_("Sa&ve this search…"), "Ctrl+D", "star", _W),
            SEPARATOR,
            Spec("annotate_found", N_("&Annotate the results…"), "Ctrl+Shift+M", "highlight", _W),
            Spec("export_found", N_("&Export the results as a table…"), "Ctrl+Shift+P", "export", _A),
            SEPARATOR,
            Spec("focus_filter", N_("&Filter the library"), "Ctrl+L", "", _A),
        ),
    ),
    (
        N_("&View"),
        (
            Spec("go_back", N_("&Back"), "Alt+Left", "back", _A),
            Spec("focus_next_pane", N_("Next &pane"), "F6", "", _A),
            SEPARATOR,
            Spec("zoom_in", N_("&Larger text"), "Ctrl++", "", _T),
            Spec("zoom_out", N_("&Smaller text"), "Ctrl+-", "", _T),
            Spec("zoom_reset", N_("&Usual size of text"), "Ctrl+0", "", _T),
            SEPARATOR,
            Spec("modes", ""),
            Spec("toggle_dark", N_("S&witch between light and dark"), "Ctrl+Shift+L", "moon", _N),
            SEPARATOR,
            Spec("toggle_inspector", N_("&Inspector"), "F9", "", _A),
            Spec("toggle_full_screen", N_("&Full screen"), "F11", "", _N),
        ),
    ),
    (
        N_("&Help"),
        (
            Spec("show_help", N_("How to &search"), "F1", "help", _N),
            Spec("show_shortcuts", N_("&Keyboard shortcuts"), "Shift+F1", "", _N),
            Spec("show_log", N_("Show the &log"), "", "", _N),
            SEPARATOR,
            Spec("show_about", N_("&About Archive"), "", "info", _N),
        ),
    ),
)


@dataclass
class Actions:
    """All actions by name, what each needs, and how the menus group them."""

    by_name: dict[str, QAction] = field(default_factory=dict)
    needs: dict[str, Needs] = field(default_factory=dict)
    colours: dict[Colour, QAction] = field(default_factory=dict)
    modes: dict[theme.Mode, QAction] = field(default_factory=dict)
    groups: list[tuple[str, list[QAction]]] = field(default_factory=list)
    recent: QMenu | None = None

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

    def enable(self, *, archive: bool, writable: bool, text: bool) -> None:
        """Enable what makes sense now."""
        there = {
            Needs.NOTHING: True,
            Needs.ARCHIVE: archive,
            Needs.WRITABLE: archive and writable,
            Needs.TEXT: archive and text,
            Needs.WRITABLE_TEXT: archive and writable and text,
        }
        for name, action in self.by_name.items():
            action.setEnabled(there[self.needs[name]])
        for action in self.colours.values():
            action.setEnabled(there[Needs.WRITABLE_TEXT])


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
            elif spec.name == "colours":
                group += _add_colours(window, menu, actions, highlight)
            elif spec.name == "modes":
                _add_modes(window, menu, actions, set_mode)
            else:
                group.append(_make(window, spec, actions, handlers[spec.name]))
                menu.addAction(group[-1])
        actions.groups.append((_(title), group))
    return actions


def _make(window: QMainWindow, spec: Spec, actions: Actions, handler: Callable[[], object]) -> QAction:
    action = QAction(_(spec.text), window)
    if spec.shortcut:
        action.setShortcut(QKeySequence(spec.shortcut))
    if spec.icon:
        icons.put(action, spec.icon)
    set_tip(action, _(spec.tip) if spec.tip else action.text())
    action.triggered.connect(lambda _checked=False: handler())
    actions.by_name[spec.name] = action
    actions.needs[spec.name] = spec.needs
    return action


def set_tip(action: QAction, text: str) -> None:
    """Say what an action does, with its shortcut, when the mouse rests on it."""
    said = plain_text(text)
    shortcut = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
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
        action.setShortcut(QKeySequence(f"Ctrl+{number}"))
        set_tip(action, name)
        action.triggered.connect(lambda _checked=False, chosen=colour: highlight(chosen))
        menu.addAction(action)
        actions.colours[colour] = action
    return list(actions.colours.values())


def _add_modes(
    window: QMainWindow, menu: QMenu, actions: Actions, set_mode: Callable[[theme.Mode], object]
) -> None:
    group = QActionGroup(window)
    labels = {
        theme.Mode.SYSTEM: (_("&As the system has it"), "system"),
        theme.Mode.LIGHT: (_("Ligh&t"), "sun"),
        theme.Mode.DARK: (_("&Dark"), "moon"),
    }
    for mode, (label, icon) in labels.items():
        action = QAction(label, window)
        action.setCheckable(True)
        icons.put(action, icon)
        action.triggered.connect(lambda _checked=False, chosen=mode: set_mode(chosen))
        group.addAction(action)
        menu.addAction(action)
        actions.modes[mode] = action


def refresh_icons(window: QMainWindow, actions: Actions) -> None:
    """Draw all icons again in the colours of the look that is shown."""
    icons.refresh(window)
    for colour, action in actions.colours.items():
        action.setIcon(icons.dot(theme.dot(colour)))
