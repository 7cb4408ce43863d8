#!/usr/bin/env python3
"""Set up once, then work: python3 dev.py [setup | run | test | coverage | sample]

  setup    make the environment in .venv, and nothing else
  run      open the window on a working copy of the sample archive; without a display, search the sample and
           print an annotated PDF from it on the command line
  test     format, lint, types, import rules and tests (further words go to pytest)
  coverage the same, saying which lines no test runs; takes twice as long
  sample   build the sample archive (archive.db and media/) anew

Needs Python 3.11 or later and nothing else. The environment is made from requirements.lock, each package
checked against its hash. On Debian and Ubuntu the system libraries that Qt needs are installed if this runs as
root; otherwise the command to type is printed. Set ARCHIVE_APP_NO_APT=1 never to install any.
"""

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
WINDOWS = os.name == "nt"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
LOCK = ROOT / "requirements.lock"
STAMP = VENV / "made-from"

# What Qt loads, and the Debian packages that hold it: always, and for a window on X11.
LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
}
WINDOW_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
}


def say(text):
    """Tell what is being done, beside the output."""
    print(f"[dev] {text}", file=sys.stderr, flush=True)


def call(*command, **options):
    """Run a command; return whether it went well."""
    return subprocess.call([str(part) for part in command], **options) == 0


def install_with_apt(packages, why):
    """Install Debian packages as root, otherwise print the command; return whether they were installed."""
    words = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    if os.environ.get("ARCHIVE_APP_NO_APT") or not shutil.which("apt-get") or not is_root:
        say(f"{why}. On Debian or Ubuntu, type:\n\n    sudo {' '.join(words)}\n")
        return False
    say(f"{why}; installing {' '.join(packages)}")
    quiet = {"env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}, "stdout": subprocess.DEVNULL}
    return call(*words, **quiet, stderr=subprocess.DEVNULL) or (
        call("apt-get", "update", "-qq", **quiet) and call(*words, **quiet)
    )


def is_loadable(library):
    """Whether the system has a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def have_libraries(with_window):
    """Make sure that the libraries Qt needs are there; other systems than Linux bring them along."""
    if not sys.platform.startswith("linux"):
        return True
    wanted = {**LIBRARIES, **(WINDOW_LIBRARIES if with_window else {})}
    missing = [library for library in wanted if not is_loadable(library)]
    if missing:
        install_with_apt(sorted({wanted[name] for name in missing}), f"Qt misses {', '.join(missing)}")
    return all(is_loadable(library) for library in missing)


def have_environment():
    """Make .venv from the locked requirements, unless it was made from these already."""
    made_from = hashlib.sha256(LOCK.read_bytes() + sys.version.encode() + str(ROOT).encode()).hexdigest()
    if PYTHON.exists() and STAMP.exists() and STAMP.read_text() == made_from:
        return True
    try:
        import ensurepip  # noqa: F401 - Debian keeps it in a package of its own
    except ImportError:
        version = sysconfig.get_python_version()
        if not install_with_apt([f"python{version}-venv"], "Python's venv module is incomplete"):
            return False
    say("making the environment in .venv (about 150 MB to download, one or two minutes)")
    shutil.rmtree(VENV, ignore_errors=True)
    pip = (PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    made = (
        call(sys.executable, "-m", "venv", VENV)
        # The lock names every package, so there is nothing to resolve: some versions of pip look at newest
        # releases first when one package asks for an extra of another, and then refuse what has no hash.
        and call(*pip, "--no-deps", "--require-hashes", "--requirement", LOCK)
        and call(*pip, "--no-deps", "--no-build-isolation", "--editable", ROOT)
        and call(PYTHON, "-m", "pip", "check", "--disable-pip-version-check", stdout=sys.stderr)
    )
    if made:
        STAMP.write_text(made_from)
    else:
        say("the environment could not be made; what pip says above tells why")
    return made


def has_display():
    """Whether a window can be shown."""
    if WINDOWS or sys.platform == "darwin":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def run():
    """Do the main job on the sample archive, in the window or without one."""
    if has_display():
        return call(PYTHON, "-m", "archive_app", "sample")
    say("no display was found, so this is the same job on the command line")
    copy, target = ROOT / "build" / "sample", ROOT / "build" / "kalemegdan.pdf"
    shutil.rmtree(copy, ignore_errors=True)
    program = (PYTHON, "-m", "archive_app")
    return (
        call(*program, "sample", copy, "--no-window")
        and call(*program, "search", copy, "Kalemegdan")
        and call(*program, "export", copy, target, "--query", "Kalemegdan", "--title", "Kalemegdan")
    )


def test(arguments):
    """All checks, the quick ones first; each runs even where one before it failed."""
    tool = VENV / ("Scripts" if WINDOWS else "bin")
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    quick = [
        ("format", (tool / "ruff", "format", "--check", "--quiet", ".")),
        ("lint", (tool / "ruff", "check", "--quiet", ".")),
        ("types", (tool / "mypy", "--no-error-summary")),
        ("import rules", (tool / "lint-imports",)),
    ]
    pytest = (
        PYTHON,
        "-m",
        "pytest",
        "--quiet",
        *(arguments or ("-n", "2")),
    )
    failed = []
    for name, command in [*quick, ("tests", pytest)]:
        say(name)
        if not call(*command, cwd=ROOT, env=env):
            failed.append(name)
    say(f"failed: {', '.join(failed)}" if failed else "all checks passed")
    return not failed


def coverage():
    """The tests once more, slower, saying which lines none of them runs."""
    return test(("-n", "2", "--cov", "--cov-report=term:skip-covered"))


def sample():
    """Build the sample archive anew."""
    return call(PYTHON, ROOT / "packaging" / "build_sample.py")


def main(arguments):
    """Run one task; return the exit code."""
    tasks = {
        "setup": lambda: True,
        "run": run,
        "test": lambda: test(arguments[1:]),
        "coverage": coverage,
        "sample": sample,
    }
    task = arguments[0] if arguments else "run"
    if task not in tasks:
        print(__doc__)
        return 0 if task in ("-h", "--help", "help") else 2
    if sys.version_info < (3, 11):  # noqa: UP036 - said in plain words before anything fails
        say(f"Python 3.11 or later is needed; this is {sys.version.split()[0]} ({sys.executable}).")
        return 1
    ready = [have_libraries(with_window=has_display()), have_environment()]
    return 0 if all(ready) and tasks[task]() else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
