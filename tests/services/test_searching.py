"""A word is found in both scripts and in all its forms, and what was undone is found no more."""

from pathlib import Path

import pytest

from archive_app.core.errors import QueryError, UserError
from archive_app.core.hits import Facet, RecordKind, Tier
from archive_app.core.kinds import AuthorityKind
from archive_app.core.records import Script
from archive_app.services import annotating, authorities, events, history, indexing, photos, sources, tagging
from archive_app.services.annotating_hits import annotate_hits, plan_annotations
from archive_app.services.archives import Archive
from archive_app.services.importing import Details, import_files
from archive_app.services.searching import concordance, search
from helpers.desk import Desk, reading_of, request

FORMS = ("Kalemegdan", "Калемегдан", "kalemegdanu", "КАЛЕМЕГДАНА")


def test_every_form_of_a_name_finds_the_same_in_both_scripts(desk: Desk) -> None:
    found = [sorted(desk.found(form)) for form in FORMS]
    assert all(one == found[0] for one in found)
    assert len(found[0]) == 6
    assert sum("алемегдан" in text for text in found[0]) == 3
    assert sum("alemegdan" in text for text in found[0]) == 3


def test_a_hit_tells_where_it_is_and_why_it_was_found(desk: Desk) -> None:
    indexing.catch_up(desk.archive)
    hits = search(desk.archive, request("kalemegdanu", source_id=desk.cyrillic.source.id)).hits
    assert {hit.source_title for hit in hits} == {"Дани под бедемом"}
    for hit in hits:
        assert hit.text == desk.cyrillic.letters[hit.start : hit.end]
        assert hit.id == f"{desk.cyrillic.text.id}:{hit.ordinal}"
        assert hit.source_script is Script.CYRILLIC
        assert [hit.text[start:end] for start, end in hit.highlights] == [form.form for form in hit.matched]
    tiers = {form.form: form.tier for hit in hits for form in hit.matched}
    assert tiers == {"Калемегдану": Tier.EXACT, "Калемегдана": Tier.WORD, "Калемегдан": Tier.WORD}
    assert hits[0].matched[0].tier is Tier.EXACT


def test_exactly_the_letters_as_typed_in_either_script(desk: Desk) -> None:
    found = desk.found("kalemegdanu", exact=True)
    assert len(found) == 3
    assert all("Kalemegdanu" in text or "Калемегдану" in text for text in found)


def test_phrases_prefixes_and_brackets(desk: Desk) -> None:
    assert len(desk.found('"железничку станицу"')) == 2
    assert desk.found('"станицу железничку"') == []
    assert len(desk.found("pismono*")) == 1
    assert len(desk.found("Kalemegdan NOT harmoniku")) == 5
    assert len(desk.found("harmoniku OR ватра")) == 2
    assert len(desk.found("(harmoniku OR ватра) AND Kalemegdan")) == 2


def test_records_of_every_kind_are_found_and_told_apart(desk: Desk, picture: Path) -> None:
    import_files(desk.archive, [picture], Details(caption="Splavar pred olujom"))
    desk.mark(desk.latin, "Pekar Ilija", note="splavar ili pekar?", tags=["zanati"])
    events.add_event(desk.archive, "Dolazak splavara", place="Ada")
    sources.edit_source(desk.archive, desk.latin.source.id, creator="Stevan Splavar")
    indexing.catch_up(desk.archive)
    kinds = {hit.kind: hit for hit in search(desk.archive, request("сплавар")).hits}
    assert set(kinds) == {RecordKind.PHOTO, RecordKind.ANNOTATION, RecordKind.EVENT, RecordKind.SOURCE}
    assert kinds[RecordKind.ANNOTATION].source_id == desk.latin.source.id
    assert kinds[RecordKind.EVENT].source_id is None
    for kind, hit in kinds.items():
        (only,) = search(desk.archive, request("сплавар", kinds=[kind])).hits
        assert only == hit
    assert len(desk.found("zanati")) == 1
    assert len(desk.found("сплавар", source_id=desk.latin.source.id)) == 2


def test_a_caption_is_found_as_passage_and_as_photo(desk: Desk) -> None:
    indexing.catch_up(desk.archive)
    kinds = sorted(hit.kind for hit in search(desk.archive, request("čamaca OR чамци мост")).hits)
    assert RecordKind.PHOTO in kinds
    assert RecordKind.PASSAGE in kinds


