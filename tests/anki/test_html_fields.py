"""The fields of the strategies are fields that Anki stores, so that a test which compares them after a round trip says something."""

from anki.collection import Collection as Anki
from hypothesis import HealthCheck, given, settings

from tests.anki.anki_collections import add_note
from tests.anki.html_fields import FIELDS_BY_KIND, cloze_fields, html_fields


def test_anki_stores_the_examples_unchanged(collection: Anki) -> None:
    for field in (field for fields in FIELDS_BY_KIND.values() for field in fields):
        note_id = add_note(collection, "Basic", field, field)
        assert collection.get_note(note_id).fields == [field, field]  # type: ignore[arg-type]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(html_fields, cloze_fields)
def test_anki_stores_generated_fields_unchanged_and_makes_cards_of_cloze_fields(
    collection: Anki, plain: str, cloze: str
) -> None:
    note_id = add_note(collection, "Basic", plain, plain)
    assert collection.get_note(note_id).fields == [plain, plain]  # type: ignore[arg-type]
    cloze_note = collection.get_note(add_note(collection, "Cloze", cloze, ""))  # type: ignore[arg-type]
    assert cloze_note.fields == [cloze, ""]
    assert cloze_note.cards()
