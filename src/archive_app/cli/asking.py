"""The options that say what is looked for, and the request that they make."""

from dataclasses import dataclass
from typing import Any

import click

from archive_app.core.hits import Facet, Order, RecordKind, SearchRequest, Tier
from archive_app.core.records import Script
from archive_app.services import events, sources, tagging
from archive_app.services.archives import Archive

_SCRIPTS = {script.name.lower(): script for script in Script}
_TIERS = {tier.name.lower(): tier for tier in Tier}


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What was asked on the command line; sources and events by id or title, tags by name."""

    exact: bool
    tiers: tuple[str, ...]
    ijekavian: bool
    foreign: bool
    kinds: tuple[str, ...]
    source: tuple[str, ...]
    tag: tuple[str, ...]
    event: tuple[str, ...]
    script: tuple[str, ...]
    year: tuple[int, ...]
    sort: str

    def request(self, archive: Archive, query: str, **more: Any) -> SearchRequest:
        """The request in this archive. Raises NotFound, UserError for a source, tag or event that is not there."""
        tiers = [_TIERS[name] for name in self.tiers] or list(Tier)
        narrowed = {
            Facet.KIND: self.kinds,
            Facet.SOURCE: [sources.find_source(archive, words).id for words in self.source],
            Facet.TAG: [tagging.find_tag(archive, name).id for name in self.tag],
            Facet.EVENT: [events.find_event(archive, words).id for words in self.event],
            Facet.SCRIPT: [_SCRIPTS[name].value for name in self.script],
            Facet.YEAR: [f"{year:04d}" for year in self.year],
        }
        return SearchRequest(
            query=query,
            tiers=frozenset({Tier.EXACT}) if self.exact else frozenset(tiers),
            ijekavian=self.ijekavian,
            foreign=self.foreign,
            narrowed={facet: frozenset(values) for facet, values in narrowed.items() if values},
            order=Order(self.sort),
            **more,
        )


_OPTIONS = (
    click.option("--exact", is_flag=True, help="Only the letters as typed, in either script."),
    click.option(
        "--tier",
        "tiers",
        multiple=True,
        type=click.Choice(list(_TIERS)),
        help="Why words may be found; may be given several times. All, if not given.",
    ),
    click.option("--ijekavian", is_flag=True, help="Also the other of Ekavian and Ijekavian."),
    click.option("--foreign", is_flag=True, help="Also other spellings of foreign names."),
    click.option(
        "--kind",
        "kinds",
        multiple=True,
        type=click.Choice([kind.value for kind in RecordKind]),
        help="Only this kind of records. This and the next five may be given several times.",
    ),
    click.option("--source", multiple=True, help="Only in this source: its id or title."),
    click.option("--tag", multiple=True, help="Only what carries this tag."),
    click.option("--event", multiple=True, help="Only what is linked to this event: its id or title."),
    click.option(
        "--script", multiple=True, type=click.Choice(list(_SCRIPTS)), help="Only what is in this script."
    ),
    click.option(
        "--year",
        multiple=True,
        type=click.IntRange(1, 9999),
        help="Only what is from this year, or begins in it.",
    ),
    click.option(
        "--sort",
        type=click.Choice([order.value for order in Order]),
        default=Order.RELEVANCE.value,
        show_default=True,
        help="The order of the hits.",
    ),
)
_NAMES = tuple(Asked.__dataclass_fields__)


def asking_options(command: Any) -> Any:
    """Give a command the options of `Asked`."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def take_asked(options: dict[str, Any]) -> Asked:
    """Take what belongs to `Asked` out of a command's options."""
    return Asked(**{name: options.pop(name) for name in _NAMES})
