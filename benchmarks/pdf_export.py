"""Measures the PDF export: 100 and 300 excerpts of invented text in both scripts, beside one bare typst page.

Usage: python benchmarks/pdf_export.py [COUNT ...]; each size runs in a process of its own, so that the peak
memory is its own. Prints CPU and wall seconds, pages, size in kB and peak memory in MB.
"""

import multiprocessing
import random
import resource
import sys
import tempfile
import time
from pathlib import Path

from archive_app.core.dossier import Dossier, DossierEvent, DossierNote, DossierPhoto, Excerpt, Piece, Run
from archive_app.core.records import Colour, Script

WORDS = {
    Script.LATIN: "kuća na uglu stoji od jutra prozor svetli niko ne prolazi ulicom samo vetar nosi lišće preko "
    "kaldrme reka je mutna splavari ćute čamac leži na žalu đak čita pismo šinjel visi o klinu most čeka "
    "Kalemegdan bedem kapija stražar njegova svetiljka ljuljaška džep kolona kamiona odlazi prema Dunavu".split(),
    Script.CYRILLIC: "кућа на углу стоји од јутра прозор светли нико не пролази улицом само ветар носи лишће преко "
    "калдрме река је мутна сплавари ћуте чамац лежи на жалу ђак чита писмо шињел виси о клину мост чека "
    "Калемегдан бедем капија стражар његова светиљка љуљашка џеп колона камиона одлази према Дунаву".split(),
}
WORDS_IN_PARAGRAPH, PHOTO_EVERY = 80, 10
LONG = 2
"""Paragraphs of an excerpt in the second half of the table; one in the first."""


def invented_dossier(count: int, folder: Path, paragraphs: int = 1) -> Dossier:
    """Return a dossier of `count` excerpts with a note for each paragraph, two events, three tags; a few photos."""
    from PIL import Image

    chance = random.Random(count)
    for number in range(3):
        shapes = Image.radial_gradient("L").resize((1800, 1200))
        grain = Image.effect_noise((1800, 1200), 30 + 10 * number)
        Image.blend(shapes, grain, 0.3).convert("RGB").save(folder / f"{number}.jpg", quality=80)
    excerpts = tuple(_excerpt(place, chance, folder, paragraphs) for place in range(count))
    bibliography = tuple(
        (Run(f"Писац {n}. "), Run("Naslov izvora", True), Run(f". Fond {n}.")) for n in range(20)
    )
    return Dossier(
        title="Mereni dosije",
        author="Merilac",
        date="2026-01-01",
        excerpts=excerpts,
        bibliography=bibliography,
    )


def _excerpt(place: int, chance: random.Random, folder: Path, paragraphs: int) -> Excerpt:
    script = (Script.LATIN, Script.CYRILLIC)[place % 2]
    photo = DossierPhoto(
        f"Slika {place}", folder / f"{place // PHOTO_EVERY % 3}.jpg", "1944", "Beograd", "Zbirka"
    )
    return Excerpt(
        title=" ".join(chance.choices(WORDS[script], k=4)),
        script=script,
        paragraphs=tuple(_paragraph(script, chance, 2 * place + n + 1) for n in range(paragraphs)),
        citation=(Run("Писац, "), Run("Naslov izvora", True), Run(f", list {place}.")),
        notes=tuple(
            DossierNote(2 * place + n + 1, _sentence(script, chance, 18), ("datum",))
            for n in range(paragraphs)
        ),
        events=tuple(
            DossierEvent(f"Догађај {(place + n) % 15}", "oktobar 1944.", "Beograd", "petnaestog")
            for n in range(2)
        ),
        tags=("most", "река", f"oznaka {place % 7}"),
        photos=(photo,) if place % PHOTO_EVERY == 0 else (),
    )


def _paragraph(script: Script, chance: random.Random, note: int) -> tuple[Piece, ...]:
    part = WORDS_IN_PARAGRAPH // 3
    outer, inner = chance.sample(list(Colour), 2)
    return (
        Piece(_sentence(script, chance, part) + " "),
        Piece(_sentence(script, chance, part // 2) + " ", (outer,)),
        Piece(_sentence(script, chance, part // 2), (outer, inner), (note,)),
        Piece(" " + _sentence(script, chance, part)),
    )


def _sentence(script: Script, chance: random.Random, words: int) -> str:
    return " ".join(chance.choices(WORDS[script], k=words)).capitalize() + "."


def measure(count: int, paragraphs: int) -> str:
    """Return one line of figures for `count` excerpts; 0 is the bare page."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        target = folder / "out.pdf"
        if count:
            from archive_app.exporters.to_pdf import write_pdf

            dossier = invented_dossier(count, folder, paragraphs)
            cpu, wall = time.process_time(), time.perf_counter()
            pages = write_pdf(dossier, target).pages
        else:
            cpu, wall = time.process_time(), time.perf_counter()
            import typst

            page = b'#set document(title: "x")\n#lorem(300)'
            target.write_bytes(typst.compile(page, ignore_system_fonts=True, pdf_standards=["a-2a", "ua-1"]))
            pages = 1
        cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        size = target.stat().st_size / 1024
    label, words = count or "bare", paragraphs * WORDS_IN_PARAGRAPH
    return f"{label:>8} {words:6} {cpu:8.2f} {wall:8.2f} {pages:6} {size:8.0f} {memory:8.0f}"


def main() -> None:
    """Print the table."""
    counts = [int(argument) for argument in sys.argv[1:]] or [100, 300]
    print(f"{'excerpts':>8} {'words':>6} {'CPU s':>8} {'wall s':>8} {'pages':>6} {'kB':>8} {'peak MB':>8}")
    context = multiprocessing.get_context("spawn")
    for count, paragraphs in (
        (0, 1),
        *((count, 1) for count in counts),
        *((count, LONG) for count in counts),
    ):
        with context.Pool(1) as pool:
            print(pool.apply(measure, (count, paragraphs)), flush=True)


if __name__ == "__main__":
    main()
