from pathlib import Path

import pytest

from helpers.command_line import done, new_archive


@pytest.fixture
def folder(tmp_path: Path, latin_article: Path, cyrillic_article: Path) -> Path:
    """An archive with the two invented articles, made by commands."""
    made = new_archive(tmp_path / "archive")
    done("import", made, latin_article, cyrillic_article)
    return made
