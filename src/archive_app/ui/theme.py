"""How the window looks: colours, fonts and style, light and dark.

Fusion is the base, with palettes and a short style sheet of our own. Fonts are the variable Noto fonts that come
as packages. Weights go through `weighted`: Qt finds only the regular instance of a variable font, and would thicken
it by smearing.
"""

from dataclasses import dataclass, fields
from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path
from string import Template

from PySide6.QtCore import QLocale, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from archive_app.core.kinds import Colour

SPACE = 8
"""The step of all distances, in device-independent pixels."""

INTERFACE_FAMILY = "Noto Sans"
READING_FAMILY = "Noto Serif"
_FONT_PACKAGES = ("fontpkg_noto_sans", "fontpkg_noto_serif")
_INTERFACE_POINTS = 10.0


class Mode(StrEnum):
    """Which look the person wants."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of one look, as #rrggbb. `paper` is under texts, `side` under lists, `window` around them."""

    window: str
    side: str
    paper: str
    field: str
    text: str
    muted: str
    line: str
    edge: str
    hover: str
    chosen: str
    accent: str
    on_accent: str
    link: str
    danger: str
    danger_back: str
    warning: str
    warning_back: str
    done: str
    done_back: str


_LIGHT = Colours(
    window="#f1eee7", side="#f8f6f1", paper="#fffefb", field="#fffefc", text="#23252a", muted="#65625b",
    line="#dfdacf", edge="#c6c0b3", hover="#e8e4da", chosen="#d6e4e3", accent="#1f5f6b", on_accent="#ffffff",
    link="#1b5b86", danger="#9c2f27", danger_back="#f7e3df", warning="#7a5200", warning_back="#f8ecd0",
    done="#2f6238", done_back="#e2eedf",
)  # fmt: skip
_DARK = Colours(
    window="#202225", side="#25282b", paper="#1b1d1f", field="#191b1d", text="#dedbd3", muted="#aeaba3",
    line="#36393d", edge="#4b4f54", hover="#303438", chosen="#27403f", accent="#6fb4be", on_accent="#0e1718",
    link="#86c1e6", danger="#f09a90", danger_back="#45292a", warning="#e5bd6c", warning_back="#403620",
    done="#93cb97", done_back="#26382a",
)  # fmt: skip

_HIGHLIGHTS: dict[Colour, tuple[str, str]] = {
    Colour.YELLOW: ("#fbe694", "#50430f"),
    Colour.GREEN: ("#cde8bb", "#2a4a25"),
    Colour.BLUE: ("#c5e0f4", "#20475f"),
    Colour.PINK: ("#fbcfdc", "#662c48"),
    Colour.ORANGE: ("#fdd5ab", "#613a14"),
    Colour.PURPLE: ("#e0d3f5", "#48376d"),
}
_INKS: dict[Colour, tuple[str, str]] = {
    Colour.YELLOW: ("#846500", "#e0bb3c"),
    Colour.GREEN: ("#3a7019", "#7fbf63"),
    Colour.BLUE: ("#1f679b", "#62aee0"),
    Colour.PINK: ("#b02f5a", "#ea8fab"),
    Colour.ORANGE: ("#a54f08", "#e79a52"),
    Colour.PURPLE: ("#6a43ac", "#b49ae2"),
}
_DOTS: dict[Colour, tuple[str, str]] = {
    Colour.YELLOW: ("#e3b505", "#e0bb3c"),
    Colour.GREEN: ("#6cad45", "#7fbf63"),
    Colour.BLUE: ("#3f94cf", "#62aee0"),
    Colour.PINK: ("#e0648c", "#e3839f"),
    Colour.ORANGE: ("#e8872b", "#e79a52"),
    Colour.PURPLE: ("#8f6bcb", "#a98bdc"),
}
_MARK = ("#ffb733", "#593e00")


