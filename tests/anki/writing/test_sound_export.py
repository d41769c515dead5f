"""Sounds travel to Anki and back."""

import re
from pathlib import Path

from anki.collection import Collection

from studyapp.anki.writing.package import ExportReport, write_package
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.library.library_refresh import refresh_library
from studyapp.services.transfer.deck_export import export_decks
from studyapp.services.transfer.export_request import ExportRequest
from tests.anki.anki_collections import add_note, collection_state, export_package, import_into_anki
from tests.anki.samples import ImportFunction, query_rows
from tests.anki.studyapp_instance import StudyAppInstance
from tests.anki.writing.test_media_collector import deck_with


def export(tmp_path: Path, back: str, front: str = "?") -> ExportReport:
    (tmp_path / "deck" / "spoken").mkdir(parents=True, exist_ok=True)
    (tmp_path / "deck" / "spoken" / "a b.mp3").write_bytes(b"sound")
    deck = deck_with(tmp_path / "deck", back, front=front)
    return write_package(tmp_path / "x.apkg", [deck], CardLanguages.ENGLISH)


def test_both_forms_are_played_by_anki(
    collection: Collection, import_package: ImportFunction, tmp_path: Path
) -> None:
    report = export(tmp_path, "![spoken](spoken/a%20b.mp3)", front="Say [sound:spoken/a b.mp3]")
    assert report.missing_media == ()
    import_package(tmp_path / "x.apkg")
    [[fields]] = query_rows(collection, "SELECT flds FROM notes")
    names = re.findall(r"\[sound:([^\]]+)\]", fields)
    assert len(names) == 2
    assert (Path(collection.media.dir()) / names[0]).read_bytes() == b"sound"
    assert f"Say [sound:{names[0]}]" in fields
    assert f"[sound:{names[0]}] spoken" in fields
    card = collection.get_card(collection.find_cards("")[0])
    assert [tag.filename for tag in card.question_av_tags()] == [names[0]]  # type: ignore[union-attr]
    assert not collection.media.check().missing
    assert not collection.media.check().unused


def test_missing_sound_is_reported_and_named(
    collection: Collection, import_package: ImportFunction, tmp_path: Path
) -> None:
    report = export(tmp_path, "[sound:gone.mp3]")
    assert report.missing_media == (("sample/n", "gone.mp3"),)
    import_package(tmp_path / "x.apkg")
    [[fields]] = query_rows(collection, "SELECT flds FROM notes")
    assert '<span class="missing">&#91;gone.mp3]</span>' in fields


def test_sounds_of_anki_return_unchanged(tmp_path: Path, instance: StudyAppInstance) -> None:
    (tmp_path / "anki").mkdir()
    anki = Collection(str(tmp_path / "anki" / "collection.anki2"))
    for name in ("plain.mp3", "a b.ogg", "odd, 1.mp3"):
        anki.media.write_data(name, name.encode())
    add_note(anki, "Basic", "word [sound:plain.mp3]", "[sound:a b.ogg] x")
    add_note(anki, "Basic", "odd name", "[sound:odd, 1.mp3]")
    add_note(anki, "Cloze", "{{c1::[sound:plain.mp3]}} is it", "")
    add_note(anki, "Basic (type in the answer)", "type", "[sound:plain.mp3] this")
    before = collection_state(anki)
    report = instance.import_file(export_package(anki, tmp_path))
    assert report.added_count == 4
    assert [loss.name for loss in report.losses] == ["a b.ogg"]
    media_folder = next(instance.folder.glob("*-media"))
    deck_id = media_folder.name.removesuffix("-media")
    text = (instance.folder / f"{deck_id}.yaml").read_text(encoding="utf-8")
    assert f"word ![]({media_folder.name}/plain.mp3)" in text
    assert f"![]({media_folder.name}/a%20b.ogg)" in text
    assert "[sound:odd, 1.mp3]" in text
    assert (media_folder / "plain.mp3").read_bytes() == b"plain.mp3"
    library, _ = refresh_library(instance.collection, [instance.folder], instance.clock())
    request = ExportRequest((deck_id,), CardLanguages.ENGLISH, tmp_path / "back.apkg", with_progress=True)
    export_decks(instance.collection, library, request, instance.clock())
    import_into_anki(tmp_path / "back.apkg", anki)
    assert collection_state(anki) == before
    fields = query_rows(anki, "SELECT flds FROM notes ORDER BY guid")
    anki.close()
    (tmp_path / "other").mkdir()
    other = Collection(str(tmp_path / "other" / "collection.anki2"))  # receives every field
    import_into_anki(tmp_path / "back.apkg", other)
    assert query_rows(other, "SELECT flds FROM notes ORDER BY guid") == fields
    assert not other.media.check().missing
    other.close()


def test_own_note_returns_with_its_sound(
    collection: Collection, import_package: ImportFunction, tmp_path: Path, instance: StudyAppInstance
) -> None:
    export(tmp_path, "![spoken](<spoken/a b.mp3>)", front="[sound:spoken/a b.mp3]")
    import_package(tmp_path / "x.apkg")
    report = instance.import_file(export_package(collection, tmp_path))
    assert report.losses == ()
    text = (instance.folder / "sample.yaml").read_text(encoding="utf-8")
    assert "[sound:spoken/a b.mp3]" in text
    assert "![spoken](<spoken/a b.mp3>)" in text
    assert (instance.folder / "spoken" / "a b.mp3").read_bytes() == b"sound"
