"""The command that finds words in one source, letter by letter."""

from pathlib import Path

import click

from archive_app.cli.output import give
from archive_app.cli.shared import folder_argument, json_option, opened
from archive_app.core.translation import _
from archive_app.services import finding, sources


@click.command()
@folder_argument
@click.argument("source")
@click.argument("words")
@click.option("--exactly", is_flag=True, help="Only in this script and case, with these diacritics.")
@click.option("--whole-words", is_flag=True, help="Not within longer words.")
@json_option
def find(folder: Path, source: str, words: str, exactly: bool, whole_words: bool, as_json: bool) -> None:
    """Find the letters of WORDS in the text of a SOURCE (its id, link or title), in either script."""
    with opened(folder) as (archive, _progress):
        found = finding.find_in_source(
            archive, sources.find_source(archive, source).id, words, exactly=exactly, whole_words=whole_words
        )
    lines = [_line(place) for place in found]
    give(as_json, {"places": found}, lambda: lines or [_("These words do not stand in this source.")])


def _line(place: finding.FoundWords) -> str:
    passage = "" if place.passage is None else f"¶ {place.passage + 1}"
    return f"{place.start:>7}  {passage:<8} {' '.join(place.text.split())}"


COMMANDS = (find,)
"""The command of this module."""
