"""A note that was acknowledged is never lost, whenever the program is killed."""

import random
from pathlib import Path

from archive_app.services import annotating, sources
from archive_app.services.archives import open_archive
from helpers.kills import Notes, Verdict, judge, kill_often, make_archive


def test_nothing_acknowledged_is_lost_and_the_index_is_right_after_one_catch_up(tmp_path: Path) -> None:
    verdict = kill_often(tmp_path, 3, random.Random())
    assert verdict.is_clean, verdict
    assert verdict.kills == 3
    assert verdict.acknowledged >= 3


def test_the_judge_sees_what_is_lost_and_what_is_changed(tmp_path: Path) -> None:
    make_archive(tmp_path / "archive", tmp_path / "voda.txt")
    with open_archive(tmp_path / "archive") as archive:
        (row,) = sources.list_sources(archive)
        made = annotating.annotate_record(archive, row.source, note="xbaba")
    for said, lost in (
        ({made.id: "xbaba"}, 0),
        ({made.id: "xdede"}, 1),
        ({made.id: "xbaba", "gone": "xgogo"}, 1),
    ):
        verdict = Verdict()
        judge(tmp_path / "archive", Notes(done=dict(said)), verdict)
        assert (verdict.lost, verdict.missing, verdict.corrupt) == (lost, 0, 0)
