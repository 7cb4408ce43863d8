"""One order for both scripts."""

from archive_app.language.collation import azbuka_key


def test_both_scripts_stand_in_the_order_of_the_azbuka() -> None:
    right = "Avala Бања Vračar Даница Đakovo Živko Зора Zorica Lazar Љубав njiva Орах Ćuprija Улица Čukarica".split()
    right = ["1. maj", "20. oktobar", *right, "Џак", "džep", "Шабац", "québec"]
    backwards = right[::-1]
    assert sorted(backwards, key=azbuka_key) == right


def test_marks_and_case_decide_nothing() -> None:
    assert azbuka_key("„most“")[0] == azbuka_key("MOST")[0] == azbuka_key("мост")[0]
