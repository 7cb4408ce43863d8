"""Sentences of Serbian texts, in both scripts."""

import random
from itertools import pairwise
from pathlib import Path

import pytest

from archive_app.language.sentences import sentences
from helpers.hostile import hostile

GOLD = Path(__file__).parents[3] / "shared" / "corpus" / "ud-serbian-dev.conllu"


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "parts",
    [
        ["Voda je mirna.", "Most stoji."],
        ["Вода је мирна?", "Мост стоји!", "Тако је…", "Да."],
        ["Počela je 14. oktobra, a završila se 20. oktobra 1944. godine.", "Onda je bilo tiho."],
        ["Ушли су у град на Ускрс 1944.", "Рат још није био завршен."],
        ["Пешадија 21. Српске и 5. Крајинске дивизије стиже.", "Ноћ."],
        ["Video ga je u selu 20.10.1944.", "Zatim je otišao."],
        ["Писао је др. Милан Јовановић из ул. Краља Петра бр. 7.", "Без одговора."],
        ["Црква св. Марка, тзв. стара, види се на стр. 12.", "Ено је."],
        ["Kupili su hleb, so itd. i otišli.", "Kupili su hleb, so itd.", "Onda su otišli."],
        ["Срушени су мост, пристаниште и т. д.", "За војском су ишли деминери."],
        ["Do grada je ostalo 10 km.", "Zbog toga su stali."],
        ["Командант је Ф.И. Толбухин, а пише Н. А. Никитин.", "Даље!"],
        ["O tome piše Lj. Nenadović u knj. II. Matice.", "Lepo."],
        ["Погодио је куполу његовог Т-34.", "Један члан посаде је погинуо."],
        ["To je odluka UN-a.", "Talat je razočaran."],
        ["„Stoj!“ – reče on tiho.", "Niko ne stade."],
        ["„Ко је тамо?“, упита она.", "„Ја.“", "Настаде тајац."],
        ["– Ко си ти?", "– Ја сам Мита."],
        ["Rekao je: „U napad!..“", "U to vreme je svanulo."],
        ["Газда (Стаљин — прим. аутора) је наредио.", "(Тако пише.)", "Крај."],
        ["Bilo ih je pet.", "On ih je video."],
    ],
)
def test_a_text_is_cut_where_its_sentences_end(parts: list[str]) -> None:
    assert split(" ".join(parts)) == parts


def test_a_sentence_goes_on_over_the_end_of_a_line_but_not_over_a_blank_one() -> None:
    assert split("Izgubljeno je još 9.\n000 ljudi, 15.\noktobra.\n\nMost") == [
        "Izgubljeno je još 9.\n000 ljudi, 15.\noktobra.",
        "Most",
    ]


def test_a_text_without_full_stops_is_one_sentence() -> None:
    assert split("  Прелаз преко реке \n") == ["Прелаз преко реке"]
    assert split(" \n ") == []


def test_sentences_of_hostile_texts_hold_all_that_can_be_seen() -> None:
    for text in hostile(random.Random(4)):
        found = sentences(text)
        outside = list(text)
        for start, end in found:
            assert 0 <= start < end <= len(text)
            outside[start:end] = [" "] * (end - start)
        assert not "".join(outside).strip()
        assert found == sorted(found)


def test_sentences_of_a_treebank_are_found() -> None:
    if not GOLD.is_file():
        pytest.skip("no treebank beside the project")
    lines = GOLD.read_text(encoding="utf-8").splitlines()
    texts = [line.removeprefix("# text = ").strip() for line in lines if line.startswith("# text = ")]
    pairs = [(one, other) for one, other in pairwise(texts) if one[-1] in ".!?…”"]
    right = sum(split(f"{one} {other}") == [one, other] for one, other in pairs)
    assert right / len(pairs) > 0.98
