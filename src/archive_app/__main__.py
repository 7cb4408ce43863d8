"""The program: the command line, which opens the window where no command is given."""

import sys
from pathlib import Path

from archive_app.cli.main import main as run_command_line


def open_window(folder: Path | None) -> int:
    """Open the window on an archive, or on the one that was open last; return the exit code."""
    from archive_app.ui.app import run

    return run(folder)


def main() -> None:
    """Entry point of `archive-app`."""
    sys.exit(run_command_line(open_window))


if __name__ == "__main__":
    main()
