"""Importing further packages into decks that exist already."""

import sys
from pathlib import Path

from anki.collection import Collection as Anki

from studyapp.core.cards.card import cards_of
from studyapp.core.rendering.face import render_face
from studyapp.core.text.localized_text import CardLanguages
from studyapp.core.transfer.import_losses import LossKind
from studyapp.services.library.library_refresh import refresh_library
from studyapp.services.transfer.deck_export import export_decks
from studyapp.services.transfer.export_request import ExportRequest
from studyapp.store import notes as note_table
from tests.anki.anki_collections import add_note, export_package
from tests.anki.studyapp_instance import StudyAppInstance, note_contents
from tests.core.html_check import image_names

if sys.version_info >= (3, 14):
    pass
else:
    pass


def test_notes_are_appended_to_edited_file(anki: Anki, instance: StudyAppInstance, tmp_path: Path) -> None:
    add_note(anki, "Basic", "one", "1")
    instance.import_file(export_package(anki, tmp_path))
    path = instance.folder / "default.yaml"
    edited = path.read_text().replace("notes:\n", "notes:\n  # mine\n").replace("front: one", "front: One!")
    path.write_text(edited)
    add_note(anki, "Basic", "two", "2")
    report = instance.import_file(export_package(anki, tmp_path))
    assert (report.added_count, report.existing_count) == (1, 1)
    assert path.read_text().startswith(edited)
    assert [content.front.versions[0][1] for content in note_contents(instance, "default")] == ["One!", "two"]  # type: ignore[attr-defined]


def test_file_with_fields_after_notes_is_not_changed(
    anki: Anki, instance: StudyAppInstance, tmp_path: Path
) -> None:
    add_note(anki, "Basic", "one", "1")
    instance.import_file(export_package(anki, tmp_path))
    path = instance.folder / "default.yaml"
    path.write_text(path.read_text() + "description: at the end\n")
    before = path.read_text()
    add_note(anki, "Basic", "two", "2")
    report = instance.import_file(export_package(anki, tmp_path))
    assert [loss.kind for loss in report.losses] == [LossKind.NOT_APPENDED]
    assert path.read_text() == before


def test_notes_are_appended_to_renamed_deck(anki: Anki, instance: StudyAppInstance, tmp_path: Path) -> None:
    add_note(anki, "Basic", "one", "1")
    instance.import_file(export_package(anki, tmp_path))
    path = instance.folder / "default.yaml"
    path.write_text(path.read_text().replace("title: Default", "title: Mine"))
    add_note(anki, "Basic", "two", "2")
    instance.import_file(export_package(anki, tmp_path))
    assert [file.name for file in instance.folder.glob("*.yaml")] == ["default.yaml"]
    assert len(note_contents(instance, "default")) == 2


def test_different_images_with_same_name_are_kept_apart(
    anki: Anki, instance: StudyAppInstance, tmp_path: Path
) -> None:
    anki.media.write_data("p.png", b"first")
    for front in ("one", "<u>two</u>"):
        add_note(anki, "Basic", front, '<img src="p.png">', deck="Anatomy")
    instance.import_file(export_package(anki, tmp_path))
    (tmp_path / "other").mkdir()
    other = Anki(str(tmp_path / "other" / "collection.anki2"))
    other.media.write_data("p.png", b"second")
    for front in ("three", "<u>four</u>"):
        add_note(other, "Basic", front, '<img src="p.png">', deck="Anatomy")
    instance.import_file(export_package(other, tmp_path / "other"))
    other.close()
    folder = instance.folder / "anatomy-media"
    images = []
    with instance.collection.read_transaction() as connection:
        for note, _ in note_table.iterate_present(connection, "anatomy"):
            (name,) = image_names(render_face(cards_of(note)[0], CardLanguages.ENGLISH).answer)
            images.append((instance.folder / name).read_bytes())
    assert images == [b"first", b"first", b"second", b"second"]
    assert len(list(folder.iterdir())) == 2


def test_image_conflict_between_decks_is_reported_on_export(
    anki: Anki, instance: StudyAppInstance, tmp_path: Path
) -> None:
    anki.media.write_data("p.png", b"first")
    for deck in ("One", "Two"):
        add_note(anki, "Basic", deck, '<img src="p.png">', deck=deck)
    instance.import_file(export_package(anki, tmp_path))
    (instance.folder / "two-media" / "p.png").write_bytes(b"second")
    library, _ = refresh_library(instance.collection, [instance.folder], instance.clock())
    request = ExportRequest(library.deck_ids, CardLanguages.ENGLISH, tmp_path / "out.apkg")
    report = export_decks(instance.collection, library, request, instance.clock())
    assert report.missing_media == (("two/two", "p.png"),)
