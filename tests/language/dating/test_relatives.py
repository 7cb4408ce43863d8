import pytest

from archive_app.language.dates import find_dates


@pytest.mark.parametrize(
    ("told", "expression", "edtf"),
    [
        ("istog dana stigoše", "istog dana", "1943-12-31"),
        ("тога истог дана стигоше", "тога истог дана", "1943-12-31"),
        ("uveče istog dana stigoše", "uveče istog dana", "1943-12-31"),
        ("iste noći stigoše", "iste noći", "1943-12-31"),
        ("to jutro beše hladno", "to jutro", "1943-12-31"),
        ("u toku dana stigoše", "u toku dana", "1943-12-31"),
        ("tokom noći stigoše", "tokom noći", "1943-12-31"),
        ("сутрадан рано ујутро стигоше", "сутрадан рано ујутро", "1944-01-01"),
        ("sledećeg jutra stigoše", "sledećeg jutra", "1944-01-01"),
        ("narednog dana po podne stigoše", "narednog dana po podne", "1944-01-01"),
        ("идуће ноћи стигоше", "идуће ноћи", "1944-01-01"),
        ("prekosutradan stigoše", "prekosutradan", "1944-01-02"),
        ("prethodne noći stigoše", "prethodne noći", "1943-12-30"),
        ("дан раније стигоше", "дан раније", "1943-12-30"),
        ("uoči toga dana stigoše", "uoči toga dana", "1943-12-30"),
        ("dva dana kasnije stigoše", "dva dana kasnije", "1944-01-02"),
        ("три дана након тога стигоше", "три дана након тога", "1944-01-03"),
        ("posle pet dana stigoše", "posle pet dana", "1944-01-05"),
        ("петнаест дана доцније стигоше", "петнаест дана доцније", "1944-01-15"),
        ("nedelju dana kasnije stigoše", "nedelju dana kasnije", "1944-01-07"),
        ("dve nedelje pre toga stigoše", "dve nedelje pre toga", "1943-12-17"),
        ("mesec dana kasnije stigoše", "mesec dana kasnije", "1944-01"),
        ("tri meseca ranije stigoše", "tri meseca ranije", "1943-09"),
        ("две године касније стигоше", "две године касније", "1945"),
        ("istog meseca stigoše", "istog meseca", "1943-12"),
        ("krajem istog meseca stigoše", "krajem istog meseca", "1943-12-21~/1943-12-31"),
        ("9. tog meseca stigoše", "9. tog meseca", "1943-12-09"),
        ("идућег месеца стигоше", "идућег месеца", "1944-01"),
        ("te godine stigoše", "te godine", "1943"),
        ("naredne godine stigoše", "naredne godine", "1944"),
        ("krajem naredne godine stigoše", "krajem naredne godine", "1944-09~/1944-12"),
        ("5. maja te godine stigoše", "5. maja te godine", "1943-05-05"),
        ("nekoliko dana kasnije stigoše", "nekoliko dana kasnije", "[1944-01-02..1944-01-07]"),
        ("par dana ranije stigoše", "par dana ranije", "[1943-12-24..1943-12-29]"),
        ("u ponedeljak uveče stigoše", "u ponedeljak uveče", "1944-01-03"),
        ("у среду стигоше", "у среду", "1944-01-05"),
        ("prošlog petka, u prošli petak stigoše", "u prošli petak", "1943-12-24"),
        ("три дана после тог договора стигоше", "три дана после тог договора", "1944-01-03"),
        ("od 9. do 12. istog meseca stigoše", "od 9. do 12. istog meseca", "1943-12-09/1943-12-12"),
        ("15. i 16. o. m. stigoše", "15. i 16. o. m.", "1943-12-15/1943-12-16"),
        ("u noći 18/19. naši stigoše", "u noći 18/19.", "1943-12-18/1943-12-19"),
        ("u zoru 20. su stigli", "u zoru 20.", "1943-12-20"),
        ("već 21. uveče stigoše", "21. uveče", "1943-12-21"),
    ],
)
def test_what_counts_from_the_date_before(told: str, expression: str, edtf: str) -> None:
    text = f"Pošli su 31. decembra 1943, a {told} svi."
    mentions = find_dates(text)[1:]
    assert [(mention.text, mention.edtf) for mention in mentions] == [(expression, edtf)]


@pytest.mark.parametrize(
    "told",
    [
        "koji dan kasnije stigoše",
        "tri dana vodiše borbe",
        "juče stigoše",
        "za tri dana stigoše",
        "petnaest dana pre no što stigoše",
        "drugog dana praznika stigoše",
        "tri dana posle bitke stigoše",
    ],
)
def test_what_does_not(told: str) -> None:
    assert len(find_dates(f"Pošli su 31. decembra 1943, a {told} svi.")) == 1
