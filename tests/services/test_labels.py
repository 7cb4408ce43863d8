"""Everything that searching knows has a word for people."""

from archive_app.core.hits import RecordKind, Tier
from archive_app.core.records import Script
from archive_app.services.labels import kind_label, kind_name, script_label, tier_label


def test_every_kind_script_and_tier_has_a_name_of_its_own() -> None:
    for label, values in (
        (kind_name, RecordKind),
        (kind_label, RecordKind),
        (script_label, Script),
        (tier_label, Tier),
    ):
        assert len({label(value) for value in values}) == len(values)
