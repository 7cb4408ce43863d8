"""The small panel in which a person sets how texts look, while the text behind it shows it at once."""

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QSlider,
    QWidget,
)

from archive_app.core.translation import _
from archive_app.ui import theme
from archive_app.ui.reading_look import (
    MEASURES,
    SIZES,
    SPACINGS,
    ReadingLook,
    families,
    has_serbian_shapes,
)

_STEP = 2
_WIDTH = 380


class ReadingPanel(QFrame):
    """`changed` carries the look whenever it is another one."""

    changed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self.setAccessibleName(_("Appearance of the text"))
        self.setFixedWidth(_WIDTH)
        self._look = ReadingLook()
        self._is_filling = False
        self.family = QComboBox()
        self.family.setAccessibleName(_("Font"))
        self.points = _slider(0, len(SIZES) - 1, _("Size of letters"))
        self.measure = _slider(*MEASURES, _("Length of lines"))
        self.spacing = _slider(*SPACINGS, _("Distance of lines"))
        for slider in (self.measure, self.spacing):
            slider.setSingleStep(_STEP)
        self.numbers = QCheckBox(_("&Numbers of paragraphs"))
        self.dates = QCheckBox(_("&Dates of the text"))
        self.dates.setToolTip(
            _("Mark the dates that the text mentions; what they mean is told beside the pointer")
        )
        self.reset = QPushButton(_("&As at first"))
        self.reset.setAutoDefault(False)
        self._said: dict[QSlider, QLabel] = {}
        self._build()
        self.family.currentIndexChanged.connect(self._on_changed)
        for slider in (self.points, self.measure, self.spacing):
            slider.valueChanged.connect(self._on_changed)
        self.numbers.toggled.connect(self._on_changed)
        self.dates.toggled.connect(self._on_changed)
        self.reset.clicked.connect(self._on_reset)

    def _build(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 12, 16, 12)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        rows: tuple[tuple[str, QWidget], ...] = (
            (_("&Font"), self.family),
            (_("&Size"), self.points),
            (_("&Length of lines"), self.measure),
            (_("D&istance of lines"), self.spacing),
        )
        for row, (name, field) in enumerate(rows):
            label = QLabel(name)
            label.setBuddy(field)
            label.setMinimumWidth(label.sizeHint().width())
            grid.addWidget(label, row, 0)
            if isinstance(field, QSlider):
                said = self._said[field] = QLabel()
                said.setObjectName("muted")
                said.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                said.setMinimumWidth(52)
                grid.addWidget(field, row, 1)
                grid.addWidget(said, row, 2)
            else:
                grid.addWidget(field, row, 1, 1, 2)
        grid.addWidget(self.numbers, len(rows), 0, 1, 2)
        grid.addWidget(self.dates, len(rows) + 1, 0, 1, 2)
        grid.addWidget(self.reset, len(rows) + 1, 2, Qt.AlignmentFlag.AlignRight)
        grid.setColumnStretch(1, 1)

    def open_below(self, button: QWidget, look: ReadingLook) -> None:
        """Show the look as it is, under the button that opened the panel."""
        if not self.family.count():
            self._fill_families()
        self._fill(look)
        self.adjustSize()
        self.move(button.mapToGlobal(QPoint(button.width() - self.width(), button.height() + 4)))
        self.show()
        self.points.setFocus(Qt.FocusReason.PopupFocusReason)

    def _fill_families(self) -> None:
        self._is_filling = True
        for family in families():
            name = (
                family
                if has_serbian_shapes(family)
                else _("{font} (italics not Serbian)").format(font=family)
            )
            self.family.addItem(name, family)
            self.family.setItemData(
                self.family.count() - 1, theme.text_font(family, 10.5), Qt.ItemDataRole.FontRole
            )
        self._is_filling = False

    def _fill(self, look: ReadingLook) -> None:
        self._is_filling = True
        self._look = look
        self.family.setCurrentIndex(self.family.findData(look.family))
        self.points.setValue(min(range(len(SIZES)), key=lambda place: abs(SIZES[place] - look.points)))
        self.measure.setValue(look.measure)
        self.spacing.setValue(look.spacing)
        self.numbers.setChecked(look.numbers)
        self.dates.setChecked(look.dates)
        self._is_filling = False
        self._say()

    def _say(self) -> None:
        self._said[self.points].setText(_("{points} pt").format(points=f"{SIZES[self.points.value()]:g}"))
        self._said[self.measure].setText(_("{count} letters").format(count=self.measure.value()))
        self._said[self.spacing].setText(_("{percent} %").format(percent=self.spacing.value()))
        self.reset.setEnabled(self._look != ReadingLook())

    def _on_changed(self) -> None:
        if self._is_filling:
            return
        self._look = replace(
            self._look,
            family=str(self.family.currentData() or self._look.family),
            points=float(SIZES[self.points.value()]),
            measure=self.measure.value(),
            spacing=self.spacing.value(),
            numbers=self.numbers.isChecked(),
            dates=self.dates.isChecked(),
        )
        self._say()
        self.changed.emit(self._look)

    def _on_reset(self) -> None:
        self._fill(ReadingLook())
        self.changed.emit(self._look)


def _slider(least: int, most: int, name: str) -> QSlider:
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setRange(least, most)
    slider.setAccessibleName(name)
    return slider