def test_the_total_counts_all_hits_and_the_limit_only_shortens_the_list(desk: Desk) -> None:
    indexing.catch_up(desk.archive)
    result = search(desk.archive, request("Kalemegdan", limit=2))
    every = search(desk.archive, request("Kalemegdan"))
    assert (result.total, len(result.hits), len(every.hits)) == (6, 2, 6)
    assert result.hits == every.hits[:2]


def test_a_query_without_words_is_refused(desk: Desk) -> None:
    indexing.catch_up(desk.archive)
    for query in ("", "  ", "«»", "…"):
        with pytest.raises(UserError):
            search(desk.archive, request(query))


def test_what_is_undone_is_found_no_more_and_redone_again(desk: Desk) -> None:
    made = desk.mark(desk.latin, "Pekar Ilija", note="svedok događaja")
    assert desk.found("svedok") == ["svedok događaja"]
    annotating.edit_annotation(desk.archive, made.id, note="pouzdan čovek")
    assert desk.found("svedok") == []
    history.undo(desk.archive)
    assert desk.found("svedok") == ["svedok događaja"]
    history.undo(desk.archive)
    assert desk.found("svedok") == []
    history.undo(desk.archive)
    assert len(desk.found("Kalemegdan")) == 3
    history.undo(desk.archive)
    assert desk.found("Kalemegdan") == []
    for _step in range(3):
        history.redo(desk.archive)
    assert len(desk.found("Kalemegdan")) == 6
    assert desk.found("svedok") == ["svedok događaja"]


def test_a_record_that_is_gone_before_the_index_knows_is_left_out(desk: Desk) -> None:
    made = desk.mark(desk.latin, "Pekar Ilija", note="svedok događaja")
    assert desk.found("svedok")
    annotating.remove_annotation(desk.archive, made.id)
    assert search(desk.archive, request("svedok")).hits == ()
    sources.remove_source(desk.archive, desk.latin.source.id)
    assert all(
        hit.source_id != desk.latin.source.id for hit in search(desk.archive, request("Kalemegdan")).hits
    )


def test_what_a_link_states_is_found_through_its_annotation(desk: Desk) -> None:
    made = desk.mark(desk.latin, "u zoru 20. oktobra")
    event = events.add_event(desk.archive, "Stanica")
    link = events.link(desk.archive, made.id, event.id, says_who="prva četa", note="po sećanju")
    assert desk.found("сећање") == ["prva četa · po sećanju"]
    events.unlink(desk.archive, link.id)
    assert desk.found("сећање") == []


def test_a_renamed_tag_is_found_by_its_new_name(desk: Desk) -> None:
    desk.mark(desk.latin, "Pekar Ilija", tags=["hleb"])
    assert desk.found("hleb", kinds=[RecordKind.ANNOTATION]) == ["hleb"]
    tagging.rename_tag(desk.archive, tagging.find_tag(desk.archive, "hleb").id, "pogača")
    assert desk.found("hleb", kinds=[RecordKind.ANNOTATION]) == []
    assert desk.found("погача") == ["pogača"]


def test_a_caption_that_is_none_is_no_photo_in_search(desk: Desk) -> None:
    assert len(desk.found("Чамци", kinds=[RecordKind.PHOTO])) == 1
    photos.not_a_caption(desk.archive, photos.photos_of_source(desk.archive, desk.cyrillic.source.id)[0].id)
    assert desk.found("Чамци", kinds=[RecordKind.PHOTO]) == []
    assert len(desk.found("Чамци", kinds=[RecordKind.PASSAGE])) == 2


def test_the_real_articles_answer_alike_to_every_form(archive: Archive, seeds: list[Path]) -> None:
    latin, cyrillic = (reading_of(archive, path) for path in seeds)
    indexing.catch_up(archive)
    found = [search(archive, request(form)).hits for form in FORMS]
    ids = [sorted(hit.id for hit in hits) for hits in found]
    assert all(one == ids[0] for one in ids)
    assert {hit.source_id for hit in found[0]} == {latin.source.id, cyrillic.source.id}


