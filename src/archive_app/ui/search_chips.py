"""Why words were found, as switches, and what the results are narrowed to, as chips that can be taken off."""

from collections.abc import Iterable, Mapping
from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from archive_app.core.hits import Facet, Tier, WordCount
from archive_app.core.translation import N_, _, ngettext
from archive_app.ui import icons, theme
from archive_app.ui.flow_layout import FlowLayout
from archive_app.ui.hit_words import WHY
from archive_app.ui.labels import short
from archive_app.ui.plain_text import tip

_MEANING = {
    Tier.EXACT: N_("The letters as typed, in either script."),
    Tier.FOLDED: N_("The same word with or without its diacritics: Čukarica, Cukarica."),
    Tier.WORD: N_("The same word in another case, number or person: Beograd, Beogradu."),
    Tier.RELATED: N_("A word made from it: Beograd, beogradski."),
    Tier.SPELLING: N_("The same word written otherwise: Ekavian and Ijekavian, foreign names, slips."),
    Tier.NAME: N_("Another name of the same person, unit or place, as its record in this archive has it."),
}
_ALWAYS = (Tier.EXACT, Tier.WORD, Tier.RELATED)
_MOST_FORMS = 24


class TierChips(QWidget):
    """One switch for each way in which words were found. `changed` tells that the person turned one."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips: dict[Tier, QToolButton] = {}
        self._counts: dict[Tier, int] = {}
        self._are_results = False
        flow = FlowLayout(self, spacing=4)
        for tier in Tier:
            chip = QToolButton()
            chip.setObjectName("why")
            chip.setFont(theme.interface_font(-1))
            chip.setCheckable(True)
            chip.setChecked(True)
            chip.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            chip.clicked.connect(partial(self._on_clicked, tier))
            chip.customContextMenuRequested.connect(partial(self._on_menu_wanted, tier))
            self.chips[tier] = chip
            flow.addWidget(chip)
        self.ijekavian = QAction(_("Ekavian and Ijekavian: reka, rijeka"), self)
        self.foreign = QAction(_("Other spellings of foreign names: Stettner, Štetner"), self)
        self.also = QToolButton()
        self._add_also(flow)
        self.show_words((), 0)

    def _add_also(self, flow: FlowLayout) -> None:
        menu = QMenu(self)
        for action in (self.ijekavian, self.foreign):
            action.setCheckable(True)
            action.toggled.connect(self._on_also_toggled)
            menu.addAction(action)
        self.also.setObjectName("why")
        self.also.setFont(theme.interface_font(-1))
        self.also.setMenu(menu)
        self.also.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.also.setAccessibleName(_("Also find"))
        flow.addWidget(self.also)

    # What is allowed

    def tiers(self) -> frozenset[Tier]:
        """The ways in which words may be found."""
        return frozenset(tier for tier, chip in self.chips.items() if chip.isChecked())

    def is_narrowed(self) -> bool:
        """Whether some way is switched off."""
        return len(self.tiers()) < len(Tier)

    def allow(self, tiers: Iterable[Tier], *, ijekavian: bool = False, foreign: bool = False) -> None:
        """Set the switches without telling anybody."""
        wanted = frozenset(tiers) or frozenset(Tier)
        for tier, chip in self.chips.items():
            chip.setChecked(tier in wanted)
        for action, on in ((self.ijekavian, ijekavian), (self.foreign, foreign)):
            action.blockSignals(True)
            action.setChecked(on)
            action.blockSignals(False)
        self._show()

    def switch_off(self, tier: Tier) -> None:
        """Leave out what was found in this way."""
        self.chips[tier].setChecked(False)
        self._on_clicked(tier)

    def only(self, tier: Tier) -> None:
        """Leave out what was found in any other way."""
        self.allow((tier,), ijekavian=self.ijekavian.isChecked(), foreign=self.foreign.isChecked())
        self.changed.emit()

    def _on_clicked(self, tier: Tier, _checked: bool = False) -> None:
        if (
            not self.tiers()
        ):  # nothing could be found at all: leave out everything but this, the other way round
            self.allow(
                set(Tier) - {tier}, ijekavian=self.ijekavian.isChecked(), foreign=self.foreign.isChecked()
            )
        self._show()
        self.changed.emit()

    def _on_also_toggled(self) -> None:
        self._show()
        self.changed.emit()

    def _on_menu_wanted(self, tier: Tier, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Only “{reason}”").format(reason=_(WHY[tier])), partial(self.only, tier))
        menu.addAction(_("All ways of finding a word"), self._on_all_wanted)
        menu.popup(self.chips[tier].mapToGlobal(at))

    def _on_all_wanted(self) -> None:
        self.allow(Tier, ijekavian=self.ijekavian.isChecked(), foreign=self.foreign.isChecked())
        self.changed.emit()

    # What is shown

    def show_words(self, words: Iterable[WordCount], total: int) -> None:
        """Say how much was found in each way; what is switched off keeps its count.

        The index counts words, not results: figures are shown where both are the same, for one word that nothing
        else narrows. Elsewhere they would be larger than the `total` beside them.
        """
        words = tuple(words)
        self._are_results = len(words) == 1 and words[0].documents == total
        allowed = self.tiers()
        counts = counts_of(words)
        self._counts = {tier: (counts if tier in allowed else self._counts).get(tier, 0) for tier in Tier}
        for tier, chip in self.chips.items():
            chip.setToolTip(tip("\n".join([_(_MEANING[tier]), *forms_of(words, tier)])))
        self._show()

    def _show(self) -> None:
        for tier, chip in self.chips.items():
            count = self._counts.get(tier, 0)
            label = _(WHY[tier])
            counted = _("{reason} {count}").format(reason=label, count=f"{count:,}")
            chip.setText(counted if count and self._are_results else label)
            font = chip.font()
            font.setStrikeOut(not chip.isChecked())
            chip.setFont(font)
            chip.setVisible(bool(count) or not chip.isChecked() or tier in _ALWAYS)
        on = [action for action in (self.ijekavian, self.foreign) if action.isChecked()]
        self.also.setProperty("on", bool(on))
        self.also.setText(f"+ {len(on)}" if on else "+")
        said = _("Find words in still other ways of writing them")
        self.also.setToolTip(tip("\n".join([said, *(f"✓ {action.text()}" for action in on)])))
        self.also.style().unpolish(self.also)
        self.also.style().polish(self.also)


def counts_of(words: Iterable[WordCount]) -> dict[Tier, int]:
    """How often the words of a query were found in each way: the documents of each form, added up."""
    counts = dict.fromkeys(Tier, 0)
    for word in words:
        for _form, tier, documents in word.forms:
            counts[tier] += documents
    return counts


def forms_of(words: Iterable[WordCount], tier: Tier) -> list[str]:
    """The forms that were found in one way, a line for each word of the query."""
    lines = []
    for word in words:
        forms = [f"{form} {count:,}" for form, found_as, count in word.forms if found_as is tier]
        if forms:
            more = len(forms) - _MOST_FORMS
            shown = ", ".join(forms[:_MOST_FORMS])
            if more > 0:
                shown = ngettext("{forms} and {count} more", "{forms} and {count} more", more).format(
                    forms=shown, count=f"{more:,}"
                )
            lines.append(_("{word}: {forms}").format(word=word.word, forms=shown))
    return lines


class NarrowedChips(QWidget):
    """What the results are narrowed to. `removed` carries a facet and a value, `cleared` is for all of them."""

    removed = Signal(object, str)
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, spacing=4)
        self.chips: list[QToolButton] = []
        self.hide()

    def show_narrowed(
        self, narrowed: Mapping[Facet, Iterable[str]], labels: Mapping[tuple[Facet, str], str]
    ) -> None:
        """Show a chip for each value; `labels` says how a person reads it."""
        had_keyboard = any(chip.hasFocus() for chip in self.chips)
        while self._flow.takeAt(0):
            pass
        for chip in self.chips:
            chip.hide()
            chip.deleteLater()
        self.chips = [
            self._chip(facet, value, labels.get((facet, value), value))
            for facet, values in narrowed.items()
            for value in sorted(values)
        ]
        if len(self.chips) > 1:
            clear = self._button(_("clear all"))
            clear.clicked.connect(self.cleared)
            self.chips.append(clear)
        self.setVisible(bool(self.chips))
        if had_keyboard and self.chips:
            self.chips[0].setFocus()

    def _chip(self, facet: Facet, value: str, label: str) -> QToolButton:
        chip = self._button(short(label, 32).replace("&", "&&"))
        chip.setToolTip(tip(_("Only {value}. Click to take this off.").format(value=label)))
        chip.setAccessibleName(_("Narrowed to {value}; press to take this off").format(value=label))
        chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the cross stands behind the words
        icons.put(chip, "close")
        chip.setIconSize(QSize(10, 10))
        chip.clicked.connect(partial(self._on_clicked, facet, value))
        return chip

    def _button(self, label: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(label)
        button.setFont(theme.interface_font(-1))
        button.setObjectName("narrowed" if label != _("clear all") else "quiet")
        self._flow.addWidget(button)
        button.show()
        return button

    def _on_clicked(self, facet: Facet, value: str, _checked: bool = False) -> None:
        self.removed.emit(facet, value)
