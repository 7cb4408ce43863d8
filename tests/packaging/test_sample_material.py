"""The material of the sample archive: complete, consistent with itself, and drawn the same each time."""

import importlib
import re
import unicodedata
from collections import defaultdict
from pathlib import Path
from types import ModuleType

import pytest

PACKAGING = Path(__file__).parents[2] / "packaging"
SAMPLE = PACKAGING / "sample"

_DAY = r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?[?~%]?"
EDTF = re.compile(rf"{_DAY}(/{_DAY})?")
PICTURES = (
    "pobednik.png savski_most.png palata_albanija.png zeleznicka_stanica.png slavija.png rusevine.png".split()
)


@pytest.fixture
def material(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(PACKAGING))
    return importlib.import_module("sample.material")


@pytest.fixture
def pictures(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(PACKAGING))
    return importlib.import_module("sample.pictures")


def text_of(name: str) -> str:
    return (SAMPLE / name).read_bytes().decode("utf-8")


def test_every_text_is_described_once(material: ModuleType) -> None:
    assert sorted(source.file for source in material.SOURCES) == sorted(
        path.name for path in SAMPLE.glob("*.txt")
    )
    assert len({source.call_number for source in material.SOURCES}) == len(material.SOURCES)


def test_texts_are_clean_and_long_enough(material: ModuleType) -> None:
    for source in material.SOURCES:
        text = text_of(source.file)
        assert text.startswith(source.title + "\n\n")
        assert text.endswith("\n")
        assert not text.endswith("\n\n")
        assert "\r" not in text
        assert "\n\n\n" not in text
        assert not re.search(r"(?<!\n)\n(?!\n|$)", text), f"{source.file}: a line break within a paragraph"
        assert text == unicodedata.normalize("NFC", text)
        assert 600 <= len(text.split()) <= 1000


def test_each_text_keeps_to_one_script(material: ModuleType) -> None:
    scripts: dict[str, int] = defaultdict(int)
    for source in material.SOURCES:
        text = text_of(source.file)
        latin = len(re.findall(r"[A-Za-zČĆŽŠĐčćžšđ]", text))
        cyrillic = len(re.findall(r"[\u0400-\u04ff]", text))
        assert min(latin, cyrillic) == 0
        scripts["Latn" if latin else "Cyrl"] += 1
    assert scripts == {"Latn": 3, "Cyrl": 2}


@pytest.mark.parametrize("stem", ["Kalemegdan", "Калемегдан"])
def test_kalemegdan_stands_in_its_cases(material: ModuleType, stem: str) -> None:
    words = set(re.findall(r"\w+", " ".join(text_of(source.file) for source in material.SOURCES)))
    latin = stem == "Kalemegdan"
    endings = ("", "a", "u", "om") if latin else ("", "а", "у", "ом")
    assert {stem + ending for ending in endings} <= words
    assert ("kalemegdanski" if latin else "калемегдански") in words


def test_dates_are_edtf(material: ModuleType) -> None:
    dates = [record.date for record in (*material.SOURCES, *material.PICTURES)]
    dates += [event.when for event in material.EVENTS]
    dates += [annotation.says_when for annotation in material.ANNOTATIONS if annotation.event]
    assert [date for date in dates if not EDTF.fullmatch(date)] == []


def test_every_quote_is_found_in_one_place_only(material: ModuleType) -> None:
    counts = {note.quote: text_of(note.source).count(note.quote) for note in material.ANNOTATIONS}
    assert {quote: count for quote, count in counts.items() if count != 1} == {}
    assert len(material.ANNOTATIONS) >= 20


def test_some_notes_overlap_and_some_cross_a_paragraph_break(material: ModuleType) -> None:
    spans = defaultdict(list)
    for note in material.ANNOTATIONS:
        start = text_of(note.source).index(note.quote)
        spans[note.source].append((start, start + len(note.quote)))
    overlapping = [
        (one, other)
        for group in spans.values()
        for one in group
        for other in group
        if one[0] < other[0] < one[1]
    ]
    assert len(overlapping) >= 2
    assert {note.source for note in material.ANNOTATIONS if "\n\n" in note.quote} >= {
        "p1_sedam_oktobarskih_dana.txt",
        "p2_dnevnik_iz_oktobra.txt",
    }


def test_notes_name_known_events_and_tags(material: ModuleType) -> None:
    events = [event.title for event in material.EVENTS]
    tags = [name for name, _colour in material.TAGS]
    assert len(events) == len(set(events)) == 10
    assert len(tags) == len(set(tags)) == 8
    assert {note.event for note in material.ANNOTATIONS} - {""} == set(events)
    assert {tag for note in material.ANNOTATIONS for tag in note.tags} == set(tags)
    unlinked = [note for note in material.ANNOTATIONS if not note.event]
    assert not any(note.says_when or note.says_where or note.says_who for note in unlinked)


def test_sources_disagree_about_the_station(material: ModuleType) -> None:
    claims = defaultdict(set)
    sources = defaultdict(set)
    for note in material.ANNOTATIONS:
        if note.event:
            claims[note.event].add(note.says_when)
            sources[note.event].add(note.source)
    assert {"1944-10-15", "1944-10-20"} <= claims["Zauzimanje Glavne železničke stanice"]
    assert sum(len(names) >= 2 for names in sources.values()) >= 5


def test_the_collection_holds_known_sources_in_order(material: ModuleType) -> None:
    dates = {source.file: source.date for source in material.SOURCES}
    order = [dates[name] for name in material.COLLECTION.sources]
    assert order == sorted(order)
    assert len(set(material.COLLECTION.sources)) == len(order)


def test_a_caption_that_stands_in_a_text_is_a_line_of_it(material: ModuleType) -> None:
    anchored = [picture for picture in material.PICTURES if picture.stands_in]
    assert len(anchored) == 2
    for picture in anchored:
        assert text_of(picture.stands_in).split("\n\n").count(picture.caption) == 1


@pytest.mark.no_cover
@pytest.mark.parametrize("name", PICTURES)
def test_each_picture_is_small_and_drawn_for_a_place_in_the_material(
    material: ModuleType, pictures: ModuleType, tmp_path: Path, name: str
) -> None:
    assert list(pictures.DRAWINGS) == [picture.file for picture in material.PICTURES] == PICTURES
    assert pictures.DRAWINGS[name]().save(tmp_path / name).stat().st_size <= 165_000
    assert len(set(pictures.DRAWINGS.values())) == 6


@pytest.mark.no_cover
def test_a_picture_is_drawn_the_same_twice(pictures: ModuleType, tmp_path: Path) -> None:
    draw = pictures.DRAWINGS["slavija.png"]
    one, again = (draw().save(tmp_path / name).read_bytes() for name in ("one.png", "again.png"))
    assert one == again
