import pytest

from archive_app.language.folding import fold
from archive_app.language.verbs import guessed_infinitives, verb_forms


@pytest.mark.parametrize(
    ("infinitive", "forms"),
    [
        ("nositi", "nosim nosiš nosi nose nosio nosila nosili noseći nošen nošena nošenih nošaše nosiće"),
        ("vratiti", "vraćen vraćenog vrate vratimo vratilo"),
        ("lomiti", "lomljen lomljene"),
        ("gledati", "gledam gleda gledaju gledao gledale gledajući gledan gledanim"),
        ("putovati", "putujem putuje putuju putovao putujući"),
        ("zapisivati", "zapisuje zapisuju zapisivala"),
        ("pisati", "pišem piše pišu pisao pisan"),
        ("pomagati", "pomažem pomažu pomagala"),
        ("skakati", "skače skaču"),
        ("gubiti", "gubi gube gubljen"),
        ("krenuti", "krenem krenu krenuli krenuo krenut"),
        ("želeti", "želim žele želeo željen"),
        ("sipati", "sipa sipaju sipao"),
        ("kupovati", "kupujemo kupovali"),
        ("davati", "dajem daju davali"),
        ("odvesti", "odvedem odvedu odveo odvela odveden odvedeni"),
        ("plesti", "pletem pletu plela pletena"),
        ("gristi", "grizem grizao grizla"),
        ("pomoći", "pomognem pomogao pomogla pomogli"),
        ("ispeći", "ispečem ispekao ispekli ispečen ispeku"),
        ("obići", "obiđem obišao obišli obiđena"),
    ],
)
def test_forms_of_a_verb_follow_from_its_infinitive(infinitive: str, forms: str) -> None:
    assert {fold(form) for form in forms.split()} <= verb_forms(fold(infinitive))


@pytest.mark.parametrize("word", ["kuća", "put", "ti", "radio", "Morava"])
def test_other_words_have_no_forms_of_a_verb(word: str) -> None:
    assert verb_forms(word) == frozenset()


def test_an_unknown_verb_is_known_by_the_endings_of_new_verbs() -> None:
    assert guessed_infinitives("digitalizovala") == ("digitalizovati",)
    assert guessed_infinitives("digitalizuje") == ("digitalizovati", "digitalizivati")
    assert guessed_infinitives("skenirajuci") == ("skenirati",)
    assert guessed_infinitives("skenirane") == ("skenirati",)
    assert guessed_infinitives("jagodina") == ()
