import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from whoosh.filedb.filestore import FileStorage
from whoosh.index import FileIndex
from whoosh.query import Term

from archive_app.core.errors import QueryError, UserError
from archive_app.core.hits import Document, Facet, Field, Match, RecordKind, Tier, WordCount
from archive_app.core.progress import Cancelled, Progress
from archive_app.search import lexicon
from archive_app.search.index import SearchIndex
from helpers.indexes import passage, place, request

MakeIndex = Callable[..., SearchIndex]


def document(record_id: str, text: str, kind: RecordKind = RecordKind.PASSAGE, **options: object) -> Document:
    return Document(kind=kind, record_id=record_id, text=text, **options)  # type: ignore[arg-type]


def found(index: SearchIndex, query: str, **options: object) -> list[str]:
    matches = index.search(request(query, **options))  # type: ignore[arg-type]
    assert matches.total == len(matches.matches)
    return sorted(match.record_id for match in matches.matches)


def test_a_word_is_found_in_both_scripts_and_all_cases(make_index: MakeIndex) -> None:
    index = make_index("Ушли смо у Јагодину.", "Jagodina je daleko", "О Јагодини ни речи", "Крушевац")
    for query in ("Jagodina", "Јагодине", "jagodinu"):
        assert found(index, query) == ["0", "1", "2"]


def test_nearer_tiers_come_first_and_can_be_switched_off(make_index: MakeIndex) -> None:
    index = make_index(
        "jagodinski voz staje", "voz za Jagodinu staje", "voz Jagodina staje", "nista ne staje"
    )
    ranked = [match.record_id for match in index.search(request("Jagodina")).matches]
    assert ranked == ["2", "1", "0"]
    assert found(index, "Jagodina", tiers=frozenset({Tier.EXACT, Tier.FOLDED})) == ["2"]
    assert found(index, "Jagodina", tiers=frozenset({Tier.WORD, Tier.RELATED})) == ["0", "1"]
    assert found(index, "Jagodina", tiers=frozenset()) == []


def test_a_phrase_is_found_in_its_order_and_any_case(make_index: MakeIndex) -> None:
    index = make_index("Преко старе ћуприје", "Ćuprija stara", "stara i lepa ćuprija", "Stara ćuprija")
    assert found(index, '"stara ćuprija"') == ["0", "3"]
    assert found(index, "stara ćuprija") == ["0", "1", "2", "3"]


def test_words_near_each_other_are_found_in_either_order(make_index: MakeIndex) -> None:
    index = make_index("stara ćuprija", "ćuprija je stara", "stara i vrlo lepa ćuprija", "stara stara")
    assert found(index, '"stara ćuprija"~0') == ["0"]
    assert found(index, '"stara ćuprija"~1') == ["0", "1"]
    assert found(index, '"stara ćuprija"~3') == ["0", "1", "2"]
    assert found(index, '"stara stara"~3') == ["3"]


def test_a_phrase_does_not_run_from_one_document_into_the_next(make_index: MakeIndex) -> None:
    index = make_index("kraj reke", "stara kuća")
    assert found(index, '"reka stara"') == found(index, '"reka stara"~9') == []


def test_a_phrase_runs_into_and_through_a_compound(make_index: MakeIndex) -> None:
    index = make_index("пруга Ниш-Пирот ради", "pruga Niš Pirot", "Pirot-Niš")
    assert found(index, '"pruga Niš"') == ["0", "1"]
    assert found(index, '"Pirot radi"') == ["0"]
    assert found(index, "Niš-Pirot") == ["0", "1"]


def test_prefix_and_or_not(make_index: MakeIndex) -> None:
    index = make_index("ћуприја и река", "ćup i voda", "reka i voda", "planina")
    assert found(index, "ćup*") == ["0", "1"]
    assert found(index, "cupr* OR planina") == ["0", "3"]
    assert found(index, "reka NOT voda") == ["0"]
    assert found(index, "NOT voda") == ["0", "3"]
    assert found(index, "NOT reka NOT planina") == ["1"]
    assert found(index, "(reka OR ćup*) AND voda") == ["1", "2"]
    assert found(index, "reka AND nepoznato") == []
    assert found(index, "reka NOT nepoznato") == ["0", "2"]
    assert found(index, "NOT nepoznato") == ["0", "1", "2", "3"]


