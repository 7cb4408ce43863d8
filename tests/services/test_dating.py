"""Dates are found in the texts, and take their year from the source where the text gives none."""

from dataclasses import replace
from pathlib import Path

import pytest

from archive_app.core.errors import NotFound
from archive_app.services import sources
from archive_app.services.archives import create_archive
from archive_app.services.dating import Confidence, How, dates_in, explanation
from archive_app.services.importing import import_files
from archive_app.services.work import ProcessWork
from helpers.desk import Desk, reading_of


def test_the_dates_of_a_text_stand_where_they_are_told(desk: Desk) -> None:
    for reading in (desk.latin, desk.cyrillic):
        mentions = dates_in(desk.archive, reading.source.id)
        assert "1944-10-12" in {mention.edtf for mention in mentions}
        for mention in mentions:
            assert reading.letters[mention.start : mention.end] == mention.text
    assert "1944-10-20" in {mention.edtf for mention in dates_in(desk.archive, desk.latin.source.id)}
    assert "1944-10-15" in {mention.edtf for mention in dates_in(desk.archive, desk.cyrillic.source.id)}


def test_the_year_of_the_source_is_taken_where_the_text_gives_none(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "pismo.txt"
    path.write_text("Draga Jelena, 14. oktobra smo stigli u selo, a 16. oktobra krenuli dalje ka reci.")
    source = reading_of(desk.archive, path).source
    assert {mention.basis for mention in dates_in(desk.archive, source.id)} == {"unknown"}
    sources.edit_source(desk.archive, source.id, date="1944-11-02")
    assert [mention.edtf for mention in dates_in(desk.archive, source.id)] == ["1944-10-14", "1944-10-16"]


def test_a_source_that_is_not_there_has_no_dates(desk: Desk, picture: Path) -> None:
    import_files(desk.archive, [picture])
    with pytest.raises(NotFound):
        dates_in(desk.archive, "nowhere")


def test_the_date_of_a_source_that_may_be_of_several_years_gives_none(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "pismo.txt"
    path.write_text("Draga Jelena, 14. oktobra smo stigli u selo, a 16. oktobra krenuli dalje ka reci.")
    source = reading_of(desk.archive, path).source
    sources.edit_source(desk.archive, source.id, date="1943/1944")
    assert {mention.edtf for mention in dates_in(desk.archive, source.id)} == {"XXXX-10-14", "XXXX-10-16"}


def test_a_long_text_is_read_where_heavy_work_runs(tmp_path: Path) -> None:
    path = tmp_path / "dnevnik.txt"
    path.write_text(
        "Dnevnik iz sela\n\n" + "Kiša pada i pada, a konji čekaju. " * 3000 + "\n\nStigli 3. maja 1943."
    )
    with create_archive(tmp_path / "archive", work=ProcessWork()) as archive:
        source = reading_of(archive, path).source
        (mention,) = dates_in(archive, source.id)
        assert (mention.edtf, mention.how, mention.confidence) == ("1943-05-03", How.WRITTEN, Confidence.SURE)


def test_what_a_mention_rests_on_is_told(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "pismo.txt"
    path.write_text("Draga Jelena, 14. oktobra 1944. smo stigli u selo, a sutradan krenuli dalje ka reci.")
    day, next_day = dates_in(desk.archive, reading_of(desk.archive, path).source.id)
    assert explanation(day, None) == ""
    assert explanation(next_day, day.text) == "counted from “14. oktobra 1944”"
    unsure = replace(next_day, confidence=Confidence.POSSIBLE)
    assert explanation(unsure, day.text) == "counted from “14. oktobra 1944”; not sure"
