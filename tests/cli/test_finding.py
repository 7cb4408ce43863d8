"""The command for searching, and the shape of its hits that scripts depend on."""

from pathlib import Path

import pytest

from helpers.command_line import done, refused, run

HIT = {"kind", "id", "source", "start", "end", "text", "highlights", "matched", "score"}


def test_a_hit_carries_what_scripts_know(folder: Path) -> None:
    document = done("search", folder, "kalemegdanu")
    assert set(document) == {"query", "total", "hits"}
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
    assert done("search", folder, "dirižabl") == {"query": "dirižabl", "total": 0, "hits": []}
    assert run("search", folder, "dirižabl").out == "Nothing was found for “dirižabl”.\n"


@pytest.mark.parametrize("query", ["", "   "])
def test_a_query_without_words_is_refused(folder: Path, query: str) -> None:
    assert refused("search", folder, query).startswith("Error: ")


def test_a_source_that_is_not_there_is_refused(folder: Path) -> None:
    assert "no source called “Roman”" in refused("search", folder, "most", "--source", "Roman")
