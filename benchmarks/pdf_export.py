"""Measures the PDF export: 100 and 300 excerpts of invented text in both scripts, beside one bare typst page, and
dossiers of events: one of 200 claims, and 100 events of 5 claims each.

Usage: python benchmarks/pdf_export.py [COUNT ...]; each size runs in a process of its own, so that the peak
memory is its own. Prints CPU and wall seconds, pages, size in kB and peak memory in MB.
"""

import multiprocessing
import random
import resource
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from archive_app.core.disagreement import Statement, standings
from archive_app.core.dossier import Dossier, DossierEvent, DossierNote, DossierPhoto, Excerpt, Piece, Run
from archive_app.core.event_dossier import EventChapter, StatedClaim
from archive_app.core.records import Annotation, Colour, Event, Link, Script, Source

WORDS = {
    Script.LATIN: "kuća na uglu stoji od jutra prozor svetli niko ne prolazi ulicom samo vetar nosi lišće preko "
    "kaldrme reka je mutna splavari ćute čamac leži na žalu đak čita pismo šinjel visi o klinu most čeka "
    "Kalemegdan bedem kapija stražar njegova svetiljka ljuljaška džep kolona kamiona odlazi prema Dunavu".split(),
    Script.CYRILLIC: "кућа на углу стоји од јутра прозор светли нико не пролази улицом само ветар носи лишће преко "
    "калдрме река је мутна сплавари ћуте чамац лежи на жалу ђак чита писмо шињел виси о клину мост чека "
    "Калемегдан бедем капија стражар његова светиљка љуљашка џеп колона камиона одлази према Дунаву".split(),
}
WORDS_IN_PARAGRAPH, PHOTO_EVERY = 80, 10
EVENTS = ((1, 200), (100, 5))
"""How many events, and how many claims on each."""
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


def invented_events(events: int, claims: int, folder: Path) -> Dossier:
    """Return a dossier of so many events with so many claims each, of which every fourth is in conflict."""
    whole = invented_dossier(events * claims, folder)
    chapters = tuple(
        EventChapter(
            event=Event(
                id=f"e{number}",
                title=f"Догађај {number}",
                when=f"1944-10-{number % 28 + 1:02d}",
                place="Beograd",
            ),
            claims=_claims(number, whole.excerpts[number * claims : (number + 1) * claims]),
        )
        for number in range(events)
    )
    return replace(whole, excerpts=(), chapters=chapters)


def _claims(event: int, excerpts: tuple[Excerpt, ...]) -> tuple[StatedClaim, ...]:
    day, other = event % 28 + 1, (event + 5) % 28 + 1
    dates = [f"1944-10-{other if n % 4 == 3 else day:02d}" for n in range(len(excerpts))]
    stands = standings(dates[0], [Statement(str(n), when) for n, when in enumerate(dates)])
    return tuple(
        StatedClaim(
            number=event * len(excerpts) + n + 1,
            link=Link(
                id="l",
                annotation_id="a",
                event_id=f"e{event}",
                says_when=when,
                says_where="na stanici",
                says_who="чета",
            ),
            annotation=Annotation(id="a"),
            source=Source(id=str(n % 20), title=excerpt.title, call_number=f"F-{n}"),
            text=None,
            photo=None,
            quote="",
            passages=(n + 1, n + 1),
            standing=standing,
            citation="",
            excerpt=replace(excerpt, events=()),
        )
        for n, (excerpt, when, standing) in enumerate(zip(excerpts, dates, stands, strict=True))
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


def measure(count: int, paragraphs: int, events: int = 0) -> str:
    """Return one line of figures for `count` excerpts, or claims on each of so many events; 0 is the bare page."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        target = folder / "out.pdf"
        if count:
            from archive_app.exporters.to_pdf import write_pdf

            dossier = (
                invented_events(events, count, folder)
                if events
                else invented_dossier(count, folder, paragraphs)
            )
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
    label = f"{events}x{count}" if events else str(count or "bare")
    words = paragraphs * WORDS_IN_PARAGRAPH
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
    for events, claims in EVENTS:
        with context.Pool(1) as pool:
            print(pool.apply(measure, (claims, 1, events)), flush=True)


if __name__ == "__main__":
    main()
