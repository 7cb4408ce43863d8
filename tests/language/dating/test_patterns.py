import pytest

from archive_app.core.months import plain_copy
from archive_app.language.dating.patterns import PATTERNS, anchors, patterns_for

MONTHS = """januar фебруара fevruarija марта aprilu маја јуни julija августа аугуста septembrom септемврија октобра
oktomvrija новембру noemvrija decembra декемврија siječnja veljači ожујка travanj svibnja lipnju srpanj коловоза
rujna listopada studenoga prosinac jan. феб. окт. oct. dec."""
FEASTS = """
Ускрса | Uskrs | Vaskrs | Васкрсења | drugi dan Uskrsa | Trećega dana Vaskrsa | Mesne poklade |
Bele poklade | Todorova subota | Лазареву суботу | Vrbica | Cveti | Цвијети | Veliki četvrtak |
Велики петак | Velika subota | Spasovdan | Духове | Trojice | Božić | Бадњи дан | Badnje veče |
Nikoljdan | Светог Николе | Sv. Nikole | Savindan | свети Сава | Sv. Sava | Bogojavljenje | Јовањдан |
Sretenje | Благовести | Đurđevdan | Djurdjevdan | Ђурђеву дне | Markovdan | Видовдан | Ivanjdan |
Ивања дне | Petrovdan | Илиндан | Preobraženje | Velika Gospojina | Малој Госпођи | Krstovdan |
Miholjdan | Лучиндан | Mitrovdan | Аранђеловдан | Svetog Aranđela | Mratinjdan | Ваведење |
Побусани понедељак | Čisti ponedeljak |
Veliki ponedeljak | Младенци | Jeremijindan | Carevdan | Pavlovdan | Огњена Марија | Sveti Ilija | Pantelijindan |
Usekovanje | Pokrov | Tomindan | Srđevdan | Sveta Petka | Петковица | Đurđic | Андријевдан | Varindan | Tucindan |
Stevanjdan | mali Božić | Trifundan
"""
NAMES = [*MONTHS.split(), *(name.strip() for name in FEASTS.replace("\n", " ").split("|"))]


@pytest.mark.parametrize("name", NAMES)
def test_every_name_of_a_month_or_feast_is_an_anchor(name: str) -> None:
    text = f"Reč, {name}, i kraj."
    assert next(anchors(plain_copy(text))) == (5, 5 + len(name))


@pytest.mark.parametrize(
    "number",
    ["1944", "622", "20.X", "20. VIII", "4/XI", "’44", "41-ve", "XIX veku", "osamdesetih", "devetsto prve"],
)
def test_so_are_years_centuries_and_roman_months(number: str) -> None:
    assert len(list(anchors(plain_copy(f"Beograd, {number}, i kraj.")))) == 1


@pytest.mark.parametrize("words", ["majka i junak", "19444", "Vidovita Jovana svetuje", "12. korpus"])
def test_most_prose_has_none(words: str) -> None:
    assert list(anchors(plain_copy(words))) == []


def test_only_patterns_that_can_match_are_tried() -> None:
    month = plain_copy("Stigli su u maju i ostali.")
    names = [name for name, _pattern in patterns_for(month, 0, len(month))]
    assert "month" in names
    assert not {"lone_year", "century", "decade", "figures"} & set(names)
    figures = plain_copy("Niš, 20. X 1944, u XIX veku, osamdesetih")
    assert [name for name, _pattern in patterns_for(figures, 0, len(figures))] == [
        name for name, _p in PATTERNS
    ]
