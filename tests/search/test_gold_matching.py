"""The hand-made matching cases beside the project, each through a real index."""

import json
from pathlib import Path
from typing import Any

import pytest

from archive_app.core.hits import Document, RecordKind, Tier
from archive_app.search.highlighting import highlight
from archive_app.search.index import SearchIndex

GOLD = Path(__file__).parents[2].parent / "shared" / "gold" / "matching_cases.json"
NOT_MET: dict[int, str] = {}
"""Cases that are not met, by id, with the reason."""

CASES = json.loads(GOLD.read_text("utf-8"))["cases"] if GOLD.is_file() else []
STEM_CASES = [case for case in CASES if case["level"] == "stem"]
TIERS = (Tier.EXACT, Tier.FOLDED, Tier.WORD)


@pytest.mark.skipif(not CASES, reason="no matching cases beside the project")
@pytest.mark.parametrize("case", STEM_CASES, ids=lambda case: str(case["id"]))
def test_a_case_is_met(case: dict[str, Any], tmp_path: Path, request: pytest.FixtureRequest) -> None:
    if reason := NOT_MET.get(case["id"]):
        request.applymarker(pytest.mark.xfail(reason=reason))
    texts = [entry["text"] for entry in case["must"] + case["must_not"]]
    wanted = {entry["text"] for entry in case["must"]}
    index = SearchIndex(tmp_path)
    passages = [Document(kind=RecordKind.PASSAGE, record_id=text, text=text) for text in set(texts)]
    index.catch_up([(passage.record_id, [passage]) for passage in passages], seen=1)
    query = f'"{case["query"]}"' if case["mode"] == "phrase" else case["query"]
    matches = index.search(query, tiers=TIERS)
    assert {match.record_id for match in matches.matches} == wanted
    for text in texts:
        assert bool(highlight(matches.plan, text).spans) == (text in wanted)
    index.close()
