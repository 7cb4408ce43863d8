"""From annotations, which count in code points, to the marks that are drawn, which count in UTF-16 units."""

from collections.abc import Collection, Iterable, Mapping

from archive_app.core.records import Colour
from archive_app.services.annotating import Annotated
from archive_app.ui.highlights import Mark, Marks
from archive_app.ui.positions import Positions

Place = tuple[str, int, int, str | None, bool]
_COLOURS: dict[str | None, Colour | None] = {None: None} | {colour.value: colour for colour in Colour}


class MarkMaker:
    """Makes the marks of one text; of thousands of annotations only those that changed are looked at again."""

    def __init__(self, positions: Positions) -> None:
        self._positions = positions
        self._seen: dict[str, Annotated] = {}
        """What the marks were made of."""
        self._made: dict[str, Mark] = {}

    def from_places(self, places: Iterable[Place]) -> Marks:
        """The marks of all places where annotations stand."""
        units = self._positions.units_of if not self._positions.is_same else _same
        self._made = {
            key: Mark(key, *units(start, end), _COLOURS[colour], has_note)
            for key, start, end, colour, has_note in places
        }
        return Marks(self._made.values())

    def from_annotations(self, before: Marks, annotations: Mapping[str, Annotated]) -> Marks:
        """The marks of annotations, the same as before where they look the same; those on no span have none."""
        seen, made = self._seen, self._made
        self._seen = {key: one for key, one in annotations.items() if one.annotation.start is not None}
        self._made = {
            key: made[key] if seen.get(key) is one or self._is_as(made.get(key), one) else self._mark(one)
            for key, one in self._seen.items()
        }
        is_same = len(self._made) == len(before.all) and all(
            before.get(key) is mark for key, mark in self._made.items()
        )
        return before if is_same else Marks(self._made.values())

    def _is_as(self, mark: Mark | None, annotated: Annotated) -> bool:
        """Whether an annotation looks like a mark that was made of its place."""
        one = annotated.annotation
        if mark is None or mark.colour is not one.colour or mark.has_note != bool(one.note):
            return False
        start, end = one.start or 0, one.end or 0
        return (mark.start, mark.end) == (
            (start, end) if self._positions.is_same else self._positions.units_of(start, end)
        )

    def moved(self, before: Marks, positions: Positions) -> Marks:
        """The same marks where their letters are shown now: they meet and overlap as before."""
        self._positions = positions
        self._made = {key: self._mark(one) for key, one in self._seen.items()}
        return Marks(self._made.values(), levels=before.levels)

    def changed(self, before: Marks, annotations: Mapping[str, Annotated], ids: Collection[str]) -> Marks:
        """The marks after the annotations with these ids were made, changed or deleted."""
        new = []
        for key in ids:
            self._seen.pop(key, None)
            self._made.pop(key, None)
            annotated = annotations.get(key)
            if annotated is not None and annotated.annotation.start is not None:
                self._seen[key], self._made[key] = annotated, self._mark(annotated)
                new.append(self._made[key])
        return before.changed(ids, new)

    def _mark(self, annotated: Annotated) -> Mark:
        one = annotated.annotation
        start, end = self._positions.units_of(one.start or 0, one.end or 0)
        return Mark(one.id, start, end, one.colour, bool(one.note))


def _same(start: int, end: int) -> tuple[int, int]:
    return start, end
