"""Where a span may stand, for a person to decide."""

from archive_app.core.alignment import align
from archive_app.core.spans import Span
from archive_app.core.suggesting import Suggester


def suggested(old: str, quote: str, new: str) -> list[str]:
    start = old.index(quote)
    found = Suggester(align(old, new)).suggest(Span(start, start + len(quote)))
    return [f"{new[max(0, span.start - 5) : span.start]}[{new[span.start : span.end]}]" for span in found]


def test_the_same_words_in_the_surroundings_that_are_most_alike_come_first() -> None:
    old = "Kod Save stoji most. Kod Dunava stoji kula."
    new = "Preko puta stoji hram. Kod Dunava stoji kula, pa stoji zid."
    assert suggested(old, "stoji kula", new) == ["nava [stoji kula]"]
    assert suggested(old, "stoji", new)[0] in ("nava [stoji]", "puta [stoji]")


def test_the_words_that_are_left_of_a_quotation() -> None:
    old = "Vojska je tog jutra prešla veliku reku kod starog mosta."
    new = "Vojska je tog jutra prešla jednu sasvim malu reku kod mosta."
    assert (
        suggested(old, "jutra prešla veliku reku kod", new)[0]
        == " tog [jutra prešla jednu sasvim malu reku kod]"
    )


def test_nothing_is_suggested_where_nothing_is_left() -> None:
    assert suggested("Vojska prelazi reku.", "Vojska", "Pada sneg.") == []
    assert suggested("a  b", " ", "b") == []
