"""Who and what a text names."""

import pytest

from archive_app.core.errors import NotFound
from archive_app.core.kinds import AuthorityKind
from archive_app.core.spans import Span
from archive_app.services import authorities, history, indexing, naming
from archive_app.services.authorities import Named
from archive_app.services.known_names import known_names
from helpers.articles import CYRILLIC, LATIN
from helpers.desk import Desk


@pytest.fixture
def fortress(desk: Desk) -> Named:
    """A place that both articles name."""
    return authorities.add_authority(desk.archive, AuthorityKind.PLACE, "Kalemegdan")


def words(desk: Desk, span: Span | None = None) -> list[str]:
    return [one.text for one in naming.names_in(desk.archive, desk.latin.text.id, span)]


def test_a_text_names_places_in_either_script(desk: Desk, fortress: Named) -> None:
    for reading, letters in ((desk.latin, LATIN), (desk.cyrillic, CYRILLIC)):
        found = naming.names_in(desk.archive, reading.text.id)
        assert len(found) == 3
        for one in found:
            assert one.ids == (fortress.authority.id,)
            assert letters[one.start : one.end] == one.text


def test_a_stretch_of_a_text_is_read_alone_or_from_what_is_known(desk: Desk, fortress: Named) -> None:
    second = desk.latin.passages[2].span
    alone = naming.names_in(desk.archive, desk.latin.text.id, second)
    assert [LATIN[one.start : one.end] for one in alone] == ["Kalemegdana"]
    naming.names_in(desk.archive, desk.latin.text.id)
    assert naming.names_in(desk.archive, desk.latin.text.id, second) == alone
    assert desk.archive.names.found


def test_names_that_come_and_go_are_known_at_once(desk: Desk, fortress: Named) -> None:
    assert "Ilija" not in words(desk)
    baker = authorities.add_authority(desk.archive, AuthorityKind.PERSON, "Pekar")
    authorities.add_name(desk.archive, baker.authority.id, "Ilija")
    assert "Ilija" in words(desk)
    history.undo(desk.archive)
    assert "Ilija" not in words(desk)
    authorities.remove_authority(desk.archive, fortress.authority.id)
    assert words(desk) == ["Pekar"]


def test_what_has_nothing_to_do_with_names_leaves_what_is_known(desk: Desk, fortress: Named) -> None:
    known = known_names(desk.archive)
    desk.mark(desk.latin, "golubovi", note="zapis")
    assert known_names(desk.archive) is known
    authorities.add_name(desk.archive, fortress.authority.id, "Tvrđava")
    assert known_names(desk.archive) is not known


def test_an_archive_without_names_and_an_unknown_text(desk: Desk) -> None:
    assert words(desk) == []
    with pytest.raises(NotFound):
        naming.names_in(desk.archive, "nowhere")


def test_many_names_are_looked_for_where_heavy_work_runs(desk: Desk, fortress: Named) -> None:
    with desk.archive.operation("Many"):
        for number in range(250):
            authorities.add_authority(desk.archive, AuthorityKind.UNIT, f"{number}. pontonska četa")
    assert words(desk) == ["Kalemegdanu", "Kalemegdana", "Kalemegdanu"]


def test_passages_that_name_a_place_are_given_source_by_source(desk: Desk, fortress: Named) -> None:
    indexing.catch_up(desk.archive)
    found = naming.passages_naming(desk.archive, fortress.authority.id)
    assert len(found) == 6
    assert [one.hit.source_id for one in found] == sorted(one.hit.source_id or "" for one in found)
    for one in found:
        for mention in one.mentions:
            assert one.hit.text[mention.start : mention.end] == mention.text


def test_passages_name_the_longer_of_two_names(desk: Desk) -> None:
    author = authorities.add_authority(desk.archive, AuthorityKind.PERSON, "Đorđe Savić")
    other = authorities.add_authority(desk.archive, AuthorityKind.PERSON, "Đorđe")
    indexing.catch_up(desk.archive)
    assert len(naming.passages_naming(desk.archive, author.authority.id)) == 2
    assert naming.passages_naming(desk.archive, other.authority.id) == []


def test_a_name_without_words_is_named_nowhere(desk: Desk) -> None:
    sign = authorities.add_authority(desk.archive, AuthorityKind.PERSON, "???")
    indexing.catch_up(desk.archive)
    assert naming.passages_naming(desk.archive, sign.authority.id) == []
    assert naming.passages_naming(desk.archive, "nobody") == []
