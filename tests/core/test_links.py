"""Stable links to records."""

import pytest

from archive_app.core.hits import RecordKind
from archive_app.core.ids import new_id
from archive_app.core.links import KINDS, RecordLink, is_begun, read_link


@pytest.mark.parametrize("kind", KINDS)
def test_a_link_is_read_back(kind: RecordKind) -> None:
    link = RecordLink(kind, new_id())
    assert str(link) == f"archive:{kind.value}/{link.id}"
    for written in (str(link), f"  <{link}>\n", str(link).upper()):
        assert read_link(written) == link


@pytest.mark.parametrize(
    "text",
    [
        "",
        "archive:",
        "archive:annotation/1",
        "archive:passage/{id}",
        "x archive:event/{id}",
        "{id}",
        "event:most",
    ],
)
def test_anything_else_is_no_link(text: str) -> None:
    assert read_link(text.format(id=new_id())) is None


def test_what_begins_like_a_link_is_known_before_it_is_whole() -> None:
    assert is_begun(" <Archive:ann")
    assert not is_begun("archives of Belgrade")
