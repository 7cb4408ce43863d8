"""A screen of its own with the program on it, and a person before it: keys, mouse and pictures, nothing inside.

Needs Xvfb, xdotool and, for pictures, ImageMagick's `import`; openbox as window manager where it is there.
"""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

_LETTER_MS = 12
_CYRILLIC_LETTER_MS = 120
"""xdotool puts a letter that the keyboard does not have on a spare key first; faster, and letters are lost."""
_PAUSE_S = 0.25
_START_S = 30.0


class Screen:
    """An X server without a screen to it, of `size` pixels; `scale` is Qt's factor for the program."""

    def __init__(self, home: Path, size: tuple[int, int] = (1280, 800), scale: int = 1) -> None:
        missing = [name for name in ("Xvfb", "xdotool", "import") if shutil.which(name) is None]
        if missing:
            raise SystemExit(f"Not installed: {', '.join(missing)}")
        self._home = home
        width, height = (side * scale for side in size)
        reading, writing = os.pipe()
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp"],
            pass_fds=[writing],
            stderr=subprocess.DEVNULL,
        )
        os.close(writing)
        with os.fdopen(reading) as number:
            display = f":{number.readline().strip()}"
        self._env = {**os.environ, "DISPLAY": display, "HOME": str(home), "QT_SCALE_FACTOR": str(scale)}
        for name in ("QT_QPA_PLATFORM", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
            self._env.pop(name, None)
        self._manager = (
            self._start(["openbox"], stdout=subprocess.DEVNULL) if shutil.which("openbox") else None
        )
        self._program: subprocess.Popen[bytes] | None = None
        self._log = (home / "output.txt").open("ab")

    def _start(self, command: list[str], **options: Any) -> subprocess.Popen[bytes]:
        return subprocess.Popen(command, env=self._env, stderr=subprocess.DEVNULL, **options)

    def start_program(self, *words: str) -> None:
        """Start the program and wait for its window."""
        self._program = subprocess.Popen(
            [sys.executable, "-m", "archive_app", *words],
            env=self._env,
            stdout=self._log,
            stderr=subprocess.STDOUT,
        )
        end = time.monotonic() + _START_S
        while self._call("search", "--onlyvisible", "--name", "Archive").returncode:
            if time.monotonic() > end or self._program.poll() is not None:
                raise SystemExit("The window did not come.")
            time.sleep(0.1)
        self.pause(1.5)

    def end_program(self) -> None:
        """Wait until the program has ended."""
        assert self._program is not None
        if self._program.wait(60):
            raise SystemExit(f"The program ended with {self._program.returncode}.")

    def output(self) -> str:
        """What the program has written to its standard outputs."""
        self._log.flush()
        return (self._home / "output.txt").read_text(encoding="utf-8", errors="replace")

    def _call(self, *words: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(["xdotool", *words], env=self._env, capture_output=True, check=False)

    def keys(self, *names: str, pause: float = _PAUSE_S) -> None:
        """Press keys, one after the other; xdotool's names ("ctrl+shift+r")."""
        self._call("key", "--delay", "30", *names)
        self.pause(pause)

    def type(self, text: str, pause: float = _PAUSE_S) -> None:
        """Write letters."""
        delay = _LETTER_MS if text.isascii() else _CYRILLIC_LETTER_MS
        self._call("type", "--delay", str(delay), "--", text)
        self.pause(pause)

    def click(self, left: int, top: int, times: int = 1) -> None:
        """Click with the mouse at a place of the screen, in pixels."""
        self._call("mousemove", str(left), str(top), "click", "--repeat", str(times), "--delay", "80", "1")
        self.pause(_PAUSE_S)

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Draw the mouse from one place to another with its button down."""
        self._call("mousemove", *map(str, start), "mousedown", "1")
        for part in (1, 2, 3, 4):
            self._call("mousemove", *(str(a + (z - a) * part // 4) for a, z in zip(start, end, strict=True)))
            self.pause(0.05)
        self._call("mouseup", "1")
        self.pause(_PAUSE_S)

    def pause(self, seconds: float) -> None:
        """Let the program work."""
        time.sleep(seconds)

    def picture(self, path: Path) -> None:
        """Keep what is seen, as PNG."""
        subprocess.run(["import", "-window", "root", str(path)], env=self._env, check=True)

    def close(self) -> None:
        """Take the screen away."""
        for process in (self._program, self._manager, self._server):
            if process is not None and process.poll() is None:
                process.terminate()
                process.wait(10)
        self._log.close()
