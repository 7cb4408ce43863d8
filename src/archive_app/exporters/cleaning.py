"""Makes any text fit to print: what a font cannot draw or the typesetter cannot bear is replaced and reported."""

import re
import unicodedata
from collections import Counter
from functools import cache

from archive_app.core.translation import ngettext
from archive_app.exporters.fonts import printable_letters

Language = str
Phrase = list[tuple[Language, str]]
"""Running text in stretches of one script each, with the language that the typesetter hyphenates it in."""

LATIN: Language = "hr"
CYRILLIC: Language = "sr"

REPLACEMENT = "\ufffd"
_LONGEST_WORD = 60
_MOST_MARKS = 4
_NAMED_LETTERS = 8

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufff9-\ufffb]")
# Invisible on paper: soft hyphens (the typesetter hyphenates by itself), joiners, directions, variations.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\U000e0000-\U000e0fff]"
)
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u2de0-\u2dff\ua66f-\ua67d\ufe20-\ufe2f"
)
_MARK_STACK = re.compile(f"([{_MARKS}]{{{_MOST_MARKS}}})[{_MARKS}]+")
# The spaces at which a line may end; all others (no-break, figure, narrow no-break) hold a word together.
_SPACES = r" \n\u2000-\u2006\u2008-\u200a\u205f\u3000"
_LONG_WORD = re.compile(f"[^{_SPACES}]{{{_LONGEST_WORD + 1},}}")
_WORD_PART = re.compile(r".{10,39}[-/&?=._]|.{1,40}", re.DOTALL)
_CYRILLIC_LETTERS = "\u0400-\u0482\u048a-\u052f\u1c80-\u1c8f\ua640-\ua66e\ua680-\ua69d"
_LATIN_LETTERS = "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u1e00-\u1eff\ufb00-\ufb06"
_STRETCH = re.compile(
    f"(?P<{CYRILLIC}>[{_CYRILLIC_LETTERS}][^{_LATIN_LETTERS}]*)|(?P<{LATIN}>[{_LATIN_LETTERS}][^{_CYRILLIC_LETTERS}]*)"
)


class Cleaner:
    """Cleans the texts of one report and remembers what could not be printed."""

    def __init__(self) -> None:
        self._unprintable: Counter[str] = Counter()
        self._controls = 0
        self._shortened = 0

    def text(self, text: str) -> str:
        """Return `text` in NFC with `\\n` line ends, holding only what can be printed.

        Letters that no font of the report has become U+FFFD; control characters, invisible formatting and
        combining marks beyond the fourth on one letter are left out; a word of more than 60 characters gets
        places to break (U+200B), since the typesetter aborts where a line grows beyond all bounds.
        """
        text = _LINE_ENDS.sub("\n", text).replace("\t", " ")
        text, controls = _CONTROLS.subn("", text)
        self._controls += controls
        text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
        text = _unprintable().sub(self._replace, text)
        text = _MARK_STACK.sub(r"\1", text)
        return _LONG_WORD.sub(lambda match: "\u200b".join(_WORD_PART.findall(match[0])), text)

    def line(self, text: str, longest: int | None = None) -> str:
        """Return `text` cleaned, on one line, and cut to `longest` characters with an ellipsis."""
        line = " ".join(self.text(text).split("\n")).strip()
        if longest is not None and len(line) > longest:
            self._shortened += 1
            return shortened(line, longest)
        return line

    def paragraphs(self, text: str) -> list[str]:
        """Return the lines of `text`, cleaned, without the blank ones."""
        return [line.strip() for line in self.text(text).split("\n") if line.strip()]

    def dropped(self) -> tuple[str, ...]:
        """Return one plain sentence for each kind of thing that was not printed as it stands."""
        said = []
        if self._unprintable:
            said.append(self._say_unprintable())
        if self._controls:
            said.append(
                ngettext(
                    "{count} control character was left out.",
                    "{count} control characters were left out.",
                    self._controls,
                ).format(count=self._controls)
            )
        if self._shortened:
            said.append(
                ngettext(
                    "{count} title was too long to print and was shortened.",
                    "{count} titles were too long to print and were shortened.",
                    self._shortened,
                ).format(count=self._shortened)
            )
        return tuple(said)

    def _replace(self, match: re.Match[str]) -> str:
        self._unprintable[match[0]] += 1
        return REPLACEMENT

    def _say_unprintable(self) -> str:
        count = self._unprintable.total()
        named = ", ".join(
            f"U+{ord(letter):04X}" if "\ud800" <= letter <= "\udfff" else f"{letter} (U+{ord(letter):04X})"
            for letter, _times in self._unprintable.most_common(_NAMED_LETTERS)
        )
        if len(self._unprintable) > _NAMED_LETTERS:
            named += ", …"
        return ngettext(
            "{count} character that the fonts of the report do not have was printed as �: {letters}.",
            "{count} characters that the fonts of the report do not have were printed as �: {letters}.",
            count,
        ).format(count=count, letters=named)


def shortened(line: str, longest: int) -> str:
    """Return `line` cut at a word's end to at most `longest` characters, with an ellipsis where it was cut."""
    if len(line) <= longest:
        return line
    head = line[: longest - 1]
    at_word = head[: head.rfind(" ")] if " " in head[longest // 2 :] else head
    return at_word.rstrip(" ,;:.–—-\u200b") + "…"


def is_blank(text: str) -> bool:
    """Whether nothing of `text` would be seen on paper."""
    return all(unicodedata.category(letter)[0] in "ZC" for letter in text)


def phrase(text: str, fallback: Language = LATIN) -> Phrase:
    """Split cleaned text into stretches of one script; what belongs to none goes with the stretch before it.

    `fallback` is the language of text without Latin or Cyrillic letters. The typesetter hyphenates `sr` in
    Cyrillic only, so Latin stretches are set as `hr`, whose rules for dividing words are the same.
    """
    stretches: Phrase = []
    end = 0
    for match in _STRETCH.finditer(text):
        stretches.append((match.lastgroup or fallback, text[end : match.end()]))
        end = match.end()
    if end < len(text):
        stretches.append((fallback, text[end:]))
    return stretches


@cache
def _unprintable() -> re.Pattern[str]:
    """Matches one character that cannot be printed: PDF/A-2 (ISO 19005-2, 6.2.11.7.2) also forbids private use."""
    letters = sorted(
        code
        for code in printable_letters()
        if code == 0x0A or not unicodedata.category(chr(code)).startswith("C")
    )
    ranges: list[list[int]] = [[0x0A, 0x0A], [0x20, 0x20]]
    for code in letters:
        if ranges and ranges[-1][1] + 1 == code:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    ranges.append([ord(REPLACEMENT), ord(REPLACEMENT)])
    inside = "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in ranges)
    return re.compile(f"[^{inside}]")
