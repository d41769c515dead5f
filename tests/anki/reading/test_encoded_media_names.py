"""Pictures and sounds with encoded names are found in the package, shown on the card, and found by Anki after an export."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from anki.collection import Collection as Anki

from studyapp.anki.reading.package_reading import open_package
from studyapp.core.cards.card import cards_of
from studyapp.core.notes.media_names import decode_media_name, media_folder
from studyapp.core.notes.note import Basic, CustomContent, Note
from studyapp.core.rendering.deck_styles.sized_image import decode_sized_image
from studyapp.core.rendering.face import render_face
from studyapp.core.text.localized_text import CardLanguages
from studyapp.core.text.sounds import sounds_in
from studyapp.core.transfer.import_losses import LossKind
from studyapp.core.transfer.media_references import find_media_file, find_note_type_media
from studyapp.services.library.deck_checking import find_missing_media
from studyapp.services.library.library_refresh import refresh_library
from studyapp.services.transfer.deck_export import export_decks
from studyapp.services.transfer.export_request import ExportRequest
from studyapp.store import notes as note_table
from tests.anki.anki_collections import add_note, export_package
from tests.anki.html_fields import MEDIA_REFERENCES
from tests.anki.studyapp_instance import StudyAppInstance
from tests.core.html_check import image_names

_SOUNDS = {"ton%201.mp3": "ton%201.mp3", "a&amp;b.mp3": "a&b.mp3", "zwei drei.wav": "zwei drei.wav"}


@pytest.fixture
def filled_anki(anki: Anki) -> Iterator[Anki]:
    """An Anki collection with each picture in a note that can be Markdown and in one that can't, and with sounds."""
    for number, (reference, name) in enumerate(MEDIA_REFERENCES.items()):
        anki.media.write_data(name, f"picture {name}".encode())
        add_note(anki, "Basic", f'plain {number} <img src="{reference}">', "x")
        add_note(anki, "Basic", f'wide {number} <img width="200" src="{reference}">', "x")
    for number, (reference, name) in enumerate(_SOUNDS.items()):
        anki.media.write_data(name, f"sound {name}".encode())
        add_note(anki, "Basic", f"sound {number} [sound:{reference}]", "<u>x</u>")
    yield anki


def _load_notes(instance: StudyAppInstance) -> list[Note]:
    with instance.collection.read_transaction() as connection:
        return [note for note, _ in note_table.iterate_present(connection, "default")]


def test_encoded_pictures_and_sounds_make_the_round_trip(
    filled_anki: Anki, instance: StudyAppInstance, tmp_path: Path
) -> None:
    # Anki's .apkg leaves out files whose names are only written encoded.
    report = instance.import_file(export_package(filled_anki, tmp_path, "colpkg"))
    assert [loss for loss in report.losses if loss.kind is LossKind.MISSING_MEDIA] == []
    library, _ = refresh_library(instance.collection, [instance.folder], instance.clock())
    notes = _load_notes(instance)
    assert {type(note.content) for note in notes} == {Basic, CustomContent}
    for note in notes:
        assert list(find_missing_media(note, instance.folder)) == []
        face = render_face(cards_of(note)[0], CardLanguages.ENGLISH)
        pictures = [decode_sized_image(name) for name in image_names(face.question)]
        files = [
            *(picture.image_name for picture in pictures),
            *(sound.path for sound in sounds_in(face.question)),
        ]
        assert [(instance.folder / file).is_file() for file in files] == [True]
    out = tmp_path / "back.apkg"
    request = ExportRequest(library.deck_ids, CardLanguages.ENGLISH, out, with_progress=False)
    assert export_decks(instance.collection, library, request, instance.clock()).missing_media == ()
    with open_package(out) as package:
        assert package.media_names == {*MEDIA_REFERENCES.values(), *_SOUNDS.values()}
        assert b"".join(package.read_media("50%.png")) == b"picture 50%.png"


def test_missing_picture_is_named_as_anki_names_it(
    anki: Anki, instance: StudyAppInstance, tmp_path: Path
) -> None:
    add_note(anki, "Basic", '<img src="no%20such%2C.png">', "x")
    report = instance.import_file(export_package(anki, tmp_path))
    assert [(loss.kind, loss.name) for loss in report.losses] == [(LossKind.MISSING_MEDIA, "no such,.png")]


def test_conflicting_picture_is_renamed_in_each_encoding(
    anki: Anki, instance: StudyAppInstance, tmp_path: Path
) -> None:
    references = ("a%20b.png", "a b.png", "%61%20b.png")
    anki.media.write_data("a b.png", b"new")
    for reference in references:
        add_note(anki, "Basic", f'<img src="{reference}" width="9"> {reference}', "x")
    folder = instance.folder / media_folder("default")
    folder.mkdir(parents=True)
    (folder / "a b.png").write_bytes(b"old")
    instance.import_file(export_package(anki, tmp_path))
    for note in _load_notes(instance):
        face = render_face(cards_of(note)[0], CardLanguages.ENGLISH)
        (name,) = image_names(face.question)
        assert (instance.folder / decode_sized_image(name).image_name).read_bytes() == b"new"


@pytest.mark.parametrize(
    ("name", "files", "found"),
    [
        ("a b.png", {"a b.png", "a%20b.png"}, "a b.png"),
        ("a b.png", {"a%20b.png"}, "a%20b.png"),
        ("a%20b.mp3", {"a b.mp3"}, "a b.mp3"),
        ("a%20b.mp3", {"a b.mp3", "a%20b.mp3"}, "a%20b.mp3"),
        ("\u00e9.png", {"e\u0301.png"}, "e\u0301.png"),
        ("e\u0301.png", {"\u00e9.png"}, "\u00e9.png"),
        ("a.png", {"A.png"}, None),
        ("100%.png", {"100%.png"}, "100%.png"),
    ],
)
def test_file_of_a_reference(name: str, files: set[str], found: str | None) -> None:
    assert find_media_file(name, frozenset(files)) == found


@pytest.mark.parametrize(
    ("source", "name"),
    [("a%20b.png", "a b.png"), ("100%.png", "100%.png"), ("100%25.png", "100%.png"), ("e%CC%81.png", "\u00e9.png"), ("a+b.png", "a+b.png")],
)  # fmt: skip
def test_decoded_name(source: str, name: str) -> None:
    assert decode_media_name(source) == name


def test_encoded_files_of_a_note_type_are_found() -> None:
    from studyapp.core.notes.custom_note_type import CardTemplate, CustomNoteType

    note_type = CustomNoteType(
        1, "T", ("F",), (CardTemplate("1", '<img src="_my%20logo.png"><img src="_two words.png">', ""),), False,
        css="@font-face { src: url('_a%2Cb.ttf') } p { background: url(_plain.png) }",
    )  # fmt: skip
    available = {"_my logo.png", "_two words.png", "_a,b.ttf", "_plain.png", "_other.png"}
    assert set(find_note_type_media(note_type, available)) == available - {"_other.png"}
