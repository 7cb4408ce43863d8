"""The program: the command line, which opens the window where no command is given."""

import gc
import os
import sys
from pathlib import Path

from archive_app.cli.main import main as run_command_line
from archive_app.core.errors import UserError
from archive_app.core.translation import _, use_language


def open_window(folder: Path | None, link: str = "") -> int:
    """Open the window on an archive, or on the one that was open last, at what a link leads to; return the exit code.

    Raises UserError where there is no screen to show it on.
    """
    if sys.platform == "linux" and not any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    ):
        raise UserError(
            _("There is no screen to show the window on; “archive-app --help” lists what works without one.")
        )
    gc.disable()  # what is loaded now stays; the window collects by itself, see `ui.collecting`
    from archive_app.ui.app import run

    return run(folder, link=link)


def main() -> None:
    """Entry point of `archive-app`. Speaks the language that the system is set to, if it has a catalogue."""
    use_language(None)
    sys.exit(run_command_line(open_window))


if __name__ == "__main__":
    main()
