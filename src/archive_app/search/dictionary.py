"""The list of dictionary forms, set once for this computer so that it opens in no time.

The list as it comes takes a second to read and 60 MB. What is needed of it, the words in Latin script, is kept as
one file of arrays in the person's folder of caches, where every archive and every process of this program uses it.
It may be deleted at any time.
"""

# mypy: allow-untyped-calls
# Whoosh has no types.

import logging
import os
import sys
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path

import numpy as np
from whoosh.filedb.filestore import FileStorage

from archive_app.core.records import Script
from archive_app.language import lemmas
from archive_app.language.scripts import script_of
from archive_app.search.arrays import Arrays, string_arrays, write_arrays

_log = logging.getLogger(__name__)
_FORMAT = 1


class _Set:
    """The list in its file."""

    def __init__(self, arrays: Arrays) -> None:
        arrays.verify()
        self._forms = arrays.strings("forms")
        self._lemmas = arrays.strings("lemmas")
        self._numbers = arrays["numbers"]

    def get(self, word: str) -> str | None:
        """Return the dictionary form of a written form, None where it is not known."""
        row = self._forms.find(word.encode())
        return None if row < 0 else self._lemmas[int(self._numbers[row])].decode()

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and self._forms.find(word.encode()) >= 0


def attach() -> bool:
    """Use the file where it has been made; return whether words can be looked up now."""
    if lemmas.is_ready():
        return True
    try:
        folder, name = _place()
        lemmas.use(_Set(Arrays(FileStorage(str(folder)), name)))
    except (OSError, KeyError, ValueError, RuntimeError):  # RuntimeError: no home folder is known
        return False
    return True


def make() -> None:
    """Make the file where it is missing or damaged, and use it. Where it cannot be written, the list is used as
    it comes."""
    if attach():
        return
    whole = lemmas.whole_list()
    try:
        _write(whole)
    except (OSError, RuntimeError) as error:
        _log.warning("The list of dictionary forms is not kept: %s", error)
    if not attach():
        lemmas.use(whole)


def _place() -> tuple[Path, str]:
    """The folder of caches as each system has it (XDG Base Directory Specification, 0.8), and the file's name."""
    home = Path.home()
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = home / "Library" / "Caches"
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache")
    return base / "archive-app", f"dictionary-{version('simplemma')}-{_FORMAT}.arrays"


def _write(whole: Mapping[str, str]) -> None:
    pairs = sorted(
        (form.encode(), lemma.encode()) for form, lemma in whole.items() if script_of(form) is Script.LATIN
    )
    known = sorted({lemma for _form, lemma in pairs})
    number = {lemma: n for n, lemma in enumerate(known)}
    folder, name = _place()
    folder.mkdir(parents=True, exist_ok=True)
    arrays = {
        **string_arrays("forms", [form for form, _lemma in pairs]),
        **string_arrays("lemmas", known),
        "numbers": np.array([number[lemma] for _form, lemma in pairs], np.uint32),
    }
    temporary = folder / f"{name}.{os.getpid()}"
    try:
        write_arrays(FileStorage(str(folder)), temporary.name, arrays)
        temporary.replace(folder / name)
    finally:
        temporary.unlink(missing_ok=True)
