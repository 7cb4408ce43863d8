"""The commands for searching, and the shape of their hits that scripts depend on."""

import csv
from pathlib import Path
from typing import Any

import pytest

from helpers.command_line import done, refused, run

HIT = {"kind", "id", "source", "start", "end", "text", "highlights", "matched", "score"}


def test_a_hit_carries_what_scripts_know(folder: Path) -> None:
    document = done("search", folder, "kalemegdanu")
    assert set(document) == {"query", "total", "hits", "facets", "words", "suggestions", "notices"}
    assert (document["query"], document["total"]) == ("kalemegdanu", len(document["hits"]))
    texts = {row["id"]: done("show", folder, row["id"])["text"] for row in done("sources", folder)["sources"]}
    for hit in document["hits"]:
        assert set(hit) == HIT
        assert set(hit["source"]) == {"id", "title", "script"}
        assert hit["kind"] == "passage"
        assert texts[hit["source"]["id"]][hit["start"] : hit["end"]] == hit["text"]
        assert [hit["text"][start:end] for start, end in hit["highlights"]] == [
            row["form"] for row in hit["matched"]
        ]
        assert {row["tier"] for row in hit["matched"]} <= {"exact", "folded", "word", "related"}
        assert hit["score"] > 0
    assert [hit["score"] for hit in document["hits"]] == sorted(
        (hit["score"] for hit in document["hits"]), reverse=True
    )
    assert {hit["source"]["script"] for hit in document["hits"]} == {"Latn", "Cyrl"}


def test_hits_can_be_narrowed(folder: Path) -> None:
    every = done("search", folder, "Kalemegdan")
    assert done("search", folder, "Kalemegdan", "--limit", 2) == {**every, "hits": every["hits"][:2]}
    in_one = done("search", folder, "Kalemegdan", "--source", "Дани")["hits"]
    assert {hit["source"]["title"] for hit in in_one} == {"Дани под бедемом"}
    exact = done("search", folder, "Kalemegdana", "--exact")["hits"]
    assert len(exact) == 2
    assert {row["tier"] for hit in exact for row in hit["matched"]} == {"exact"}
    done("event", folder, "Mir na Kalemegdanu", "--when", "")
    (event,) = done("search", folder, "Kalemegdan", "--kind", "event")["hits"]
    assert (event["kind"], event["source"], event["text"]) == ("event", None, "Mir na Kalemegdanu")
    both = done("search", folder, "Kalemegdan", "--kind", "event", "--kind", "passage")["hits"]
    assert {hit["kind"] for hit in both} == {"event", "passage"}


def test_hits_are_shown_to_people_with_their_marks(folder: Path) -> None:
    lines = run("search", folder, "harmonika").out.splitlines()
    assert lines[0] == "Grad pod tvrđavom · passage"
    assert "svirao «harmoniku» do mraka" in lines[1]
    assert lines[-1] == "1 hit"


def test_finding_nothing_is_no_error(folder: Path) -> None:
    document = done("search", folder, "dirižabl")
    assert (document["total"], document["hits"]) == (0, [])
    assert document["notices"] == ["“dirižabl” stands nowhere in the archive."]
    answer = run("search", folder, "dirižabl")
    assert (answer.code, answer.out) == (0, "Nothing was found for “dirižabl”.\n")
    assert answer.err == "“dirižabl” stands nowhere in the archive.\n"


@pytest.mark.parametrize("query", ["", "   "])
def test_a_query_without_words_is_refused(folder: Path, query: str) -> None:
    assert refused("search", folder, query).startswith("Error: ")


def test_a_source_that_is_not_there_is_refused(folder: Path) -> None:
    assert "no source called “Roman”" in refused("search", folder, "most", "--source", "Roman")


# What is looked for


def found(folder: Path, *arguments: object) -> list[dict[str, Any]]:
    hits: list[dict[str, Any]] = done("search", folder, *arguments)["hits"]
    return hits


def test_a_word_is_found_in_the_tiers_that_are_named(folder: Path) -> None:
    tiers = {row["tier"] for hit in found(folder, "Kalemegdana") for row in hit["matched"]}
    assert tiers == {"exact", "word"}
    assert len(found(folder, "Kalemegdana", "--tier", "exact")) == 2
    assert found(folder, "Kalemegdan", "--tier", "folded", "--tier", "exact") == found(
        folder, "Kalemegdan", "--tier", "exact"
    )
    assert len(found(folder, "Kalemegdana", "--tier", "exact", "--tier", "word")) == 6
    assert run("search", folder, "most", "--tier", "rhyme").code == 2


