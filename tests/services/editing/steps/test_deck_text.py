from pathlib import Path

import pytest

from studyapp.deckfiles.reading.deck_reading import read_deck_bytes
from studyapp.services.editing.steps.deck_text import GAP_SUFFIX, join_parts, split_into_parts

BLOCK = """\
deck: d
title: T
notes:
  # first
  - id: a
    front: q
    back: |
      text
      # not a comment

  # about b
  - id: b
    front: q
    back: a
    # still b
# end
"""


def split(text: str) -> dict[str, str]:
    data = text.encode()
    reading = read_deck_bytes(data, Path("d.yaml"))
    parts = split_into_parts(data, reading.position_by_note_id)
    assert join_parts(parts) == data
    return dict(parts)


def test_comments_and_blank_lines_after_a_note_are_a_part_of_their_own() -> None:
    assert split(BLOCK) == {
        "": "deck: d\ntitle: T\nnotes:\n  # first\n",
        "a": "  - id: a\n    front: q\n    back: |\n      text\n      # not a comment\n",
        f"a{GAP_SUFFIX}": "\n  # about b\n",
        "b": "  - id: b\n    front: q\n    back: a\n    # still b\n",
        f"b{GAP_SUFFIX}": "# end\n",
    }


@pytest.mark.parametrize(
    "text",
    [
        BLOCK.replace("\n", "\r\n"),
        "\ufeff" + BLOCK,
        "deck: d\ntitle: T\nnotes: [{id: a, front: q, back: x}, {id: b, front: q, back: 字}]\n",
        "deck: d\ntitle: T\nnotes:\n- {id: a, front: q, back: x}\n-\n  id: b\n  front: q\n  back: z",
        "notes:\n  - {id: a, front: q, back: x}\n  - {id: b, front: 'a\u2028b', back: x}\ndeck: d\ntitle: T\n",
    ],
    ids=["CRLF", "BOM", "brackets", "no line break at the end", "line separator"],
)
def test_parts_of_any_style_are_the_whole_file(text: str) -> None:
    parts = split(text)
    assert {"", "a", "b"} <= parts.keys()
    assert "id: a" in parts["a"] and "id: b" in parts["b"] and "id: a" not in parts["b"]


def test_file_without_notes_is_one_part() -> None:
    assert split("deck: d\ntitle: T\nnotes: []\n") == {"": "deck: d\ntitle: T\nnotes: []\n"}
