"""Images and sounds are copied beside the deck, named by content."""

from pathlib import Path

import pytest

from studyapp.core.text.sounds import is_sound_path
from studyapp.services.editing.media_adding import (
    LARGE_IMAGE_BYTES,
    UnsupportedMediaError,
    add_media,
    add_media_file,
    media_reference,
)


def test_a_file_is_copied_to_the_media_folder(tmp_path: Path) -> None:
    source = tmp_path / "My picture (1).PNG"
    source.write_bytes(b"picture")
    media = add_media_file(source, tmp_path / "decks", "d")
    assert (tmp_path / "decks" / media.path).read_bytes() == b"picture"
    assert media.path.startswith("d-media/My-picture-1-")
    assert media.path.endswith(".png")
    assert media_reference(media, is_html=False) == f"![]({media.path})"
    assert media_reference(media, is_html=True) == f'<img src="{media.name}">'


def test_the_same_content_is_stored_once_and_other_content_beside_it(tmp_path: Path) -> None:
    first = add_media(b"one", "a.png", tmp_path, "d")
    assert add_media(b"one", "a.png", tmp_path, "d") == first
    other = add_media(b"two", "a.png", tmp_path, "d")
    assert other.name != first.name
    assert len(list((tmp_path / "d-media").iterdir())) == 2


def test_a_sound_is_inserted_as_in_anki(tmp_path: Path) -> None:
    media = add_media(b"x", "hello world.mp3", tmp_path, "d")
    assert media_reference(media, is_html=False) == f"[sound:{media.path}]"
    assert media_reference(media, is_html=True) == f"[sound:{media.name}]"
    assert is_sound_path(media.path)
    assert media.is_playable
    assert not add_media(b"x", "a.ogg", tmp_path, "d").is_playable


@pytest.mark.parametrize("name", ["///.png", ".png", "§.png", "-_-.png", "名前.png"])
def test_any_name_gives_a_valid_one(tmp_path: Path, name: str) -> None:
    media = add_media(b"x", name, tmp_path, "d")
    assert (tmp_path / media.path).is_file()
    assert media.name[0].isalnum()


def test_large_images_are_marked(tmp_path: Path) -> None:
    assert add_media(b"x" * (LARGE_IMAGE_BYTES + 1), "a.png", tmp_path, "d").is_too_large
    assert not add_media(b"x", "a.png", tmp_path, "d").is_too_large


@pytest.mark.parametrize("name", ["a.svg", "a.txt", "png"])
def test_other_files_are_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"x")
    with pytest.raises(UnsupportedMediaError, match=name):
        add_media_file(tmp_path / name, tmp_path, "d")
    assert not (tmp_path / "d-media").exists()


def test_a_file_that_was_edited_since_is_not_overwritten(tmp_path: Path) -> None:
    first = add_media(b"picture", "a.png", tmp_path, "d")
    (tmp_path / first.path).write_bytes(b"cropped")
    again = add_media(b"picture", "a.png", tmp_path, "d")
    assert again == add_media(b"picture", "a.png", tmp_path, "d")
    assert (tmp_path / first.path).read_bytes() == b"cropped"
    assert (tmp_path / again.path).read_bytes() == b"picture"
