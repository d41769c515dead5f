import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.notes.text_changes import TextChange, TextPart, apply_changes, find_changes

KEYS = "abcdefgh"
parts = st.dictionaries(st.sampled_from(KEYS), st.text("xy\n", max_size=3)).map(
    lambda texts: [TextPart("", "head"), *(TextPart(key, texts[key]) for key in sorted(texts))]
)


def reverse(changes: tuple[TextChange, ...]) -> list[TextChange]:
    return [change.reversed() for change in changes]


@given(parts, parts)
def test_changes_lead_from_one_file_to_the_other_and_back(
    before: list[TextPart], after: list[TextPart]
) -> None:
    changes = find_changes(before, after)
    assert apply_changes(before, changes) == tuple(after)
    assert apply_changes(after, reverse(changes)) == tuple(before)
    assert (changes == ()) == (before == after)


@given(parts, parts, st.sampled_from(KEYS), st.text("xyz", min_size=4))
def test_other_changes_stay_and_changed_parts_are_refused(
    before: list[TextPart], after: list[TextPart], key: str, text: str
) -> None:
    changes = find_changes(before, after)
    elsewhere = [TextPart(one.key, text) if one.key == key else one for one in after]
    undone = apply_changes(elsewhere, reverse(changes))
    if key in {change.key for change in changes if change.after is not None}:
        assert undone is None
    else:
        assert undone == tuple(
            TextPart(one.key, text) if one.key == key and one in after else one for one in before
        )


def test_added_part_needs_the_one_before_it() -> None:
    before, after = (
        [TextPart("", ""), TextPart("a", "a"), TextPart("b", "b")],
        [TextPart("", ""), TextPart("a", "a")],
    )
    changes = find_changes(before, after)
    assert apply_changes([TextPart("", "")], reverse(changes)) is None


def test_parts_in_another_order_are_rejected() -> None:
    a, b = TextPart("a", ""), TextPart("b", "")
    with pytest.raises(ValueError, match="another order"):
        find_changes([a, b], [b, a])
