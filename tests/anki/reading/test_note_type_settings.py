"""Settings of note types that only Anki uses make the way from Anki through StudyApp into an empty Anki."""

import json
import sqlite3
import zipfile
from pathlib import Path
from typing import Any

import pytest
from anki.collection import Collection as Anki

from studyapp.anki.package_note_types import PackageNoteTypes
from studyapp.anki.reading.note_type_reading import read_note_types
from studyapp.anki.reading.package_limits import DatabaseLimits
from studyapp.anki.reading.untrusted_database import open_untrusted_database
from studyapp.core.notes.anki_settings import DEFAULT_SETTINGS, AnkiSettings
from studyapp.core.notes.custom_note_type import CardTemplate, CustomNoteType
from studyapp.core.notes.note import CustomContent, Note
from studyapp.core.text.localized_text import CardLanguages
from studyapp.core.transfer.import_losses import LossKind
from studyapp.services.library.library_refresh import refresh_library
from studyapp.services.transfer.deck_export import export_decks
from studyapp.services.transfer.export_request import ExportRequest
from studyapp.services.transfer.note_writing.note_type_ids import NoteTypeIds
from tests.anki.anki_collections import FIELD_NAMES, add_note, add_note_type, export_package, import_into_anki
from tests.anki.studyapp_instance import StudyAppInstance

_NOT_COMPARED = {"id", "originalId", "mod", "usn", "did", "ord", "req", "media", "vers", "tags"}
"""What Anki sets itself, and keys of old versions."""

CHANGES: dict[str, dict[str, Any]] = {
    "Arabic": {"flds": {0: {"rtl": True, "font": "Amiri", "size": 34}, 2: {"rtl": True, "sticky": True}}},
    "Physics": {"latexPre": "\\documentclass{article}\n\\usepackage{siunitx}\n\n", "latexPost": "\\end{document}\n\n", "latexsvg": True},
    "Sorted": {"sortf": 2, "flds": {1: {"description": "the answer: short\n# exact", "plainText": True}}},
    "Folded": {"flds": {1: {"collapsed": True, "excludeFromSearch": True}, 2: {"font": "", "size": 8}}},
    "Browsed": {"tmpls": {0: {"bqfmt": "{{One}} …", "bafmt": "{{Two}}", "bfont": "Noto Sans", "bsize": 9}}},
    "Plain": {},
}  # fmt: skip
"""Settings by note type, in Anki's names."""


def _change(anki: Anki, name: str, changes: dict[str, Any]) -> None:
    model = anki.models.by_name(name)
    assert model is not None
    for key, value in changes.items():
        if key in ("flds", "tmpls"):
            for index, settings in value.items():
                model[key][index].update(settings)
        else:
            model[key] = value
    anki.models.update_dict(model)


def _settings_in(anki: Anki, name: str) -> dict[str, Any]:
    model = anki.models.by_name(name)
    assert model is not None

    def compared(part: Any) -> dict[str, Any]:
        return {key: value for key, value in part.items() if key not in _NOT_COMPARED}

    parts = {key: [compared(part) for part in model[key]] for key in ("flds", "tmpls")}
    return compared(model) | parts


@pytest.mark.parametrize("legacy", [False, True])
def test_settings_make_the_round_trip(
    anki: Anki, instance: StudyAppInstance, tmp_path: Path, legacy: bool
) -> None:
    for name, changes in CHANGES.items():
        add_note_type(anki, name, [("{{One}}", "{{Two}}"), ("{{Two}}", "{{Three}}")])
        _change(anki, name, changes)
        add_note(anki, name, f"{name} <u>1</u>", "2", "3")
        add_note(anki, name, f"{name} plain", "2", "")
    expected = {name: _settings_in(anki, name) for name in CHANGES}
    assert instance.import_file(export_package(anki, tmp_path, legacy=legacy)).losses == ()
    library, _ = refresh_library(instance.collection, [instance.folder], instance.clock())
    out = tmp_path / "back.apkg"
    request = ExportRequest(library.deck_ids, CardLanguages.ENGLISH, out, with_progress=True)
    export_decks(instance.collection, library, request, instance.clock())
    other = Anki(str(tmp_path / "other.anki2"))
    import_into_anki(out, other)
    assert {name: _settings_in(other, name) for name in CHANGES} == expected
    sort_fields = other.db.list("SELECT sfld FROM notes WHERE sfld = '3'")  # type: ignore[union-attr]
    assert sort_fields == [3]
    other.close()


