"""What there is to find, and which of it changed."""

from archive_app.core.hits import Document, RecordKind
from archive_app.core.ids import new_id
from archive_app.core.records import Annotation, Link, Source, Tag
from archive_app.store import annotations, documents, operations
from archive_app.store.store import Store
from helpers.records import fill


def found(store: Store) -> dict[RecordKind, list[str]]:
    by_kind: dict[RecordKind, list[str]] = {}
    for _record, ones in documents.everything(store):
        for document in ones:
            by_kind.setdefault(document.kind, []).append(document.text)
    return by_kind


def changed_since(store: Store, number: int) -> dict[str, list[Document]]:
    return dict(documents.touched(store, operations.touched_since(store, number)))


def test_everything_that_has_words_can_be_found(store: Store) -> None:
    fill(store)
    words = found(store)
    assert words[RecordKind.PASSAGE] == ["Naslov", "Lađa je stala kod Đerdapa."]
    assert words[RecordKind.PHOTO] == ["Lađa"]
    assert words[RecordKind.EVENT] == ["Prelaz"]
    assert words[RecordKind.ANNOTATION] == ["čija? · brod, река", "jarbol"]
    assert words[RecordKind.SOURCE] == [
        "Ђердап у јесен · Jelena Ćirić · Štamparija · Čačak · F-12/3 · oštećen rub"
    ]
    assert documents.count(store) == sum(map(len, words.values()))


def test_a_highlight_without_words_is_no_document_and_is_not_counted(store: Store) -> None:
    filled = fill(store)
    before = documents.count(store)
    with store.operation("Highlight"):
        bare = Annotation(id=new_id(), text_id=filled.text.id, start=0, end=3)
        store.insert(bare)
    assert documents.documents_of(store, Annotation, bare.id) == []
    assert documents.count(store) == before


def test_what_a_link_states_belongs_to_the_words_of_its_annotation(store: Store) -> None:
    filled = fill(store)
    number = operations.last_number(store)
    with store.operation("State"):
        store.update(Link, filled.link.id, says_who="četvrta brigada")
    (document,) = changed_since(store, number)[filled.annotation.id]
    assert "četvrta brigada" in document.text
    number = operations.last_number(store)
    with store.operation("Unlink"):
        store.delete(Link, filled.link.id)
    (document,) = changed_since(store, number)[filled.annotation.id]
    assert "četvrta brigada" not in document.text


def test_renaming_and_deleting_a_tag_changes_the_annotations_that_carry_it(store: Store) -> None:
    filled = fill(store)
    tag = annotations.find_tag(store, "brod")
    assert tag is not None
    number = operations.last_number(store)
    with store.operation("Rename"):
        store.update(Tag, tag.id, name="parobrod")
    (document,) = changed_since(store, number)[filled.annotation.id]
    assert document.text == "čija? · parobrod, река"
    number = operations.last_number(store)
    with store.operation("Delete"):
        store.delete(Tag, tag.id)
    (document,) = changed_since(store, number)[filled.annotation.id]
    assert document.text == "čija? · река"


def test_what_is_gone_has_no_documents_any_more(store: Store) -> None:
    filled = fill(store)
    number = operations.last_number(store)
    with store.operation("Delete"):
        store.delete(Source, filled.source.id)
    gone = {record for record, ones in changed_since(store, number).items() if not ones}
    assert {filled.source.id, filled.text.id, filled.photo.id, filled.annotation.id} <= gone
    operations.undo(store)
    assert len(changed_since(store, number)[filled.text.id]) == 2
