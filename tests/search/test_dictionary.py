"""The list of dictionary forms is kept in one file; what goes into it here is a small list."""

from pathlib import Path

import pytest

from archive_app.language import lemmas
from archive_app.search import dictionary

LIST = {"reke": "reka", "reci": "reka", "čaše": "čaša", "đaka": "đak", "реке": "река"}


@pytest.fixture
def caches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of caches without the file, and a process that has not read it."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(lemmas, "_used", None)
    monkeypatch.setattr(lemmas, "whole_list", lambda: LIST)
    return tmp_path


def forget(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lemmas, "_used", None)


def test_what_was_kept_once_is_used_from_then_on(caches: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not dictionary.attach()
    dictionary.make()
    forget(monkeypatch)
    monkeypatch.setattr(lemmas, "whole_list", dict)
    assert dictionary.attach()
    used = lemmas._dictionary()
    assert [used.get(word) for word in LIST] == ["reka", "reka", "čaša", "đak", None]
    assert ("reci" in used, "reči" in used, 3 in used) == (True, False, False)


@pytest.mark.parametrize("damage", [b"", b"SrArray", None])
def test_a_damaged_file_is_made_anew(
    caches: Path, monkeypatch: pytest.MonkeyPatch, damage: bytes | None
) -> None:
    dictionary.make()
    (path,) = [path for path in caches.rglob("dictionary-*") if path.is_file()]
    whole = path.read_bytes()
    path.write_bytes(damage if damage is not None else whole[:-64] + bytes([whole[-64] ^ 1]) + whole[-63:])
    forget(monkeypatch)
    assert not dictionary.attach()
    dictionary.make()
    assert path.read_bytes() == whole
    assert lemmas._dictionary().get("reci") == "reka"
    assert [other for other in path.parent.iterdir() if other != path] == []


def test_a_file_that_cannot_be_finished_leaves_nothing_behind(
    caches: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dictionary.make()
    (path,) = [path for path in caches.rglob("dictionary-*") if path.is_file()]
    path.unlink()
    path.mkdir()
    forget(monkeypatch)
    dictionary.make()
    assert lemmas._dictionary().get("reke") == "reka"
    assert list(path.parent.iterdir()) == [path]


def test_where_nothing_can_be_kept_the_list_is_used_as_it_comes(caches: Path) -> None:
    (caches / "archive-app").write_text("a file")
    (caches / "Library").write_text("a file")
    dictionary.make()
    assert lemmas._dictionary().get("reke") == "reka"