def test_image_occlusion_stays_image_occlusion(
    anki: Anki, instance: StudyAppInstance, tmp_path: Path
) -> None:
    occlusion = "{{c1::image-occlusion:rect:left=.1:top=.1:width=.2:height=.2}}"
    anki.media.write_data("map.png", b"map")
    add_note(anki, "Image Occlusion", occlusion, '<img src="map.png">', "", "", "")
    instance.import_file(export_package(anki, tmp_path))
    library, _ = refresh_library(instance.collection, [instance.folder], instance.clock())
    request = ExportRequest(
        library.deck_ids, CardLanguages.ENGLISH, tmp_path / "back.apkg", with_progress=False
    )
    export_decks(instance.collection, library, request, instance.clock())
    other = Anki(str(tmp_path / "other.anki2"))
    import_into_anki(tmp_path / "back.apkg", other)
    (note_id,) = other.find_notes("")
    note = other.get_note(note_id).note_type()
    assert note is not None
    assert note["originalStockKind"] == 6
    assert [field["tag"] for field in note["flds"]] == [0, 1, 2, 3, 4]
    other.close()


@pytest.mark.parametrize("legacy", [False, True])
def test_what_is_not_kept_is_reported_by_note_type(
    anki: Anki, instance: StudyAppInstance, tmp_path: Path, legacy: bool
) -> None:
    for name in ("Routed", "Extended", "Unused"):
        add_note_type(anki, name, [("{{One}}", "{{Two}}")])
    _change(anki, "Routed", {"tmpls": {0: {"did": 1}}})
    _change(anki, "Extended", {"flds": {1: {"addon_state": {"on": True}}}, "addon_empty": ""})
    _change(anki, "Unused", {"addon": 1, "tmpls": {0: {"did": 1}}})
    add_note(anki, "Routed", "a", "b")
    add_note(anki, "Extended", "c", "d")
    report = instance.import_file(export_package(anki, tmp_path, legacy=legacy))
    assert {(loss.kind, loss.name) for loss in report.losses} == {
        (LossKind.TEMPLATE_DECK, "Routed"),
        (LossKind.ADDON_SETTINGS, "Extended"),
    }


def test_invalid_settings_are_those_of_a_new_note_type(anki: Anki, tmp_path: Path) -> None:
    name = add_note_type(anki, "Odd", [("{{One}}", "{{Two}}")])
    add_note(anki, name, "a", "b")
    package = export_package(anki, tmp_path, legacy=True)
    path = tmp_path / "changed.anki21"
    with zipfile.ZipFile(package) as archive:
        path.write_bytes(archive.read("collection.anki21"))
    with sqlite3.connect(path) as connection:
        models = json.loads(connection.execute("SELECT models FROM col").fetchone()[0])
        model = next(model for model in models.values() if model["name"] == "Odd")
        model.update(sortf="x", latexPre=7, latexsvg=None, originalStockKind=-1)
        model["flds"][0].update(font=None, size=1e9, description="a\x00b", tag="x", rtl=1)
        connection.execute("UPDATE col SET models = ?", (json.dumps(models),))
    with open_untrusted_database(path, DatabaseLimits(10**6, 10**8, 10.0), lambda: None) as database:
        (note_type,) = [each for each in read_note_types(database).by_id.values() if each.name == "Odd"]
    assert note_type.settings == AnkiSettings(fields=(("One", (("right_to_left", True),)),))


def test_type_of_an_earlier_import_is_used_again() -> None:
    earlier = CustomNoteType(
        7, "T", FIELD_NAMES, (CardTemplate("1", "{{One}}", "{{Two}}"),), is_cloze=False, id="t"
    )
    now = earlier._replace(id="", settings=AnkiSettings("Two"))
    ids = NoteTypeIds({"d": [earlier]})
    added = ids.assign_note_type_id(Note("d", "m", CustomContent(now, ("x", "y", "z"))))
    assert added.content == CustomContent(earlier, ("x", "y", "z"))
    elsewhere = ids.assign_note_type_id(Note("e", "m", CustomContent(now, ("x", "y", "z"))))
    assert elsewhere.content == CustomContent(now._replace(id="t"), ("x", "y", "z"))


@pytest.mark.parametrize("reverse", [False, True])
def test_type_with_settings_stands_for_the_same_type_without(reverse: bool) -> None:
    plain = CustomNoteType(7, "T", FIELD_NAMES, (CardTemplate("1", "{{One}}", ""),), is_cloze=False)
    changed = plain._replace(settings=AnkiSettings("Two"))
    types = [("d", plain), ("e", changed)]
    resolved = PackageNoteTypes(types[::-1] if reverse else types).resolve("d", plain)
    assert resolved.settings == AnkiSettings("Two") != DEFAULT_SETTINGS
