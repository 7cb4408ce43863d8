import random
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from whoosh.index import open_dir

from archive_app.core.errors import UserError
from archive_app.core.hits import Document, Match, RecordKind, Tier
from archive_app.core.progress import Cancelled, Progress
from archive_app.search.index import SearchIndex

MakeIndex = Callable[..., SearchIndex]


def document(
    record_id: str,
    text: str,
    ordinal: int = 0,
    source_id: str | None = None,
    kind: RecordKind = RecordKind.PASSAGE,
) -> Document:
    return Document(kind=kind, record_id=record_id, ordinal=ordinal, source_id=source_id, text=text)


def found(index: SearchIndex, query: str, **options: object) -> list[str]:
    matches = index.search(query, **options)  # type: ignore[arg-type]
    assert matches.total == len(matches.matches)
    return sorted(match.record_id for match in matches.matches)


def test_a_word_is_found_in_both_scripts_and_all_cases(make_index: MakeIndex) -> None:
    index = make_index("Ушли смо у Јагодину.", "Jagodina je daleko", "О Јагодини ни речи", "Крушевац")
    for query in ("Jagodina", "Јагодине", "jagodinu"):
        assert found(index, query) == ["0", "1", "2"]


def test_nearer_tiers_come_first_and_can_be_switched_off(make_index: MakeIndex) -> None:
    index = make_index(
        "jagodinski voz staje", "voz za jagodinu staje", "voz jagodina staje", "nista ne staje"
    )
    ranked = [match.record_id for match in index.search("Jagodina").matches]
    assert ranked == ["2", "1", "0"]
    assert found(index, "Jagodina", tiers=[Tier.EXACT, Tier.FOLDED]) == ["2"]


def test_a_phrase_is_found_in_its_order_and_any_case(make_index: MakeIndex) -> None:
    index = make_index("Преко старе ћуприје", "Ćuprija stara", "stara i lepa ćuprija", "Stara ćuprija")
    assert found(index, '"stara ćuprija"') == ["0", "3"]
    assert found(index, "stara ćuprija") == ["0", "1", "2", "3"]


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


def test_a_prefix_of_very_many_words_works_in_a_phrase_too(make_index: MakeIndex) -> None:
    letters = "bcdfghklmn"
    words = [f"va{a}{b}{c}o" for a in letters for b in letters for c in "abcdefghijklmno"]
    index = make_index(*(f"stari {word}" for word in words), f"novi {words[0]}")
    assert index.search("va*").total == len(words) + 1
    assert index.search('"stari va*"').total == len(words)


def test_kinds_and_a_source_narrow_the_search(tmp_path: Path) -> None:
    index = SearchIndex(tmp_path)
    index.catch_up(
        [
            ("t1", [document("t1", "Mirna reka", 0, "s1"), document("t1", "reka teče", 1, "s1")]),
            ("t2", [document("t2", "Река тече", 0, "s2")]),
            ("e1", [document("e1", "Poplava na reci", kind=RecordKind.EVENT)]),
        ],
        seen=3,
    )
    assert found(index, "reka", kinds=[RecordKind.EVENT]) == ["e1"]
    assert found(index, "reka", source_id="s1") == ["t1", "t1"]
    assert found(index, "reka", source_id="s2", kinds=[RecordKind.EVENT]) == []
    assert found(index, "NOT poplava", kinds=[RecordKind.PASSAGE, RecordKind.EVENT]) == ["t1", "t1", "t2"]
    assert found(index, "reka", kinds=[]) == []
    index.close()


def test_equal_scores_are_in_the_order_of_source_record_and_place(tmp_path: Path) -> None:
    places = [(source, record, ordinal) for source in "ba" for record in "dc" for ordinal in (2, 0, 1)]
    index = SearchIndex(tmp_path)
    records: dict[str, list[Document]] = {}
    for source, record, ordinal in places:
        records.setdefault(source + record, []).append(document(source + record, "ista reč", ordinal, source))
    index.catch_up(records.items(), seen=1)

    ranked = index.search("reč").matches
    assert [(match.source_id, match.record_id[1], match.ordinal) for match in ranked] == sorted(places)
    first = index.search("reč", limit=4)
    assert (first.total, first.matches) == (12, ranked[:4])
    assert index.search("reč", limit=0).total == 12
    index.close()


def test_catching_up_replaces_adds_and_removes(make_index: MakeIndex) -> None:
    index = make_index("jedan hrast", "jedna breza", "jedan jasen")
    changes = [("0", [document("0", "nova lipa"), document("0", "druga lipa", 1)]), ("1", []), ("9", [])]
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
    assert (index.seen, index.document_count) == (1, 1)
    index.catch_up([], seen=2)
    index.close()
    index = SearchIndex(tmp_path / "index0")
    assert index.seen == 2
    index.close()


