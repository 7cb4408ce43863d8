"""Exit codes: 0 done, 1 refused in one line, 2 wrong usage. Without a command the window opens."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from archive_app.cli.main import main
from helpers.command_line import done, new_archive, refused, run


def test_an_archive_is_made_in_a_new_or_an_empty_folder(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for name in ("new", "empty"):
        made = done("new", tmp_path / name)
        assert made["id"] == made["archive"] == str(tmp_path / name)
        assert (tmp_path / name / "archive.db").is_file()
    assert run("new", tmp_path / "third").out == f"Made a new archive in {tmp_path / 'third'}.\n"
    assert "already an archive" in refused("new", tmp_path / "new")


@pytest.mark.parametrize(
    "arguments",
    [
        ["fly"],
        ["new"],
        ["import", "archive"],
        ["search", "archive"],
        ["search", "archive", "reč", "--kind", "castle"],
        ["search", "archive", "reč", "--limit", "0"],
        ["annotate", "archive", "izvor"],
        ["annotate", "archive", "izvor", "--quote", "reč", "--colour", "mauve"],
        ["event", "archive", "Događaj"],
        ["link", "archive", "1"],
        ["export", "archive", "x.pdf"],
        ["export", "archive", "x.pdf", "--tag", "a", "--query", "b"],
        ["show", "archive", "izvor", "--loud"],
        ["history", "archive", "--limit", "many"],
    ],
)
def test_wrong_usage_is_told_on_stderr_with_exit_code_2(arguments: list[str]) -> None:
    answer = run(*arguments)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["import", "DIR", "x.txt"],
        ["sources", "DIR"],
        ["show", "DIR", "izvor"],
        ["search", "DIR", "reč"],
        ["annotate", "DIR", "izvor", "--quote", "reč"],
        ["dates", "DIR", "izvor"],
        ["events", "DIR"],
        ["event", "DIR", "Događaj", "--when", "1944"],
        ["link", "DIR", "1", "2"],
        ["export", "DIR", "x.pdf", "--tag", "a"],
        ["undo", "DIR"],
        ["redo", "DIR"],
        ["history", "DIR"],
        ["check", "DIR"],
    ],
    ids=lambda arguments: arguments[0],
)
def test_every_command_refuses_a_folder_without_an_archive(tmp_path: Path, arguments: list[str]) -> None:
    told = refused(*[str(tmp_path) if argument == "DIR" else argument for argument in arguments])
    assert told == f"Error: There is no archive in {tmp_path}: it has no file archive.db."
    assert list(tmp_path.iterdir()) == []


def test_every_command_explains_itself(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments=["--help"]) == 0
    listed = capsys.readouterr().out
    for command in (
        "open new import sources show search annotate events event link dates export undo redo history check"
    ).split():
        assert f"  {command} " in listed
        assert main(arguments=[command, "--help"]) == 0
        assert "DIR" in capsys.readouterr().out


def test_the_window_opens_without_a_command_or_on_a_folder(tmp_path: Path) -> None:
    asked: list[tuple[Path | None, str]] = []

    def open_window(folder: Path | None, link: str) -> int:
        asked.append((folder, link))
        return 7

    folder = tmp_path / "archive"
    done("new", folder)
    assert main(open_window, []) == 7
    assert main(open_window, ["open", str(folder)]) == 7
    assert main(open_window, ["open", str(folder), "--at", "archive:event/1"]) == 7
    assert asked == [(None, ""), (folder, ""), (folder, "archive:event/1")]
    assert "without its window" in run("open", folder).err
    assert "no archive" in refused("open", tmp_path / "nowhere")


def test_the_program_prints_utf_8_also_where_the_system_has_an_old_code_page(tmp_path: Path) -> None:
    def program(*arguments: object) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "archive_app", *map(str, arguments)],
            capture_output=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONIOENCODING": "cp1252"},
            check=False,
        )

    made = program("new", tmp_path / "Архива")
    assert (made.returncode, made.stderr) == (0, "")
    assert "Архива" in made.stdout
    again = program("new", tmp_path / "Архива")
    assert (again.returncode, again.stdout) == (1, "")
    assert again.stderr.startswith("Error: There is already an archive")


def test_a_second_program_is_refused_while_the_archive_is_open(tmp_path: Path) -> None:
    from archive_app.services.archives import open_archive

    folder = new_archive(tmp_path / "archive")
    with open_archive(folder):
        assert "open in another window or program" in refused("sources", folder)
    assert done("sources", folder) == {"sources": []}
