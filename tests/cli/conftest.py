import shutil
from pathlib import Path

import pytest

from helpers.articles import write_cyrillic, write_latin
from helpers.command_line import done, new_archive


@pytest.fixture(scope="session")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive with the two invented articles, made by commands, for tests to copy."""
    folder = tmp_path_factory.mktemp("imported")
    made = new_archive(folder / "archive")
    done("import", made, write_latin(folder), write_cyrillic(folder))
    return made


@pytest.fixture
def folder(imported: Path, tmp_path: Path) -> Path:
    """An archive with the two invented articles."""
    return Path(shutil.copytree(imported, tmp_path / "archive"))
