"""A search that is kept asks the same again, and is undone like everything else."""

import unicodedata
from dataclasses import replace

import pytest

from archive_app.core.errors import NotFound, UserError
from archive_app.core.hits import Facet, Order, SearchRequest, Tier
from archive_app.services import history, searches
from archive_app.services.archives import Archive

FULL = SearchRequest(
    query='"плава гробница" OR splav*',
    tiers=frozenset({Tier.EXACT, Tier.WORD}),
    ijekavian=True,
    foreign=True,
    narrowed={Facet.KIND: frozenset({"photo", "passage"}), Facet.YEAR: frozenset({"1944"})},
    order=Order.DATE,
)


@pytest.mark.parametrize(
    "request_", [FULL, SearchRequest(query="most"), replace(FULL, tiers=frozenset(Tier))]
)
def test_a_saved_search_asks_the_same_again(archive: Archive, request_: SearchRequest) -> None:
    saved = searches.save_search(archive, "Splavovi", request_)
    (found,) = searches.list_searches(archive)
    assert found == saved
    assert searches.request_of(found) == request_


def test_limits_are_not_kept_and_can_be_given_anew(archive: Archive) -> None:
    saved = searches.save_search(archive, "Splavovi", replace(FULL, limit=7, offset=3, with_facets=True))
    assert searches.request_of(saved) == FULL
    assert searches.request_of(saved, limit=3, with_facets=True) == replace(FULL, limit=3, with_facets=True)


def test_options_of_a_newer_program_are_left_out(archive: Archive) -> None:
    options = {
        "tiers": ["word", "rhyme"],
        "order": "colour",
        "narrowed": {"kind": ["photo"], "smell": ["roses"]},
        "weather": "rain",
    }
    assert searches.request_from("most", options) == SearchRequest(
        query="most", tiers=frozenset({Tier.WORD}), narrowed={Facet.KIND: frozenset({"photo"})}
    )


def test_searches_are_listed_by_name_across_scripts(archive: Archive) -> None:
    for name in ("Вожд", "most", "Avala", "  Čamci   na Savi "):
        searches.save_search(archive, name, SearchRequest(query="x"))
    names = [saved.name for saved in searches.list_searches(archive)]
    assert names == ["Avala", "Вожд", "most", "Čamci na Savi"]


def test_a_search_without_a_name_is_called_by_its_query(archive: Archive) -> None:
    assert searches.save_search(archive, " ", SearchRequest(query="  čamci ")).name == "čamci"


def test_nothing_is_kept_without_a_query_or_under_a_taken_name(archive: Archive) -> None:
    with pytest.raises(UserError, match="nothing to save"):
        searches.save_search(archive, "Prazno", SearchRequest(query="  "))
    saved = searches.save_search(archive, "Most", SearchRequest(query="most"))
    with pytest.raises(UserError, match="“Most” already"):
        searches.save_search(archive, "MOST", SearchRequest(query="ćuprija"))
    assert searches.list_searches(archive) == [saved]
    replaced = searches.save_search(archive, "most", SearchRequest(query="ćuprija"), replacing=True)
    assert searches.list_searches(archive) == [replaced]
    assert (replaced.id, replaced.name, replaced.query) == (saved.id, "Most", "ćuprija")


def test_a_search_is_renamed_removed_and_brought_back(archive: Archive) -> None:
    saved = searches.save_search(archive, "Most", SearchRequest(query="most"))
    other = searches.save_search(archive, "Splav", SearchRequest(query="splav"))
    assert searches.rename_search(archive, saved.id, " Stari  most ").name == "Stari most"
    assert searches.rename_search(archive, saved.id, "STARI MOST").name == "STARI MOST"
    with pytest.raises(UserError, match="“Splav” already"):
        searches.rename_search(archive, saved.id, "splav")
    with pytest.raises(UserError, match="name is empty"):
        searches.rename_search(archive, saved.id, " ")
    searches.remove_search(archive, saved.id)
    assert searches.list_searches(archive) == [other]
    with pytest.raises(NotFound):
        searches.remove_search(archive, saved.id)
    history.undo(archive)
    assert searches.find_search(archive, "stari most").id == saved.id
    names = [action.name for action in history.history(archive)][:3]
    assert names == [
        "Undo: Delete search “STARI MOST”",
        "Delete search “STARI MOST”",
        "Rename search “Stari most”",
    ]


def test_a_search_is_found_by_name_or_id(archive: Archive) -> None:
    saved = searches.save_search(archive, "Most", SearchRequest(query="most"))
    assert searches.find_search(archive, "MOST") == searches.find_search(archive, saved.id) == saved
    composed = searches.save_search(archive, "Čarnojević", SearchRequest(query="Arsenije"))
    assert searches.find_search(archive, unicodedata.normalize("NFD", "Čarnojević")) == composed
    with pytest.raises(NotFound, match="no saved search called “splav”"):
        searches.find_search(archive, "splav")
