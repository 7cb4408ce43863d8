"""The encoding of a text is found out, or taken from a person."""

import random
from pathlib import Path

import pytest

from archive_app.core.errors import UserError
from archive_app.importers.encodings import decode, guess

NAME = Path("pismo.txt")
LATIN = (
    "Juče smo prešli reku kod Šapca. Kiša pada već treći dan, a žito još nije požnjeveno; đaci čekaju vest."
)
CYRILLIC = (
    "Јуче смо прешли реку код Шапца. Киша пада већ трећи дан, а жито још није пожњевено; ђаци чекају вест."
)
YUSCII = str.maketrans("ŽŠĐĆČžšđćč", "@[\\]^`{|}~")
SHARED = Path(__file__).parents[2].parent / "shared"


@pytest.mark.parametrize("letters", [LATIN, CYRILLIC])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le"])
def test_a_byte_order_mark_declares_the_encoding(letters: str, encoding: str) -> None:
    assert decode(f"\ufeff{letters}".encode(encoding), NAME) == (letters, encoding, "declared")


@pytest.mark.parametrize("letters", [LATIN, CYRILLIC])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_unicode_without_a_mark_is_certain(letters: str, encoding: str) -> None:
    assert decode(letters.encode(encoding), NAME) == (letters, encoding, "certain")


@pytest.mark.parametrize(
    ("letters", "encoding"),
    [(LATIN, "cp1250"), (LATIN, "iso-8859-2"), (CYRILLIC, "cp1251"), (CYRILLIC, "iso-8859-5")],
)
def test_eight_bits_are_guessed_by_their_letter_pairs(letters: str, encoding: str) -> None:
    assert decode(letters.encode(encoding), NAME) == (letters, encoding, "guessed")
    capitals = letters.upper()
    assert decode(capitals.encode(encoding), NAME) == (capitals, encoding, "guessed")


@pytest.mark.parametrize("word", ["još", "Žiča", "ŠUMA", "kaže", "„Miš“ – kaže…"])
def test_a_single_word_tells_windows_1250_by_its_own_letters(word: str) -> None:
    assert decode(f"To je {word} danas".encode("cp1250"), NAME)[:2] == (f"To je {word} danas", "cp1250")


@pytest.mark.parametrize("word", ["još", "žena", "čekaše"])
def test_a_single_word_tells_iso_8859_2_by_its_own_letters(word: str) -> None:
    assert decode(f"To je {word} danas".encode("iso-8859-2"), NAME)[:2] == (
        f"To je {word} danas",
        "iso-8859-2",
    )


def test_a_sign_is_not_taken_for_a_letter() -> None:
    letters = "Štamparija © 1938. Sva prava zadržana, čitaoče. Ulaz 10 ° i 12 §."
    assert decode(letters.encode("cp1250"), NAME)[0] == letters


def test_plain_ascii_is_certain() -> None:
    letters = "Danas nema vesti. Array[1] = {a}; `kod` ~5 @ 10 | kraj\\n"
    assert decode(letters.encode(), NAME) == (letters, "ascii", "certain")


def test_yuscii_is_read_where_it_is_clear() -> None:
    assert decode(LATIN.translate(YUSCII).encode(), NAME) == (LATIN, "yuscii", "guessed")
    assert decode(LATIN.upper().translate(YUSCII).encode(), NAME) == (LATIN.upper(), "yuscii", "guessed")


@pytest.mark.parametrize(
    "letters",
    [
        "Sve {a}, [b] i ~c su primeri. " * 20,
        "for key in {name}: print(f'{key}|{name}') # [x] @user ~home `code`\n" * 9,
        "Kisa pada vec treci dan, a zito jos nije poznjeveno; djaci cekaju vest. " * 5,
        "| Ime | Godina |\n|-----|--------|\n| Ana | 1944 |\n" * 5,
    ],
)
def test_ascii_with_signs_is_not_yuscii(letters: str) -> None:
    assert decode(letters.encode(), NAME)[1] == "ascii"


def test_a_chosen_encoding_is_used() -> None:
    assert decode(LATIN.encode("cp852"), NAME, "cp852") == (LATIN, "cp852", "chosen")
    assert decode(b"Ku}a", NAME, "YUSCII") == ("Kuća", "yuscii", "chosen")
    assert decode("Кућа".encode("utf-16"), NAME, "UTF-16") == ("Кућа", "utf-16", "chosen")


@pytest.mark.parametrize("encoding", ["klingon", "", "base64", "rot13", "a\0b"])
def test_an_unknown_encoding_is_refused(encoding: str) -> None:
    with pytest.raises(UserError, match="is not a known encoding"):
        decode(b"abc", NAME, encoding)


@pytest.mark.parametrize(
    ("data", "encoding"), [(b"ku\xe6a", "utf-8"), (b"ku\xe6a", "yuscii"), (rb"a\ud800", "unicode_escape")]
)
def test_a_chosen_encoding_that_does_not_fit_is_refused(data: bytes, encoding: str) -> None:
    with pytest.raises(UserError, match=f"“pismo.txt” cannot be read as {encoding}"):
        decode(data, NAME, encoding)


def test_damaged_unicode_is_not_guessed_at() -> None:
    data = CYRILLIC.encode()
    with pytest.raises(UserError, match=f"UTF-8 text, damaged after {len(data) - 3} bytes"):
        decode(data[:-2] + b"\xd0", NAME)
    with pytest.raises(UserError, match="UTF-8 text, damaged"):
        decode(b"\xef\xbb\xbf" + LATIN.encode("cp1250"), NAME)
    with pytest.raises(UserError, match="UTF-16-LE text, damaged"):
        decode(b"\xff\xfe" + LATIN.encode("utf-16-le") + b"a", NAME)


def test_bytes_that_no_encoding_explains_are_refused() -> None:
    noise = bytes(random.Random(4).choices(range(128, 256), k=600))
    with pytest.raises(UserError, match="its encoding is not known"):
        decode(noise, NAME)


def test_short_texts_within_other_files_are_always_read() -> None:
    assert guess("Ратко Чолић".encode("cp1251")) == "Ратко Чолић"
    assert guess("Žika Čolić".encode()) == "Žika Čolić"
    assert guess(b"\x81\x83\x98") != ""


@pytest.mark.parametrize(
    ("seed", "encodings"), [(0, ("cp1250", "iso-8859-2")), (1, ("cp1251", "iso-8859-5"))]
)
def test_chunks_of_the_real_articles_are_guessed_right(seed: int, encodings: tuple[str, ...]) -> None:
    if not SHARED.is_dir():
        pytest.skip("no ../shared")
    letters = sorted((SHARED / "seeds").glob("*.txt"))[seed].read_text(encoding="utf-8")
    for encoding in encodings:
        for start in range(0, len(letters) - 60, 60):
            data = letters[start : start + 60].encode(encoding, "ignore")
            assert decode(data, NAME)[0] == data.decode(encoding)
