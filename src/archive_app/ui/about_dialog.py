"""What this program is, its version, and on whose work it stands."""

import platform
from pathlib import Path

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from archive_app import __version__
from archive_app.core.translation import _
from archive_app.ui import icons, theme


class AboutDialog(QDialog):
    """Version, licence, and where the log is."""

    def __init__(self, log_path: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("About Archive"))
        self.setMinimumWidth(460)
        icon = QLabel()
        icon.setPixmap(icons.pixmap("archive", 56, theme.colours().accent, self.devicePixelRatioF()))
        icon.setAlignment(Qt.AlignmentFlag.AlignTop)
        title = QLabel(_("Archive {version}").format(version=__version__))
        title.setFont(theme.reading_font(18, weight=500))
        words = QVBoxLayout()
        words.setSpacing(theme.SPACE)
        words.addWidget(title)
        for text, muted in (
            (_("A desktop archive for people who work with Serbian historical sources."), False),
            (_("Free software under the MIT licence. It works offline and sends nothing anywhere."), False),
            (
                _(
                    "Made with Qt {qt}, Python {python}, SQLite, Whoosh and Typst; set in Noto Sans and Noto Serif."
                ).format(qt=qVersion(), python=platform.python_version()),
                True,
            ),
            (_("Log: {path}").format(path=log_path) if log_path else "", True),
        ):
            if text:
                label = QLabel(text)
                label.setWordWrap(True)
                label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                label.setObjectName("muted" if muted else "")
                words.addWidget(label)
        body = QHBoxLayout()
        body.setSpacing(20)
        body.addWidget(icon)
        body.addLayout(words, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(_("Close"))
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(20)
        layout.addLayout(body)
        layout.addWidget(buttons)
