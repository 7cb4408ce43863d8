"""Tags in a hierarchy: a tag may stand under another one and is then written behind all that it stands under,
as "Rat / Bombardovanje"."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from archive_app.core.records import Tag

SEPARATOR = " / "
"""Between the names of a path, as it is shown."""
_STROKE = re.compile(r"(?<!\d)/|/(?!\d)")


def split_path(text: str) -> list[str]:
    """The names in a path, from the top, without needless white space and empty ones.

    A stroke right between two digits divides nothing: "1941/42" is one name.
    """
    names = (" ".join(part.split()) for part in _STROKE.split(text))
    return [name for name in names if name]


def join_path(names: Sequence[str]) -> str:
    """A path as it is shown."""
    return SEPARATOR.join(names)


def is_from_top(text: str) -> bool:
    """Whether a path says with a leading stroke that it begins at the top: "/Most" is never "Grad / Most"."""
    return text.lstrip().startswith("/")


class TagTree:
    """All tags of an archive and how they stand under each other. A tag in a ring of tags, which only the merging of
    archives could make, is treated as one at the top."""

    def __init__(self, tags: Iterable[Tag]) -> None:
        self.tags: dict[str, Tag] = {tag.id: tag for tag in tags}
        self._children: defaultdict[str | None, list[Tag]] = defaultdict(list)
        for tag in self.tags.values():
            self._children[tag.parent_id if tag.parent_id in self.tags else None].append(tag)

    def line(self, tag_id: str) -> list[Tag]:
        """A tag with all that it stands under, from the top."""
        found: dict[str, Tag] = {}
        tag = self.tags.get(tag_id)
        while tag is not None and tag.id not in found:
            found[tag.id] = tag
            tag = self.tags.get(tag.parent_id or "")
        return list(reversed(found.values()))

    def path(self, tag_id: str) -> str:
        """A tag's name behind those of the tags that it stands under."""
        return join_path([tag.name for tag in self.line(tag_id)])

    def children(self, parent_id: str | None) -> list[Tag]:
        """The tags right under a tag, or those at the top."""
        return list(self._children.get(parent_id, ()))

    def with_below(self, tag_id: str) -> list[Tag]:
        """A tag and all that stand under it at any depth, each after the one that it stands under."""
        return list(dict.fromkeys(self._below(tag_id, set())))

    def _below(self, tag_id: str, seen: set[str]) -> Iterator[Tag]:
        if tag_id in seen or tag_id not in self.tags:
            return
        seen.add(tag_id)
        yield self.tags[tag_id]
        for child in self._children.get(tag_id, ()):
            yield from self._below(child.id, seen)

    def child(self, parent_id: str | None, name: str) -> Tag | None:
        """The tag of this name, in any case, right under a tag or at the top."""
        folded = name.casefold()
        return next((tag for tag in self._children.get(parent_id, ()) if tag.name.casefold() == folded), None)

    def find(self, path: str) -> Tag | None:
        """The tag that a path names, in any case; a single name may also be that of the only tag of this name."""
        names = split_path(path)
        if not names:
            return None
        written = self._written(path)
        if written is not None:
            return written
        tag: Tag | None = None
        for name in names:
            tag = self.child(tag.id if tag else None, name)
            if tag is None:
                return self._only(names[0]) if len(names) == 1 and not is_from_top(path) else None
        return tag

    def _written(self, path: str) -> Tag | None:
        """The tag whose path is written just so, where names hold strokes: years, and old names."""
        if not any("/" in tag.name for tag in self.tags.values()):
            return None
        said = " ".join(path.split()).casefold()
        return next((tag for tag in self.tags.values() if self.path(tag.id).casefold() == said), None)

    def _only(self, name: str) -> Tag | None:
        folded = name.casefold()
        found = [tag for tag in self.tags.values() if tag.name.casefold() == folded]
        return found[0] if len(found) == 1 else None
