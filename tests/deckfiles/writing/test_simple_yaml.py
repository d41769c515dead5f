"""Fields of notes are written as PyYAML writes them, character by character."""

from typing import Any

import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from studyapp.deckfiles.writing import deck_to_yaml
from studyapp.deckfiles.writing.simple_yaml import write_list_item

WORDS = ("a", "note", "no", "Yes", "NULL", "是", "12", "1:30", "x:", "#", "c#", "-", "'", '"', "é", "😀", "\u00a0", "\u3000", "\ufeff", "\u2028", "\t",
         "{", "}", "[", ",", "*", "&", "!", "|", ">", "%", "@", "`", "~", "?", "<<", "=", "\\", "\x85", "…", "，", "e\u0301", "long" * 20)  # fmt: skip
TEXTS = st.one_of(
    st.lists(
        st.one_of(st.sampled_from(WORDS), st.sampled_from(("word", " ", "\n", "\n\n"))), max_size=40
    ).map("".join),
    st.lists(st.sampled_from(("word", "字", "two words")), min_size=1, max_size=40).map(" ".join),
    st.lists(st.sampled_from(("word", "字。", "two: words", "", "# 1")), min_size=1, max_size=6).map(
        "\n".join
    ),
    st.text(max_size=12),
)
NAMES = st.one_of(st.sampled_from(("id", "guid", "front", "正面", "no", "a b", "12", "x: y")), TEXTS)
FLOW_LISTS = st.lists(
    st.one_of(st.sampled_from(("tag", "no", "a::b", "標籤", "x-1", "b:", "標::1")), TEXTS)
).map(deck_to_yaml._FlowList)
VALUES = st.one_of(
    TEXTS,
    FLOW_LISTS,
    st.dictionaries(NAMES, TEXTS, max_size=3),
    st.lists(st.dictionaries(NAMES, TEXTS, max_size=2), max_size=2),
)


def dump(value: object) -> str:
    return str(yaml.dump(value, Dumper=deck_to_yaml._Dumper, sort_keys=False, allow_unicode=True, width=110))


@given(st.dictionaries(NAMES, VALUES, min_size=1, max_size=4))
@example({"front": "a" * 101})
@example({"front": f"{'a' * 98} b"})
@example({"front": f"{'a' * 101} b"})
@example({"tags": deck_to_yaml._FlowList(["tag"] * 30)})
@example({"front": "\u2028"})
@example({"front": "one\n\ntwo"})
@example({"front": "one \ntwo"})
@example({"front": "one\n two"})
@example({"front": "null", "back": "No"})
@example({"fields": {"字" * 42: "一", "字" * 43: "二"}})
@example({"tags": deck_to_yaml._FlowList(["no"])})
@example({"tags": deck_to_yaml._FlowList(["part::3", "a:", "tag", "no:"])})
@example({"tags": deck_to_yaml._FlowList(["part::3"] * 12)})
@example({"tags": deck_to_yaml._FlowList(["字::三" * 14, "x:y" * 11])})
def test_list_items_are_written_as_pyyaml_writes_them(fields: dict[str, Any]) -> None:
    assert write_list_item(fields, dump) == dump([fields])


def test_usual_notes_are_written_without_pyyaml() -> None:
    def refuse(value: object) -> str:
        raise AssertionError(value)

    fields = {
        "id": "note-1",
        "front": "字 12",
        "back": "one\ntwo: 2",
        "why": {"en": "Because.", "zh-Hant": "因為"},
        "tags": deck_to_yaml._FlowList(["hsk1", "verb", "part::3"]),
    }
    assert write_list_item(fields, refuse).startswith("- id: note-1\n  front: 字 12\n  back: |-\n    one\n")
