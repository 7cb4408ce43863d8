"""Tags and how they stand under each other."""

from dataclasses import replace

import pytest

from archive_app.core.errors import NotFound, UserError
from archive_app.core.hits import Facet
from archive_app.core.ids import new_id
from archive_app.core.records import Colour, Tag
from archive_app.services import annotating, history, tagging
from archive_app.services.exporting import make_dossier
from helpers.desk import Desk


def names(desk: Desk) -> dict[str, int]:
    return {row.tag.name: row.annotations for row in tagging.list_tags(desk.archive)}


def test_a_tag_is_the_same_in_any_case_and_with_any_spaces(desk: Desk) -> None:
    desk.mark(desk.latin, "Pekar Ilija", tags=["Ljudi iz grada", "", " ljudi  iz grada "])
    desk.mark(desk.cyrillic, "Учитељица Јелена", tags=["LJUDI IZ GRADA", "ђаци"])
    assert names(desk) == {"Ljudi iz grada": 2, "ђаци": 1}
    tag = tagging.find_tag(desk.archive, "ljudi iz grada")
    assert [row.annotation.quote for row in tagging.annotations_with_tag(desk.archive, tag.id)] == [
        "Pekar Ilija",
        "Учитељица Јелена",
    ]
    with pytest.raises(NotFound, match="no tag called “ljudi”"):
        tagging.find_tag(desk.archive, "ljudi")


def test_tags_stand_in_the_order_of_the_azbuka_in_both_scripts(desk: Desk) -> None:
    desk.mark(desk.latin, "Pekar", tags=["železnica", "Воз", "ćuprija", "бедем", "azbuka"])
    assert list(names(desk)) == ["azbuka", "бедем", "Воз", "železnica", "ćuprija"]


def test_a_tag_is_renamed_everywhere_at_once(desk: Desk) -> None:
    made = desk.mark(desk.latin, "Pekar Ilija", tags=["ljudi"])
    desk.mark(desk.latin, "Pismonoša Vuk", tags=["pošta"])
    tag = tagging.find_tag(desk.archive, "ljudi")
    assert tagging.rename_tag(desk.archive, tag.id, " građani ").name == "građani"
    assert annotating.get_annotation(desk.archive, made.id).tag_names == ["građani"]
    assert tagging.rename_tag(desk.archive, tag.id, "Građani").name == "Građani"
    with pytest.raises(UserError, match="another tag called “pošta”"):
        tagging.rename_tag(desk.archive, tag.id, "POŠTA")
    with pytest.raises(UserError, match="name is empty"):
        tagging.rename_tag(desk.archive, tag.id, " ")
    assert set(names(desk)) == {"Građani", "pošta"}


def test_a_removed_tag_comes_back_on_all_its_annotations(desk: Desk) -> None:
    for quote in ("Pekar Ilija", "Pismonoša Vuk"):
        desk.mark(desk.latin, quote, tags=["ljudi", "sveske"])
    tagging.remove_tag(desk.archive, tagging.find_tag(desk.archive, "ljudi").id)
    assert names(desk) == {"sveske": 2}
    history.undo(desk.archive)
    assert names(desk) == {"ljudi": 2, "sveske": 2}


def paths(desk: Desk) -> list[tuple[str, int]]:
    return [(row.path, row.annotations) for row in tagging.list_tags(desk.archive)]


def tag_id(desk: Desk, path: str) -> str:
    return tagging.find_tag(desk.archive, path).id


def test_a_path_makes_all_the_tags_in_it_once(desk: Desk) -> None:
    desk.mark(desk.latin, "Pekar Ilija", tags=["Rat/Bombardovanje", "Град / Мост"])
    desk.mark(desk.latin, "Pismonoša Vuk", tags=["rat / BOMBARDOVANJE", "Rat"])
    assert paths(desk) == [("Град", 1), ("Град / Мост", 1), ("Rat", 2), ("Rat / Bombardovanje", 2)]
    assert [row.depth for row in tagging.list_tags(desk.archive)] == [0, 1, 0, 1]
    assert [row.own for row in tagging.list_tags(desk.archive)] == [0, 1, 1, 2]


def test_a_name_from_before_there_was_a_hierarchy_stays_while_other_tags_change(desk: Desk) -> None:
    old = Tag(id=new_id(), name="rat/mir")
    parent = tagging.add_tag(desk.archive, "Teme")
    with desk.archive.operation("Add tag"):
        desk.archive.store.insert(old)
    made = desk.mark(desk.latin, "Pekar Ilija", tags=["rat/mir", "rat / mir"])
    assert len(annotating.get_annotation(desk.archive, made.id).tags) == 2
    names = annotating.get_annotation(desk.archive, made.id).tag_names
    after = annotating.edit_annotation(desk.archive, made.id, tags=[*names, "novo"])
    assert sorted(after.tag_names) == ["novo", "rat / mir", "rat/mir"]
    tagging.move_tag(desk.archive, old.id, parent.id)
    names = annotating.get_annotation(desk.archive, made.id).tag_names
    assert "Teme / rat/mir" in names
    after = annotating.edit_annotation(desk.archive, made.id, tags=names)
    assert old in [replace(tag, parent_id=None) for tag in after.tags]


