"""One order for both scripts."""

from archive_app.language.collation import azbuka_key, azbuka_text


def test_both_scripts_stand_in_the_order_of_the_azbuka() -> None:
    right = "Avala Бања Vračar Даница Đakovo Živko Зора Zorica Lazar Љубав njiva Орах Ćuprija Улица Čukarica".split()
    right = ["1. maj", "20. oktobar", *right, "Џак", "džep", "Шабац", "québec"]
    backwards = right[::-1]
    assert sorted(backwards, key=azbuka_key) == right
    assert sorted(backwards, key=azbuka_text) == right


def test_marks_and_case_decide_nothing() -> None:
    assert azbuka_key("„most“")[0] == azbuka_key("MOST")[0] == azbuka_key("мост")[0]


def test_the_text_stands_where_the_key_stands() -> None:
    words = (
        "Ђак đak džep ǆep Нјегов injekcija инјекција њива „Most“ most 9 10 XIX über Œuvre 漢 Ljubav a".split()
    )
    assert sorted(words, key=azbuka_text) == sorted(words, key=lambda word: azbuka_key(word)[0])
    assert azbuka_text("Нови Сад") == azbuka_text("novi sad")
    assert azbuka_text("а" * 100, most=5) == azbuka_text("ааааа")