def test_ijekavian_and_foreign_spellings_are_found_when_asked_for(folder: Path) -> None:
    assert found(folder, "dvije devojke cijena") == []
    assert found(folder, "cijenom") == []
    (hit,) = found(folder, "cijenom", "--ijekavian")
    assert [row["tier"] for row in hit["matched"]] == ["spelling"]


def test_hits_are_narrowed_by_tag_event_script_and_year(folder: Path) -> None:
    (note,) = [
        done(
            "annotate", folder, "Grad", "--quote", "Pekar Ilija", "--note", "Kalemegdan?", "--tag", "zanati"
        )["id"]
    ]
    event = done("event", folder, "Opsada", "--when", "1944-10")
    done("link", folder, note, event["id"])
    assert note in {hit["id"] for hit in found(folder, "Kalemegdan", "--tag", "ZANATI")}
    assert note in {hit["id"] for hit in found(folder, "Kalemegdan", "--event", "opsada")}
    assert len(found(folder, "Kalemegdan", "--script", "cyrillic")) == 3
    assert note in {hit["id"] for hit in found(folder, "Kalemegdan", "--year", 1944)}
    assert note not in {hit["id"] for hit in found(folder, "Kalemegdan", "--year", 1931)}
    assert "no tag called" in refused("search", folder, "most", "--tag", "nema")
    assert "no event called" in refused("search", folder, "most", "--event", "nema")


def test_hits_stand_in_the_order_that_was_asked_for(folder: Path) -> None:
    hits = found(folder, "Kalemegdan", "--sort", "source")
    places = [(hit["source"]["title"], hit["start"]) for hit in hits]
    assert [title for title, _start in places] in (
        [*["Grad pod tvrđavom"] * 3, *["Дани под бедемом"] * 3],
        [*["Дани под бедемом"] * 3, *["Grad pod tvrđavom"] * 3],
    )
    assert places[:3] == sorted(places[:3])
    assert places[3:] == sorted(places[3:])


def test_facets_are_counted_when_asked_for(folder: Path) -> None:
    assert done("search", folder, "Kalemegdan")["facets"] == {}
    facets = done("search", folder, "Kalemegdan", "--facets")["facets"]
    assert facets["kind"] == [{"value": "passage", "label": "Passages", "count": 6}]
    assert {row["label"]: row["count"] for row in facets["source"]} == {
        "Grad pod tvrđavom": 3,
        "Дани под бедемом": 3,
    }
    lines = run("search", folder, "Kalemegdan", "--facets").out.splitlines()
    assert lines[lines.index("By kind:") + 1] == "       6  Passages"


def test_a_slip_of_the_pen_gets_a_suggestion(folder: Path) -> None:
    assert done("search", folder, "Kalemegdqn")["suggestions"] == ["Kalemegdan"]
    assert "Did you mean: Kalemegdan\n" in run("search", folder, "Kalemegdqn").out


@pytest.mark.parametrize("as_json", [(), ("--json",)])
def test_a_wrong_query_is_shown_with_a_mark_under_the_wrong_place(
    folder: Path, as_json: tuple[str, ...]
) -> None:
    answer = run("search", folder, "мост date:lipanj22", *as_json)
    assert (answer.code, answer.out) == (1, "")
    message, query, mark = answer.err.splitlines()
    assert message.startswith("Error: ")
    assert query == "    мост date:lipanj22"
    assert set(mark.strip()) == {"^"}
    assert query[mark.index("^") : mark.rindex("^") + 1] in ("date:lipanj22", "lipanj22")
    printed = run("export", folder, folder / "x.pdf", "--query", "мост date:lipanj22", *as_json)
    assert (printed.code, printed.err) == (1, answer.err)


# Concordance and tables


def test_a_concordance_shows_keywords_below_each_other(folder: Path) -> None:
    document = done("search", folder, "Kalemegdan", "--concordance", "left")
    assert (document["query"], document["total"], document["read"]) == ("Kalemegdan", 6, 6)
    assert [line["left"].split()[-1] for line in document["lines"]] == ["је", "Код", "kod", "На", "na", "na"]
    line = document["lines"][0]
    assert set(line) == {"left", "keyword", "right", "start", "end", "hit"}
    assert set(line["hit"]) == {"kind", "id", "source"}
    lines = run("search", folder, "Kalemegdan", "--concordance").out.splitlines()
    assert len(lines) == 6
    assert len({line.index("«") for line in lines}) == 1
    assert done("search", folder, "dirižabl", "--concordance")["lines"] == []
    assert run("search", folder, "dirižabl", "--concordance").out == "Nothing was found for “dirižabl”.\n"
    first = done("search", folder, "Kalemegdan", "--concordance", "--limit", 1)
    assert (first["total"], first["read"]) == (6, 1)


