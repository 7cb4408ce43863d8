"""Packing events into rows, so that nothing covers anything else."""

import random
from dataclasses import replace

from archive_app.core.timeline import DENSITIES, HEAD, Entry, Lane, Packer, Said
from archive_app.core.timespans import extent_of


def said(when: str, *sources: str, differs: bool = False) -> Said:
    extent = extent_of(when)
    assert extent is not None
    return Said(when, extent, sources, differs)


def entry(title: str, when: str, *claims: Said) -> Entry:
    return Entry(title, title, when, extent_of(when), claims)


def part_of(whole: Entry, title: str, when: str) -> Entry:
    return replace(entry(title, when), parent_id=whole.id)


def lane(*entries: Entry, title: str = "") -> Lane:
    return Lane(title, tuple(sorted(entries, key=lambda one: one.order)))


def rows(packer: Packer, per_day: float) -> list[list[str]]:
    (packed,) = packer.layout(per_day).lanes
    return [[row.entry(place).title for place in range(len(row))] for row in packed.rows]


OCTOBER = lane(entry("Napad", "1944-10-14"), entry("Stanica", "1944-10-20"), entry("Most", "1944-10-20"))


def test_what_lies_apart_stands_in_one_row_and_the_rest_below() -> None:
    assert rows(Packer([OCTOBER], headed=False), 20) == [["Napad", "Stanica"], ["Most"]]


def test_titles_need_room_too() -> None:
    assert rows(Packer([OCTOBER], headed=False), 2) == [["Napad"], ["Stanica"], ["Most"]]


def test_a_date_that_a_source_gives_far_away_belongs_to_its_event() -> None:
    disputed = entry("Stanica", "1944-10-20", said("1944-10-14", "Дани", differs=True))
    assert rows(Packer([lane(disputed, entry("Most", "1944-10-17"))], headed=False), 100) == [
        ["Stanica"],
        ["Most"],
    ]


def test_rows_stay_as_they_are_until_the_scale_is_quite_another() -> None:
    packer = Packer([OCTOBER], headed=False)
    assert packer.layout(20.0) is packer.layout(21.0)
    assert packer.layout(20.0) is not packer.layout(60.0)


def random_lane(count: int) -> Lane:
    chance = random.Random(3)
    made = []
    for number in range(count):
        year, month, day = chance.randint(1850, 1950), chance.randint(1, 12), chance.randint(1, 28)
        on = f"{year}-{month:02d}-{day:02d}"
        when = chance.choice(
            [on, on[:7], f"{year}~", f"../{on}", f"{on}/..", f"{year}/{year + 3}", f"{on} night"]
        )
        claims = [said(f"{year + 1}-01-05", "a")] if number % 5 == 0 else []
        made.append(entry(f"{number} {'događaj ' * chance.randint(1, 4)}", when, *claims))
    return lane(*made)


def test_nothing_covers_anything_else_at_any_scale() -> None:
    packer = Packer([random_lane(400)], headed=False)
    for per_day in (0.001, 0.02, 0.3, 7.0, 500.0):
        (packed,) = packer.layout(per_day).lanes
        assert sum(len(row) for row in packed.rows) == 400
        for row in packed.rows:
            ends = [row.ends(place) for place in range(len(row))]
            begins = [row.begins(place) for place in range(len(row))]
            assert all(end <= begin for end, begin in zip(ends, begins[1:], strict=False))


def test_only_what_lies_between_two_moments_is_found_in_a_row() -> None:
    (packed,) = Packer([OCTOBER], headed=False).layout(20).lanes
    row, ends = packed.rows[0], packed.rows[0].ends(0)
    assert [row.entry(place).title for place in row.between(ends - 1, ends + 1)] == ["Napad"]
    assert list(row.between(ends + 1, ends + 2)) == []


def test_where_too_many_stand_together_they_are_drawn_smaller() -> None:
    few = [entry(f"{number}", "1944-10-20") for number in range(3)]
    many = [entry(f"{number}", "1944-10-20") for number in range(100)]
    assert Packer([lane(*few)], headed=False).layout(20).density == DENSITIES[0]
    assert Packer([lane(*many)], headed=False).layout(20).density == DENSITIES[-1]


