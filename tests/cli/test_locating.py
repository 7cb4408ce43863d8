"""The command that finds words in one source."""

from pathlib import Path

from helpers.articles import CYRILLIC
from helpers.command_line import done, new_archive, refused, run


def test_words_are_found_in_either_script(tmp_path: Path, cyrillic_article: Path) -> None:
    folder = new_archive(tmp_path / "archive")
    done("import", folder, cyrillic_article)
    (source,) = done("sources", folder)["sources"]
    places = done("find", folder, source["id"], "kalemegdan")["places"]
    assert len(places) == CYRILLIC.count("Калемегдан")
    assert {place["text"] for place in places} == {"Калемегдан"}
    assert set(places[0]) == {"start", "end", "text", "passage"}
    assert done("find", folder, source["id"], "kalemegdan", "--exactly")["places"] == []
    assert done("find", folder, source["id"], "kalemegda", "--whole-words")["places"] == []
    told = run("find", folder, source["id"], "Калемегдан")
    assert len(told.out.splitlines()) == len(places)
    assert "¶" in told.out


def test_what_is_not_there_is_said(tmp_path: Path, cyrillic_article: Path) -> None:
    folder = new_archive(tmp_path / "archive")
    done("import", folder, cyrillic_article)
    (source,) = done("sources", folder)["sources"]
    assert "do not stand" in run("find", folder, source["id"], "xyzzy").out
    assert "at least one letter" in refused("find", folder, source["id"], " ")
