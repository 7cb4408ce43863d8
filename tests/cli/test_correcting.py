"""Commands for correcting, comparing and reviewing."""

from pathlib import Path

from helpers.articles import LATIN
from helpers.command_line import done, refused, run


def test_a_slip_is_corrected_and_annotations_follow(folder: Path) -> None:
    made = done("annotate", folder, "Grad", "--quote", "golubovi se ne vraćaju", "--note", "ptice")
    corrected = done("correct", folder, "Grad", "--quote", "12. oktobra", "--by", "12. oktobra uveče")
    assert (corrected["exact"], corrected["moved"], corrected["needs_look"]) == (1, 0, 0)
    shown = done("show", folder, "Grad")
    assert "12. oktobra uveče 1944" in shown["text"]
    assert shown["text_id"] == corrected["id"]
    (annotation,) = shown["annotations"]
    assert annotation["start"] == made["start"] + len(" uveče")
    assert done("search", folder, "uveče")["total"] == 1
    assert run("undo", folder).code == 0
    assert done("search", folder, "uveče")["total"] == 0


def test_a_file_replaces_the_text_and_doubts_are_reviewed(folder: Path, tmp_path: Path) -> None:
    gone = done("annotate", folder, "Grad", "--quote", "harmoniku do mraka")
    moved = done("annotate", folder, "Grad", "--quote", "Pekar Ilija zapisao")
    other = done("annotate", folder, "Grad", "--quote", "prozori otvorili")
    file = tmp_path / "bolje.txt"
    lines = LATIN.replace("Pekar Ilija zapisao", "Pekar Ilija je zapisao").split("\n\n")
    file.write_text("\n\n".join(lines[:-1]), encoding="utf-8")
    answer = run("correct", folder, "Grad", file)
    assert answer.out.splitlines() == [
        "Corrected “Grad pod tvrđavom”.",
        "1 annotation was moved.",
        "2 annotations need a look.",
    ]
    reviews = done("review", folder)["reviews"]
    assert [(row["id"], row["state"]) for row in reviews] == [
        (other["id"], "needs look"),
        (gone["id"], "needs look"),
        (moved["id"], "moved"),
    ]
    assert reviews[2]["after"]["quote"] == "Pekar Ilija je zapisao"
    assert "«harmoniku do mraka»" in run("review", folder, "--source", "Grad").out
    assert done("review", folder, "--accept-moved")["accepted"] == 1
    assert done("review", folder, "--detach", gone["id"])["quote"] == "harmoniku do mraka"
    placed = done("review", folder, "--place", other["id"], "--quote", "magla već silazila")
    assert placed["text_id"] == done("show", folder, "Grad")["text_id"]
    assert run("review", folder).out == "No annotation waits for a look.\n"


def test_readings_are_listed_and_compared(folder: Path) -> None:
    done("correct", folder, "Grad", "--quote", "Pekar Ilija", "--by", "Stari pekar Ilija")
    assert [(row["number"], row["is_current"]) for row in done("readings", folder, "Grad")["readings"]] == [
        (2, True),
        (1, False),
    ]
    compared = done("differences", folder, "Grad")
    assert [(row["kind"], row["old"]["text"], row["new"]["text"]) for row in compared["differences"]] == [
        ("replaced", "Pekar ", "Stari pekar ")
    ]
    assert "→ Stari pekar" in run("differences", folder, "Grad", "--old", "1", "--new", "2").out
    assert run("readings", folder, "Grad").out.splitlines()[1].endswith("grad.txt, 0 annotations")


def test_what_cannot_be_done_is_said(folder: Path) -> None:
    assert "only one reading" in refused("differences", folder, "Grad")
    assert "says just that already" in refused("correct", folder, "Grad", "--quote", "Pekar", "--by", "Pekar")
    made = done("annotate", folder, "Grad", "--quote", "Pekar")
    assert "is decided" in refused("review", folder, "--accept", made["id"])
    assert run("correct", folder, "Grad").code == 2
    assert run("correct", folder, "Grad", "--quote", "Pekar").code == 2
    assert run("review", folder, "--place", made["id"]).code == 2
