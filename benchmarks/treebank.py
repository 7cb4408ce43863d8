#!/usr/bin/env python3
"""How well search finds the forms of a word: mean average precision on a treebank.

    python benchmarks/treebank.py TREEBANK.conllu [--halves] [--worst N]

TREEBANK is a file in CoNLL-U with lemmas (universaldependencies.org), in Latin. Every token becomes a document of
the index, as it is written; punctuation, symbols, numerals and foreign words are left out. Every lemma is then asked
for as a query, with its own capitals, and all results are ranked by the real search with its default tiers. Relevant
are the tokens of that lemma. Results with equal scores come in the order of the documents, that is of the text: nothing
is known of their relevance. The average precision of a lemma is the mean, over its relevant documents, of the precision
at the rank of each (0 for one that is not found). Then the same again with every second token written in Cyrillic.

Nouns and proper names are the lemmas of which a token is tagged so. With --halves the first and the second half of
the file are also measured apart: a rule that serves only the words of one half shows there.
"""

import argparse
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from archive_app.core.hits import Document, RecordKind, SearchRequest
from archive_app.language.scripts import script_of
from archive_app.search.index import SearchIndex

LEFT_OUT = frozenset(("PUNCT", "SYM", "X", "NUM"))
GROUPS = {"all words": None, "nouns": "NOUN", "proper names": "PROPN", "verbs": "VERB", "adjectives": "ADJ"}

_DIGRAPHS = {
    "lj": "љ",
    "nj": "њ",
    "dž": "џ",
    "Lj": "Љ",
    "Nj": "Њ",
    "Dž": "Џ",
    "LJ": "Љ",
    "NJ": "Њ",
    "DŽ": "Џ",
}
_LATIN, _CYRILLIC = "abvgdđežzijklmnoprstćufhcčš", "абвгдђежзијклмнопрстћуфхцчш"
_LETTERS = str.maketrans(_LATIN + _LATIN.upper(), _CYRILLIC + _CYRILLIC.upper())


@dataclass(frozen=True)
class Token:
    """A token of the treebank: as it is written, its lemma and its part of speech."""

    form: str
    lemma: str
    kind: str


def read_tokens(path: Path) -> list[Token]:
    """Return the tokens of a CoNLL-U file that are words."""
    rows = (line.split("\t") for line in path.read_text("utf-8").splitlines())
    tokens = (Token(row[1], row[2], row[3]) for row in rows if len(row) == 10 and row[0].isdigit())
    return [token for token in tokens if token.kind not in LEFT_OUT]


def cyrillic(word: str) -> str:
    """Return a Latin word letter by letter in Cyrillic."""
    for digraph, letter in _DIGRAPHS.items():
        word = word.replace(digraph, letter)
    return word.translate(_LETTERS)


def average_precision(ranked: Sequence[int], relevant: frozenset[int]) -> float:
    """Return the average precision of a list of results."""
    found, total = 0, 0.0
    for rank, number in enumerate(ranked, start=1):
        if number in relevant:
            found += 1
            total += found / rank
    return total / len(relevant)


def measure(tokens: Sequence[Token], *, mixed: bool = False) -> dict[str, float]:
    """Return the average precision of each lemma, over one index of all tokens; `mixed`: in both scripts by turns."""
    written = [cyrillic(t.form) if mixed and number % 2 else t.form for number, t in enumerate(tokens)]
    relevant: defaultdict[str, set[int]] = defaultdict(set)
    for number, token in enumerate(tokens):
        relevant[token.lemma].add(number)
    precisions = {}
    with tempfile.TemporaryDirectory() as folder:
        index = SearchIndex(Path(folder))
        documents = [
            Document(
                kind=RecordKind.PASSAGE,
                record_id="treebank",
                ordinal=number,
                text=form,
                script=script_of(form),
            )
            for number, form in enumerate(written)
        ]
        index.catch_up([("treebank", documents)], seen=1)
        for lemma, numbers in relevant.items():
            matches = index.search(SearchRequest(query=quoted(lemma), limit=None)).matches
            ranked = [match.ordinal for match in matches]
            precisions[lemma] = average_precision(ranked, frozenset(numbers))
        index.close()
    return precisions


def quoted(lemma: str) -> str:
    """A lemma as a query: words that are operators, and signs, are text in quotation marks."""
    return lemma if lemma.isalpha() and not lemma.isupper() else f'"{lemma}"'


def report(name: str, tokens: Sequence[Token], *, mixed: bool = False, worst: int = 0) -> None:
    """Measure and print one line for each group of words."""
    precisions = measure(tokens, mixed=mixed)
    kinds: defaultdict[str, set[str]] = defaultdict(set)
    for token in tokens:
        kinds[token.lemma].add(token.kind)
    print(f"{name}: {len(tokens)} tokens, {len(precisions)} lemmas")
    for group, kind in GROUPS.items():
        chosen = [precisions[lemma] for lemma in precisions if kind is None or kind in kinds[lemma]]
        print(f"  {group:14} {sum(chosen) / max(1, len(chosen)):.4f}  ({len(chosen)} lemmas)")
    for lemma in sorted(precisions, key=precisions.__getitem__)[:worst]:
        print(f"    {precisions[lemma]:.2f} {lemma} ({', '.join(sorted(kinds[lemma]))})")


def main() -> None:
    """Read the command line and measure."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("treebank", type=Path)
    parser.add_argument("--halves", action="store_true", help="measure the halves of the file apart, too")
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="name the N lemmas found worst")
    arguments = parser.parse_args()
    tokens = read_tokens(arguments.treebank)
    report(arguments.treebank.name, tokens, worst=arguments.worst)
    report("every second token in Cyrillic", tokens, mixed=True)
    if arguments.halves:
        middle = len(tokens) // 2
        report("first half", tokens[:middle])
        report("second half", tokens[middle:])


if __name__ == "__main__":
    main()
