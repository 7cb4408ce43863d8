"""The hand-made matching cases beside the project, each through a real index."""

import json
from pathlib import Path
from typing import Any

import pytest

from archive_app.core.hits import Document, RecordKind
from archive_app.search.highlighting import highlight
from archive_app.search.index import SearchIndex
from helpers.indexes import request as asked

GOLD = Path(__file__).parents[2].parent / "shared" / "gold" / "matching_cases.json"
OPTIONS: dict[str, dict[str, object]] = {
    "stem": {},
    "related": {},
    "jat": {"ijekavian": True},
    "phonetic": {"foreign": True},
}
"""What is asked in the cases of a level; those of other levels are nice to have."""

CASES = json.loads(GOLD.read_text("utf-8"))["cases"] if GOLD.is_file() else []
WANTED = [case for case in CASES if case["level"] in OPTIONS]


@pytest.mark.skipif(not CASES, reason="no matching cases beside the project")
@pytest.mark.parametrize("case", WANTED, ids=lambda case: f"{case['level']} {case['id']}")
def test_a_case_is_met(case: dict[str, Any], tmp_path: Path) -> None:
    texts = [entry["text"] for entry in case["must"] + case["must_not"]]
    wanted = {entry["text"] for entry in case["must"]}
    index = SearchIndex(tmp_path)
    passages = [Document(kind=RecordKind.PASSAGE, record_id=text, text=text) for text in set(texts)]
    index.catch_up([(passage.record_id, [passage]) for passage in passages], seen=1)
    query = f'"{case["query"]}"' if case["mode"] == "phrase" else case["query"]
    matches = index.search(asked(query, **OPTIONS[case["level"]]))
    assert {match.record_id for match in matches.matches} == wanted
    for text in texts:
        assert bool(highlight(matches.found, text).spans) == (text in wanted)
    everything = index.search(asked(query, ijekavian=True, foreign=True))
    assert {match.record_id for match in everything.matches} == wanted
    index.close()
