"""Paths of tags, and the tree that they make."""

import pytest

from archive_app.core.records import Tag
from archive_app.core.tags import TagTree, is_from_top, join_path, split_path


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("Rat/Bombardovanje", ["Rat", "Bombardovanje"]),
        ("  Рат /  Април  1941 / ", ["Рат", "Април 1941"]),
        ("zima 1941/42", ["zima 1941/42"]),
        ("14 / 15", ["14", "15"]),
        ("F-3/a", ["F-3", "a"]),
        ("/Most", ["Most"]),
        (" / ", []),
    ],
)
def test_a_path_is_read_as_it_is_typed(typed: str, names: list[str]) -> None:
    assert split_path(typed) == names
    assert split_path(join_path(names)) == names


def test_a_leading_stroke_means_the_top() -> None:
    assert is_from_top(" /Most")
    assert not is_from_top("Grad/Most")


def test_a_tree_knows_what_stands_above_and_below() -> None:
    war, raid, siren = (
        Tag(id="1", name="Rat"),
        Tag(id="2", name="Noć", parent_id="1"),
        Tag(id="3", name="Sirene", parent_id="2"),
    )
    tree = TagTree([siren, raid, war])
    assert tree.path("3") == "Rat / Noć / Sirene"
    assert tree.line("2") == [war, raid]
    assert tree.with_below("1") == [war, raid, siren]
    assert tree.find("rat/NOĆ") == raid
    assert tree.find("noć") == raid
    assert tree.find("/noć") is None
    assert tree.find("Rat / Sirene") is None


def test_a_name_from_before_may_hold_a_stroke() -> None:
    old = Tag(id="1", name="odbrana/napad")
    assert TagTree([old]).find("Odbrana/napad") == old


def test_a_ring_of_tags_does_no_harm() -> None:
    one, other = Tag(id="1", name="A", parent_id="2"), Tag(id="2", name="B", parent_id="1")
    tree = TagTree([one, other])
    assert tree.line("1") == [other, one]
    assert tree.with_below("1") == [one, other]
