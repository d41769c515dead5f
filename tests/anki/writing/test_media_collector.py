"""Images are exported under unique names, or reported as missing and replaced by their label."""

import json
import re
import struct
import zipfile
import zlib
from pathlib import Path

import pytest
from anki.collection import Collection

from studyapp.anki.writing.media_collector import MAX_EXPORTED_MEDIA_BYTES, resolve_media_file
from studyapp.anki.writing.package import ExportDeck, ExportNote, ExportReport, write_package
from studyapp.core.notes.deck import DeckMetadata
from studyapp.core.notes.note import Basic, Cloze, Note
from studyapp.core.text.localized_text import CardLanguages, LocalizedText
from tests.anki.samples import CHANGED_AT, ImportFunction, query_rows


def png(shade: int) -> bytes:
    """A one-pixel image."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    pixel = zlib.compress(bytes([0, shade]))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixel) + chunk(b"IEND", b"")


def deck_with(folder: Path, words: str, deck: str = "sample", front: str = "?") -> ExportDeck:
    note = Note(
        deck, "n", Basic(LocalizedText.language_neutral(front), LocalizedText.language_neutral(words))
    )
    return ExportDeck(
        DeckMetadata(deck, LocalizedText.language_neutral(deck)), folder, [ExportNote(note, CHANGED_AT)]
    )


def export_note(tmp_path: Path, words: str, front: str = "?") -> ExportReport:
    deck = deck_with(tmp_path / "deck", words, front=front)
    return write_package(tmp_path / "x.apkg", [deck], CardLanguages.ENGLISH_AND_TRADITIONAL)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "deck" / "img").mkdir(parents=True)
    return tmp_path / "deck"


def image_names(collection: Collection) -> list[str]:
    return [name for [fields] in query_rows(collection, "SELECT flds FROM notes ORDER BY id") for name in
            re.findall(r'<img src="([^"]+)"', fields)]  # fmt: skip


def test_images_of_same_name_in_two_decks_are_kept_apart(
    collection: Collection, import_package: ImportFunction, tmp_path: Path
) -> None:
    decks = []
    for shade, deck in enumerate(("one", "two")):
        (tmp_path / deck).mkdir()
        (tmp_path / deck / "a.PNG").write_bytes(png(shade))
        decks.append(deck_with(tmp_path / deck, "![label](a.PNG) and ![again](a.PNG)", deck))
    report = write_package(tmp_path / "x.apkg", decks, CardLanguages.ENGLISH_AND_TRADITIONAL)
    assert (report.media_count, report.missing_media) == (2, ())
    import_package(tmp_path / "x.apkg")
    first, again, second, _ = image_names(collection)
    assert first == again != second
    assert first.startswith("studyapp-one-")
    media = Path(collection.media.dir())
    assert (media / first).read_bytes() == png(0)
    assert (media / second).read_bytes() == png(1)
    assert not collection.media.check().missing
    assert not collection.media.check().unused


def test_image_in_cloze_is_exported(
    collection: Collection, import_package: ImportFunction, tmp_path: Path, folder: Path
) -> None:
    (folder / "img" / "a.png").write_bytes(png(7))
    note = Note(
        "sample", "n", Cloze(LocalizedText.language_neutral("see {{c1::![it](img/a.png)}} ![no](b.png)"))
    )
    deck = ExportDeck(
        DeckMetadata("sample", LocalizedText.language_neutral("t")), folder, [ExportNote(note, CHANGED_AT)]
    )
    report = write_package(tmp_path / "x.apkg", [deck], CardLanguages.ENGLISH_AND_TRADITIONAL)
    assert (report.media_count, report.missing_media) == (1, (("sample/n", "b.png"),))
    import_package(tmp_path / "x.apkg")
    [card] = [collection.get_card(found) for found in collection.find_cards("")]
    [name] = image_names(collection)
    assert f'<img src="{name}"' not in re.sub('data-cloze="[^"]*"', "", card.question())
    assert f'<img src="{name}" alt="it">' in card.answer()
    assert "&#91;no]" in card.question()


def test_changed_image_gets_new_name(tmp_path: Path, folder: Path) -> None:
    names = []
    for shade in (1, 2, 1):
        (folder / "a.png").write_bytes(png(shade))
        assert export_note(tmp_path, "![x](a.png)").media_count == 1
        with zipfile.ZipFile(tmp_path / "x.apkg") as package:
            names += json.loads(package.read("media")).values()
            assert package.read("0") == png(shade)
    assert names[0] == names[2] != names[1]


def test_missing_image_is_reported_once_and_shows_label(
    collection: Collection, import_package: ImportFunction, tmp_path: Path, folder: Path
) -> None:
    report = export_note(tmp_path, "![the plot](img/no.png) ![](gone.png)", front="![x](img/no.png)")
    missing = (("sample/n", "img/no.png"), ("sample/n", "gone.png"))
    assert (report.media_count, report.missing_media) == (0, missing)
    assert not list(folder.rglob("*.png"))
    import_package(tmp_path / "x.apkg")
    [[fields]] = query_rows(collection, "SELECT flds FROM notes")
    assert "<img" not in fields
    [card] = [collection.get_card(found) for found in collection.find_cards("")]
    assert "&#91;the plot]" in card.answer()
    assert "&#91;gone.png]" in card.answer()


def test_files_outside_deck_folder_are_not_exported(tmp_path: Path, folder: Path) -> None:
    (tmp_path / "secret.png").write_bytes(png(0))
    (folder / "link.png").symlink_to(tmp_path / "secret.png")
    (folder / "out").symlink_to(tmp_path)
    (folder / "loop.png").symlink_to(folder / "loop.png")
    (folder / "dir.png").mkdir()
    (folder / "large.png").write_bytes(b"")
    with (folder / "large.png").open("r+b") as file:
        file.truncate(MAX_EXPORTED_MEDIA_BYTES + 1)
    unusable_names = ("link.png", "out/secret.png", "loop.png", "dir.png", "large.png")
    report = export_note(tmp_path, " ".join(f"![x]({name})" for name in unusable_names))
    assert report.missing_media == tuple(("sample/n", name) for name in unusable_names)
    assert report.media_count == 0
    invalid_names = (
        "../secret.png",
        "img/../../secret.png",
        str(tmp_path / "secret.png"),
        "",
        "\0.png",
        "x" * 5000,
    )
    assert [resolve_media_file(folder, name) for name in invalid_names] == [None] * len(invalid_names)


def test_images_inside_deck_folder_are_exported(tmp_path: Path, folder: Path) -> None:
    (folder / "img" / "a.png").write_bytes(png(0))
    (folder / "link.png").symlink_to(folder / "img" / "a.png")
    with (folder / "large.png").open("wb") as file:
        file.truncate(MAX_EXPORTED_MEDIA_BYTES)
    report = export_note(tmp_path, "![x](img/a.png) ![x](link.png) ![x](large.png)")
    assert (report.media_count, report.missing_media) == (2, ())
