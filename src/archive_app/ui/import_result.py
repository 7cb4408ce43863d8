"""What became of each imported file, in words."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from archive_app.core.translation import N_, _, ngettext
from archive_app.services.importing import ImportReport, Outcome, Status
from archive_app.ui import icons, theme
from archive_app.ui.labels import short
from archive_app.ui.plain_text import plain_label, tip

_TITLES = {
    Status.IMPORTED: N_("Imported"),
    Status.SKIPPED: N_("Skipped: in the archive already"),
    Status.REFUSED: N_("Refused"),
}
_ICONS = {
    Status.IMPORTED: ("check", "done"),
    Status.SKIPPED: ("info", "muted"),
    Status.REFUSED: ("warning", "danger"),
}
_OUTCOME = Qt.ItemDataRole.UserRole
_ENCODINGS = {
    "cp1250": "Windows-1250",
    "cp1251": "Windows-1251",
    "iso8859-2": "ISO 8859-2",
    "iso8859-5": "ISO 8859-5",
    "yuscii": "YUSCII",
}


class ImportResult(QWidget):
    """Files grouped by what became of them, what needs a look first. Enter or a double click shows the record."""

    source_chosen = Signal(str)
    photo_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.summary = plain_label(wrap=True)
        self.summary.setFont(theme.interface_font(2, weight=600))
        self.tree = QTreeWidget()
        self.tree.setObjectName("card")
        self.tree.setHeaderHidden(True)
        self.tree.setWordWrap(True)
        self.tree.setRootIsDecorated(False)
        self.tree.setIndentation(16)
        self.tree.setAccessibleName(_("What became of the files"))
        self.tree.itemActivated.connect(self._on_activated)
        self.hint = plain_label(wrap=True)
        self.hint.setObjectName("muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.summary)
        layout.addWidget(self.tree, 1)
        layout.addWidget(self.hint)

    def show_report(self, report: ImportReport) -> None:
        """List the outcomes."""
        self.summary.setText(summary(report))
        guessed = any(outcome.encoding_basis == "guessed" for outcome in report.of(Status.IMPORTED))
        self.hint.setText(_guessed_hint() if guessed else _("Double-click a file to see it in the archive."))
        self.tree.clear()
        for status in (Status.REFUSED, Status.IMPORTED, Status.SKIPPED):
            outcomes = report.of(status)
            if not outcomes:
                continue
            head = QTreeWidgetItem(
                [_("{title} ({count})").format(title=_(_TITLES[status]), count=len(outcomes))]
            )
            head.setFont(0, theme.interface_font(weight=600))
            head.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.tree.addTopLevelItem(head)
            for outcome in sorted(outcomes, key=lambda found: found.encoding_basis != "guessed"):
                head.addChild(_item(outcome))
            head.setExpanded(True)

    def _on_activated(self, item: QTreeWidgetItem) -> None:
        outcome = item.data(0, _OUTCOME)
        if isinstance(outcome, Outcome):
            if outcome.source_id:
                self.source_chosen.emit(outcome.source_id)
            elif outcome.photo_id:
                self.photo_chosen.emit(outcome.photo_id)


def _guessed_hint() -> str:
    return _(
        "Some files do not say how their letters are written, so it was guessed. Double-click them and look whether "
        "č, ć, š, ž and đ are right; if not, undo the import, import the file again and choose the encoding yourself."
    )


def summary(report: ImportReport) -> str:
    """An import in one sentence."""
    imported, refused = len(report.of(Status.IMPORTED)), len(report.of(Status.REFUSED))
    skipped = len(report.of(Status.SKIPPED))
    said = ngettext("{count} file imported", "{count} files imported", imported).format(count=imported)
    if skipped:
        more = ngettext("{count} skipped", "{count} skipped", skipped).format(count=skipped)
        said = _("{first}, {second}").format(first=said, second=more)
    if refused:
        more = ngettext("{count} refused", "{count} refused", refused).format(count=refused)
        said = _("{first}, {second}").format(first=said, second=more)
    if report.cancelled:
        said = _("Stopped: {summary}").format(summary=said)
    return said


def _item(outcome: Outcome) -> QTreeWidgetItem:
    lines = [outcome.path.name]
    if outcome.status is Status.IMPORTED:
        lines = [_("{name} → “{title}”").format(name=outcome.path.name, title=short(outcome.title, 44))]
        if outcome.captions:
            lines.append(
                ngettext(
                    "{count} photo caption found", "{count} photo captions found", outcome.captions
                ).format(count=outcome.captions)
            )
        if outcome.encoding_basis == "guessed":
            name = _ENCODINGS.get(outcome.encoding, outcome.encoding)
            lines.append(_("The letters were guessed to be {encoding}: please check").format(encoding=name))
    else:
        lines.append(outcome.reason)
    item = QTreeWidgetItem(["\n".join(lines)])
    name, colour = _ICONS[outcome.status]
    if outcome.encoding_basis == "guessed" and outcome.status is Status.IMPORTED:
        name, colour = "warning", "warning"
    item.setIcon(0, icons.icon(name, getattr(theme.colours(), colour)))
    item.setToolTip(0, tip(str(outcome.path)))
    item.setData(0, _OUTCOME, outcome)
    return item
