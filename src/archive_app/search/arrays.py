"""Files of named arrays: written once, checksummed and synced, then memory-mapped and never changed.

The file begins with a magic number, the length and the CRC-32 of a JSON header; the header names each array with
its type, length, offset and CRC-32, and holds small values. Numbers are little-endian.
"""

import json
import mmap
import os
import struct
import zlib
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from itertools import pairwise
from pathlib import Path
from typing import IO, Any

import numpy as np
import numpy.typing as npt
from whoosh.filedb.filestore import FileStorage

Array = npt.NDArray[Any]

_MAGIC = b"SrArray1"
_HEAD = struct.Struct("<8sII")
_ALIGNMENT = 64
_CUTTING = ("bounds", "ranges", "starts")
"""How the names of arrays end by which others are cut into pieces. They are few, and compared with their checksums
as soon as the file is opened: a wrong one could ask for all the memory that there is."""


class Damaged(OSError):
    """A file of arrays is not as it was written."""


def write_arrays(
    storage: Any, name: str, arrays: Mapping[str, Array], values: Mapping[str, int | str] | None = None
) -> None:
    """Write arrays and small values as the file `name` of a Whoosh storage, and sync it to the disk."""
    contiguous = {key: np.ascontiguousarray(array) for key, array in arrays.items()}
    rows, offset = [], 0
    for key, array in contiguous.items():
        little = array.dtype.newbyteorder("<")
        rows.append([key, little.str, len(array), offset, zlib.crc32(array.view(np.uint8).data)])
        offset = _aligned(offset + array.nbytes)
    header = json.dumps({"arrays": rows, "values": dict(values or {}), "bytes": offset}).encode()
    file = storage.create_file(name)
    raw: IO[bytes] = file.raw_file()
    raw.write(_HEAD.pack(_MAGIC, len(header), zlib.crc32(header)) + header)
    raw.write(bytes(_aligned(_HEAD.size + len(header)) - _HEAD.size - len(header)))
    for array in contiguous.values():
        raw.write(array.view(np.uint8).data)
        raw.write(bytes(_aligned(array.nbytes) - array.nbytes))
    if isinstance(storage, FileStorage):
        raw.flush()
        os.fsync(raw.fileno())
    file.close()


def _aligned(offset: int) -> int:
    return -(-offset // _ALIGNMENT) * _ALIGNMENT


class Arrays:
    """The arrays of one file, read where they lie. Raises Damaged where the file is not whole; `verify` looks
    at every byte."""

    def __init__(self, storage: Any, name: str) -> None:
        self.name = name
        if isinstance(storage, FileStorage):
            self._bytes: Any = _mapped(Path(storage.folder) / name)
        else:
            with storage.open_file(name) as file:
                self._bytes = bytes(file.read())
        start, header = self._read_header()
        self.values: dict[str, Any] = header["values"]
        self._rows: dict[str, tuple[str, int, int, int]] = {
            key: (kind, count, start + offset, crc) for key, kind, count, offset, crc in header["arrays"]
        }
        self.verify(key for key in self._rows if key.endswith(_CUTTING))

    def _read_header(self) -> tuple[int, dict[str, Any]]:
        head = self._bytes[: _HEAD.size]
        if len(head) < _HEAD.size:
            raise Damaged(f"{self.name} is cut short")
        magic, length, crc = _HEAD.unpack(head)
        header = self._bytes[_HEAD.size : _HEAD.size + length]
        if magic != _MAGIC or zlib.crc32(header) != crc:
            raise Damaged(f"{self.name} does not begin as it was written")
        start = _aligned(_HEAD.size + length)
        parsed: dict[str, Any] = json.loads(header)
        if len(self._bytes) != start + parsed["bytes"]:
            raise Damaged(f"{self.name} has not the length that was written")
        return start, parsed

    def __contains__(self, key: str) -> bool:
        return key in self._rows

    def __getitem__(self, key: str) -> Array:
        kind, count, offset, _crc = self._rows[key]
        return np.frombuffer(self._bytes, np.dtype(kind), count, offset)

    def strings(self, key: str) -> "Strings":
        """The strings that were kept under `key` by `string_arrays`."""
        _kind, _count, offset, _crc = self._rows[key]
        return Strings(self._bytes, offset, self[f"{key}.bounds"])

    def verify(self, keys: Iterable[str] | None = None) -> None:
        """Read every byte of all arrays, or of those named, and compare checksums; raises Damaged."""
        for key in self._rows if keys is None else keys:
            _kind, _count, _offset, crc = self._rows[key]
            if zlib.crc32(self[key].view(np.uint8).data) != crc:
                raise Damaged(f"{self.name}: {key} is not as it was written")


def _mapped(path: Path) -> Any:
    with path.open("rb") as file:
        if os.fstat(file.fileno()).st_size == 0:
            return b""
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


def string_arrays(key: str, strings: list[bytes]) -> dict[str, Array]:
    """Return the arrays that keep sorted `strings` under `key`."""
    bounds = np.zeros(len(strings) + 1, np.uint32)
    np.cumsum([len(string) for string in strings], out=bounds[1:])
    return {key: np.frombuffer(b"".join(strings), np.uint8), f"{key}.bounds": bounds}


class Strings:
    """A sorted sequence of byte strings in a file, read one by one; only every 32nd is kept in memory."""

    _STEP = 32

    def __init__(self, data: Any, offset: int, bounds: Array) -> None:
        self._data = data
        self._bounds = bounds.astype(np.int64) + offset
        self._view = memoryview(self._bounds)  # type: ignore[arg-type]
        self._milestones: list[bytes] = [self[n] for n in range(0, len(self), self._STEP)]

    def __len__(self) -> int:
        return len(self._view) - 1

    def __getitem__(self, number: int) -> bytes:
        return self._data[self._view[number] : self._view[number + 1]]  # type: ignore[no-any-return]

    def slice(self, first: int, last: int) -> list[bytes]:
        """Return the strings `first` to `last`, the last not included."""
        if first >= last:
            return []
        bounds = self._bounds[first : last + 1].tolist()
        base = bounds[0]
        data = self._data[base : bounds[-1]]
        return [data[start - base : end - base] for start, end in pairwise(bounds)]

    def at_least(self, value: bytes) -> int:
        """Return the number of the first string that is not less than `value`."""
        step = bisect_left(self._milestones, value)
        first, last = max(0, (step - 1) * self._STEP), min(step * self._STEP, len(self))
        return bisect_left(self, value, first, last)

    def find(self, value: bytes) -> int:
        """Return the number of `value`, -1 where it is not among the strings."""
        number = self.at_least(value)
        return number if number < len(self) and self[number] == value else -1

    def beginning(self, prefix: bytes) -> tuple[int, int]:
        """Return the first and the last number (not included) of the strings that begin with `prefix`."""
        return self.at_least(prefix), self.at_least(prefix + b"\xff")

    def lengths_of(self, numbers: Array) -> Array:
        """Return how many bytes each of the strings has."""
        return self._bounds[numbers + 1] - self._bounds[numbers]  # type: ignore[no-any-return]
