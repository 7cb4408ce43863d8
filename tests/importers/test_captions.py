"""Captions are known by their wording, and tell the date and the credit of their photo."""

import pytest

from archive_app.importers.captions import Sureness, described, has_finite_verb, may_be_sure, sureness


@pytest.mark.parametrize(
    ("caption", "date", "credit"),
    [
        ("Мост преко Саве. Октобар 1944.", "1944-10", ""),
        ("Трг Славија. 20. октобар 1944.", "1944-10-20", ""),
        ("Most preko Save. 20.oktobra 1944. godine", "1944-10-20", ""),
        ("Most preko Save. 20.10.1944.", "1944-10-20", ""),
        ("Most preko Save, 20. X 1944", "1944-10-20", ""),
        ("Zemun. Listopad 1944.", "1944-10", ""),
        ("Жетва у Срему. Лето 1943.", "1943-22", ""),
        ("Генерал на коњу. 1916.", "1916", ""),
        ("Regrutacija u Čačku. 1941–1944.", "1941/1944", ""),
        ("Kafana na uglu 31. februara 1938.", "1938-02", ""),
        ("Возови у Нишу. Мај 1912, Риста Марјановић, Политика", "1912-05", "Риста Марјановић, Политика"),
        ("Ranjenici u bolnici. Foto: Žorž Skrigin", "", "Žorž Skrigin"),
        ("Рањеници у болници (снимио Коста Хлавати)", "", "Коста Хлавати"),
        ("Most u Ostružnici, oktobar 1944. Foto: Žorž Skrigin", "1944-10", "Žorž Skrigin"),
        ("Зима у Борчи, 1941. (Фото: Риста Марјановић)", "1941", "Риста Марјановић"),
        ("Kula na Dunavu", "", ""),
        ("Dvor u Kruševcu 1399, 1401 i kasnije", "", ""),
    ],
)  # fmt: skip
def test_date_and_credit_are_taken_from_a_caption(caption: str, date: str, credit: str) -> None:
    imported = described(7, caption)
    assert (imported.ordinal, imported.caption) == (7, caption)
    assert (imported.date, imported.credit) == (date, credit)


@pytest.mark.parametrize(
    ("text", "degree"),
    [
        ("Коњаница на прелазу преко Мораве. Новембар 1915.", Sureness.CERTAIN),
        ("Војвода пред официрима. Јануар 1915, Самсон Чернов, Ратни музеј", Sureness.CERTAIN),
        ("Slika 3. Crkva Ružica posle opravke", Sureness.CERTAIN),
        ("Deca na ledu. Foto: Aleksandar Simić", Sureness.CERTAIN),
        ("Сремска Митровица новембра 1944.", Sureness.LIKELY),
        ("Лађе на Тиси које је поплава изнела на обалу.", Sureness.WEAK),
        ("(Поглед са куле) Срушени мост", Sureness.WEAK),
        ("Војници прелазе реку", Sureness.WEAK),
        ("Ниш, 12. марта 1915.", Sureness.WEAK),
        ("Почетак похода", Sureness.NO),
        ("Лађе су стигле увече.", Sureness.NO),
        ("У Нишу је мир потписан марта 1915.", Sureness.NO),
        ("12. марта 1915.", Sureness.NO),
        ("Овако пише историчар:", Sureness.NO),
        ("Ко је видео мост?", Sureness.NO),
        ("— Није било никога.", Sureness.NO),
        ("„Овде је стајао град.“", Sureness.NO),
        ("То се збило после год. 1815.", Sureness.NO),
    ],
)
def test_how_sure_a_caption_is(text: str, degree: Sureness) -> None:
    assert sureness(text) is degree
    assert may_be_sure(text) or degree <= Sureness.WEAK


def test_a_verb_after_a_relative_word_is_not_the_main_one() -> None:
    assert not has_finite_verb("Kola koja su ostala na drumu")
    assert has_finite_verb("Kola su ostala na drumu")
    assert has_finite_verb("Кола нису остала на друму")
