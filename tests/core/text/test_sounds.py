"""Sounds in the HTML of a card."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.rendering.html_sanitizing import sanitize_html
from studyapp.core.rendering.markdown_rendering import render_cloze_question, render_markdown
from studyapp.core.rendering.text_layout.plain_text import html_to_text
from studyapp.core.text.sounds import is_playable, is_sound_path, render_sound, sounds_in, write_sound_tags

NAMES = st.from_regex(r"\w[\w .()+-]{0,20}(/\w[\w .()+-]{0,20})?\.(mp3|ogg)", fullmatch=True)


@given(st.lists(NAMES, max_size=4))
def test_sounds_are_found_in_order(paths: list[str]) -> None:
    html = "<p>" + " and ".join(map(render_sound, paths)) + "</p>"
    assert [sound.path for sound in sounds_in(html)] == paths


@given(NAMES)
def test_sound_tag_is_recognized_in_markdown(path: str) -> None:
    html = render_markdown(f"a [sound:{path}] b")
    assert [sound.path for sound in sounds_in(html)] == [path]
    assert write_sound_tags(html) == f"<p>a [sound:{path}] b</p>\n"


def test_image_with_the_suffix_of_a_sound_is_a_sound() -> None:
    html = render_markdown("![a loud <b>](spoken/a%20b.MP3)")
    assert html == '<p><a class="sound" href="sound:spoken/a%20b.MP3">▶ a loud &lt;b&gt;</a></p>\n'
    assert html_to_text(html) == "Sound: a loud <b>"
    assert html_to_text(render_markdown("![](spoken/a.mp3)")) == "Sound: a.mp3"
    assert sounds_in(render_markdown("![a](a.png)")) == []


@pytest.mark.parametrize(
    "markdown",
    [
        r"\[sound:a.mp3]",
        "`[sound:a.mp3]`",
        "[x](sound:a.mp3)",
        "<sound:a.mp3>",
        "![x](../a.mp3)",
        "![x](/a.mp3)",
        "[sound:../a.mp3]",
        "[sound:/etc/a.mp3]",
        "[sound:.hidden.mp3]",
        "[sound:a/.b.mp3]",
        "![x](https://h/a.mp3)",
        "[sound:C:a.mp3]",
    ],
)
def test_other_texts_are_no_sounds(markdown: str) -> None:
    html = render_markdown(markdown)
    assert sounds_in(html) == []
    assert "sound:" not in html.partition("href")[2]


def test_hidden_sound_is_not_in_the_question() -> None:
    assert (
        sounds_in(render_cloze_question("{{c1::[sound:a.mp3]}} {{c2::[sound:b.mp3]}}", 1))[0].path == "b.mp3"
    )


def test_html_of_a_deck_cannot_imitate_a_sound() -> None:
    assert sounds_in(sanitize_html('<a class="sound" href="sound:x.mp3">▶</a>', "d-media")) == []
    assert [sound.name for sound in sounds_in(sanitize_html("[sound:x.mp3]", "d-media"))] == ["x.mp3"]


def test_playable_formats() -> None:
    assert [
        name for name in ("a.mp3", "a.WAV", "a.flac", "a.ogg", "a.opus", "a.m4a", "a") if is_playable(name)
    ] == [
        "a.mp3",
        "a.WAV",
        "a.flac",
    ]
    assert not is_sound_path("a")
