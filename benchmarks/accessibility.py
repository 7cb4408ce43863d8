#!/usr/bin/env python3
"""What a screen reader finds in the window, over the bus for assistive technology (AT-SPI, Linux).

    dbus-run-session -- python benchmarks/accessibility.py [ARCHIVE] [--reader PYTHON]

Needs an X display, the AT-SPI bus (at-spi2-core) and, in the Python called PYTHON (by default /usr/bin/python3), the
module pyatspi. Starts the bus, says that assistive technology is there, opens the window on ARCHIVE or on a working
copy of the sample, and goes through all that is shown. Prints how many objects of each role there are, and every one
that takes the keyboard but has no name; the exit code is 1 where there is any.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
_OPENING_SECONDS = 8

READER = """
import collections, json, sys
import pyatspi
desktop = pyatspi.Registry.getDesktop(0)
programs = [one for one in desktop if one is not None and "archive" in (one.name or "").lower()]
roles, nameless, names = collections.Counter(), [], []
def visit(one, above):
    if one is None:
        return
    role = one.getRoleName()
    states = one.getState()
    roles[role] += 1
    if states.contains(pyatspi.STATE_FOCUSABLE) and states.contains(pyatspi.STATE_SHOWING):
        names.append(one.name)
        if not (one.name or "").strip():
            nameless.append(" > ".join([*above[-3:], role]))
    if states.contains(pyatspi.STATE_MANAGES_DESCENDANTS):
        return
    for number in range(min(one.childCount, 200)):
        visit(one.getChildAtIndex(number), [*above, role])
for program in programs:
    visit(program, [])
print(json.dumps({"programs": len(programs), "roles": roles, "nameless": nameless, "focusable": len(names)}))
"""


def say_that_a_reader_is_there() -> None:
    """Qt tells of its widgets only to those who want to hear it."""
    subprocess.run(
        [
            "dbus-send", "--session", "--print-reply", "--dest=org.a11y.Bus", "/org/a11y/bus",
            "org.freedesktop.DBus.Properties.Set", "string:org.a11y.Status", "string:IsEnabled",
            "variant:boolean:true",
        ],
        check=True,
        capture_output=True,
    )  # fmt: skip


def main() -> int:
    """Open the window, have it read, print what was found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("archive", type=Path, nargs="?")
    parser.add_argument("--reader", default="/usr/bin/python3")
    options = parser.parse_args()
    launcher = next((path for path in LAUNCHERS if Path(path).exists()), None)
    if launcher is None:
        raise SystemExit("the AT-SPI bus (at-spi2-core) is not there")
    with tempfile.TemporaryDirectory() as name:
        places = dict.fromkeys(("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"), name)
        env = {**os.environ, **places, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
        started = [subprocess.Popen([launcher, "--launch-immediately"])]
        try:
            time.sleep(1)
            say_that_a_reader_is_there()
            command = [sys.executable, "-m", "archive_app", "sample", str(Path(name) / "sample")]
            if options.archive is not None:
                command = [sys.executable, "-m", "archive_app", "open", str(options.archive)]
            started.append(subprocess.Popen(command, env=env))
            time.sleep(_OPENING_SECONDS)
            plain = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
            read = subprocess.run(
                [options.reader, "-c", READER], env=plain, check=True, capture_output=True, text=True
            )
        finally:
            for process in reversed(started):
                process.terminate()
                process.wait(20)
    return report(read.stdout)


def report(found: str) -> int:
    """Print what was read; 1 where a control has no name or no window was found."""
    import json

    told = json.loads(found.splitlines()[-1])
    print(f"{told['programs']} program, {told['focusable']} controls that take the keyboard")
    for role, count in sorted(told["roles"].items(), key=lambda pair: -pair[1]):
        print(f"{count:6} {role}")
    for path in told["nameless"]:
        print(f"no name: {path}")
    return 1 if told["nameless"] or not told["programs"] else 0


if __name__ == "__main__":
    sys.exit(main())