def test_hits_and_concordances_are_written_as_tables(folder: Path, tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    document = done("search", folder, "Kalemegdan", "--csv", table)
    assert document == {"query": "Kalemegdan", "file": str(table), "rows": 6}
    with table.open(encoding="utf-8-sig", newline="") as file:
        assert [row["Kind"] for row in csv.DictReader(file)] == ["passage"] * 6
    answer = run("search", folder, "Kalemegdan", "--concordance", "keyword", "--csv", table, "--limit", 2)
    assert answer.out == f"Wrote 2 rows to {table}.\n"
    with table.open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.DictReader(file))) == 2
    assert "nothing was found" in refused("search", folder, "dirižabl", "--csv", table)


# Annotating


def test_what_is_found_is_annotated_after_a_look(folder: Path) -> None:
    how = ("--annotate", "--note", "bedem", "--add-tag", "mesta", "--colour", "green")
    looked = done("search", folder, "Kalemegdan", *how, "--dry-run")
    assert (looked["dry_run"], len(looked["annotated"]), looked["skipped"]) == (True, 6, [])
    assert {row["id"] for row in looked["annotated"]} == {None}
    assert done("history", folder)["history"][0]["name"] != "Annotate what was found (6)"
    event = done("event", folder, "Opsada", "--when", "")
    made = done("search", folder, "Kalemegdan", *how, "--add-event", "Opsada")
    assert {row["hit"]["id"]: row["quote"] for row in made["annotated"]} == {
        row["hit"]["id"]: row["quote"] for row in looked["annotated"]
    }
    shown = {row["id"]: row for row in done("show", folder, "Grad")["annotations"]}
    assert len(shown) == 3
    for row in made["annotated"]:
        if row["id"] in shown:
            annotation = shown[row["id"]]
            assert (annotation["note"], annotation["tags"], annotation["colour"]) == (
                "bedem",
                ["mesta"],
                "green",
            )
            assert [link["event_id"] for link in annotation["links"]] == [event["id"]]
            assert (annotation["start"], annotation["end"]) == (row["start"], row["end"])
    again = run("search", folder, "Kalemegdan", "--kind", "passage", *how, "--add-event", "Opsada").out
    assert again.splitlines()[-1] == "Annotated 0 places."
    assert "It carries the same annotation already." in again
    assert len(found(folder, "bedem", "--kind", "annotation")) == 6
    done("undo", folder)
    assert found(folder, "bedem", "--kind", "annotation") == []


def test_people_see_what_would_be_annotated(folder: Path) -> None:
    lines = run("search", folder, "harmonika", "--annotate", "--whole", "--dry-run").out.splitlines()
    assert lines[0].startswith("Grad pod tvrđavom · passage: Posle podne")
    assert lines[-1] == "1 place would be annotated."


@pytest.mark.parametrize(
    "options",
    [
        ("--note", "bedem"),
        ("--dry-run",),
        ("--annotate", "--concordance"),
        ("--annotate", "--csv", "t.csv"),
    ],
)
def test_options_that_do_not_go_together_are_a_wrong_usage(folder: Path, options: tuple[str, ...]) -> None:
    assert run("search", folder, "most", *options).code == 2


# Saved searches


def test_a_search_is_kept_under_a_name(folder: Path) -> None:
    assert done("searches", folder) == {"searches": []}
    assert run("searches", folder).out == "There are no saved searches yet.\n"
    saved = done("save-search", folder, "Reke", "reka OR splav*", "--tier", "exact", "--kind", "photo")
    assert saved["options"] == {"tiers": ["exact"], "narrowed": {"kind": ["photo"]}}
    assert done("searches", folder) == {"searches": [saved]}
    assert run("searches", folder).out == "Reke: reka OR splav*\n"
    assert "“Reke” already" in refused("save-search", folder, "reke", "most")
    done("undo", folder)
    assert done("searches", folder) == {"searches": []}


def test_a_saved_search_is_asked_by_its_name(folder: Path) -> None:
    done("save-search", folder, "Mostovi", "most", "--kind", "passage", "--sort", "source")
    by_name = done("search", folder, "mostovi", "--saved", "--limit", "2")
    assert by_name == done("search", folder, "most", "--kind", "passage", "--sort", "source", "--limit", "2")
    assert "no saved search" in refused("search", folder, "Nepoznato", "--saved")
