"""Heavy work runs elsewhere, tells its steps, and can be stopped, killed and started again."""

import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive_app.core.errors import NotFound
from archive_app.core.progress import Cancelled, Progress
from archive_app.services.work import InlineWork, ProcessWork, WorkFailed
from helpers import jobs


class Noted(Progress):
    """Notes the steps, and wishes to stop once a file is there."""

    def __init__(self, stop_at: Path | None = None) -> None:
        self.steps: list[tuple[int, int, str]] = []
        self._stop_at = stop_at

    def report(self, done: int, total: int, text: str) -> None:
        self.steps.append((done, total, text))

    def is_cancelled(self) -> bool:
        return self._stop_at is not None and self._stop_at.exists()


@pytest.fixture
def work() -> Iterator[ProcessWork]:
    made = ProcessWork()
    yield made
    made.close()


def wait_for(path: Path) -> None:
    while not path.exists():
        time.sleep(0.01)


def test_a_function_runs_in_one_other_process_that_lives_on(work: ProcessWork) -> None:
    assert work.run(jobs.double, 21) == 42
    assert work.run(jobs.double, 1, plus=5) == 7
    process = work.run(jobs.whose_process)
    assert process != os.getpid()
    assert work.run(jobs.whose_process) == process


def test_here_it_runs_at_once() -> None:
    progress = Noted()
    work = InlineWork()
    assert work.run(jobs.double, 21, progress=progress) == 42
    assert work.run(jobs.whose_process) == os.getpid()
    assert progress.steps == [(1, 1, "doubling")]
    with pytest.raises(NotFound):
        work.run(jobs.not_there, "pismo")
    work.close()


def test_an_error_for_the_person_comes_home_as_it_is(work: ProcessWork) -> None:
    with pytest.raises(NotFound, match="There is no “писмо”"):
        work.run(jobs.not_there, "писмо")
    assert work.run(jobs.double, 2) == 4


def test_an_error_of_the_program_comes_home_as_such(work: ProcessWork) -> None:
    with pytest.raises(WorkFailed, match="ZeroDivisionError: by nothing"):
        work.run(jobs.broken)
    assert work.run(jobs.double, 2) == 4


def test_the_steps_are_told_in_order(work: ProcessWork, tmp_path: Path) -> None:
    progress = Noted()
    assert work.run(jobs.patient, 20, tmp_path / "started", progress=progress) == 20
    told = [done for done, total, _text in progress.steps if total == 20]
    assert told
    assert told == sorted(told)
    assert "step" in progress.steps[-1][2]


def test_work_that_listens_is_cancelled_and_its_process_lives_on(work: ProcessWork, tmp_path: Path) -> None:
    process = work.run(jobs.whose_process)
    with pytest.raises(Cancelled):
        work.run(jobs.patient, 6000, tmp_path / "started", progress=Noted(stop_at=tmp_path / "started"))
    assert work.run(jobs.whose_process) == process


def test_work_that_does_not_listen_is_ended(work: ProcessWork, tmp_path: Path) -> None:
    process = work.run(jobs.whose_process)
    with pytest.raises(Cancelled):
        work.run(jobs.deaf, tmp_path / "started", progress=Noted(stop_at=tmp_path / "started"))
    assert work.run(jobs.double, 2) == 4
    assert work.run(jobs.whose_process) != process


def test_what_is_cancelled_beforehand_never_starts(work: ProcessWork, tmp_path: Path) -> None:
    (tmp_path / "stop").touch()
    with pytest.raises(Cancelled):
        work.run(jobs.patient, 1, tmp_path / "started", progress=Noted(stop_at=tmp_path / "stop"))
    assert not (tmp_path / "started").exists()


def test_a_call_that_cannot_be_read_there_is_answered_and_the_process_lives_on(work: ProcessWork) -> None:
    process = work.run(jobs.whose_process)
    with pytest.raises(WorkFailed, match="LookupError: not known here"):
        work.run(jobs.double, jobs.Unreadable())
    assert work.run(jobs.whose_process) == process


def test_a_result_that_cannot_be_sent_home_is_told_and_the_process_lives_on(work: ProcessWork) -> None:
    process = work.run(jobs.whose_process)
    with pytest.raises(WorkFailed, match="pickle"):
        work.run(jobs.unsendable)
    assert work.run(jobs.whose_process) == process


def test_a_process_that_ends_is_told_and_the_next_work_starts_another(
    work: ProcessWork, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(WorkFailed, match="stopped unexpectedly; please try again"):
        work.run(jobs.die)
    assert "the worker process ended" in caplog.text
    assert work.run(jobs.double, 2) == 4


def test_a_process_that_was_killed_is_told_and_the_next_work_starts_another(
    work: ProcessWork, tmp_path: Path
) -> None:
    process = work.run(jobs.whose_process)

    def kill() -> None:
        wait_for(tmp_path / "started")
        os.kill(process, signal.SIGTERM)

    killer = threading.Thread(target=kill)
    killer.start()
    with pytest.raises(WorkFailed):
        work.run(jobs.deaf, tmp_path / "started")
    killer.join()
    assert work.run(jobs.double, 2) == 4


def test_a_process_that_was_killed_between_two_works_is_started_again(work: ProcessWork) -> None:
    process = work.run(jobs.whose_process)
    os.kill(process, signal.SIGTERM)
    while _lives(process):
        time.sleep(0.01)
    assert work.run(jobs.whose_process) != process


def _lives(process: int) -> bool:
    import multiprocessing

    return any(child.pid == process for child in multiprocessing.active_children())


def test_closing_while_work_runs_cancels_it(work: ProcessWork, tmp_path: Path) -> None:
    told: list[BaseException] = []

    def run() -> None:
        try:
            work.run(jobs.deaf, tmp_path / "started")
        except Cancelled as error:
            told.append(error)

    runner = threading.Thread(target=run)
    runner.start()
    wait_for(tmp_path / "started")
    work.close()
    runner.join()
    assert len(told) == 1
    with pytest.raises(Cancelled):
        work.run(jobs.double, 2)


def test_two_threads_take_turns(work: ProcessWork) -> None:
    results: list[int] = []
    threads = [
        threading.Thread(target=lambda n=number: results.append(work.run(jobs.double, n)))
        for number in range(6)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(results) == [0, 2, 4, 6, 8, 10]
