"""Texts of a card that are read aloud."""

from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.rendering.html_sanitizing import sanitize_html
from studyapp.core.rendering.markdown_rendering import render_markdown
from studyapp.core.rendering.spoken_text import spoken_parts
from studyapp.core.rendering.text_layout.plain_text import html_to_text
from studyapp.core.text.sounds import Sound
from studyapp.core.text.speech import Speech, parse_playable_link, playable_parts, write_speech_tag


def test_sounds_and_texts_keep_their_order() -> None:
    html = sanitize_html("[sound:a.mp3] [anki:tts lang=en_US]a &amp; b[/anki:tts] [sound:b.mp3]", "d-media")
    assert list(playable_parts(html)) == [
        Sound("d-media/a.mp3", ""),
        Speech("a & b", "en_US"),
        Sound("d-media/b.mp3", ""),
    ]
    assert html_to_text(html) == "Sound: a.mp3 a & b Sound: b.mp3"


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=40))
def test_any_text_survives_the_tag_and_the_link(text: str) -> None:
    tag = write_speech_tag(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"), "en")
    expected = " ".join(text.replace("[", " ").replace("]", " ").split())
    parts = list(playable_parts(sanitize_html(tag, "d-media")))
    assert [html_to_text(part.text) for part in parts if isinstance(part, Speech)] == (
        [html_to_text(expected)] if expected else []
    )


def test_deck_cannot_imitate_a_link() -> None:
    assert list(playable_parts(sanitize_html('<a class="speech" href="speech:en/x">▶</a>', "d-media"))) == []
    assert list(playable_parts(render_markdown("[▶](speech:en/x)"))) == []
    assert parse_playable_link("https://example.org") is None


def test_sides_are_read_in_their_languages() -> None:
    html = '<div class="question"><p>0 [x]</p><div class="lang-en" lang="en"><p>a</p></div>'
    html += '<div class="lang-zh-Hant" lang="zh-Hant"><p>二</p></div></div>'
    assert spoken_parts(html) == [Speech("0 [x]", ""), Speech("a", "en"), Speech("二", "zh-Hant")]
    assert spoken_parts(render_markdown("[sound:a.mp3]")) == []
