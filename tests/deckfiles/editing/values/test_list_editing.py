import pytest

from studyapp.deckfiles.editing.values.list_editing import plan_list_change


@pytest.mark.parametrize(
    ("items", "base", "desired", "removed", "added"),
    [
        ("xyx", "xy", "x", {1}, ()),
        ("xyx", "xy", "y", {0, 2}, ()),
        ("xy", "xy", "yx", {0}, ((1, "x"),)),
        ("xy", "xy", "xzy", set(), ((0, "z"),)),
        ("xy", "xy", "zxy", set(), ((-1, "z"),)),
        ("x?y", "xy", "y", {0}, ()),
        ("x", "x", "", {0}, ()),
    ],
)
def test_only_items_that_differ_change(
    items: str, base: str, desired: str, removed: set[int], added: tuple[tuple[int, str], ...]
) -> None:
    change = plan_list_change(list(items), list(base), list(desired))
    assert (set(change.removed), change.added) == (removed, added)
