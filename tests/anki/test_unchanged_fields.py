"""What is not changed in StudyApp comes back to Anki byte for byte."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from anki.collection import Collection as Anki
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.library.library_refresh import refresh_library
from studyapp.services.transfer.deck_export import export_decks
from studyapp.services.transfer.export_request import ExportRequest
from tests.anki.anki_collections import add_note, export_package, import_into_anki
from tests.anki.html_fields import FIELDS_BY_KIND, cloze_fields, html_fields
from tests.anki.studyapp_instance import EXAMPLES, StudyAppInstance, create_instance

NOTES_PER_EXAMPLE = 12
DECKS = ("Default", "Languages", "Languages::日本語::漢字", "a  b", "ÄÖ: “x”")
TAGS = st.lists(st.sampled_from(("marked", "leech", "a::b", "Ünï", "x_1")), max_size=3, unique=True)


class NewNote(NamedTuple):
    note_type: str
    fields: tuple[str, ...]
    deck: str
    tags: tuple[str, ...]


_ordinary = st.tuples(
    st.sampled_from(("Basic", "Basic (and reversed card)", "Basic (type in the answer)")),
    st.tuples(html_fields, html_fields | st.just("")),
)
_cloze = st.tuples(st.just("Cloze"), st.tuples(cloze_fields, html_fields | st.just("")))
new_notes = st.builds(
    lambda typed, deck, tags: NewNote(typed[0], typed[1], deck, tuple(tags)),
    _ordinary | _cloze,
    st.sampled_from(DECKS),
    TAGS,
)


def notes_in(anki: Anki) -> dict[str, object]:
    """The fields, the tags, the note type and the decks of each note, by guid. Anki adds a plus sign to a second note type
    of the same name."""
    notes: dict[str, object] = {}
    for note_id in anki.find_notes(""):
        note = anki.get_note(note_id)
        note_type = note.note_type()
        assert note_type is not None
        decks = {anki.decks.name(card.did) for card in note.cards()}
        templates = [(one["qfmt"], one["afmt"]) for one in note_type["tmpls"]]
        notes[note.guid] = (
            note.fields, sorted(note.tags), note_type["name"].rstrip("+"), note.keys(), templates, note_type["css"], decks,
        )  # fmt: skip
    return notes


def whole_collection(anki: Anki) -> list[object]:
    """Everything in Anki that an import could change, with the times of the last changes of notes and cards."""
    assert anki.db is not None
    tables = [
        anki.db.all("SELECT id, guid, mid, mod, tags, flds FROM notes ORDER BY id"),
        anki.db.all("SELECT id, nid, did, ord, mod, type, queue, due FROM cards ORDER BY id"),
        anki.db.all("SELECT id, name FROM notetypes ORDER BY id"),
    ]
    return [*tables, sorted(deck.name for deck in anki.decks.all_names_and_ids())]


def export_all(instance: StudyAppInstance, target: Path) -> Path:
    library, _ = refresh_library(instance.collection, [instance.folder], instance.clock())
    request = ExportRequest(library.deck_ids, CardLanguages.ENGLISH, target)
    export_decks(instance.collection, library, request, instance.clock())
    return target


def check_way_through_studyapp(notes: list[NewNote], folder: Path) -> None:
    anki, fresh = (Anki(str(folder / f"{name}.anki2")) for name in ("original", "fresh"))
    instance = create_instance(folder / "studyapp", ())
    try:
        for one in notes:
            add_note(anki, one.note_type, *one.fields, deck=one.deck, tags=one.tags)
        expected, before = notes_in(anki), whole_collection(anki)
        report = instance.import_file(export_package(anki, folder))
        back = export_all(instance, folder / "back.apkg")
        import_into_anki(back, fresh)
        found = notes_in(fresh)
        assert len(found) == len(expected) - sum(
            loss.kind.name == "NO_CARD_GENERATED" for loss in report.losses
        )
        assert found == {guid: expected[guid] for guid in found}
        import_into_anki(back, anki)
        assert whole_collection(anki) == before
        again = instance.import_file(folder / "out.apkg")
        assert (again.added_count, again.unchanged_count) == (0, len(found))
        assert again.losses == () or report.losses
    finally:
        for opened in (instance, anki, fresh):
            opened.close()


@settings(max_examples=max(1, EXAMPLES // 5), suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(new_notes, min_size=1, max_size=NOTES_PER_EXAMPLE))
def test_unchanged_notes_return_to_anki_byte_for_byte(notes: list[NewNote]) -> None:
    with TemporaryDirectory() as folder:
        check_way_through_studyapp(notes, Path(folder))


def test_each_kind_of_field_returns_to_anki_byte_for_byte(tmp_path: Path) -> None:
    fields = [field for fields in FIELDS_BY_KIND.values() for field in fields]
    notes = [NewNote("Basic", (f"{number}", field), "Kinds", ()) for number, field in enumerate(fields)]
    notes += [
        NewNote("Cloze", (f"{{{{c1::{number}}}}} {field}", field), "Kinds", ())
        for number, field in enumerate(fields)
    ]
    check_way_through_studyapp(notes, tmp_path)
