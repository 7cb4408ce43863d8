"""What the last pass over a PDF leaves behind."""

import io
import zlib

import pikepdf

from archive_app.exporters.languages import with_language_names


def content_with_check_sum(last: int) -> bytes:
    """Words of a page whose check sum ends with this byte."""
    return next(
        words
        for number in range(1, 10_000)
        if zlib.adler32(words := b"q " * number + b"Q " * number) & 0xFF == last
    )


def pdf_of(content: bytes) -> bytes:
    """A PDF of one page with this content."""
    document = pikepdf.new()
    page = document.add_blank_page()
    page.Contents = pikepdf.Stream(document, zlib.compress(content), Filter=pikepdf.Name.FlateDecode)
    document.Root.Metadata = pikepdf.Stream(document, b"<x/>")
    out = io.BytesIO()
    document.save(out, compress_streams=False)
    return out.getvalue()


def test_no_content_of_a_page_ends_with_a_carriage_return() -> None:
    content = content_with_check_sum(ord("\r"))
    assert zlib.compress(content).endswith(b"\r")
    finished, pages = with_language_names(pdf_of(content), ["hr"])
    with pikepdf.open(io.BytesIO(finished)) as document:
        stream = document.pages[0].Contents
        assert stream.read_bytes().split() == content.split()
        assert not stream.read_raw_bytes().endswith(b"\r")
    assert pages == 1