def counted(desk: Desk, query: str, **options: object) -> dict[Facet, dict[str, int]]:
    """The facets of a query as people read them."""
    indexing.catch_up(desk.archive)
    result = search(desk.archive, request(query, with_facets=True, **options))
    return {facet: {count.label: count.count for count in counts} for facet, counts in result.facets.items()}


def test_results_are_counted_by_what_people_call_things(desk: Desk) -> None:
    event = events.add_event(desk.archive, "Opsada", when="1944-10")
    made = desk.mark(desk.latin, "motore sa druge strane", note="čuo se do Kalemegdana", tags=["zvuk"])
    events.link(desk.archive, made.id, event.id)
    sources.edit_source(desk.archive, desk.latin.source.id, date="1944")
    facets = counted(desk, "Kalemegdan")
    assert facets[Facet.SOURCE] == {"Grad pod tvrđavom": 4, "Дани под бедемом": 3}
    assert facets[Facet.KIND] == {"Passages": 6, "Annotations": 1}
    assert facets[Facet.SCRIPT] == {"Latin script": 4, "Cyrillic script": 3}
    assert facets[Facet.TAG].keys() == {"zvuk"}
    assert facets[Facet.EVENT].keys() == {"Opsada"}
    assert facets[Facet.YEAR]["1944"] >= 4
    assert list(facets[Facet.SOURCE]) == ["Grad pod tvrđavom", "Дани под бедемом"]
    assert search(desk.archive, request("Kalemegdan")).facets == {}


def test_results_are_narrowed_by_the_values_of_facets(desk: Desk) -> None:
    made = desk.mark(desk.latin, "motore sa druge strane", note="čuo se do Kalemegdana", tags=["zvuk"])
    tag = tagging.find_tag(desk.archive, "zvuk")
    assert "čuo se do Kalemegdana · zvuk" in desk.found(
        "Kalemegdan", narrowed={Facet.TAG: frozenset({tag.id})}
    )
    cyrillic = desk.hits("Kalemegdan", narrowed={Facet.SCRIPT: frozenset({Script.CYRILLIC})})
    assert {hit.source_id for hit in cyrillic} == {desk.cyrillic.source.id}
    both = {Facet.SCRIPT: frozenset({Script.LATIN}), Facet.KIND: frozenset({RecordKind.ANNOTATION})}
    assert [hit.record_id for hit in desk.hits("Kalemegdan", narrowed=both)] == [made.id]


def test_fields_are_searched_by_themselves(desk: Desk) -> None:
    event = events.add_event(desk.archive, "Opsada grada")
    made = desk.mark(desk.latin, "Pekar Ilija", note="svedok", tags=["zanati"])
    events.link(desk.archive, made.id, event.id)
    sources.edit_source(desk.archive, desk.cyrillic.source.id, creator="Јелена Савић")
    for query in ("note:svedok", "tag:zanati", "event:opsada"):
        kinds = {hit.kind for hit in desk.hits(query)}
        assert {RecordKind.ANNOTATION, RecordKind.PASSAGE} <= kinds, query
    events.edit_event(desk.archive, event.id, title="Predaja grada")
    assert desk.hits("event:opsada") == ()
    assert made.id in {hit.record_id for hit in desk.hits("event:predaja")}
    assert {hit.source_id for hit in desk.hits("author:Savić", kinds=[RecordKind.PASSAGE])} == {
        desk.cyrillic.source.id
    }


def test_a_slip_of_the_pen_is_told_with_a_better_query(desk: Desk) -> None:
    indexing.catch_up(desk.archive)
    result = search(desk.archive, request("Kalemegdqn"))
    assert result.total == 0
    assert result.suggestions == ("Kalemegdan",)
    assert any("Kalemegdqn" in notice for notice in result.notices)
    found = search(desk.archive, request("Kalemegdan"))
    assert (found.suggestions, found.notices) == ((), ())
    (word,) = found.words
    assert (word.word.casefold(), word.documents) == ("kalemegdan", 6)


def test_a_query_that_cannot_be_understood_says_where(desk: Desk) -> None:
    indexing.catch_up(desk.archive)
    with pytest.raises(QueryError) as caught:
        search(desk.archive, request("most date:lipanj22"))
    assert caught.value.start == 5 or "lipanj22" in str(caught.value)


