"""Replacing the text of a source by a better transcription: what becomes of the annotations is shown before."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from archive_app.core.records import AnchoringState, Source
from archive_app.core.translation import _, ngettext
from archive_app.services import correcting, drafting
from archive_app.services.drafting import Draft
from archive_app.ui import theme
from archive_app.ui.job_dialog import JobDialog
from archive_app.ui.plain_text import plain_label
from archive_app.ui.session import Session


class ReplaceDialog(JobDialog):
    """Compares the file with the text as soon as it is opened, and replaces the text when asked to."""

    def __init__(self, session: Session, source: Source, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(session, _("Replace the text"), QSize(520, 300), parent)
        self._source, self._path = source, path
        self._draft: Draft | None = None
        asking, done = QWidget(), QWidget()
        about = _("The text of “{title}” will be replaced by that of {name}.")
        self.about = plain_label(about.format(title=source.title, name=path.name), wrap=True)
        self.counts = plain_label(wrap=True)
        self.kept = plain_label(
            _("The text as it is now is kept as an earlier reading, and everything can be undone."), wrap=True
        )
        self.kept.setObjectName("muted")
        title = plain_label(self.about.text(), wrap=True)
        title.setFont(theme.interface_font(1, weight=600))
        for page, parts in ((asking, (self.about,)), (done, (title, self.counts, self.kept))):
            column = QVBoxLayout(page)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(12)
            for part in parts:
                column.addWidget(part)
            column.addStretch()
        self._lay_out(asking, done, _("Both readings are compared word by word."))
        self.start_button.setText(_("Compare"))
        self.start()

    def start(self) -> None:
        """Compare, or replace once that was done."""
        if self._draft is None:
            self._run(_("Comparing the texts"), drafting.prepare_replacement, self._source.id, self._path)
            return
        self.start_button.setEnabled(False)
        self._session.write(
            _("Replacing the text"),
            correcting.apply,
            self._draft,
            done=self._on_replaced,
            failed=self._on_refused,
        )

    def _show_result(self, result: Any) -> None:
        self._draft = result
        self.counts.setText("\n".join(_counted(result)))
        self.start_button.setText(_("&Replace the text"))
        self.start_button.show()
        self.start_button.setFocus()
        self.close_button.setText(_("Cancel"))

    def _on_replaced(self, _done: object) -> None:
        self.close()

    def _on_refused(self, error: Exception) -> None:
        self._draft = None
        self._back_to_asking()
        self.start_button.setText(_("Compare"))
        self.start_button.setEnabled(True)
        self._say(str(error))


def _counted(draft: Draft) -> list[str]:
    """What becomes of the annotations, a line for each way."""
    exact, moved, look = (
        draft.count(state)
        for state in (AnchoringState.EXACT, AnchoringState.MOVED, AnchoringState.NEEDS_LOOK)
    )
    if not draft.placed:
        return [_("There is no annotation in this text.")]
    lines = (
        (
            exact,
            ngettext("{count} annotation stays as it is.", "{count} annotations stay as they are.", exact),
        ),
        (
            moved,
            ngettext(
                "{count} annotation goes along; its words or its place change.",
                "{count} annotations go along; their words or their place change.",
                moved,
            ),
        ),
        (
            look,
            ngettext(
                "{count} annotation will need a look; it stays with the earlier reading until then.",
                "{count} annotations will need a look; they stay with the earlier reading until then.",
                look,
            ),
        ),
    )
    return [f"• {words.format(count=count)}" for count, words in lines if count]