def test_lanes_stand_below_each_other_with_their_titles() -> None:
    layout = Packer(
        [lane(entry("a", "1944"), title="Beograd"), lane(entry("b", "1944"), title="Niš")], headed=True
    )
    first, second = layout.layout(1).lanes
    assert (first.title, first.count, first.top, first.rows_top) == ("Beograd", 1, 0, HEAD)
    assert second.top == first.bottom
    assert layout.layout(1).height == second.bottom
    assert layout.layout(1).place_of("b") == second.rows_top
    assert layout.layout(1).place_of("c") is None


def test_a_height_belongs_to_one_lane() -> None:
    layout = Packer([lane(entry("a", "1944")), lane(entry("b", "1944"))], headed=True).layout(1)
    assert layout.lane_at(layout.lanes[1].top + 1) is layout.lanes[1]
    assert layout.lane_at(layout.height + 1) is None


def test_bounds_are_those_of_all_dates() -> None:
    one = entry("Stanica", "1944-10-20", said("1944-10-15", "Дани", differs=True))
    first, last = extent_of("1944-10-15"), extent_of("1944-10-20")
    assert first is not None
    assert last is not None
    assert Packer([lane(one)], headed=False).bounds() == (first.begins, last.ends)
    assert Packer([], headed=False).bounds() is None


def test_an_event_that_only_sources_date_stands_by_the_earliest() -> None:
    later, earlier = said("1944-10-20", "a"), said("1944-10-15", "b")
    undated = Entry("x", "x", "", None, (later, earlier))
    assert sorted([entry("y", "1944-10-17"), undated], key=lambda one: one.order)[0] is undated


def test_parts_stand_in_rows_below_their_event() -> None:
    battle = entry("Bitka", "1944-10-14/1944-10-20")
    station, bridge = part_of(battle, "Stanica", "1944-10-15"), part_of(battle, "Most", "1944-10-15")
    hall = part_of(station, "Hala", "1944-10-15")
    park = part_of(battle, "Park", "1944-10-18")
    other = entry("Odlazak", "1944-10-17")
    packer = Packer([lane(battle, station, bridge, hall, park, other)], headed=False)
    assert rows(packer, 100) == [["Bitka"], ["Most", "Park"], ["Stanica"], ["Hala"], ["Odlazak"]]
    (packed,) = packer.layout(100).lanes
    names = [entry.title for entry in packed.entries]
    assert [
        (family.first, family.rows, sorted(names[number] for number in family.reach.numbers))
        for family in packed.families
    ] == [(0, 4, ["Bitka", "Hala", "Most", "Park", "Stanica"]), (2, 2, ["Hala", "Stanica"])]


def test_events_with_parts_stand_side_by_side_where_they_have_room() -> None:
    early, late = entry("Prva", "1944-10-01"), entry("Druga", "1944-10-20")
    parts = [part_of(early, "a", "1944-10-02"), part_of(late, "b", "1944-10-21")]
    packer = Packer([lane(early, late, *parts)], headed=False)
    assert rows(packer, 100) == [["Prva", "Druga"], ["a", "b"]]
    assert rows(packer, 1) == [["Prva"], ["a"], ["Druga"], ["b"]]


def test_a_part_whose_event_is_not_in_the_lane_stands_alone() -> None:
    lonely = part_of(entry("Bitka", "1944-10"), "Stanica", "1944-10-15")
    (packed,) = Packer([lane(lonely)], headed=False).layout(10).lanes
    assert (len(packed.rows), packed.families) == (1, ())


def test_nothing_covers_anything_else_where_events_have_parts() -> None:
    chance, entries = random.Random(5), list(random_lane(300).entries)
    for number in range(40, 300):
        if number % 3:
            entries[number] = replace(entries[number], parent_id=entries[chance.randrange(number)].id)
    packer = Packer([lane(*entries)], headed=False)
    for per_day in (0.001, 0.3, 7.0):
        (packed,) = packer.layout(per_day).lanes
        assert sum(len(row) for row in packed.rows) == 300
        for row in packed.rows:
            ends = [row.ends(place) for place in range(len(row))]
            assert all(end <= row.begins(place + 1) for place, end in enumerate(ends[:-1]))
        for family in packed.families:
            inside = packed.rows[family.first : family.first + family.rows]
            assert set(family.reach.numbers) <= {number for row in inside for number in row.numbers}
