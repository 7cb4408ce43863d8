"""Writes a finished export: the file at the target is either the old one or the whole new one."""

import errno
import os
import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from archive_app.core.errors import UserError
from archive_app.core.translation import _


def save(content: bytes | Iterable[bytes], target: Path) -> None:
    """Write `content`, whole or piece by piece, to `target` through a temporary file beside it: write, fsync, rename.

    Raises UserError where the place cannot be written to; then `target` is as it was and nothing is left over.
    """
    temporary = target.with_name(f".{secrets.token_hex(8)}.tmp")
    with _in_plain_words(target):
        try:
            with temporary.open("xb") as file:
                file.writelines((content,) if isinstance(content, bytes) else content)
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(target)
            _sync_folder(target.parent)
        except BaseException:
            _remove(temporary)
            raise


def check_target(target: Path) -> None:
    """Raise UserError where `target` certainly cannot be written, before the work of an export is begun."""
    if target.is_dir():
        raise UserError(_("{path} is a folder. Choose a file name for the export.").format(path=target))
    if not target.parent.is_dir():
        raise UserError(_("There is no folder {path}. Choose another place.").format(path=target.parent))


@contextmanager
def _in_plain_words(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise UserError(plain_reason(error).format(path=target)) from error


def plain_reason(error: OSError) -> str:
    """Return the sentence for what went wrong, with `{path}` where the file is to be named."""
    if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", None)):
        return _("The disk is full, so {path} was not written. Free some space or choose another disk.")
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return _("{path} may not be written. It may be open in another program, or its folder is read-only.")
    if error.errno == errno.ENAMETOOLONG:
        return _("The name {path} is too long. Choose a shorter one.")
    return _("{path} could not be written. Choose another place and try again.")


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        # The failure that led here is the one to tell; a folder that vanished has no leftovers either.
        return


def _sync_folder(folder: Path) -> None:
    """Make the rename itself durable, where the system can open folders (Windows cannot)."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