def test_patterns_and_words_that_may_be_misspelt(make_index: MakeIndex) -> None:
    index = make_index("Ћуприја", "ćupovi", "most", "mast", "masti")
    assert found(index, "?upri?a") == ["0"]
    assert found(index, "*ov?") == ["1"]
    assert found(index, "most~") == ["2", "3"]
    assert found(index, "most~2") == ["2", "3", "4"]
    assert found(index, "=ću*") == ["0", "1"]
    assert found(index, "=cu*") == []


def test_letters_alone_count_after_an_equals_sign(make_index: MakeIndex) -> None:
    index = make_index("reka", "Река", "reke", "Čačak", "Cacak")
    assert found(index, "=reka") == ["0", "1"]
    assert found(index, "=čačak") == ["3"]
    assert found(index, "čačak") == ["3", "4"]


def test_a_prefix_of_very_many_words_works_in_a_phrase_too(make_index: MakeIndex) -> None:
    letters = "bcdfghklmn"
    words = [f"va{a}{b}{c}o" for a in letters for b in letters for c in "abcdefghijklmno"]
    index = make_index(*(f"stari {word}" for word in words), f"novi {words[0]}")
    assert index.search(request("va*")).total == len(words) + 1
    assert index.search(request('"stari va*"')).total == len(words)


@pytest.fixture
def river(tmp_path: Path) -> Iterator[SearchIndex]:
    """A source with its text, another text, an event and a note on the second passage of the first text."""
    index = SearchIndex(tmp_path)
    on = {"stands_on": ("t1", 1, 1), "tag_ids": ("g",), "fields": {Field.TAG: "važno", Field.NOTE: "poplava"}}
    source = {"source_id": "s1", "fields": {Field.TITLE: "Letopis", Field.AUTHOR: "Ana Ilić"}}
    index.catch_up(
        [
            ("s1", [document("s1", "Letopis", RecordKind.SOURCE, first_day="1900-01-01", **source)]),
            ("t1", [*passage("t1", "Mirna reka", 0, "s1"), *passage("t1", "reka teče", 1, "s1")]),
            ("t2", passage("t2", "Река тече", 0, "s2")),
            ("e1", [document("e1", "Poplava na reci", RecordKind.EVENT)]),
            ("a1", [document("a1", "poplava važno", RecordKind.ANNOTATION, source_id="s1", **on)]),
        ],
        seen=3,
    )
    yield index
    index.close()


def test_facets_narrow_the_search(river: SearchIndex) -> None:
    assert found(river, "reka", narrowed={Facet.KIND: {RecordKind.EVENT}}) == ["e1"]
    assert found(river, "reka", narrowed={Facet.SOURCE: {"s1"}}) == ["t1", "t1"]
    assert found(river, "reka", narrowed={Facet.SOURCE: {"s1", "s2"}}) == ["t1", "t1", "t2"]
    assert found(river, "reka", narrowed={Facet.SOURCE: {"s2"}, Facet.KIND: {RecordKind.EVENT}}) == []
    assert found(river, "reka", narrowed={Facet.KIND: set()}) == ["e1", "t1", "t1", "t2"]
    assert found(river, "reka", narrowed={Facet.TAG: {"g"}}) == ["t1"]
    assert found(river, "NOT poplava", narrowed={Facet.KIND: {RecordKind.PASSAGE}}) == ["t1", "t1", "t2"]


def test_fields_find_what_belongs_to_them(river: SearchIndex) -> None:
    assert found(river, "title:letopis") == ["a1", "s1", "t1", "t1"]
    assert found(river, "author:ilića reka") == ["t1", "t1"]
    assert found(river, "tag:važno") == ["a1", "t1"]
    assert found(river, "tag:važno reka") == ["t1"]
    assert found(river, "note:(poplava OR suša) kind:passage") == ["t1"]
    assert found(river, "reka NOT tag:važno") == ["e1", "t1", "t2"]
    assert found(river, "caption:reka") == []


def test_kinds_scripts_and_dates_are_words_of_a_query_too(river: SearchIndex) -> None:
    assert found(river, "reka kind:event") == ["e1"]
    assert found(river, "reka script:cyrillic") == ["t2"]
    assert found(river, "reka date:1901") == ["t1", "t1"]
    assert found(river, "reka date:..1899") == []
    assert found(river, "kind:annotation") == ["a1"]


