"""Sources are listed, found, read and described."""

import pytest

from archive_app.core.errors import NotFound, UserError
from archive_app.core.ids import new_id
from archive_app.core.records import PassageKind, Source
from archive_app.language.collation import azbuka_key
from archive_app.services import history, sources
from archive_app.services.checking import check
from archive_app.store.store import now
from helpers.desk import Desk


def test_sources_stand_in_the_order_of_the_azbuka(desk: Desk) -> None:
    sources.edit_source(desk.archive, desk.latin.source.id, title="Ćutanje")
    assert [row.source.title for row in sources.list_sources(desk.archive)] == ["Дани под бедемом", "Ćutanje"]
    sources.edit_source(desk.archive, desk.latin.source.id, title="Avala")
    assert [row.source.title for row in sources.list_sources(desk.archive)] == ["Avala", "Дани под бедемом"]


def test_a_source_is_found_by_its_title_a_part_of_it_or_its_id(desk: Desk) -> None:
    source = desk.cyrillic.source
    for words in ("Дани под бедемом", "дани", "БЕДЕМОМ", source.id):
        assert sources.find_source(desk.archive, words) == source
    sources.edit_source(desk.archive, desk.latin.source.id, title="Дани")
    assert sources.find_source(desk.archive, "дани").id == desk.latin.source.id
    with pytest.raises(UserError, match="Several sources are called “дан”: Дани"):
        sources.find_source(desk.archive, "дан")
    for words in ("дневник", ""):
        with pytest.raises(NotFound, match="no source called"):
            sources.find_source(desk.archive, words)


def test_a_description_is_changed_field_by_field(desk: Desk) -> None:
    source = sources.edit_source(
        desk.archive, desk.latin.source.id, creator=" Jelena Ćirić ", date="oktobar 1944", kind="diary"
    )
    assert (source.creator, source.date, source.first_day, source.last_day, source.kind.value) == (
        "Jelena Ćirić",
        "1944-10",
        "1944-10-01",
        "1944-10-31",
        "diary",
    )
    assert source.title == desk.latin.source.title
    history.undo(desk.archive)
    assert sources.get_source(desk.archive, source.id) == desk.latin.source


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("title", " ", "title is empty"),
        ("date", "davno", "is not a date"),
        ("kind", "roman", "the kinds are"),
    ],
)
def test_a_description_that_cannot_be_meant_is_refused(
    desk: Desk, field: str, value: str, words: str
) -> None:
    with pytest.raises(UserError, match=words):
        sources.edit_source(desk.archive, desk.latin.source.id, **{field: value})
    assert sources.get_source(desk.archive, desk.latin.source.id) == desk.latin.source


def test_what_the_program_computes_cannot_be_set(desk: Desk) -> None:
    for field in ("id", "first_day", "script", "made_at"):
        with pytest.raises(KeyError, match=field):
            sources.edit_source(desk.archive, desk.latin.source.id, **{field: "x"})


def test_a_removed_source_comes_back_whole(desk: Desk) -> None:
    made = desk.mark(desk.cyrillic, "два празна чамца", note="чији?", tags=["чамци"])
    sources.remove_source(desk.archive, desk.cyrillic.source.id)
    with pytest.raises(NotFound):
        sources.read_source(desk.archive, desk.cyrillic.source.id)
    assert [row.source for row in sources.list_sources(desk.archive)] == [desk.latin.source]
    history.undo(desk.archive)
    assert sources.read_source(desk.archive, desk.cyrillic.source.id) == desk.cyrillic
    row = desk.archive.store.get(type(made), made.id)
    assert row == made
    assert check(desk.archive).is_sound


def test_the_kind_of_a_passage_is_what_the_person_says(desk: Desk) -> None:
    sources.set_passage_kind(desk.archive, desk.latin.text.id, 2, PassageKind.QUOTATION)
    reading = sources.read_source(desk.archive, desk.latin.source.id)
    assert reading is not None
    assert reading.passages[2].kind is PassageKind.QUOTATION
    with pytest.raises(NotFound):
        sources.set_passage_kind(desk.archive, desk.latin.text.id, 99, PassageKind.HEADING)


def test_the_order_does_not_depend_on_script_case_or_punctuation(desk: Desk) -> None:
    titles = [
        "„Ђаци“",
        "Džez",
        "Đulići",
        "Џез и ја",
        "Avala",
        "Бања",
        "Vračar",
        "1944",
        "zemun",
        "Љубав",
        "lampa",
    ]
    with desk.archive.operation("Fill"):
        for title in titles:
            desk.archive.store.insert(Source(id=new_id(), title=title, made_at=now()))
    shown = [source.title for source in sources.sources_alone(desk.archive)]
    assert [title for title in shown if title in titles] == sorted(titles, key=azbuka_key)


def test_the_first_source_to_read_has_a_text(desk: Desk) -> None:
    first = sources.first_with_text(desk.archive)
    assert first == sources.list_sources(desk.archive)[0].source.id
    for row in sources.list_sources(desk.archive):
        sources.remove_source(desk.archive, row.source.id)
    assert sources.first_with_text(desk.archive) is None
