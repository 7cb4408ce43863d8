"""The folder of an index as Whoosh sees it, which reads a table of contents without trusting it.

Whoosh keeps its segments as a pickle, and a pickle can run any program. An archive may come from somebody else with
its index in it: nothing but what this program writes is taken from there. (The fields, another pickle, are not read.)
"""

# mypy: allow-untyped-calls, disable-error-code="misc"
# Whoosh has no types, so its classes are Any.

import pickle
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from whoosh.codec.whoosh3 import W3Segment
from whoosh.filedb.filestore import FileStorage
from whoosh.filedb.structfile import StructFile

from archive_app.search.codec import ArrayCodec

_CLASSES = {(cls.__module__, cls.__qualname__): cls for cls in (W3Segment, ArrayCodec)}


class IndexFolder(FileStorage):
    """A folder on the disk. Reading anything but our segments from a table of contents raises UnpicklingError."""

    def open_file(self, name: str, **kwargs: Any) -> StructFile:
        """Open a file of the index for reading."""
        return _Contents(Path(self._fpath(name)).open("rb"), name=name, **kwargs)


class _Contents(StructFile):
    def read_pickle(self) -> Any:
        with ExitStack() as stack:
            stack.callback(self.close)  # Whoosh leaves it open where this fails
            found = _Segments(self.file).load()
            stack.pop_all()
        return found


class _Segments(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if (module, name) not in _CLASSES:
            raise pickle.UnpicklingError(f"{module}.{name} does not belong in a table of contents")
        return _CLASSES[module, name]
