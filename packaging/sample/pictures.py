"""The six drawn pictures of the sample archive, in the manner of prints from a few cut blocks.

They are imagined, not copied from any photograph. `draw_all` writes them; the bytes are the same in each run with
the same Pillow.
"""

from collections.abc import Callable
from pathlib import Path

from sample.drawn_by_the_river import bridge, ruins, victor
from sample.drawn_on_squares import albania, station, tank
from sample.inks import Sheet

DRAWINGS: dict[str, Callable[[], Sheet]] = {
    "pobednik.png": victor,
    "savski_most.png": bridge,
    "palata_albanija.png": albania,
    "zeleznicka_stanica.png": station,
    "slavija.png": tank,
    "rusevine.png": ruins,
}


def draw_all(directory: Path) -> list[Path]:
    """Draw the six pictures into `directory`, which must exist; return their paths in the order of DRAWINGS."""
    return [draw().save(directory / name) for name, draw in DRAWINGS.items()]
