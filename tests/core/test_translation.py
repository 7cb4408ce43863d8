"""The language of the interface, with a catalogue made on the spot."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from archive_app.core import translation
from archive_app.core.translation import N_, _, ngettext, use_language
from helpers.catalogues import write_catalogue


@pytest.fixture(autouse=True)
def _english_afterwards() -> Iterator[None]:
    yield
    use_language(None)


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
