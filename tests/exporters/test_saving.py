"""A file at the target is the old one or the whole new one."""

import errno
from pathlib import Path

import pytest

from archive_app.core.errors import UserError
from archive_app.exporters.saving import plain_reason, save


def test_a_finished_file_replaces_the_old_one(tmp_path: Path) -> None:
    target = tmp_path / "report.pdf"
    target.write_bytes(b"old")
    save(b"new", target)
    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


def test_a_target_that_is_a_folder_is_said_and_nothing_is_left_over(tmp_path: Path) -> None:
    target = tmp_path / "folder"
    target.mkdir()
    with pytest.raises(UserError, match="folder"):
        save(b"new", target)
    assert list(tmp_path.iterdir()) == [target]


def test_a_write_that_breaks_off_leaves_the_old_file(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource", reason="only Unix limits the size of files")
    target = tmp_path / "report.pdf"
    target.write_bytes(b"old")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, hard))
    try:
        with pytest.raises(UserError, match="could not be written"):
            save(bytes(1_000_000), target)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "disk is full"),
        (errno.EROFS, "read-only"),
        (errno.ENAMETOOLONG, "shorter"),
        (errno.EIO, "place"),
    ],
)
def test_each_trouble_is_said_in_plain_words(number: int, said: str) -> None:
    assert said in plain_reason(OSError(number, "technical"))
