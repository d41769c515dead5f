from pathlib import Path

import pytest

from studyapp.core.notes.custom_note_type import CustomNoteType
from studyapp.core.transfer.markdown_images import MARKDOWN_IMAGE, escape_link_path
from studyapp.core.transfer.package_model import (
    LocatedNote,
    PackageData,
    SourceNote,
    notes_by_guid,
    package_without_media,
)
from studyapp.core.transfer.unreadable_file import UnreadableFileError

NOTE_TYPE = CustomNoteType(0, "t", ("One",), (), is_cloze=False)


def source_note(guid: str) -> SourceNote:
    return SourceNote(guid, NOTE_TYPE, (), (guid,), ())


def test_package_of_a_text_file_has_neither_media_nor_scheduling() -> None:
    notes = (source_note("a"),)
    package = package_without_media({1: "Deck"}, notes)
    assert package[:6] == ({1: "Deck"}, notes, 0, None, 4, frozenset())
    assert (package.is_markdown, package.losses, dict(package.presets_by_deck_id)) == (False, (), {})
    with pytest.raises(KeyError, match=r"a\.png"):
        package.read_media("a.png")


def test_notes_are_found_by_their_guid_with_their_package() -> None:
    first: PackageData = package_without_media({}, (source_note("a"), source_note("b")))
    second = package_without_media({}, (source_note("c"),))
    assert notes_by_guid([first, second]) == {
        "a": LocatedNote(first.notes[0], first),
        "b": LocatedNote(first.notes[1], first),
        "c": LocatedNote(second.notes[0], second),
    }


def test_error_of_a_library_is_the_reason() -> None:
    error = UnreadableFileError.from_library(ValueError("bad {value}"))
    assert str(error) == "bad {value}"
    assert (error.message_template, error.values) == ("{reason}", {"reason": "bad {value}"})


def test_message_is_filled_in_with_texts() -> None:
    error = UnreadableFileError("line {line} of {file}", line=3, file=Path("a.csv"))
    assert str(error) == "line 3 of a.csv"
    assert error.values == {"line": "3", "file": "a.csv"}
    assert error.context == "Problem"


@pytest.mark.parametrize("name", ["a.png", "a b (1).png", "字.png"])
def test_escaped_path_is_an_image_in_markdown(name: str) -> None:
    match = MARKDOWN_IMAGE.fullmatch(f"![]({escape_link_path(name)})")
    assert match is not None
    assert match[1].replace("%20", " ").replace("%28", "(").replace("%29", ")") == name
    assert escape_link_path("a b (1).png") == "a%20b%20%281%29.png"