def test_equal_scores_are_in_the_order_of_source_record_and_place(tmp_path: Path) -> None:
    places = [(source, record, ordinal) for source in "ba" for record in "dc" for ordinal in (0, 1, 2)]
    index = SearchIndex(tmp_path)
    records: dict[str, list[Document]] = {}
    for source, record, ordinal in places:
        records.setdefault(source + record, []).extend(passage(source + record, "ista reč", ordinal, source))
    index.catch_up(records.items(), seen=1)

    ranked = index.search(request("reč")).matches
    assert [(match.source_id, match.record_id[1], match.ordinal) for match in ranked] == sorted(places)
    first = index.search(request("reč", limit=4))
    assert (first.total, first.matches) == (12, ranked[:4])
    assert index.search(request("reč", limit=0)).total == 12
    index.close()


def test_catching_up_replaces_adds_and_removes(make_index: MakeIndex) -> None:
    index = make_index("jedan hrast", "jedna breza", "jedan jasen")
    changes = [("0", [*passage("0", "nova lipa"), *passage("0", "druga lipa", 1)]), ("1", []), ("9", [])]
    for _replay in range(2):
        index.catch_up(changes, seen=7)
        assert index.seen == 7
        assert index.document_count == 3
        assert found(index, "hrast OR breza") == []
        assert found(index, "lipa") == ["0", "0"]
        assert found(index, "jasen") == ["2"]


def test_what_was_seen_survives_closing(make_index: MakeIndex, tmp_path: Path) -> None:
    make_index("jedan hrast").close()
    index = SearchIndex(tmp_path / "index0")
    assert (index.seen, index.mark, index.document_count) == (1, "", 1)
    index.catch_up([], seen=2, mark="two")
    index.close()
    index = SearchIndex(tmp_path / "index0")
    assert (index.seen, index.mark) == (2, "two")
    index.close()


def test_a_crash_before_remembering_is_mended_by_the_replay(tmp_path: Path) -> None:
    index = SearchIndex(tmp_path)
    index.catch_up([("a", passage("a", "hrast"))], seen=1)
    remembered = (tmp_path / "seen.json").read_bytes()
    change = [("a", passage("a", "lipa")), ("b", passage("b", "breza"))]
    index.catch_up(change, seen=2)
    index.close()
    (tmp_path / "seen.json").write_bytes(remembered)

    index = SearchIndex(tmp_path)
    assert index.seen == 1
    index.catch_up(change, seen=2)
    assert (index.document_count, index.seen) == (2, 2)
    assert found(index, "hrast") == []
    assert found(index, "lipa OR breza") == ["a", "b"]
    index.close()


class _StopsAt(Progress):
    def __init__(self, steps: int) -> None:
        self.left = steps

    def is_cancelled(self) -> bool:
        self.left -= 1
        return self.left < 0


def test_cancelling_changes_nothing_and_lets_the_next_one_write(make_index: MakeIndex) -> None:
    index = make_index("hrast")
    change = [(name, passage(name, "lipa")) for name in "0ab"]
    with pytest.raises(Cancelled):
        index.catch_up(change, seen=2, progress=_StopsAt(2))
    assert (index.seen, index.document_count, found(index, "hrast")) == (1, 1, ["0"])
    index.catch_up(change, seen=2)
    assert (index.seen, found(index, "lipa")) == (2, ["0", "a", "b"])


def test_an_error_while_texts_are_read_changes_nothing(make_index: MakeIndex) -> None:
    def failing() -> Iterator[tuple[str, list[Document]]]:
        yield "0", passage("0", "lipa")
        raise UserError("the archive was closed")

    index = make_index("hrast")
    with pytest.raises(UserError, match="closed"):
        index.catch_up(failing(), seen=2)
    assert (index.seen, found(index, "hrast")) == (1, ["0"])


def test_another_reader_sees_a_commit_once_it_is_told(make_index: MakeIndex, tmp_path: Path) -> None:
    writer = make_index("hrast", "lipa")
    reader = SearchIndex(tmp_path / "index0")
    assert found(reader, "hrast") == ["0"]
    writer.catch_up([("0", []), ("5", passage("5", "lipa"))], seen=2)
    writer.merge()
    assert found(reader, "hrast") == ["0"]
    reader.refresh()
    assert found(reader, "hrast") == []
    assert found(reader, "lipa") == ["1", "5"]
    assert reader.seen == 2
    reader.close()