class _State(QObject):
    """What is shown now; one for the process, as the palette and the style sheet are."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.mode = Mode.SYSTEM
        self.dark = False


state = _State()
"""`state.changed` is emitted after the look has changed; views that keep colours of their own listen to it."""


def set_up(app: QApplication, mode: Mode = Mode.SYSTEM) -> None:
    """Give the application its style, fonts and colours. Call once, before the first widget."""
    app.setStyle("Fusion")
    QLocale.setDefault(QLocale("sr_RS"))  # Serbian shapes of italic б г д п т
    for package in _FONT_PACKAGES:
        spec = find_spec(package)
        assert spec is not None
        assert spec.origin is not None
        for path in sorted((Path(spec.origin).parent / "files").glob("*.ttf")):
            QFontDatabase.addApplicationFont(str(path))
    app.setFont(interface_font())
    app.styleHints().colorSchemeChanged.connect(_on_system_changed)
    set_mode(mode)


def set_mode(mode: Mode) -> None:
    """Show the light or the dark look, or whichever the system has."""
    state.mode = mode
    hints = QApplication.styleHints()
    if mode is Mode.SYSTEM:
        hints.unsetColorScheme()
    else:
        hints.setColorScheme(Qt.ColorScheme.Dark if mode is Mode.DARK else Qt.ColorScheme.Light)
    _show()


def mode() -> Mode:
    """What the person wants."""
    return state.mode


def is_dark() -> bool:
    """Whether the dark look is shown."""
    return state.dark


def colours() -> Colours:
    """The colours of the look that is shown."""
    return _DARK if state.dark else _LIGHT


def _on_system_changed() -> None:
    if state.mode is Mode.SYSTEM:
        _show()


def _show() -> None:
    scheme = QApplication.styleHints().colorScheme()
    dark = state.mode is Mode.DARK or (state.mode is Mode.SYSTEM and scheme == Qt.ColorScheme.Dark)
    app = QApplication.instance()
    if not isinstance(app, QApplication) or (dark == state.dark and app.styleSheet()):
        return
    state.dark = dark
    app.setPalette(_palette(colours()))
    app.setStyleSheet(_style_sheet(colours()))
    state.changed.emit()


def highlight(colour: Colour) -> QColor:
    """The shade behind highlighted letters; the text colour stays well readable on it (WCAG 2.2, 1.4.6: 7)."""
    return QColor(_HIGHLIGHTS[colour][state.dark])


def ink(colour: Colour) -> QColor:
    """The colour of lines under and around highlighted letters; it can be seen on their shade (WCAG 2.2, 1.4.11: 3)."""
    return QColor(_INKS[colour][state.dark])


def dot(colour: Colour) -> QColor:
    """The full shade of a highlight colour, for buttons, tags and margins."""
    return QColor(_DOTS[colour][state.dark])


def mark() -> QColor:
    """The shade behind the words that a search found."""
    return QColor(_MARK[state.dark])


def colour(name: str) -> QColor:
    """One of `Colours` by its name."""
    return QColor(getattr(colours(), name))


def interface_font(points: float = 0.0, *, weight: int = 400) -> QFont:
    """The font of labels, lists and buttons; `points` relative to the usual size."""
    font = QFont(INTERFACE_FAMILY)
    font.setPointSizeF(_INTERFACE_POINTS + points)
    return weighted(font, weight)


def reading_font(points: float, *, weight: int = 400, italic: bool = False) -> QFont:
    """The font of titles and quotations; `points` is its size."""
    return text_font(READING_FAMILY, points, weight=weight, italic=italic)


def text_font(family: str, points: float, *, weight: int = 400, italic: bool = False) -> QFont:
    """A font of any family, ours or the system's."""
    font = QFont(family)
    font.setPointSizeF(points)
    font.setItalic(italic)
    return weighted(font, weight)


def weighted(font: QFont, weight: int) -> QFont:
    """`font` in another weight, 100 to 900 (CSS): of our own fonts by their axis, of others by another font."""
    copy = QFont(font)
    if font.family() in (INTERFACE_FAMILY, READING_FAMILY):
        copy.setVariableAxis(QFont.Tag("wght"), weight)
    else:
        copy.setWeight(QFont.Weight(min(range(100, 1000, 100), key=lambda known: abs(known - weight))))
    return copy


def _palette(shown: Colours) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for name, value in (
        (role.Window, shown.window),
        (role.WindowText, shown.text),
        (role.Base, shown.field),
        (role.AlternateBase, shown.side),
        (role.Text, shown.text),
        (role.Button, shown.side),
        (role.ButtonText, shown.text),
        (role.BrightText, shown.danger),
        (role.PlaceholderText, shown.muted),
        (role.ToolTipBase, shown.text),
        (role.ToolTipText, shown.paper),
        (role.Highlight, shown.accent),
        (role.HighlightedText, shown.on_accent),
        (role.Accent, shown.accent),
        (role.Link, shown.link),
        (role.LinkVisited, shown.link),
        (role.Light, shown.paper),
        (role.Midlight, shown.line),
        (role.Mid, shown.edge),
        (role.Dark, shown.edge),
    ):
        palette.setColor(name, QColor(value))
    for name in (role.WindowText, role.Text, role.ButtonText):
        faint = QColor(shown.muted)
        faint.setAlpha(140)
        palette.setColor(QPalette.ColorGroup.Disabled, name, faint)
    return palette


def _style_sheet(shown: Colours) -> str:
    folder = Path(__file__).parent / "assets"
    template = Template((folder / "style.qss").read_text(encoding="utf-8"))
    values = {field.name: getattr(shown, field.name) for field in fields(shown)}
    chevron = folder / f"chevron_{'dark' if state.dark else 'light'}.svg"
    return template.substitute(values, chevron=chevron.as_posix())
