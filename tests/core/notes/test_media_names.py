"""Names of imported media files: valid on every file system, and different for different originals."""

import hashlib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.notes.media_names import media_folder, safe_media_name


def renamed(stem: str, original: str, suffix: str = "") -> str:
    return f"{stem}-{hashlib.sha256(original.encode()).hexdigest()[:8]}{suffix}"


@pytest.mark.parametrize(
    "name", ["a.png", "a b (1)+2.png", "字.png", "_a", "a", "x" * 100, "字" * 66, "a-", "tar.gz.png"]
)
def test_safe_name_is_kept(name: str) -> None:
    assert safe_media_name(name) == name


@pytest.mark.parametrize("name", ["", "a/b", "/", "a\\b", "a\0b", "C:a", ":", "../a.png"])
def test_path_is_refused(name: str) -> None:
    assert safe_media_name(name) is None


@pytest.mark.parametrize(
    ("name", "stem", "suffix"),
    [
        ("a&b.png", "a-b", ".png"),
        ("a&&b.png", "a-b", ".png"),
        ("-rf.png", "rf", ".png"),
        (".hidden.png", "hidden", ".png"),
        ("a.b&.tar.png", "a.b-.tar", ".png"),
        ("a.", "a", ""),
        ("a.png...", "a", ".png"),
        ("a?b", "a-b", ""),
        ("&&&", "file", ""),
        ("&.png", "png", ""),
        ("x" * 101 + ".png", "x" * 40, ".png"),
        ("x" * 101, "x" * 40, ""),
        ("a&b.verylongsuffix", "a-b", ".verylongsu"),
        ("字" * 67, "字" * 40, ""),
    ],
)
def test_unsafe_name_is_changed_and_gets_a_digest(name: str, stem: str, suffix: str) -> None:
    assert safe_media_name(name) == renamed(stem, name, suffix)


def test_lone_surrogate_is_no_error() -> None:
    digest = hashlib.sha256(b"a?.png").hexdigest()[:8]
    assert safe_media_name("a\ud800.png") == f"a--{digest}.png"


def test_name_of_many_bytes_is_changed() -> None:
    longest = "字" * 66 + "é"  # 200 bytes
    assert safe_media_name(longest) == longest
    assert safe_media_name(longest + "x") == renamed("字" * 40, longest + "x")


def test_media_folder_is_named_after_the_deck() -> None:
    assert media_folder("my.deck") == "my.deck-media"


@pytest.mark.parametrize("name", ["con", "NUL.txt", "con.a.png", "Lpt1.jpg", "aux"])
def test_names_of_windows_devices_are_changed(name: str) -> None:
    file = safe_media_name(name)
    assert file is not None
    assert file.startswith("file-")
    assert file.rpartition(".")[1:] in (("", file), (".", name.rpartition(".")[2]))
    assert safe_media_name(file) == file


@given(st.text(max_size=200))
def test_safe_media_names_are_file_names(name: str) -> None:
    file = safe_media_name(name)
    if file is not None:
        assert re.fullmatch(r"\w[\w .()+-]*", file)
        assert len(file) <= 120
        assert safe_media_name(file) == file