def test_many_annotations_are_fetched_in_few_queries(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    annotate_hits(desk.archive, desk.hits("Kalemegdan"), note="bedem", tags=["mesta"])
    for number in range(40):
        desk.mark(desk.latin, "Pekar Ilija", note=f"bedem {number}")
    indexing.catch_up(desk.archive)
    store, asked = desk.archive.store, []
    rows = store.rows
    monkeypatch.setattr(store, "rows", lambda *query: (asked.append(query), rows(*query))[1])
    hits = search(desk.archive, request("bedem")).hits
    assert len(hits) >= 46
    assert len(asked) < 12


def test_any_name_of_a_person_finds_all_others_until_they_are_taken_away(desk: Desk) -> None:
    ids = [
        authorities.add_authority(desk.archive, AuthorityKind.PLACE, "Kalemegdan", variants=["Gornji grad"]),
        authorities.add_authority(
            desk.archive, AuthorityKind.PERSON, "Učiteljica Jelena", variants=["Ilija"]
        ),
    ]
    assert len(desk.found("gornjeg grada", kinds=[RecordKind.PASSAGE])) == 6
    hits = desk.hits("Ilija", kinds=[RecordKind.PASSAGE])
    assert [form.form for form in hits[-1].matched] == ["Учитељица", "Јелена"]
    assert hits[-1].matched[0].tier is Tier.NAME
    assert len(desk.found("Ilija", exact=True, kinds=[RecordKind.PASSAGE])) == 1
    authorities.remove_authority(desk.archive, ids[0].authority.id)
    assert desk.found("gornjeg grada", kinds=[RecordKind.PASSAGE]) == []
    history.undo(desk.archive)
    assert len(desk.found("gornjeg grada", kinds=[RecordKind.PASSAGE])) == 6


def test_a_concordance_has_other_names_as_keywords(desk: Desk) -> None:
    authorities.add_authority(desk.archive, AuthorityKind.PERSON, "Jelena", variants=["Đorđe Savić"])
    indexing.catch_up(desk.archive)
    lines = concordance(desk.archive, request("Jelena", kinds=[RecordKind.PASSAGE])).lines
    assert {"Јелена", "Đorđe Savić", "Ђорђе Савић"} == {line.keyword for line in lines}


def test_a_person_is_found_by_name_and_so_is_what_has_to_do_with_her(desk: Desk) -> None:
    teacher = authorities.add_authority(
        desk.archive, AuthorityKind.PERSON, "Jelena", variants=["Jela"], note="dnevnik"
    )
    event = events.add_event(desk.archive, "Zauzeće stanice", when="1944-10-15")
    annotation = desk.mark(desk.cyrillic, "станицу")
    link = events.link(desk.archive, annotation.id, event.id)
    authorities.point_event(desk.archive, event.id, teacher.authority.id)
    authorities.point_link(desk.archive, link.id, teacher.authority.id)
    kinds = [RecordKind.AUTHORITY, RecordKind.EVENT, RecordKind.ANNOTATION]
    found = {hit.kind: hit for hit in desk.hits("Jele", kinds=kinds)}
    assert found.keys() == set(kinds)
    assert found[RecordKind.AUTHORITY].text == "Jelena · Jela · dnevnik"
    assert found[RecordKind.EVENT].text == "Zauzeće stanice · Jelena"
    assert [hit.id for hit in desk.hits("kind:authorities jelena")] == [teacher.authority.id]
    authorities.remove_authority(desk.archive, teacher.authority.id)
    assert desk.hits("Jelena", kinds=kinds) == ()


def test_kinds_are_counted_with_people_units_and_places_among_them(desk: Desk) -> None:
    authorities.add_authority(desk.archive, AuthorityKind.PLACE, "Kalemegdan")
    indexing.catch_up(desk.archive)
    counts = search(desk.archive, request("kalemegdan", with_facets=True)).facets[Facet.KIND]
    assert ("People, units and places", 1) in [(count.label, count.count) for count in counts]


def test_a_hit_on_a_person_is_not_annotated(desk: Desk) -> None:
    authorities.add_authority(desk.archive, AuthorityKind.PERSON, "Pekar Ilija")
    hits = desk.hits("Ilija", kinds=[RecordKind.AUTHORITY])
    (skipped,) = plan_annotations(desk.archive, hits, note="zapis").skipped
    assert skipped.skipped == "A person, unit or place has its note in its own record."
