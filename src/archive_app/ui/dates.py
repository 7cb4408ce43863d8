"""Times written out for reading, in the person's own time zone. (Historical dates are `core.dates`.)"""

from datetime import datetime

from archive_app.core.translation import _


def day_and_time(moment: datetime) -> str:
    """A local moment: "22.11.2026, 14:05"."""
    return _("{day}.{month}.{year}, {time}").format(
        day=moment.day, month=moment.month, year=moment.year, time=f"{moment:%H:%M}"
    )


def local_day_and_time(stamp: str) -> str:
    """A time of making (UTC, ISO 8601) as local day and time; what is no time is returned as it is."""
    try:
        return day_and_time(datetime.fromisoformat(stamp).astimezone())
    except ValueError:
        return stamp
