"""Names the two scripts of Serbian in a finished PDF: `hr` becomes sr-Latn, `sr` becomes sr-Cyrl.

The typesetter divides Latin words by the rules of `hr` only; a reader (or a screen reader) must be told that
the language is Serbian (BCP 47, ISO 32000-1 14.9.2).
"""

import io
import re
import zlib
from collections.abc import Sequence

import pikepdf

from archive_app.exporters.cleaning import CYRILLIC, LATIN

NAMES = {LATIN: "sr-Latn", CYRILLIC: "sr-Cyrl"}

_MARKED = re.compile(rb"/Lang ?\((hr|sr)\)")
_XMP_LANGUAGE = re.compile(rb"<dc:language>.*?</dc:language>", re.DOTALL)


def with_language_names(pdf: bytes, languages: Sequence[str]) -> tuple[bytes, int]:
    """Return the PDF with its languages named in tags, content, catalogue and metadata, and its page count.

    `languages` are those of the report's texts, the main one first. The same input gives the same bytes.
    """
    with pikepdf.open(io.BytesIO(pdf)) as document:
        streams = []
        for item in document.objects:
            if isinstance(item, pikepdf.Stream):
                streams.append(item)
            elif isinstance(item, pikepdf.Dictionary):
                _name_in_tag(item)
        for page in document.pages:
            _name_in_content(page)
        _name_in_metadata(document, languages)
        for stream in streams:
            _avoid_carriage_return(stream)
        out = io.BytesIO()
        document.save(
            out,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.preserve,
            compress_streams=False,
        )
        return out.getvalue(), len(document.pages)


def _name_in_tag(item: pikepdf.Dictionary) -> None:
    language = item.get("/Lang")
    if language is not None and str(language) in NAMES:
        item["/Lang"] = pikepdf.String(NAMES[str(language)])


def _name_in_content(page: pikepdf.Page) -> None:
    content = page.obj.Contents
    if not isinstance(content, pikepdf.Stream):
        return
    read = content.read_bytes()
    named = _MARKED.sub(lambda match: b"/Lang(" + NAMES[match[1].decode()].encode() + b")", read)
    if named != read or content.read_raw_bytes().endswith(b"\r"):
        _write_compressed(content, named)


def _name_in_metadata(document: pikepdf.Pdf, languages: Sequence[str]) -> None:
    items = "".join(f"<rdf:li>{NAMES.get(language, language)}</rdf:li>" for language in languages)
    bag = f"<dc:language><rdf:Bag>{items}</rdf:Bag></dc:language>".encode()
    metadata = document.Root.Metadata
    metadata.write(_XMP_LANGUAGE.sub(bag, metadata.read_bytes()))


def _avoid_carriage_return(stream: pikepdf.Stream) -> None:
    """Compress a stream anew whose last byte is a carriage return, unless it is a profile of colours, which has to
    be exactly as long as it says.

    Some checkers take that byte for a part of the end-of-line before `endstream` and report a wrong length.
    """
    if stream.get("/Filter") == pikepdf.Name.FlateDecode and stream.read_raw_bytes()[-1:] == b"\r":
        content = stream.read_bytes()
        if content[36:40] != b"acsp":
            _write_compressed(stream, content)


def _write_compressed(stream: pikepdf.Stream, content: bytes) -> None:
    # What is packed ends with its check sum (RFC 1950), however it is packed; white space more, which neither the
    # content of pages nor fonts mind, makes another one.
    packed = zlib.compress(content)
    if packed.endswith(b"\r"):
        packed = zlib.compress(content + b"\n")
    stream.write(packed, filter=pikepdf.Name.FlateDecode)
