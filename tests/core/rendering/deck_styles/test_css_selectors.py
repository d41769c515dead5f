"""CSS selectors of the common kinds. That they select what a browser selects is tested in tests/anki/reading/test_hidden_text.py."""

import pytest

from studyapp.core.rendering.deck_styles.css_selectors import CssElement, parse_selector

PATH = (
    CssElement("body", frozenset(("card",))),
    CssElement("div", element_id="qa"),
    CssElement("p", frozenset(("a", "b")), "one"),
    CssElement("i", frozenset(("x",))),
)


@pytest.mark.parametrize(
    ("text", "is_selected"),
    [
        ("i", True),
        ("I", True),
        ("*", True),
        (".x", True),
        ("i.x", True),
        ("b.x", False),
        (".x.y", False),
        (".card .x", True),
        (".card > .x", False),
        ("p>i", True),
        ("body #qa p.a.b#one i", True),
        ("#one > .x", True),
        ("#two .x", False),
        (".x .x", False),
        ("p.a > *", True),
        (".card > div > p > i", True),
        (".card > p > i", False),
        ("div i p", False),
    ],
)
def test_last_element_of_a_path_is_selected(text: str, is_selected: bool) -> None:
    selector = parse_selector(text)
    assert selector is not None
    assert selector.matches(PATH) is is_selected


@pytest.mark.parametrize(
    "text", ["", ">", "a >", "a:hover", "a::before", "[hidden]", "a + b", "a ~ b", "@media", ".1 a" * 9]
)
def test_other_selectors_are_not_read(text: str) -> None:
    assert parse_selector(text) is None


@pytest.mark.parametrize(
    ("text", "specificity"),
    [("*", (0, 0, 0)), ("p i", (0, 0, 2)), (".a.b p", (0, 2, 1)), ("#a > .b", (1, 1, 0))],
)
def test_specificity_counts_ids_classes_and_tags(text: str, specificity: tuple[int, int, int]) -> None:
    selector = parse_selector(text)
    assert selector is not None
    assert selector.specificity == specificity