def test_a_crash_before_remembering_is_mended_by_the_replay(tmp_path: Path) -> None:
    index = SearchIndex(tmp_path)
    index.catch_up([("a", [document("a", "hrast")])], seen=1)
    remembered = (tmp_path / "seen.json").read_bytes()
    change = [("a", [document("a", "lipa")]), ("b", [document("b", "breza")])]
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
    change = [(name, [document(name, "lipa")]) for name in "0ab"]
    with pytest.raises(Cancelled):
        index.catch_up(change, seen=2, progress=_StopsAt(2))
    assert (index.seen, index.document_count, found(index, "hrast")) == (1, 1, ["0"])
    index.catch_up(change, seen=2)
    assert (index.seen, found(index, "lipa")) == (2, ["0", "a", "b"])


def test_an_error_while_texts_are_read_changes_nothing(make_index: MakeIndex) -> None:
    def failing() -> Iterator[tuple[str, list[Document]]]:
        yield "0", [document("0", "lipa")]
        raise UserError("the archive was closed")

    index = make_index("hrast")
    with pytest.raises(UserError, match="closed"):
        index.catch_up(failing(), seen=2)
    assert (index.seen, found(index, "hrast")) == (1, ["0"])


def test_another_reader_sees_a_commit_without_being_told(make_index: MakeIndex, tmp_path: Path) -> None:
    writer = make_index("hrast", "lipa")
    reader = SearchIndex(tmp_path / "index0")
    assert found(reader, "hrast") == ["0"]
    writer.catch_up([("0", []), ("5", [document("5", "lipa")])], seen=2)
    assert found(reader, "hrast") == []
    assert found(reader, "lipa") == ["1", "5"]
    reader.refresh()
    assert reader.seen == 2
    reader.close()


def test_searching_goes_on_in_another_thread_while_the_index_catches_up(make_index: MakeIndex) -> None:
    index = make_index(*(f"hrast broj {n}" for n in range(50)))
    totals: set[int] = set()
    failures: list[Exception] = []
    stop = threading.Event()

    def search() -> None:
        while not stop.is_set():
            try:
                totals.add(index.search("hrast", limit=5).total)
            except UserError as error:
                failures.append(error)

    thread = threading.Thread(target=search)
    thread.start()
    for n in range(10):
        index.catch_up([(str(n), [])], seen=2 + n)
    stop.set()
    thread.join()
    assert not failures
    assert totals <= set(range(40, 51))
    assert found(index, "hrast", limit=None) == sorted(str(n) for n in range(10, 50))


def test_one_word_of_enormous_length_is_no_trouble(make_index: MakeIndex) -> None:
    index = make_index("х" * 200_000, "hrast " + "-".join(["la"] * 20_000))
    assert found(index, "hrast") == ["1"]


def test_hostile_queries_never_fail_in_other_ways_than_a_plain_refusal(make_index: MakeIndex) -> None:
    index = make_index("stara ćuprija", "нова вода 21.30", "crno-beo IV")
    chance = random.Random(20)
    pieces = [
        "AND",
        "OR",
        "NOT",
        "(",
        ")",
        '"',
        "*",
        ":",
        "~2",
        "^",
        "[a TO",
        "ćup*",
        "voda",
        "IV",
        "-",
        "\ud800",
        "\0",
    ]
    for _ in range(300):
        query = chance.choice(("", " ")).join(chance.choices(pieces, k=chance.randrange(1, 12)))
        try:
            assert index.search(query).total <= 3
        except UserError as error:
            assert "no word" in str(error)  # noqa: PT017


def test_the_index_is_an_ordinary_whoosh_index(make_index: MakeIndex, tmp_path: Path) -> None:
    make_index("Ђумрук код ћуприје")
    with open_dir(str(tmp_path / "index0")).reader() as reader:
        assert [term.decode() for term in reader.lexicon("text")] == ["kod", "ćuprije", "đumruk"]


def test_a_match_carries_what_is_needed_to_fetch_the_text(tmp_path: Path) -> None:
    index = SearchIndex(tmp_path)
    index.catch_up([("t", [document("t", "hrast", 4, "s")])], seen=1)
    (match,) = index.search("hrast").matches
    assert match == Match(RecordKind.PASSAGE, "t", 4, "s", match.score)
    assert match.score > 0
    index.close()


def test_an_empty_index_finds_nothing_and_refuses_an_empty_query(tmp_path: Path) -> None:
    index = SearchIndex(tmp_path / "new" / "index")
    assert (index.seen, index.document_count, index.search("NOT hrast").total) == (0, 0, 0)
    with pytest.raises(UserError, match="no word"):
        index.search(" ")
    index.close()


def test_warming_up_changes_no_result(make_index: MakeIndex, tmp_path: Path) -> None:
    index = make_index("hrast i lipa")
    index.warm_up()
    assert found(index, "lipe") == ["0"]
    empty = SearchIndex(tmp_path / "empty")
    empty.warm_up()
    assert empty.document_count == 0
    empty.close()
