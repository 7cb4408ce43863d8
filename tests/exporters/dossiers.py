"""Small dossiers of invented text for the tests of the exporters."""

from pathlib import Path

from archive_app.core.dossier import Dossier, DossierEvent, DossierNote, DossierPhoto, Excerpt, Piece, Run
from archive_app.core.records import Colour, Script


def latin_excerpt(photo: Path | None = None) -> Excerpt:
    """An excerpt in Latin with two notes, overlapping highlights and two events."""
    return Excerpt(
        title="Noć pred Beogradom",
        script=Script.LATIN,
        paragraphs=(
            (
                Piece("Četrnaestog uveče ", (Colour.YELLOW,)),
                Piece("kolona je stigla do "),
                Piece("Avale", (Colour.YELLOW, Colour.BLUE), (1,)),
                Piece(". Đaci su nosili džakove brašna, a Ljubica je čuvala njihov šinjel."),
            ),
            (Piece("Sa "), Piece("Kalemegdana", (Colour.ORANGE,), (2,)), Piece(" se video most.")),
        ),
        citation=(Run("Marić, Jovan. "), Run("Sveska", italic=True), Run(". IAB-9, k. 3, list 7.")),
        notes=(
            DossierNote(1, "Datum je dopisan olovkom.", ("datum", "sporno")),
            DossierNote(2, "Most na Savi."),
        ),
        events=(
            DossierEvent("Zauzimanje stanice", "20. oktobar 1944.", "Beograd", says_when="petnaestog"),
            DossierEvent("Dolazak na Avalu"),
        ),
        tags=("put",),
        photos=(DossierPhoto("Pogled s brda", photo, "1944", "Avala", "Zbirka Marić"),),
    )


def cyrillic_excerpt() -> Excerpt:
    """An excerpt in Cyrillic with one note and a photo of which only the caption is known."""
    return Excerpt(
        title="Јутро на Теразијама",
        script=Script.CYRILLIC,
        paragraphs=(
            (
                Piece("Ђачка чета ушла је у "),
                Piece("Кнез Михаилову", (Colour.GREEN,), (3,)),
                Piece(". Изнад Калемегдана вио се дим; њихов вођа XIV одреда ћутао је љутито."),
            ),
        ),
        citation=(Run("Штаб. "), Run("Извештај", italic=True), Run(". ВА, к. 2.")),
        notes=(DossierNote(3, "Упоредити с књигом Jovana Marića.", ("датум",)),),
        events=(DossierEvent("Ослобођење града", "20. октобар 1944."),),
        photos=(DossierPhoto("Барикада код Поште"),),
    )


def bilingual_dossier(photo: Path | None = None) -> Dossier:
    """Both excerpts under one title."""
    return Dossier(
        title="Beograd 1944 / Београд 1944",
        subtitle="Изводи",
        author="Ana Ilić",
        date="2026-11-22",
        excerpts=(latin_excerpt(photo), cyrillic_excerpt()),
        bibliography=(
            (Run("Marić, Jovan. "), Run("Sveska", italic=True), Run(".")),
            (Run("Штаб. "), Run("Извештај", italic=True), Run(".")),
        ),
    )


def dossier_of(text: str) -> Dossier:
    """A dossier in which every text that a person can write is `text`."""
    excerpt = Excerpt(
        title=text,
        script=Script.UNKNOWN,
        paragraphs=((Piece(text, (Colour.PINK, Colour.GREEN), (1,)),),),
        citation=(Run(text), Run(text, italic=True)),
        notes=(DossierNote(1, text, (text,)),),
        events=(DossierEvent(text, text, text, text, text, text, text),),
        tags=(text,),
        photos=(DossierPhoto(text, None, text, text, text),),
    )
    return Dossier(
        title=text,
        subtitle=text,
        author=text,
        date="2026-11-22",
        excerpts=(excerpt,),
        bibliography=((Run(text),),),
    )
