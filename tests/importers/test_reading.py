"""Files of all sorts are read by what they hold, or refused in plain words."""

import os
import pickle
import zipfile
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest
from PIL import Image

from archive_app.core.errors import NotFound, UserError
from archive_app.core.imported import ImportedPhoto, ImportedText
from archive_app.importers import read
from archive_app.importers.from_text import MAX_TEXT_BYTES


def write(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def refusal(path: Path, encoding: str | None = None) -> str:
    """The sentence with which `path` is refused; it names the file."""
    with pytest.raises(UserError) as caught:
        read(path, encoding=encoding)
    message = str(caught.value)
    assert message.startswith(f"“{path.name}”")
    assert message.endswith(".")
    return message


def test_a_text_and_an_image_are_told_apart_by_their_content(tmp_path: Path) -> None:
    text = write(tmp_path, "beleska", "Kiša je padala ceo dan.".encode())
    image = tmp_path / "slika.txt"
    Image.new("RGB", (40, 30), "red").save(image, "PNG")
    assert isinstance(read(text), ImportedText)
    photo = read(image)
    assert isinstance(photo, ImportedPhoto)
    assert photo.media_type == "image/png"


def test_an_image_with_the_name_of_another_format_is_read(tmp_path: Path) -> None:
    path = tmp_path / "tvrdjava.jpg"
    Image.new("RGB", (40, 30), "red").save(path, "PNG")
    photo = read(path)
    assert isinstance(photo, ImportedPhoto)
    assert (photo.media_type, photo.width, photo.height) == ("image/png", 40, 30)


def test_a_missing_file_is_not_found(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match=r"“nema\.txt” does not exist"):
        read(tmp_path / "nema.txt")
    with pytest.raises(NotFound):
        read(tmp_path / "ne\0ma.txt")


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert "is a folder" in refusal(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are Unix's")
def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "cev")
    assert "not a file" in refusal(tmp_path / "cev")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, "tajna.txt", b"abc")
    path.chmod(0)
    assert "permission" in refusal(path)


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    assert "is empty" in refusal(write(tmp_path, "prazno.txt", b""))


@pytest.mark.parametrize(
    "data", [b" \n\t\r\n  ", b"\xef\xbb\xbf\n", b"\xff\xfe \x00\n\x00", b"\x0c\x0c", b"\xc2\xa0\n"]
)
def test_a_file_of_white_space_is_refused(tmp_path: Path, data: bytes) -> None:
    assert "no text" in refusal(write(tmp_path, "belo.txt", data))


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    assert "not plain text" in refusal(write(tmp_path, "program.txt", bytes(range(256)) * 40))
    assert "not plain text" in refusal(write(tmp_path, "sum.txt", bytes(range(1, 32)) * 40))


def test_nul_bytes_in_a_text_are_refused(tmp_path: Path) -> None:
    assert "contains NUL bytes" in refusal(write(tmp_path, "nule.txt", b"Prvi red.\0Drugi red.\n" * 9))
    utf16 = "Први ред.\0Други ред.".encode("utf-16")
    assert "contains NUL bytes" in refusal(write(tmp_path, "nule16.txt", utf16))


def test_a_hundred_megabytes_are_refused_by_their_size(tmp_path: Path) -> None:
    path = tmp_path / "red.txt"
    with path.open("wb") as file:
        file.write(b"a")
        file.truncate(100 * 1024 * 1024)
    assert "100 MB, at most 32 MB" in refusal(path)


def test_a_paragraph_without_end_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, "dugo.txt", b"rec " * 300_000)
    assert path.stat().st_size < MAX_TEXT_BYTES
    assert "a paragraph of 1199999 characters" in refusal(path)


@pytest.mark.parametrize(
    "data", ["Ово је текст, а не слика.".encode(), b"<!DOCTYPE html><html></html>", b"\0" * 500, b"\xff\xd8"]
)
def test_a_name_of_an_image_without_an_image_is_refused(tmp_path: Path, data: bytes) -> None:
    for name in ("tenk.jpg", "tenk.TIFF", "tenk.webp"):
        assert "image" in refusal(write(tmp_path, name, data))


@pytest.mark.parametrize(
    ("data", "format_name"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "PDF"),
        (b"{\\rtf1\\ansi Pismo}", "RTF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 60, "Microsoft Office"),
        (b"ID3\x03\0\0\0\0\0\x21", "MP3"),
        (b"GIF89a\x01\0\x01\0", "GIF"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "HEIC"),
        (b"\0\0\0\x18ftypisom\0\0\0\0", "MP4"),
        (b"7z\xbc\xaf\x27\x1c\0\4", "7z"),
        (b"SQLite format 3\0", "SQLite"),
        (b"\n <!doctype HTML>\n<p>Pismo</p>", "HTML"),
        (b'<?xml version="1.0"?><TEI/>', "XML"),
        (b"\0" * 257 + b"ustar\x0000" + b"\0" * 240, "tar"),
    ],
)
def test_a_foreign_format_is_named(tmp_path: Path, data: bytes, format_name: str) -> None:
    message = refusal(write(tmp_path, "dokument.txt", data))
    assert f"holds {format_name}, which cannot be imported" in message
    assert "Plain text and images" in message


@pytest.mark.parametrize(
    ("members", "format_name"),
    [
        ({"[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>"}, "Microsoft Office"),
        ({"mimetype": "application/vnd.oasis.opendocument.text"}, "OpenDocument"),
        ({"mimetype": "application/epub+zip"}, "EPUB"),
        ({"slike/1.txt": "a"}, "ZIP"),
    ],
)
def test_what_a_zip_holds_is_named(tmp_path: Path, members: dict[str, str], format_name: str) -> None:
    path = tmp_path / "dokument.docx"
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    assert f"holds {format_name}," in refusal(path)


def test_a_chosen_encoding_makes_no_sense_for_an_image(tmp_path: Path) -> None:
    Image.new("RGB", (4, 3)).save(tmp_path / "a.png")
    assert "no text encoding" in refusal(tmp_path / "a.png", "cp1250")


def test_a_name_that_is_not_unicode_is_shown_with_question_marks(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"pismo_\xe8.txt")
    try:
        path.write_bytes(b"")
    except OSError:
        pytest.skip("this file system keeps only Unicode names")
    with pytest.raises(UserError, match=r"“pismo_\?.txt” is empty"):
        read(path)
    path.write_bytes(b"Dan.")
    assert read(path).title == "pismo ?"  # type: ignore[union-attr]


def test_it_runs_in_a_spawned_process_and_its_errors_come_back(tmp_path: Path) -> None:
    text = write(tmp_path, "dan.txt", "Сунце сија.".encode("cp1251"))
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        assert pool.submit(read, text, encoding="cp1251").result() == read(text, encoding="cp1251")
        with pytest.raises(NotFound, match="nema"):
            pool.submit(read, tmp_path / "nema").result()


def test_results_and_errors_can_be_pickled(tmp_path: Path) -> None:
    Image.new("RGB", (4, 3)).save(tmp_path / "a.png")
    photo = read(tmp_path / "a.png")
    assert pickle.loads(pickle.dumps(photo)) == photo
    (tmp_path / "b.png").write_bytes((tmp_path / "a.png").read_bytes()[:40])
    with pytest.raises(UserError) as caught:
        read(tmp_path / "b.png")
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)
