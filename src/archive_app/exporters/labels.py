"""The report's own words, in the person's language; the typesetter's built-in ones are never used."""

from datetime import date

from archive_app.core.records import Colour
from archive_app.core.translation import _, ngettext


def labels() -> dict[str, str]:
    """Return the fixed labels of a report by the names that the template knows them by."""
    return {
        "contents": _("Contents"),
        "source": _("Source"),
        "notes": _("Notes"),
        "events": _("Events"),
        "names": _("People, units and places"),
        "named": _("Named in the source"),
        "claims": _("What the sources say, side by side"),
        "quotations": _("The sources in their own words"),
        "timeline": _("Timeline"),
        "states": _("The source states"),
        "states_nothing": _("The source states no date, place or people."),
        "tags": _("Tags"),
        "photo": _("Photo"),
        "scan_missing": _("The scan is missing"),
        "see_photo": _("See photo {number} on page {page}."),
        "bibliography": _("Sources"),
        "index": _("Index"),
        "highlights": _("Colours of the highlights"),
    }


def colour_names() -> dict[Colour, str]:
    """Return the names of the colours of highlights."""
    return {
        Colour.YELLOW: _("yellow"),
        Colour.GREEN: _("green"),
        Colour.BLUE: _("blue"),
        Colour.PINK: _("pink"),
        Colour.ORANGE: _("orange"),
        Colour.PURPLE: _("purple"),
    }


def untitled() -> str:
    """Return what stands for a title that is empty."""
    return _("Untitled")


def extent(excerpts: int, sources: int) -> str:
    """Return how much the report holds, for its title page."""
    return _("{excerpts} from {sources}").format(
        excerpts=ngettext("{count} excerpt", "{count} excerpts", excerpts).format(count=excerpts),
        sources=ngettext("{count} source", "{count} sources", sources).format(count=sources),
    )


def extent_of_events(events: int, claims: int, sources: int) -> str:
    """Return how much a report on events holds, for its title page."""
    return _("{events}: {claims} from {sources}").format(
        events=ngettext("{count} event", "{count} events", events).format(count=events),
        claims=ngettext("{count} claim", "{count} claims", claims).format(count=claims),
        sources=ngettext("{count} source", "{count} sources", sources).format(count=sources),
    )


def day_in_words(day: date) -> str:
    """Return `day` written out, such as 20 October 1944."""
    months = (
        _("January"),
        _("February"),
        _("March"),
        _("April"),
        _("May"),
        _("June"),
        _("July"),
        _("August"),
        _("September"),
        _("October"),
        _("November"),
        _("December"),
    )
    return _("{day} {month} {year}").format(day=day.day, month=months[day.month - 1], year=day.year)
