"""Small dossiers of events, of invented text, for the tests of the exporters."""

from dataclasses import replace
from pathlib import Path

from archive_app.core.disagreement import Statement, standings
from archive_app.core.dossier import Dossier, DossierNote, Run
from archive_app.core.event_dossier import EventChapter, NamedAuthority, StatedClaim
from archive_app.core.kinds import AuthorityKind, Sameness
from archive_app.core.records import Annotation, Authority, Event, Link, Photo, Script, Source, Text
from archive_app.core.verdicts import Held

from .dossiers import cyrillic_excerpt, latin_excerpt

STATION = Event(
    id="01900000-0000-7000-8000-000000000001",
    title="Zauzimanje stanice",
    when="1944-10-20",
    first_day="1944-10-20",
    last_day="1944-10-20",
    place="Beograd",
    note="Zgrada iz 1884.",
    reason="dnevnik bataljona",
)
STORM = Event(
    id="01900000-0000-7000-8000-000000000002",
    title="Јуриш",
    when="1944-10-20 dawn",
    first_day="1944-10-20",
    last_day="1944-10-20",
    parent_id=STATION.id,
)
VUK = NamedAuthority(
    Authority(
        id="01900000-0000-7000-8000-000000000003",
        kind=AuthorityKind.PERSON,
        name="Вук Марић",
        when="1901/1977",
    ),
    ("Vuk Marić", "Wuk"),
)
HILL = NamedAuthority(
    Authority(
        id="01900000-0000-7000-8000-000000000004",
        kind=AuthorityKind.PLACE,
        name="Avala",
        latitude=44.69,
        longitude=20.516,
    )
)


_SAID = (Statement("Sveska", "1944-10-20"), Statement("Извештај", "1944-10-15"), Statement("Album", ""))


def claim(number: int, photo: Path | None = None) -> StatedClaim:
    """A claim: 1 agrees with the event, 2 is in conflict with it, 3 is a photo that says nothing of when."""
    source = Source(
        id=f"01900000-0000-7000-8000-00000000010{number}",
        title=("Sveska", "Извештај", "Album")[number - 1],
        creator="Jovan Marić",
        script=Script.LATIN,
        call_number=f"IAB-9, k. {number}",
    )
    text = Text(
        id=f"01900000-0000-7000-8000-00000000020{number}", source_id=source.id, letters_sha256="ab", length=99
    )
    is_photo = number == 3
    picture = Photo(id="01900000-0000-7000-8000-000000000300", caption="Pogled s brda", source_id=source.id)
    note = Annotation(
        id=f"01900000-0000-7000-8000-00000000040{number}",
        text_id=None if is_photo else text.id,
        photo_id=picture.id if is_photo else None,
        start=None if is_photo else 12,
        end=None if is_photo else 29,
        quote="" if is_photo else "Četrnaestog uveče",
        prefix="pre",
        suffix="posle",
        note="" if is_photo else "po dnevniku",
        author="Ana Ilić",
        made_at="2026-01-01T10:00:00Z",
    )
    when = ("1944-10-20", "1944-10-15", "")[number - 1]
    link = Link(
        id=f"01900000-0000-7000-8000-00000000050{number}",
        annotation_id=note.id,
        event_id=STATION.id,
        says_when=when,
        first_day=when or None,
        last_day=when or None,
        says_where="" if is_photo else "na stanici",
        says_who=("", "=борци", "")[number - 1],
        where_mark=Sameness.SAME if number == 1 else Sameness.UNMARKED,
        who_mark=Sameness.DIFFERS if number == 2 else Sameness.UNMARKED,
    )
    excerpt = (latin_excerpt(), cyrillic_excerpt(), replace(latin_excerpt(photo), paragraphs=(), notes=()))
    return StatedClaim(
        number=number,
        link=link,
        annotation=note,
        source=source,
        text=None if is_photo else text,
        photo=picture if is_photo else None,
        quote="Pogled s brda" if is_photo else note.quote,
        passages=None if is_photo else (number, number + 1),
        standing=standings(STATION.when, _SAID)[number - 1],
        citation=f"Jovan Marić, {source.title}.",
        excerpt=replace(excerpt[number - 1], events=()),
        names=(HILL,) if number == 1 else (),
        unlike=(AuthorityKind.PLACE,) if number == 2 else (),
        tags=("datum",) if number == 1 else (),
    )


def station(photo: Path | None = None) -> EventChapter:
    """An event with a verdict, an earlier one, and three claims of which two disagree."""
    return EventChapter(
        event=STATION,
        parts=(STORM,),
        held=(
            Held("1944-10-20", "dnevnik bataljona", "2026-03-02T10:00:00Z", "Ana Ilić"),
            Held("1944-10", "", "2026-01-02T10:00:00Z", "Ana", "2026-03-02T10:00:00Z", "Ana Ilić"),
        ),
        claims=(claim(1), claim(2), claim(3, photo)),
        names=(VUK, HILL),
        notes=(DossierNote(9, "Проверити у архиву.", ("posao",)),),
        tags=("posao",),
    )


def storm(depth: int = 1) -> EventChapter:
    """A part of that event, of which nobody says anything."""
    return EventChapter(event=STORM, depth=depth, above=(STATION,))


def event_dossier(photo: Path | None = None) -> Dossier:
    """The event and its part."""
    return Dossier(
        title=STATION.title,
        subtitle="20 October 1944, Beograd",
        author="Ana Ilić",
        date="2026-11-22",
        excerpts=(),
        bibliography=((Run("Marić, Jovan. "), Run("Sveska", italic=True), Run(".")),),
        chapters=(station(photo), storm()),
    )


def many_claims(count: int) -> Dossier:
    """One event with so many claims, of two sources in turn."""
    claims = []
    for number in range(1, count + 1):
        made = claim(1 + number % 2)
        bare = replace(made.excerpt, notes=(), photos=(), tags=())
        paragraphs = tuple(
            tuple(replace(piece, notes=()) for piece in paragraph) for paragraph in bare.paragraphs
        )
        claims.append(replace(made, number=number, excerpt=replace(bare, paragraphs=paragraphs)))
    return replace(event_dossier(), chapters=(replace(station(), claims=tuple(claims)),))
