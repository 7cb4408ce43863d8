"""Commands for bringing sources in, reading and annotating them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from helpers.articles import CYRILLIC
from helpers.command_line import done, new_archive, refused, run


def test_an_import_lists_what_came_in_was_there_and_was_refused(
    tmp_path: Path, latin_article: Path, picture: Path
) -> None:
    folder = new_archive(tmp_path / "archive")
    done("import", folder, latin_article)
    empty = tmp_path / "prazno.txt"
    empty.touch()
    answer = run("import", folder, latin_article, picture, empty, tmp_path / "nema.txt", "--json")
    assert answer.code == 1
    document = answer.document
    assert set(document) == {"imported", "skipped", "refused", "cancelled"}
    (image,) = document["imported"]
    assert image["id"] == image["photo_id"]
    assert image["file"] == str(picture)
    (known,) = document["skipped"]
    assert known["title"] == "Grad pod tvrđavom"
    assert [Path(row["file"]).name for row in document["refused"]] == ["prazno.txt", "nema.txt"]
    assert answer.err.splitlines() == [row["reason"] for row in document["refused"]]
    told = run("import", folder, empty)
    assert (told.code, told.err) == (1, "")
    assert told.out.startswith("Refused: ")


def test_what_is_said_of_a_file_is_kept(tmp_path: Path, latin_article: Path, picture: Path) -> None:
    folder = new_archive(tmp_path / "archive")
    (text,) = done(
        "import", folder, latin_article, "--title", "Moj naslov", "--author", "J. Ćirić", "--date", "20.10.1944",
        "--call-number", "F-3/7", "--place", "Beograd", "--kind", "letter",
    )["imported"]  # fmt: skip
    shown = done("show", folder, text["id"])
    assert (shown["title"], shown["creator"], shown["date"]) == ("Moj naslov", "J. Ćirić", "1944-10-20")
    assert (shown["call_number"], shown["place"], shown["kind"]) == ("F-3/7", "Beograd", "letter")
    done("import", folder, picture, "--caption", "Бедем с реке", "--credit", "J. Ćirić")
    (hit,) = done("search", folder, "реке", "--kind", "photo")["hits"]
    assert hit["text"] == "Бедем с реке · J. Ćirić"
    assert "is not a date" in refused("import", folder, latin_article, "--date", "nekad")


def test_a_guessed_encoding_is_told_on_stderr(tmp_path: Path) -> None:
    folder = new_archive(tmp_path / "archive")
    old = tmp_path / "staro.txt"
    old.write_bytes("Čuvar šume ide žurno, đak čeka kišu.".encode("cp1250"))
    answer = run("import", folder, old, "--json")
    (row,) = answer.document["imported"]
    assert answer.code == 0
    assert (row["encoding"], row["encoding_basis"]) == ("cp1250", "guessed")
    assert (
        answer.err == "staro.txt was read as cp1250, which is a guess; look whether its letters are right.\n"
    )


def test_an_import_is_told_to_people_line_by_line(tmp_path: Path, latin_article: Path, picture: Path) -> None:
    folder = new_archive(tmp_path / "archive")
    told = run("import", folder, latin_article, picture, latin_article)
    assert (told.code, told.err) == (0, "")
    assert told.out.splitlines() == [
        "Imported grad.txt as “Grad pod tvrđavom”, with 1 caption",
        "Imported bedem.jpg as “bedem”",
        "Skipped: grad.txt is in the archive already, as “Grad pod tvrđavom”.",
    ]


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="these systems have only Unicode names")
def test_a_file_name_that_is_no_unicode_is_printed_and_comes_back_from_json(tmp_path: Path) -> None:
    folder = new_archive(tmp_path / "archive")
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\x9alanak.txt"))
    path.write_bytes(b"Ovo je pismo iz stare kutije, bez naslova i bez potpisa na kraju.")
    command = [sys.executable, "-m", "archive_app", "import", folder, path]
    first, again = (
        subprocess.run([*command, *more], capture_output=True, encoding="utf-8", check=False)
        for more in (["--json"], [])
    )
    assert (first.returncode, first.stderr) == (0, "")
    (row,) = json.loads(first.stdout)["imported"]
    assert row["file"] == str(path)
    assert (again.returncode, again.stderr) == (0, "")
    assert "lanak.txt is in the archive already" in again.stdout


def test_sources_are_listed_with_their_annotations(folder: Path) -> None:
    done("annotate", folder, "Grad", "--quote", "Pekar Ilija")
    rows = done("sources", folder)["sources"]
    assert [(row["title"], row["script"], row["annotations"]) for row in rows] == [
        ("Grad pod tvrđavom", "Latn", 1),
        ("Дани под бедемом", "Cyrl", 0),
    ]
    assert run("sources", folder).out.splitlines()[0].endswith("Grad pod tvrđavom, 1 annotation")


def test_an_empty_archive_says_so(tmp_path: Path) -> None:
    folder = new_archive(tmp_path / "archive")
    assert done("sources", folder) == {"sources": []}
    assert done("events", folder) == {"events": []}
    assert done("history", folder) == {"history": []}
    for command in ("sources", "events", "history"):
        assert len(run(command, folder).out.splitlines()) == 1


def test_show_gives_the_whole_text_with_its_passages_and_annotations(folder: Path) -> None:
    made = done(
        "annotate", folder, "Дани", "--quote", "Код Калемегдана су", "--note", "проверити", "--tag", "места"
    )
    shown = done("show", folder, "Дани под бедемом")
    assert shown["text"] == CYRILLIC
    assert [row["kind"] for row in shown["passages"]] == [
        "heading", "paragraph", "paragraph", "caption", "paragraph", "paragraph",
    ]  # fmt: skip
    for row in shown["passages"]:
        assert shown["text"][row["start"] : row["end"]].strip()
    (row,) = shown["annotations"]
    assert row == made
    assert shown["text"][row["start"] : row["end"]] == row["quote"] == "Код Калемегдана су"
    assert (row["note"], row["tags"], row["colour"]) == ("проверити", ["места"], "yellow")
    (photo,) = shown["photos"]
    assert photo["date"] == "1944-10"
    lines = run("show", folder, "Дани").out
    assert "[3] Код Калемегдана су" in lines
    assert f"{made['id']}  Код Калемегдана су | проверити | #места" in lines


def test_show_gives_the_text_in_the_script_that_is_asked_for(folder: Path) -> None:
    made = done("annotate", folder, "Дани", "--quote", "Учитељица Јелена", "--note", "Ко је она?")
    shown = done("show", folder, "Дани", "--script", "latin")
    assert (shown["script"], shown["shown_script"]) == ("Cyrl", "Latn")
    text = shown["text"]
    assert text.startswith("Dani pod bedemom\n\nUjutru 12. oktobra 1944. godine")
    assert text[shown["passages"][0]["start"] : shown["passages"][0]["end"]] == "Dani pod bedemom"
    (row,) = shown["annotations"]
    assert text[row["start"] : row["end"]] == row["quote"] == "Učiteljica Jelena"
    assert (row["id"], row["note"]) == (made["id"], "Ко је она?")
    assert done("show", folder, "Дани")["annotations"][0]["quote"] == "Учитељица Јелена"
    lines = run("show", folder, "Дани", "--script", "latin").out
    assert "[3] Kod Kalemegdana su, piše ona" in lines
    assert f"{made['id']}  Učiteljica Jelena | Ко је она?" in lines


def test_a_text_in_its_own_script_is_shown_as_it_is_stored(folder: Path) -> None:
    own = done("show", folder, "Дани", "--script", "cyrillic")
    assert (own["text"], own["shown_script"]) == (CYRILLIC, "Cyrl")
    assert own == done("show", folder, "Дани")
    assert "stražari" in done("show", folder, "Grad")["text"]
    assert "стражари на Калемегдану" in done("show", folder, "Grad", "--script", "cyrillic")["text"]
    assert run("show", folder, "Grad", "--script", "greek").code == 2


def test_a_source_must_be_named_so_that_it_is_one(folder: Path) -> None:
    assert "no source called “Roman”" in refused("show", folder, "Roman")
    assert "Several sources are called “под”" not in refused("show", folder, "pod zemljom")


def test_a_quotation_must_stand_there_once(folder: Path) -> None:
    assert "do not stand in this source" in refused("annotate", folder, "Grad", "--quote", "dirižabl")
    assert "3 times" in refused("annotate", folder, "Grad", "--quote", "Kalemegdan")
    assert done("show", folder, "Grad")["annotations"] == []


def test_an_image_is_no_source_to_show(folder: Path, picture: Path) -> None:
    done("import", folder, picture)
    assert "no source called" in refused("show", folder, "bedem slika")
