"""Notes with custom note types are exported back to Anki unchanged."""

from pathlib import Path

from anki.collection import Collection as Anki

from studyapp.anki.package_note_types import PackageNoteTypes, map_fields
from studyapp.core.notes.custom_note_type import CardTemplate, CustomNoteType
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.library.library_refresh import refresh_library
from studyapp.services.transfer.deck_export import export_decks
from studyapp.services.transfer.export_request import ExportRequest
from tests.anki.anki_collections import (
    add_note,
    add_note_type,
    collection_state,
    export_package,
    import_into_anki,
    review_cards_in_anki,
)
from tests.anki.studyapp_instance import StudyAppInstance, note_contents

ENGLISH = CardLanguages.ENGLISH


def test_export_back_to_anki_changes_nothing(tmp_path: Path, instance: StudyAppInstance) -> None:
    (tmp_path / "anki").mkdir()
    anki = Anki(str(tmp_path / "anki" / "collection.anki2"))
    anki.media.write_data("a b.png", b"picture")
    anki.media.write_data("sound, 1.mp3", b"sound")
    anki.media.write_data("_font.ttf", b"font")
    custom_type = add_note_type(
        anki, "Own", [("{{One}}<script>1</script>", "{{Two}}"), ("{{Two}}", "{{One}}<img src=_font.ttf>")]
    )
    add_note(anki, custom_type, '<img src="a b.png">', "[sound:sound, 1.mp3]", "&nbsp;<u>x</u>")
    add_note(anki, custom_type, "only one")
    add_note(anki, "Basic", "front", "back", tags=("x",))
    add_note(anki, "Basic", '<img src="a b.png">', "<b>back</b>")
    add_note(anki, "Basic", "<u>front</u>", "")
    add_note(anki, "Basic (and reversed card)", "here", "there", deck="A::B")
    add_note(anki, "Basic (type in the answer)", "type", "this")
    add_note(anki, "Cloze", "{{c1::A}} and {{c2::B::hint}}", "more")
    occlusion = "{{c1::image-occlusion:rect:left=.1:top=.1:width=.2:height=.2}}"
    add_note(anki, "Image Occlusion", occlusion, '<img src="a b.png">', "", "", "")
    review_cards_in_anki(anki, 3, 12)
    before = collection_state(anki)
    anki_package = export_package(anki, tmp_path)
    assert instance.import_file(anki_package).added_count == 9
    library, _ = refresh_library(instance.collection, [instance.folder], instance.clock())
    out = tmp_path / "back.apkg"
    request = ExportRequest(library.deck_ids, CardLanguages.ENGLISH_AND_TRADITIONAL, out, with_progress=True)
    export_decks(instance.collection, library, request, instance.clock())
    log = import_into_anki(out, anki).log  # type: ignore[attr-defined]
    assert [len(one) for one in (log.new, log.conflicting, log.missing_notetype)] == [0, 0, 0]
    assert collection_state(anki) == before
    anki.close()
    # An empty collection receives everything.
    (tmp_path / "other").mkdir()
    other = Anki(str(tmp_path / "other" / "collection.anki2"))
    import_into_anki(out, other)
    imported = collection_state(other)
    assert [(guid, fields, tags) for guid, _, fields, tags in imported["notes"]] == [  # type: ignore[attr-defined]
        (guid, fields, tags)
        for guid, _, fields, tags in before["notes"]  # type: ignore[attr-defined]
    ]
    assert imported["media"] == before["media"]
    assert len(imported["log"]) == len(before["log"])  # type: ignore[arg-type]
    other.close()


def test_edit_is_exported_to_anki(tmp_path: Path, instance: StudyAppInstance) -> None:
    (tmp_path / "anki").mkdir()
    anki = Anki(str(tmp_path / "anki" / "collection.anki2"))
    number = add_note(anki, "Basic", "front", "bakc")
    instance.import_file(export_package(anki, tmp_path))
    path = instance.folder / "default.yaml"
    path.write_text(path.read_text().replace("bakc", "the **back**"))
    instance.time.now += 60_000
    library, _ = refresh_library(instance.collection, [instance.folder], instance.clock())
    out = tmp_path / "back.apkg"
    export_decks(
        instance.collection, library, ExportRequest(library.deck_ids, ENGLISH, out), instance.clock()
    )
    import_into_anki(out, anki)
    assert anki.get_note(number).fields == ["front", "the <strong>back</strong>"]  # type: ignore[arg-type]
    anki.close()


def test_note_types_are_appended_to_existing_file(tmp_path: Path, instance: StudyAppInstance) -> None:
    (tmp_path / "anki").mkdir()
    anki = Anki(str(tmp_path / "anki" / "collection.anki2"))
    add_note(anki, "Basic", "one", "1")
    instance.import_file(export_package(anki, tmp_path))
    path = instance.folder / "default.yaml"
    path.write_text(path.read_text().replace("note_types:\n", "note_types:  # mine\n"))
    add_note(anki, "Cloze", "{{c1::two}}", "")
    add_note(anki, add_note_type(anki, "Own", [("{{One}}", "{{Two}}")]), "<u>a</u>", "b")
    report = instance.import_file(export_package(anki, tmp_path))
    assert (report.added_count, report.losses) == (2, ())
    assert len(note_contents(instance, "default")) == 3
    text = path.read_text()
    assert text.count("note_types:") == 1
    assert "# mine" in text
    anki.close()


def test_different_types_with_same_id_get_distinct_ids() -> None:
    one = CustomNoteType(7, "One", ("A",), (CardTemplate("c", "{{A}}", "b"),), is_cloze=False, id="one")
    restyled = one._replace(css="x", id="other")
    wider = one._replace(fields=("A", "B"), id="wider")
    another = one._replace(fields=("C",), id="another")
    unnumbered = one._replace(anki_id=0, id="mine")
    all_types = [("d", note_type) for note_type in (one, restyled, wider, another, unnumbered)]
    types = PackageNoteTypes(all_types)
    placed = [types.resolve(*note_type) for note_type in all_types]
    assert [note_type.anki_id for note_type in placed[:3]] == [7, 7, 7]
    assert {note_type.fields for note_type in placed[:3]} == {("A", "B")}
    assert len({note_type.anki_id for note_type in placed}) == 3
    assert types.resolve("d", another) == placed[3]
    assert types.resolve("other", unnumbered).anki_id != placed[4].anki_id
    assert map_fields(("a",), one, placed[0]) == ("a", "")
