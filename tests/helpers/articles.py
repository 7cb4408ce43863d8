"""Two invented articles on the same days, one in each script, that disagree about one date."""

from pathlib import Path

LATIN = """\
Grad pod tvrđavom

U jutro 12. oktobra 1944. godine stražari na Kalemegdanu čuli su prve motore sa druge strane reke. Niko u gradu \
nije spavao: u podrumima Čukarice ljudi su delili hleb i sveće, a deca su brojala udare sa Avale.

Pekar Ilija zapisao je u svesku da je kod Kalemegdana tog dana bilo tiše nego na Dunavu. „Ćutimo i čekamo“, stoji \
u njegovoj svesci, „a golubovi se ne vraćaju na bedem ni kad im deca bace mrvice.“

Mornari na kaldrmi ispod bedema, oktobar 1944. Foto: Đorđe Savić

Železničku stanicu zauzeli su borci u zoru 20. oktobra, kada je magla već silazila ka Savi. Pismonoša Vuk tvrdio \
je da je sat na stanici stao u pet i deset, a da su koloseci bili prazni sve do mosta.

Posle podne su se prozori otvorili, a na Kalemegdanu je neko svirao harmoniku do mraka.
"""

CYRILLIC = """\
Дани под бедемом

Ујутру 12. октобра 1944. године чули су се мотори, па је Калемегдан остао без стражара. Учитељица Јелена водила \
је дневник у ђачкој свесци и у њему је сваки дан почињала временом и ценом хлеба.

Код Калемегдана су, пише она, стајала два празна чамца. Нико није знао чији су, а вода је била висока и мутна, \
па се ни рибари нису усуђивали да пређу на другу страну.

Чамци на Сави код моста. Октобар 1944, Ђорђе Савић

Железничку станицу су борци заузели 15. октобра пред вече, записала је Јелена, јер се са Чукарице видео дим. \
Сутрадан су радници већ чистили колосеке, а деца су сакупљала чауре.

На Калемегдану је последње вечери октобра горела ватра, а ђаци су певали до касно.
"""


def write_latin(folder: Path) -> Path:
    """Write the Latin article into a file."""
    path = folder / "grad.txt"
    path.write_text(LATIN, encoding="utf-8")
    return path


def write_cyrillic(folder: Path) -> Path:
    """Write the Cyrillic article into a file."""
    path = folder / "dani.txt"
    path.write_text(CYRILLIC, encoding="utf-8")
    return path
