"""Headings, quotations and captions are told from running text."""

import pytest

from archive_app.core.records import PassageKind
from archive_app.importers.kinds import kinds

H, P, Q, C = PassageKind.HEADING, PassageKind.PARAGRAPH, PassageKind.QUOTATION, PassageKind.CAPTION

PROSE = (
    "Чета је три дана ишла уз реку, по киши и блату, и тек је четврте вечери угледала ватре на другој обали. "
    "Заповедник је послао извиђаче, који су се вратили пред зору и јавили да је мост порушен, а газ дубок. "
    "Тада је одлучено да се чека."
)


@pytest.mark.parametrize(
    "heading",
    [
        "GLAVA PRVA", "Прва глава", "Glava treća.", "I", "XIV.", "7.", "1. Uvod", "II. Буна у пролеће",
        "ПОСЛЕДЊИ ДАНИ.", "Предговор", "Први део", "Почетак похода", "3. Жетва",
    ],
)  # fmt: skip
def test_headings_stand_before_running_text(heading: str) -> None:
    assert kinds([PROSE, heading, PROSE]) == [P, H, P]


@pytest.mark.parametrize(
    "line",
    [
        "Сви су ћутали.",
        "— Стој",
        "Живели! Живели!",
        "НЕ!",
        "„Ко иде“",
        "и тако даље",
        "Дошао је дан,",
        "Глава га боли.",
    ],
)
def test_short_lines_of_a_story_are_no_headings(line: str) -> None:
    assert H not in kinds([PROSE, line, PROSE])


def test_the_first_short_line_is_a_title() -> None:
    assert kinds(["Зима на Дрини", "Сећања", PROSE]) == [H, P, P]
    assert kinds(["Пут у Солун.", "Путописна црта.", "I", PROSE]) == [H, H, H, P]
    assert kinds(["Зима на Дрини"]) == [P]


def test_the_name_of_a_chapter_follows_its_number() -> None:
    assert kinds([PROSE, "IV.", "Куда сада?", PROSE]) == [P, H, H, P]


def test_verses_are_no_headings() -> None:
    verses = [
        "Ој Мораво, водо хладна",
        "Где си била сву ноћ целу",
        "Под брегом сам тихо текла",
        "Чекала сам бели дан",
    ]
    assert kinds([PROSE, *verses, PROSE]) == [P] * 6


def test_items_of_a_list_are_no_headings() -> None:
    assert kinds([PROSE, "1. Хлеб и со", "2. Вода", "3. Шаторска крила", PROSE]) == [P] * 5


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("„Мост се мора одржати до јутра, макар сви остали на њему.“", Q),
        ("»Most se mora održati do jutra«.", Q),
        ("\"Most se mora održati do jutra.\"", Q),
        ("„Рекао је ’чекајте’, па „одмах“ отишао.“", Q),
        ("„Стој!“ викну стражар. „Ко иде?“", P),
        ("„Мост“ је име листа.", P),
        ("„", P),
    ],
)  # fmt: skip
def test_a_paragraph_within_one_pair_of_quotation_marks_is_a_quotation(text: str, kind: PassageKind) -> None:
    assert kinds([PROSE, text, PROSE]) == [P, kind, P]


def test_what_an_introduction_announces_is_a_quotation() -> None:
    assert kinds([PROSE, "Капетан у свом дневнику овако пише:", PROSE, PROSE]) == [P, P, Q, P]


def test_a_caption_between_introduction_and_quotation_is_stepped_over() -> None:
    texts = [PROSE, "Капетан у свом дневнику овако пише:", "Капетан са ордонансом. Март 1915.", PROSE, PROSE]
    assert kinds(texts) == [P, P, C, Q, P]


@pytest.mark.parametrize(
    "follows",
    [
        "— Нико да се није макао одавде док се не вратим са моста и не кажем шта сам видео!",
        "1. Хлеб.",
        "Мир.",
    ],
)
def test_speech_lists_and_tiny_lines_after_a_colon_are_no_quotations(follows: str) -> None:
    assert kinds([PROSE, "Заповедник је тада изашао и рекао:", follows, PROSE])[2] is P


def test_captions_stand_between_running_paragraphs() -> None:
    texts = [PROSE, "Прелаз преко Мораве. Новембар 1915.", PROSE]
    assert kinds(texts) == [P, C, P]
    assert C not in kinds(texts[1:])
    assert C not in kinds(texts[:2])
    assert C not in kinds(["Кратко.", texts[1], PROSE])


def test_less_sure_captions_need_surer_ones_beside_them() -> None:
    likely, weak, unended = (
        "Обала Тисе октобра 1915.",
        "Кола која су остала на друму.",
        "Војници прелазе реку",
    )
    alone = [PROSE, likely, PROSE, weak, PROSE, unended, PROSE]
    assert C not in kinds(alone)
    sure = [*alone, "Мост на Дрини. Мај 1915.", PROSE]
    assert kinds(sure) == [P, C, P, C, P, C, P, C, P]


def test_a_heading_beside_captions_stays_a_heading() -> None:
    texts = [
        PROSE,
        "Мост на Дрини. Мај 1915.",
        PROSE,
        "Почетак похода",
        PROSE,
        "Топ у блату. Јун 1915.",
        PROSE,
    ]
    assert kinds(texts) == [P, C, P, H, P, C, P]


def test_two_captions_may_stand_together() -> None:
    assert kinds([PROSE, "Мост на Дрини. Мај 1915.", "Топ у блату. Јун 1915.", PROSE]) == [P, C, C, P]


def test_datelines_and_days_of_a_diary_are_no_captions() -> None:
    assert C not in kinds(
        [PROSE, "Ниш, 12. марта 1915.", PROSE, "13. марта 1915.", PROSE, "14. марта 1915.", PROSE]
    )


def test_a_register_of_many_short_dated_lines_holds_no_captions() -> None:
    register = [f"Petar Marković, knjigovezac. {1880 + number % 60}." for number in range(3000)]
    assert PassageKind.CAPTION not in kinds(register)
