"""The language of the interface, with a catalogue made on the spot."""

import struct
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive_app.core import translation
from archive_app.core.translation import N_, _, ngettext, use_language


@pytest.fixture(autouse=True)
def _english_afterwards() -> Iterator[None]:
    yield
    use_language(None)


def write_catalogue(path: Path, messages: dict[str, str]) -> None:
    """Write a gettext .mo file (GNU gettext manual, "The Format of GNU MO Files")."""
    entries = sorted((key.encode(), value.encode()) for key, value in messages.items())
    start = 28 + 16 * len(entries)
    keys = b"".join(key + b"\0" for key, _value in entries)
    tables = [b"", b""]
    offsets = [start, start + len(keys)]
    for entry in entries:
        for column, string in enumerate(entry):
            tables[column] += struct.pack("<II", len(string), offsets[column])
            offsets[column] += len(string) + 1
    values = b"".join(value + b"\0" for _key, value in entries)
    header = struct.pack("<7I", 0x950412DE, 0, len(entries), 28, 28 + 8 * len(entries), 0, start)
    path.parent.mkdir(parents=True)
    path.write_bytes(header + tables[0] + tables[1] + keys + values)


def test_english_is_spoken_without_a_catalogue() -> None:
    use_language("xx")
    assert _("Add note") == "Add note"
    assert ngettext("{count} hit", "{count} hits", 1) == "{count} hit"
    assert ngettext("{count} hit", "{count} hits", 5) == "{count} hits"


def test_a_catalogue_is_spoken_from_then_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plural = "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"
    write_catalogue(
        tmp_path / "sr" / "LC_MESSAGES" / "archive_app.mo",
        {
            "": f"Content-Type: text/plain; charset=UTF-8\nPlural-Forms: {plural}\n",
            "Add note": "Додај белешку",
            "{count} hit\0{count} hits": "{count} погодак\0{count} поготка\0{count} погодака",
        },
    )
    monkeypatch.setattr(translation, "LOCALES", tmp_path)
    marked = N_("Add note")
    use_language("sr")
    assert _(marked) == "Додај белешку"
    assert [ngettext("{count} hit", "{count} hits", count) for count in (1, 3, 5)] == [
        "{count} погодак",
        "{count} поготка",
        "{count} погодака",
    ]
    use_language(None)
    assert _(marked) == "Add note"


def test_marking_a_message_does_not_translate_it() -> None:
    assert N_("Add note") == "Add note"
