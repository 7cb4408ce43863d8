"""What the window loads before it can be seen: nothing that only an opened archive or a dialog needs."""

import subprocess
import sys

LATER = [
    "archive_app.services.archives",
    "archive_app.core.records",
    "archive_app.store.store",
    "archive_app.ui.workspace",
    "archive_app.ui.start_view",
    "archive_app.ui.help_dialog",
    "archive_app.ui.command_palette",
    "sqlite3",
    "whoosh",
    "numpy",
    "PIL",
    "socket",
    "multiprocessing",
]


def test_the_window_is_imported_without_what_comes_later() -> None:
    program = f"import sys, archive_app.ui.app; print([name for name in {LATER} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
