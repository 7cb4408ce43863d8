import pytest

from archive_app.core.records import Script
from archive_app.language.scripts import script_of


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Žuta šljiva u đačkoj torbi", Script.LATIN),
        ("Жута шљива у ђачкој торби", Script.CYRILLIC),
        ("Жута шљива (Prunus domestica) у ђачкој торби", Script.CYRILLIC),
        ("1944. — 20/10", Script.UNKNOWN),
        ("", Script.UNKNOWN),
        ("ab вг", Script.UNKNOWN),
    ],
)
def test_the_script_of_most_letters_is_the_script_of_the_text(text: str, script: Script) -> None:
    assert script_of(text) is script