def test_what_another_process_wrote_meanwhile_is_replaced_too(make_index: MakeIndex, tmp_path: Path) -> None:
    first = make_index("hrast", "lipa", "breza")
    second = SearchIndex(tmp_path / "index0")
    first.catch_up([("0", passage("0", "jasen")), ("2", passage("2", "cer"))], seen=2)
    first.catch_up([("3", passage("3", "bor"))], seen=3)
    first.merge()
    second.catch_up([("2", passage("2", "jova"))], seen=4)
    assert found(second, "hrast OR lipa OR breza OR jasen OR cer OR bor OR jova") == ["0", "1", "2", "3"]
    assert found(second, "cer") == []
    second.close()


def test_searching_goes_on_in_another_thread_while_the_index_catches_up(make_index: MakeIndex) -> None:
    index = make_index(*(f"hrast broj {n}" for n in range(50)))
    totals: set[int] = set()
    failures: list[Exception] = []
    stop = threading.Event()

    def search() -> None:
        while not stop.is_set():
            try:
                totals.add(index.search(request("hrast", limit=5, with_facets=True)).total)
            except UserError as error:
                failures.append(error)

    thread = threading.Thread(target=search)
    thread.start()
    for n in range(10):
        index.catch_up([(str(n), [])], seen=2 + n)
    index.merge()
    stop.set()
    thread.join()
    assert not failures
    assert totals <= set(range(40, 51))
    assert found(index, "hrast") == sorted(str(n) for n in range(10, 50))


# Parts


def test_a_merged_index_finds_the_same(make_index: MakeIndex) -> None:
    index = make_index("stari hrast", "nova lipa")
    assert (index.is_in_parts, index.merge()) == (False, False)
    for n, text in enumerate(("hrastovi kraj puta", "dve lipe", "bor"), 2):
        index.catch_up([(str(n), passage(str(n), text)), ("0", [])], seen=n)
    assert index.is_in_parts
    before = {query: found(index, query) for query in ("hrast", "lipa", "b*", "NOT lipa")}
    assert index.merge()
    assert not index.is_in_parts
    assert {query: found(index, query) for query in before} == before
    assert (index.seen, index.document_count, index.merge()) == (4, 4, False)


def test_parts_of_one_size_are_joined_as_they_become_many(make_index: MakeIndex, tmp_path: Path) -> None:
    index = make_index()
    for n in range(60):
        index.catch_up([(str(n), passage(str(n), f"hrast broj {n}"))], seen=n)
    assert len(list((tmp_path / "index0").glob("*.postings"))) <= 8
    assert index.search(request("hrast")).total == 60


def test_files_of_parts_that_were_joined_are_gone(make_index: MakeIndex, tmp_path: Path) -> None:
    index = make_index("hrast")
    for n in range(1, 4):
        index.catch_up([(str(n), passage(str(n), "hrast"))], seen=n)
    index.merge()
    names = {path.suffix for path in (tmp_path / "index0").iterdir()}
    assert len(list((tmp_path / "index0").glob("MAIN_*.*"))) == 2, names


def test_cancelling_before_a_merge_changes_nothing(make_index: MakeIndex) -> None:
    index = make_index("hrast")
    for n in range(1, 4):
        index.catch_up([(str(n), passage(str(n), "hrast"))], seen=n)
    with pytest.raises(Cancelled):
        index.merge(_StopsAt(0))
    assert index.is_in_parts
    assert index.merge()