def test_a_stroke_between_two_figures_belongs_to_the_name(desk: Desk) -> None:
    desk.mark(desk.latin, "Pekar Ilija", tags=["zima 1941/42", "F / 12"])
    assert [path for path, _count in paths(desk)] == ["zima 1941/42", "F", "F / 12"]


def test_a_name_alone_means_the_only_tag_of_that_name(desk: Desk) -> None:
    desk.mark(desk.latin, "Pekar Ilija", tags=["Rat / Glad"])
    made = desk.mark(desk.latin, "Pismonoša Vuk", tags=["glad"])
    assert annotating.get_annotation(desk.archive, made.id).tag_names == ["Rat / Glad"]
    annotating.edit_annotation(desk.archive, made.id, tags=["/Glad"])
    assert annotating.get_annotation(desk.archive, made.id).tag_names == ["Glad"]
    annotating.edit_annotation(desk.archive, made.id, tags=["Glad", "Mir/Glad"])
    assert annotating.get_annotation(desk.archive, made.id).tag_names == ["Glad", "Mir / Glad"]
    tagging.remove_tag(desk.archive, tag_id(desk, "/Glad"))
    with pytest.raises(NotFound, match="no tag called “Glad”"):  # two stand under others
        tagging.find_tag(desk.archive, "Glad")


def test_searching_a_tag_finds_what_stands_under_it(desk: Desk) -> None:
    desk.mark(desk.latin, "Pekar Ilija", tags=["Rat/Bombardovanje"])
    assert desk.found("tag:rat kind:annotation") == ["Rat / Bombardovanje"]
    narrowed = {Facet.TAG: frozenset({tag_id(desk, "Rat")})}
    assert len(desk.hits("bombardovanje", narrowed=narrowed)) == 1
    tagging.rename_tag(desk.archive, tag_id(desk, "Rat"), "Sukob")
    assert desk.found("tag:sukob kind:annotation") == ["Sukob / Bombardovanje"]
    assert desk.found("tag:rat") == []
    tagging.move_tag(desk.archive, tag_id(desk, "Bombardovanje"), None)
    assert desk.found("tag:sukob") == []
    assert desk.found("tag:bombardovanje kind:annotation") == ["Bombardovanje"]


def test_printing_a_tag_prints_what_stands_under_it(desk: Desk) -> None:
    desk.mark(desk.latin, "Pekar Ilija", tags=["Rat/Bombardovanje"])
    desk.mark(desk.latin, "Pismonoša Vuk", tags=["Rat"])
    dossier = make_dossier(desk.archive, tag="rat")
    assert dossier.title == "Rat"
    assert {name for excerpt in dossier.excerpts for name in excerpt.tags} == {"Rat", "Rat / Bombardovanje"}
    assert make_dossier(desk.archive, tag="rat / bombardovanje").title == "Rat / Bombardovanje"


def test_a_tag_is_moved_with_all_under_it_and_back(desk: Desk) -> None:
    desk.mark(desk.latin, "Pekar Ilija", tags=["Bombardovanje/Noć", "Rat"])
    tagging.move_tag(desk.archive, tag_id(desk, "Bombardovanje"), tag_id(desk, "Rat"))
    assert [path for path, _count in paths(desk)] == [
        "Rat",
        "Rat / Bombardovanje",
        "Rat / Bombardovanje / Noć",
    ]
    with pytest.raises(UserError, match="“Rat” cannot stand under “Rat / Bombardovanje / Noć”"):
        tagging.move_tag(desk.archive, tag_id(desk, "Rat"), tag_id(desk, "Noć"))
    with pytest.raises(UserError, match="cannot stand under"):
        tagging.move_tag(desk.archive, tag_id(desk, "Rat"), tag_id(desk, "Rat"))
    history.undo(desk.archive)
    assert [path for path, _count in paths(desk)] == ["Bombardovanje", "Bombardovanje / Noć", "Rat"]


def test_tags_of_one_name_never_stand_side_by_side(desk: Desk) -> None:
    desk.mark(desk.latin, "Pekar Ilija", tags=["Rat/Noć", "/noć"])
    with pytest.raises(UserError, match="called “Rat / Noć” already; merge"):
        tagging.move_tag(desk.archive, tag_id(desk, "/noć"), tag_id(desk, "Rat"))
    with pytest.raises(UserError, match="no “/”"):
        tagging.rename_tag(desk.archive, tag_id(desk, "/noć"), "Mir/Noć")


