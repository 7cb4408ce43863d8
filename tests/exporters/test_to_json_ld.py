"""The dossier of events as JSON-LD: whole, in the terms that it declares, and safe whatever is written in it."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from archive_app.core.dossier import Dossier
from archive_app.core.errors import UserError
from archive_app.exporters.to_json_ld import CONTEXT, write_json_ld

from .dossiers import bilingual_dossier
from .event_dossiers import STATION, STORM, event_dossier, storm

Node = dict[str, Any]
REFERENCE = Path(__file__).parent.parent / "reference"
SCHEMA_ORG = {
    *("Article", "Book", "Claim", "Collection", "Comment", "CreativeWork", "Dataset", "DigitalDocument"),
    *("Event", "GeoCoordinates", "Message", "Organization", "Person", "Photograph", "Place", "Quotation"),
    *("Report",),
    *("alternateName", "citation", "comment", "contentLocation", "creditText", "description", "geo"),
    *("identifier", "inLanguage", "isPartOf", "keywords", "location", "locationCreated", "name", "position"),
    *("sha256", "text", "url"),
}
"""The words of schema.org that are used, as its vocabulary has them."""


def written(dossier: Dossier, folder: Path) -> Node:
    target = folder / "dossier.jsonld"
    write_json_ld(dossier, target)
    document: Node = json.loads(target.read_text(encoding="utf-8"))
    return document


def nodes(value: object) -> Iterator[Node]:
    """All nodes of a document, also those within others."""
    if isinstance(value, list):
        for one in value:
            yield from nodes(one)
    elif isinstance(value, dict):
        yield value
        for one in value.values():
            yield from nodes(one)


def by_id(document: Node) -> dict[str, Node]:
    return {node["id"]: node for node in document["@graph"]}


def urns(value: object) -> Iterator[str]:
    """All ids that a document points to or defines."""
    if isinstance(value, str) and value.startswith("urn:uuid:") and "#" not in value:
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from urns(one)
    elif isinstance(value, dict):
        for one in value.values():
            yield from urns(one)


@pytest.mark.parametrize(
    "dossier",
    [event_dossier(), replace(event_dossier(), chapters=(storm(depth=0),))],
    ids=["whole", "part alone"],
)
def test_every_id_that_is_pointed_to_is_defined_once(dossier: Dossier, tmp_path: Path) -> None:
    document = written(dossier, tmp_path)
    defined = [node["id"] for node in document["@graph"]]
    assert len(defined) == len(set(defined))
    assert set(urns(document["@graph"])) <= set(defined)


def test_the_graph_is_the_one_of_the_reference(tmp_path: Path) -> None:
    expected = json.loads((REFERENCE / "event_dossier.jsonld").read_text(encoding="utf-8"))
    assert written(event_dossier(), tmp_path) == expected


def test_every_term_is_declared_and_nothing_is_fetched(tmp_path: Path) -> None:
    document = written(event_dossier(), tmp_path)
    assert document["@context"] == CONTEXT
    for node in nodes(document["@graph"]):
        kinds = node.get("type", [])
        for term in (*node, *([kinds] if isinstance(kinds, str) else kinds)):
            prefix, _colon, name = term.partition(":")
            assert term in CONTEXT or term in SCHEMA_ORG or (name and prefix in CONTEXT), term


def test_an_event_has_its_date_as_edtf_with_bounds_and_who_held_it(tmp_path: Path) -> None:
    found = by_id(written(event_dossier(), tmp_path))
    event, part = found[f"urn:uuid:{STATION.id}"], found[f"urn:uuid:{STORM.id}"]
    assert event["timeSpan"] == {
        "type": "crm:E52_Time-Span",
        "date": "1944-10-20",
        "begin": "1944-10-20",
        "end": "1944-10-20",
        "inWords": "20 October 1944",
    }
    assert CONTEXT["date"] == {"@id": "rdf:value", "@type": "edtf:EDTF"}
    assert [(held.get("reason"), held.get("supersededAt")) for held in event["held"]] == [
        ("dnevnik bataljona", None),
        (None, "2026-03-02T10:00:00Z"),
    ]
    assert (part["superEvent"], part["timeSpan"]["date"], part["timeSpan"]["partOfDay"]) == (
        event["id"],
        "1944-10-20",
        "dawn",
    )


def test_a_claim_leads_to_its_words_source_agreement_and_rivals(tmp_path: Path) -> None:
    found = by_id(written(event_dossier(), tmp_path))
    early = found["urn:uuid:01900000-0000-7000-8000-000000000502"]
    late_id = "urn:uuid:01900000-0000-7000-8000-000000000501"
    assert (early["agreement"], early["disagreesWith"], early["peopleMark"]) == (
        "inConflict",
        [late_id],
        "differs",
    )
    assert early["assigned"]["date"] == "1944-10-15"
    source = found[early["quotation"]["isPartOf"]]
    assert (source["type"], source["name"], source["identifier"]) == ("Article", "Извештај", "IAB-9, k. 2")
    note = found[early["isBasedOn"]]
    words, place = note["hasTarget"]["hasSelector"]
    assert (words["exact"], words["prefix"], words["suffix"]) == ("Četrnaestog uveče", "pre", "posle")
    assert (place["startsAt"], place["endsAt"]) == (12, 29)
    assert found[note["hasTarget"]["hasSource"]]["isPartOf"] == source["id"]


def test_people_and_places_have_all_their_names_and_their_position(tmp_path: Path) -> None:
    found = by_id(written(event_dossier(), tmp_path))
    (person,) = [node for node in found.values() if node["type"] == "Person"]
    (hill,) = [node for node in found.values() if node["type"] == "Place"]
    assert (person["name"], person["alternateName"]) == ("Вук Марић", ["Vuk Marić", "Wuk"])
    assert hill["geo"] == {"type": "GeoCoordinates", "latitude": 44.69, "longitude": 20.516}
    assert found[f"urn:uuid:{STATION.id}"]["about"] == [person["id"], hill["id"]]
    assert found["urn:uuid:01900000-0000-7000-8000-000000000501"]["mentions"] == [hill["id"]]


def test_letters_that_are_none_do_no_harm(tmp_path: Path) -> None:
    dossier = event_dossier()
    chapter = dossier.chapters[0]
    odd = replace(chapter, event=replace(STATION, title="a\x00\ud800</script>"), claims=())
    document = written(replace(dossier, chapters=(odd,)), tmp_path)
    assert by_id(document)[f"urn:uuid:{STATION.id}"]["name"] == "a\x00?</script>"


def test_excerpts_are_no_graph(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="only be made of events"):
        write_json_ld(bilingual_dossier(), tmp_path / "dossier.jsonld")
    assert list(tmp_path.iterdir()) == []