@pytest.mark.parametrize("parts", [1, 2, 3])
def test_better_rules_for_words_make_a_new_lexicon_without_reading_a_text(
    make_index: MakeIndex, tmp_path: Path, parts: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = make_index("stari hrast")
    for n in range(1, parts):
        index.catch_up([(str(n), passage(str(n), "hrastovi"))], seen=n)
    index.close()
    monkeypatch.setattr(lexicon, "KEYS_VERSION", lexicon.KEYS_VERSION + 1)
    index = SearchIndex(tmp_path / "index0")
    assert index.search(request("hrast")).total == parts
    assert index.is_in_parts
    assert index.merge()
    assert not index.is_in_parts
    assert index.search(request("hrast")).total == parts
    index.close()


# Words


def test_the_forms_of_each_word_are_counted(make_index: MakeIndex) -> None:
    index = make_index("Niš i Niš", "iz Niša u Niš", "Ниш", "niški brod", "most")
    words = index.search(request("Niš OR mosta NOT brod")).words
    assert words == (
        WordCount("Niš", 4, (("niš", Tier.EXACT, 3), ("niša", Tier.WORD, 1), ("niški", Tier.RELATED, 1))),
        WordCount("mosta", 1, (("most", Tier.WORD, 1),)),
    )


def test_a_word_that_stands_nowhere_is_counted_as_none(make_index: MakeIndex) -> None:
    index = make_index("reka")
    assert index.search(request("reka zvezda zv* zvez?a zvzda~")).words[1:] == (
        WordCount("zvezda", 0),
        WordCount("zv*", 0),
        WordCount("zvez?a", 0),
        WordCount("zvzda~", 0),
    )


def test_similar_words_and_how_the_texts_write_them(make_index: MakeIndex) -> None:
    index = make_index("Tvrđava", "tvrđava, Tvrđave", "tvrdjava")
    index.catch_up([("9", passage("9", "tvrđava"))], seen=2)
    assert index.similar("tvrdjva", 1) == {"tvrdjava": 4}
    assert index.similar("tvrdjva", 2) == {"tvrdjava": 4, "tvrdjave": 1}
    assert index.spelt("tvrdjava") == "tvrđava"
    assert index.spelt("nigde") is None


# Whatever is in it


def test_one_word_of_enormous_length_is_no_trouble(make_index: MakeIndex) -> None:
    index = make_index("х" * 200_000, "hrast " + "-".join(["la"] * 20_000))
    assert found(index, "hrast") == ["1"]


def test_whoosh_reads_the_index_as_any_other(make_index: MakeIndex, tmp_path: Path) -> None:
    make_index("Ђумрук код ћуприје", "kod kuće").close()
    index = SearchIndex(tmp_path / "index0")
    whoosh = FileIndex(FileStorage(str(tmp_path / "index0")), schema=index._index.schema)
    with whoosh.searcher() as searcher:
        reader = searcher.reader()
        assert [term.decode() for term in reader.lexicon("text")] == ["kod", "kuće", "ćuprije", "đumruk^"]
        assert [hit.docnum for hit in searcher.search(Term("text", "kod"))] == [1, 0]
        assert reader.doc_frequency("text", "kod") == 2
        assert (reader.field_length("text"), reader.doc_field_length(0, "text")) == (5, 3)
    index.close()


def test_a_match_carries_what_is_needed_to_fetch_the_text(tmp_path: Path) -> None:
    index = SearchIndex(tmp_path)
    index.catch_up([("t", passage("t", "hrast", 4, "s"))], seen=1)
    (match,) = index.search(request("hrast")).matches
    assert match == Match(RecordKind.PASSAGE, "t", 4, "s", match.score)
    assert match.score > 0
    assert place(match) == ("t", 4)
    index.close()


def test_an_empty_index_finds_nothing_and_refuses_an_empty_query(tmp_path: Path) -> None:
    index = SearchIndex(tmp_path / "new" / "index")
    assert (index.seen, index.document_count, index.is_in_parts) == (0, 0, False)
    for query in (
        "NOT hrast",
        "hrast",
        "h*",
        "*t",
        '"hrast bor"~2',
        "tag:x",
        "date:1944",
        "kind:photo",
        "=a",
    ):
        matches = index.search(request(query, with_facets=True))
        assert (matches.total, matches.matches, any(matches.facets.values())) == (0, (), False)
    assert index.similar("hrast", 2) == {}
    assert index.verify()
    with pytest.raises(QueryError, match="no word"):
        index.search(request(" "))
    index.close()


def test_an_emptied_index_has_seen_nothing(make_index: MakeIndex) -> None:
    index = make_index("hrast")
    index.empty()
    assert (index.seen, index.document_count, found(index, "hrast")) == (0, 0, [])
    index.catch_up([("0", passage("0", "hrast"))], seen=1)
    assert found(index, "hrast") == ["0"]
