"""Shortcuts for texts without markup or Anki syntax give what the general way gives, byte for byte."""

import json
import re
import zlib
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studyapp.anki import embedded_source
from studyapp.anki.card_progress import AnkiCard
from studyapp.anki.writing import escaping, localized_html
from studyapp.anki.writing.collection_file import AnkiNote
from studyapp.anki.writing.export_digest import compute_export_digest
from studyapp.core.notes.custom_note_type import CardTemplate, CustomNoteType
from studyapp.core.rendering import markdown_rendering

NOTHING, ANYTHING = re.compile("(?!)"), re.compile("")
FRAGMENTS = st.sampled_from([
    "a", "中", "\n", "\n\n", " ", "{", "{{c1::", "}}", "[", "]", "[sound:a.mp3]", "[latex]", "[$]", "\\", "\\(", "\\)", "\\[",
    "\x07", "\x7f", "\x1b", "\t", "<b>", "&lt;", "&nbsp;", "&", "-", "- ", "---", "1. ", "#", "`", "*", "_", "|", "[a]: b\n", "![](a.png)",
    "\u200b", "\ufeff", "\u00a0", "\u3000", "e\u0301", "\u202e", "\u2028", "\x85", "$x$", ":", "=", "\r\n", "x" * 210,
])  # fmt: skip


@settings(max_examples=500)
@given(st.lists(FRAGMENTS, max_size=8).map("".join))
def test_texts_render_the_same_with_and_without_shortcuts(text: str) -> None:
    fast_result = localized_html.render_markdown(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(escaping, "_MAY_BE_SYNTAX", ANYTHING)
        patch.setattr(localized_html, "_TEXT_AT_START", NOTHING)
        patch.setattr(markdown_rendering, "_PLAIN_LINES", NOTHING)
        assert localized_html.render_markdown(text) == fast_result


@settings(max_examples=300)
@given(
    st.lists(FRAGMENTS | st.text(max_size=40), max_size=60).map(lambda parts: "".join(parts).encode())
    | st.binary(max_size=1010)
    | st.builds(
        lambda part, count: (part * count)[:1010], st.binary(min_size=1, max_size=6), st.integers(1, 1010)
    )
)
def test_embedded_sources_have_the_bytes_of_zlib(source: bytes) -> None:
    assert embedded_source._compress(source) == zlib.compress(source, 9)


@pytest.mark.parametrize("size", [999, 1000, 1001, 5000])
def test_embedded_sources_around_the_limit_have_the_bytes_of_zlib(size: int) -> None:
    source = b"".join(sha256(str(number).encode()).digest() for number in range(200))[:size]
    assert embedded_source._compress(source) == zlib.compress(source, 9)


@given(
    st.lists(st.text(max_size=5), min_size=1),
    st.lists(st.text(max_size=5)),
    st.lists(st.integers(0, 9)),
    st.text(),
)
def test_export_digest_is_that_of_one_json_object(
    fields: list[str], tags: list[str], ordinals: list[int], name: str
) -> None:
    note_type = CustomNoteType(
        7, name, ("Front",), (CardTemplate("Card", name, "b"),), is_cloze=False, css=name
    )
    cards = tuple(AnkiCard(ordinal) for ordinal in ordinals)
    note = AnkiNote("guid", note_type, 1, 2, tuple(fields), tuple(tags), cards)
    type_values = {
        "number": 7, "name": name, "fields": ["Front"], "cards": [["Card", name, "b"]], "is_cloze": False, "style": name,
    }  # fmt: skip
    values = {"note_type": type_values, "fields": fields, "tags": tags, "cards": ordinals}
    assert compute_export_digest(note) == "2:" + sha256(json.dumps(values).encode()).hexdigest()