def test_two_tags_become_one_in_one_step(desk: Desk) -> None:
    both = desk.mark(desk.latin, "Pekar Ilija", tags=["hleb", "pogača"])
    one = desk.mark(desk.latin, "Pismonoša Vuk", tags=["pogača / bela", "pogača"])
    other = desk.mark(desk.cyrillic, "Учитељица Јелена", tags=["hleb / Bela", "hleb / crna"])
    before = {made.id: annotating.get_annotation(desk.archive, made.id) for made in (both, one, other)}
    steps = len(history.history(desk.archive))
    kept = tagging.merge_tags(desk.archive, tag_id(desk, "pogača"), tag_id(desk, "hleb"))
    assert kept.name == "hleb"
    assert paths(desk) == [("hleb", 3), ("hleb / Bela", 2), ("hleb / crna", 1)]
    assert annotating.get_annotation(desk.archive, both.id).tag_names == ["hleb"]
    assert annotating.get_annotation(desk.archive, one.id).tag_names == ["hleb / Bela", "hleb"]
    assert len(history.history(desk.archive)) == steps + 1
    history.undo(desk.archive)
    assert {key: annotating.get_annotation(desk.archive, key) for key in before} == before


def test_a_tag_goes_up_into_the_one_above_it_but_not_down(desk: Desk) -> None:
    made = desk.mark(desk.latin, "Pekar Ilija", tags=["Rat/Noć/Sirene"])
    with pytest.raises(UserError, match="“Rat / Noć” stands under “Rat”"):
        tagging.merge_tags(desk.archive, tag_id(desk, "Rat"), tag_id(desk, "Noć"))
    with pytest.raises(UserError, match="same tag"):
        tagging.merge_tags(desk.archive, tag_id(desk, "Rat"), tag_id(desk, "Rat"))
    tagging.merge_tags(desk.archive, tag_id(desk, "Noć"), tag_id(desk, "Rat"))
    assert annotating.get_annotation(desk.archive, made.id).tag_names == ["Rat / Sirene"]


def test_deleting_a_tag_takes_those_under_it_and_undo_brings_all_back(desk: Desk) -> None:
    made = desk.mark(desk.latin, "Pekar Ilija", tags=["Rat/Noć/Sirene", "Rat"])
    before = paths(desk)
    tagging.remove_tag(desk.archive, tag_id(desk, "Rat"))
    assert paths(desk) == []
    assert annotating.get_annotation(desk.archive, made.id).tags == ()
    history.undo(desk.archive)
    assert paths(desk) == before
    assert annotating.get_annotation(desk.archive, made.id).tag_names == ["Rat", "Rat / Noć / Sirene"]


def test_a_tag_is_made_by_itself_and_keeps_its_colour(desk: Desk) -> None:
    tagging.add_tag(desk.archive, "Rat / Noć", Colour.BLUE)
    assert tagging.find_tag(desk.archive, "Noć").colour is Colour.BLUE
    assert tagging.add_tag(desk.archive, "rat / noć").colour is Colour.BLUE
    with pytest.raises(UserError, match="name is empty"):
        tagging.add_tag(desk.archive, " / ")


# One tag on one annotation


def test_a_tag_goes_on_and_off_again(desk: Desk) -> None:
    made = desk.mark(desk.latin, "Pekar Ilija", tags=["ljudi"])
    tag = tagging.add_tag(desk.archive, "hleb")
    assert tagging.toggle_tag(desk.archive, made.id, tag.id).tag_names == ["hleb", "ljudi"]
    assert history.history(desk.archive)[0].name == "Put on tag “hleb”"
    assert tagging.toggle_tag(desk.archive, made.id, tag.id).tag_names == ["ljudi"]
    assert history.history(desk.archive)[0].name == "Take off tag “hleb”"


def test_the_last_thing_an_annotation_says_is_not_taken_off(desk: Desk) -> None:
    made = desk.mark(desk.latin, "Pekar Ilija", tags=["ljudi"], colour=None)
    with pytest.raises(UserError, match="delete the annotation"):
        tagging.toggle_tag(desk.archive, made.id, tag_id(desk, "ljudi"))


def test_recent_tags_keep_their_places_while_they_are_used(desk: Desk) -> None:
    places: list[tagging.NumberedTag | None] = []

    def recent() -> list[str]:
        places[:] = tagging.recent_tags(desk.archive, places)
        return [one.path if one else "" for one in places]

    names = ["a", "b", "v", "g", "d", "đ", "e", "ž", "z"]
    for name in names:
        desk.mark(desk.latin, "Pekar Ilija", tags=[name])
    assert recent() == names
    desk.mark(desk.latin, "Pismonoša Vuk", tags=["a"])
    assert recent() == names
    desk.mark(desk.latin, "Pismonoša Vuk", tags=["i"])
    assert recent() == ["a", "i", *names[2:]]
    tagging.remove_tag(desk.archive, tag_id(desk, "v"))
    assert recent() == ["a", "i", "b", *names[3:]]  # the place that is free goes to the next one
    desk.mark(desk.latin, "Pismonoša Vuk", tags=["Rat / j"])
    assert recent() == ["a", "i", "Rat / j", *names[3:]]
    again = tagging.recent_tags(desk.archive)
    assert {one.path for one in again if one} == set(recent())
