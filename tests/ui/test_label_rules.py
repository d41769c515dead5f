"""Rules for the labels of the window, in English and in both Chinese catalogues."""

import ast
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from studyapp.core.options.option_table import OPTIONS
from studyapp.ui.actions.action_table import ACTIONS
from tests.catalogues import CHINESE, ENGLISH, SIMPLIFIED, read_messages

CATALOGUES = (ENGLISH, CHINESE, SIMPLIFIED)
UI = Path(__file__).parents[2] / "studyapp" / "ui"
MAX_WIDTH = 46
"""Latin letters. At 200 % text a letter is about 15 pixels wide, and a dialog on a small screen 700 pixels."""

MAX_SIDEBAR_WIDTH = 16
"""Latin letters. The sidebar has 250 pixels for text at 200 %."""

WIDGETS = {"create_button", "add_button", "WrappingCheckBox", "WrappingRadioButton", "SidebarItem"}


def width(text: str) -> int:
    """The number of Latin letters that are as wide as the text."""
    plain = re.sub(r"%n|\{\w+\}", "00", text)
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in plain)


def widget_labels(source: str) -> Iterator[str]:
    """The texts of buttons and check boxes, which are best short."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in WIDGETS:
            for argument in node.args:
                if isinstance(argument, ast.Call) and getattr(argument.func, "attr", "") == "tr":
                    text = argument.args[0]
                    assert isinstance(text, ast.Constant)
                    yield str(text.value)


LABELS = {text for path in UI.rglob("*.py") for text in widget_labels(path.read_text(encoding="utf-8"))}
SIDEBAR = set(widget_labels((UI / "window" / "sidebar.py").read_text(encoding="utf-8")))
LABELS |= {action.label for action in ACTIONS} | {option.label for option in OPTIONS}
TRANSLATIONS = [
    (message.source, form) for path in CATALOGUES for message in read_messages(path) for form in message.forms
]


def test_labels_are_found() -> None:
    assert len(LABELS) > 70
    assert len(SIDEBAR) >= 7


def test_labels_fit_their_widgets_at_large_text_size() -> None:
    forms = [(text, text) for text in LABELS] + [pair for pair in TRANSLATIONS if pair[0] in LABELS]
    assert [form for _, form in forms if width(form) > MAX_WIDTH] == []
    sidebar = [form for text, form in forms if text in SIDEBAR and width(form) > MAX_SIDEBAR_WIDTH]
    assert sidebar == []


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_no_text_contains_exclamation_mark_or_please(path: Path) -> None:
    texts = [text for message in read_messages(path) for text in (message.source, *message.forms)]
    assert [text for text in texts if re.search(r"please|(?<!`)[!！](?!\[)", text, re.IGNORECASE)] == []


def test_labels_start_with_a_capital_letter() -> None:
    assert [text for text in LABELS if text[0].islower()] == []
