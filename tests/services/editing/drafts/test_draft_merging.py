"""Fields of another version replace those of a draft, as named by the merge."""

from dataclasses import replace

from studyapp.services.editing.drafts.draft_merging import describe_field, take_changes, take_fields
from studyapp.services.editing.drafts.note_draft import NoteDraft, OptionDraft

MINE = NoteDraft(
    "d",
    "basic",
    {"front": (("en", "mine"), ("zh-Hant", "我的")), "back": (("", "my answer"),)},
    explanation=(("en", "because"),),
    section="1",
)
THEIRS = NoteDraft(
    "d",
    "basic",
    {"front": (("en", "theirs"), ("de", "deren")), "back": (("", "their answer"),)},
    explanation=(("en", "therefore"),),
    section="2",
    tags=("t",),
)


def test_whole_fields() -> None:
    assert take_fields(MINE, THEIRS, ["back", "section"]) == replace(
        MINE, texts={**MINE.texts, "back": THEIRS.texts["back"]}, section="2"
    )
    assert take_fields(MINE, THEIRS, ["tags"]).tags == ("t",)
    assert take_fields(MINE, THEIRS, []) == MINE


def test_one_language() -> None:
    assert take_fields(MINE, THEIRS, ["front.en"]).texts["front"] == (("en", "theirs"), ("zh-Hant", "我的"))
    assert take_fields(MINE, THEIRS, ["front.de"]).texts["front"][-1] == ("de", "deren")
    assert take_fields(MINE, THEIRS, ["front.zh-Hant"]).texts["front"] == (("en", "mine"),)
    assert take_fields(MINE, THEIRS, ["why.en"]).explanation == (("en", "therefore"),)


def test_the_whole_content_with_another_type() -> None:
    other = replace(THEIRS, type_name="cloze", texts={"text": (("", "{{c1::x}}"),)})
    taken = take_fields(MINE, other, ["type"])
    assert (taken.type_name, taken.texts) == ("cloze", other.texts)
    assert taken.section == "1"


def test_custom_fields_whose_name_has_a_dot() -> None:
    mine, theirs = (NoteDraft("d", "verb", {"a.b": (("", text),)}) for text in ("mine", "theirs"))
    assert take_fields(mine, theirs, ["a.b"]).texts == theirs.texts


def test_descriptions() -> None:
    assert describe_field(MINE, "front") == "mine\n我的"
    assert describe_field(MINE, "front.zh-Hant") == "我的"
    assert describe_field(MINE, "front.de") == ""
    assert describe_field(MINE, "section") == "1"
    assert describe_field(THEIRS, "tags") == "t"
    options = (OptionDraft((("", "yes"),), is_correct=True), OptionDraft((("", "no"),)))
    assert describe_field(replace(MINE, options=options), "options") == "✓ yes\n– no"
    assert "my answer" in describe_field(MINE, "type")


def test_changes_between_two_drafts_are_taken_version_by_version() -> None:
    after = replace(
        MINE,
        texts={**MINE.texts, "front": (("en", "mine"), ("zh-Hant", "我寫的"))},
        explanation=(),
        evidence="strong",
    )
    taken = take_changes(THEIRS, MINE, after)
    assert dict(taken.texts["front"]) == {"en": "theirs", "de": "deren", "zh-Hant": "我寫的"}
    assert taken.texts["back"] == THEIRS.texts["back"]
    assert (taken.explanation, taken.evidence, taken.section, taken.tags) == ((), "strong", "2", ("t",))
    assert take_changes(THEIRS, MINE, MINE) == THEIRS
    other_type = replace(MINE, type_name="cloze")
    assert take_changes(THEIRS, MINE, other_type) == other_type
