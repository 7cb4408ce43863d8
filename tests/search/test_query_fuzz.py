import random

import pytest

from archive_app.core.errors import QueryError
from archive_app.search.plans import Plan
from archive_app.search.queries import understand
from helpers.hostile import hostile


@pytest.mark.no_cover
def test_every_string_is_understood_or_refused_at_a_place_in_it() -> None:
    understood = 0
    refused: list[tuple[str, QueryError]] = []
    for query in hostile(random.Random(1944)):
        try:
            plan = understand(query)
        except QueryError as error:
            refused.append((query, error))
        else:
            understood += 1
            assert isinstance(plan, Plan)
            assert plan.query == query
            hash(plan.root)  # goes through the whole plan as deep as everything that reads it
    assert understood > 5_000
    assert len(refused) > 500
    for query, error in refused:
        assert 0 <= error.start < error.end <= len(query), query
        assert str(error)
