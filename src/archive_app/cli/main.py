"""The command line. Scripts depend on it: commands and their JSON are extended, never changed."""

import io
import logging
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from archive_app import __version__
from archive_app.cli.output import give, say
from archive_app.cli.shared import FOLDER, Refusal, folder_argument, json_option
from archive_app.core.errors import ArchiveError, NotFound
from archive_app.core.progress import Cancelled
from archive_app.core.translation import _
from archive_app.services.archives import copy_sample, create_archive, is_archive

OpenWindow = Callable[[Path | None, str], int]
"""Opens the window on a folder, None for the one that was open last, at what a link leads to ("" for none)."""


class _Group(click.Group):
    """Turns errors of the archive into one line on stderr and exit code 1."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except ArchiveError as error:
            raise Refusal(str(error)) from error
        except Cancelled as error:
            raise Refusal(_("Cancelled; what was finished before stays.")) from error


@click.group(
    cls=_Group, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(__version__, prog_name="archive-app")
@click.pass_context
def cli(ctx: click.Context) -> None:
    """A desktop archive for Serbian historical sources.

    Without a command the window opens, on the archive that was open last or on the start screen.
    """
    if ctx.invoked_subcommand is None:
        ctx.exit(_window(ctx, None))


def _window(ctx: click.Context, folder: Path | None, link: str = "") -> int:
    open_window: OpenWindow | None = ctx.find_root().obj
    if open_window is None:
        raise Refusal(_("This program was started without its window."))
    return open_window(folder, link)


@cli.command("open")
@folder_argument
@click.option("--at", "link", default="", help="Show what this link (archive:…) leads to.")
@json_option
@click.pass_context
def open_(ctx: click.Context, folder: Path, link: str, as_json: bool) -> None:  # noqa: ARG001 - prints nothing
    """Open the window on the archive in DIR."""
    if not is_archive(folder):
        raise NotFound(_("There is no archive in {folder}.").format(folder=folder))
    ctx.exit(_window(ctx, folder, link))


@cli.command()
@folder_argument
@json_option
def new(folder: Path, as_json: bool) -> None:
    """Make an empty archive in DIR, a new or an empty folder."""
    create_archive(folder).close()
    document = {"id": str(folder.resolve()), "archive": str(folder.resolve())}
    give(as_json, document, lambda: [_("Made a new archive in {folder}.").format(folder=folder)])


@cli.command()
@click.argument("folder", metavar="[DIR]", required=False, type=FOLDER)
@click.option("--no-window", is_flag=True, help="Only make the copy.")
@json_option
@click.pass_context
def sample(ctx: click.Context, folder: Path | None, no_window: bool, as_json: bool) -> None:
    """Open the window on a working copy of the sample archive, kept in DIR or in your own data folder."""
    copy = copy_sample(folder)
    if no_window:
        words = _("The working copy of the sample archive is in {folder}.").format(folder=copy)
        give(as_json, {"archive": str(copy.resolve())}, lambda: [words])
    else:
        ctx.exit(_window(ctx, copy))


def _write_utf8() -> None:
    """Print UTF-8 into pipes and files too, where Windows would take an old code page without Serbian letters.

    Bytes of a file name that are no UTF-8 are printed as escapes, which JSON knows.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def main(open_window: OpenWindow | None = None, arguments: list[str] | None = None) -> int:
    """Run the command line; `open_window` opens the window and returns the exit code.

    Returns 0 when done, 1 for an error that was said in one line, 2 for a wrong usage.
    """
    _write_utf8()
    # What goes wrong is said in one line; without a handler the log would say it once more, on stderr.
    logging.getLogger("archive_app").addHandler(logging.NullHandler())
    from archive_app.cli import (
        annotations,
        authorities,
        claims,
        collecting,
        correcting,
        dates,
        describing,
        events,
        exporting,
        finding,
        history,
        links,
        locating,
        names,
        proposing,
        sources,
        tags,
        timelines,
        trash,
        upkeep,
    )

    for module in (
        sources,
        describing,
        correcting,
        collecting,
        finding,
        locating,
        events,
        claims,
        authorities,
        timelines,
        dates,
        names,
        proposing,
        tags,
        links,
        exporting,
        history,
        trash,
        annotations,
        upkeep,
    ):
        for command in module.COMMANDS:
            cli.add_command(command)
    try:
        code = cli.main(args=arguments, prog_name="archive-app", standalone_mode=False, obj=open_window)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        say(_("Stopped."))
        return 1
    return code if isinstance(code, int) else 0
