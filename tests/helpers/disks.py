"""Disks for tests: small ones, full ones and ones that cannot be written. Mounting needs root on Linux."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def mounted(folder: Path, megabytes: int) -> Iterator[Path]:
    """An empty disk of some megabytes at `folder`; the test is skipped where none can be mounted."""
    folder.mkdir()
    if sys.platform != "linux" or not _mount("-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(folder)):
        pytest.skip("a disk can only be mounted by root on Linux")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


def protect(disk: Path) -> None:
    """From now on nothing on the disk can be written, as on a CD or a locked card."""
    assert _mount("-o", "remount,ro", str(disk))


def _mount(*arguments: str) -> bool:
    return subprocess.run(["mount", *arguments], capture_output=True, check=False).returncode == 0


def fill_up(disk: Path, leave: int = 0) -> Path:
    """Fill the disk but for `leave` bytes; return the file that does it."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            file.truncate(max(0, file.tell() - leave))
            os.fsync(file.fileno())
    return filler
