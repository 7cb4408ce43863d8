"""Starting and ending the program, in a process of its own."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive_app.services import archives

RUN = """
import sys
from pathlib import Path
from archive_app.ui.app import run
sys.exit(run(*map(Path, sys.argv[1:])))
"""
HEAVY = "numpy PIL whoosh typst pikepdf simplemma sqlite_utils archive_app.services archive_app.store".split()
LIST_HEAVY = f"""
import sys
from pathlib import Path
from archive_app.ui import theme
from archive_app.ui.app import make_application
from archive_app.ui.main_window import MainWindow
from archive_app.ui.settings import Settings
app = make_application(["archive-app"])
theme.set_up(app)
window = MainWindow(Settings(Path(sys.argv[1])))
window.show()
app.processEvents()
print([name for name in {HEAVY!r} if name in sys.modules])
"""


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    home = {
        name: str(tmp_path / name) for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "HOME")
    }
    return {**os.environ, **home, "QT_QPA_PLATFORM": "offscreen"}


@pytest.fixture
def processes() -> Iterator[list[subprocess.Popen[bytes]]]:
    started: list[subprocess.Popen[bytes]] = []
    yield started
    for process in started:
        process.kill()
        process.wait()


def wait_for(condition: object, seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while not condition():  # type: ignore[operator]
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.05)


def test_the_window_opens_an_archive_and_closes_it_when_it_is_asked_to_end(
    tmp_path: Path, environment: dict[str, str], processes: list[subprocess.Popen[bytes]]
) -> None:
    folder = tmp_path / "Arhiva"
    archives.create_archive(folder).close()
    process = subprocess.Popen([sys.executable, "-c", RUN, str(folder)], env=environment)
    processes.append(process)
    wait_for((folder / "archive.db-wal").exists)

    process.send_signal(signal.SIGTERM)

    assert process.wait(20) == 0
    assert not (folder / "archive.db-wal").exists()
    assert "closed" in (tmp_path / "XDG_STATE_HOME" / "archive-app" / "archive.log").read_text(
        encoding="utf-8"
    )

    again = subprocess.Popen([sys.executable, "-c", RUN], env=environment)
    processes.append(again)
    wait_for((folder / "archive.db-wal").exists)
    again.send_signal(signal.SIGTERM)
    assert again.wait(20) == 0


def test_nothing_heavy_is_loaded_before_the_window_is_there(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LIST_HEAVY, str(tmp_path / "window.ini")],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert done.stdout.strip() == "[]"
