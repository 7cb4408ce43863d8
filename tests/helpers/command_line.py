"""Running the command line as a script does, in this process."""

import contextlib
import io
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from archive_app.cli.main import main


@dataclass(frozen=True)
class Answer:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """The one JSON document on stdout."""
        return json.loads(self.out)


def run(*arguments: object) -> Answer:
    """Run a command; files and numbers may be given as they are."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main(arguments=[str(argument) for argument in arguments])
    return Answer(code, out.getvalue(), err.getvalue())


def done(*arguments: object) -> Any:
    """Run a command with --json that must succeed without a message; return its document."""
    answer = run(*arguments, "--json")
    assert (answer.code, answer.err) == (0, ""), answer
    return answer.document


def refused(*arguments: object) -> str:
    """Run a command that must be refused in one line, with and without --json; return the line."""
    plain, as_json = run(*arguments), run(*arguments, "--json")
    assert (plain.code, plain.out, as_json.code, as_json.out) == (1, "", 1, ""), (plain, as_json)
    assert plain.err == as_json.err
    assert len(plain.err.splitlines()) == 1
    assert "Traceback" not in plain.err
    return plain.err.strip()


def new_archive(folder: Path) -> Path:
    """Make an archive by command; return its folder."""
    done("new", folder)
    return folder
