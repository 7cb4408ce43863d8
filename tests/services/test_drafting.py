"""A correction is prepared: what becomes of annotations is known before anything is written."""

from pathlib import Path

import pytest

from archive_app.core.errors import Conflict, UserError
from archive_app.core.progress import Cancelled, Progress
from archive_app.core.records import AnchoringState
from archive_app.core.spans import Span
from archive_app.services import drafting, history, readings
from archive_app.services.correcting import correct_quote
from helpers.articles import LATIN
from helpers.desk import Desk


def test_nothing_is_written_by_preparing(desk: Desk, tmp_path: Path) -> None:
    desk.mark(desk.latin, "golubovi se ne vraćaju")
    desk.mark(desk.latin, "harmoniku do mraka")
    actions = history.history(desk.archive)
    path = tmp_path / "bolje.txt"
    path.write_text(LATIN.replace("neko svirao harmoniku do mraka", "tiho"), encoding="utf-8")
    draft = drafting.prepare_replacement(desk.archive, desk.latin.source.id, path)
    assert [draft.count(state) for state in (AnchoringState.EXACT, AnchoringState.NEEDS_LOOK)] == [1, 1]
    assert history.history(desk.archive) == actions
    assert len(readings.list_readings(desk.archive, desk.latin.source.id)) == 1


def test_annotations_far_from_a_corrected_passage_stay_exact(desk: Desk) -> None:
    near, far = desk.mark(desk.latin, "Pekar Ilija"), desk.mark(desk.latin, "harmoniku do mraka")
    start = LATIN.index("Pekar")
    draft = drafting.prepare_span(desk.archive, desk.latin.text.id, Span(start, start + 5), "Dobri pekar")
    placed = {annotation.id: placement for annotation, placement in draft.placed}
    assert placed[far.id].state is AnchoringState.EXACT
    assert placed[far.id].span == Span((far.start or 0) + 6, (far.end or 0) + 6)
    assert placed[near.id].span is not None


def test_an_image_is_no_transcription(desk: Desk, picture: Path) -> None:
    with pytest.raises(UserError, match="is an image"):
        drafting.prepare_replacement(desk.archive, desk.latin.source.id, picture)


def test_an_older_reading_cannot_be_corrected(desk: Desk) -> None:
    correct_quote(desk.archive, desk.latin.source.id, "Pekar Ilija", "Kovač Ilija")
    with pytest.raises(Conflict):
        drafting.prepare_span(desk.archive, desk.latin.text.id, Span(0, 4), "Varoš")


def test_preparing_can_be_cancelled(desk: Desk, tmp_path: Path) -> None:
    class Impatient(Progress):
        def is_cancelled(self) -> bool:
            return True

    desk.mark(desk.latin, "Pekar")
    path = tmp_path / "bolje.txt"
    path.write_text(LATIN.replace("Pekar", "Kovač"), encoding="utf-8")
    with pytest.raises(Cancelled):
        drafting.prepare_replacement(desk.archive, desk.latin.source.id, path, Impatient())
