"""Images in HTML from decks: files of the media folder, and their descriptions."""

import pytest

from studyapp.core.notes.media_names import safe_media_name
from studyapp.core.rendering.html_sanitizing import sanitize_html


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("a.png", '<img src="d-media/a.png" alt="">'),
        ("../a.png", '<span class="missing">[../a.png]</span>'),
        ("/etc/a&amp;b", '<span class="missing">[/etc/a&amp;b]</span>'),
        ("http://h/a.png", '<span class="missing">[http://h/a.png]</span>'),
        ("", ""),
    ],
)
def test_image_is_a_media_file_or_named(source: str, shown: str) -> None:
    assert sanitize_html(f'x<img src="{source}">y', "d-media") == f"x{shown}y"


def test_renamed_media_file_is_shown() -> None:
    name = safe_media_name("a&b.png")
    assert sanitize_html('<img src="a&amp;b.png">', "d-media") == f'<img src="d-media/{name}" alt="">'


def test_image_without_a_source_is_dropped() -> None:
    assert sanitize_html("x<img>y<img alt=z>", "d-media") == "xy"


def test_description_of_an_image_is_kept() -> None:
    assert sanitize_html('<img alt="A &quot;big&quot; <b>" src="a.png">', "m") == (
        '<img src="m/a.png" alt="A &quot;big&quot; b">'
    )
    assert (
        sanitize_html(f'<img src="a.png" alt="{"x" * 400}">', "m") == f'<img src="m/a.png" alt="{"x" * 300}">'
    )
