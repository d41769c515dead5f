"""All texts shown to the user are translated."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.translation_calls import called_name
from tools import translations

UI_MODULES = [
    *sorted((translations.ROOT / "studyapp" / "ui").rglob("*.py")),
    translations.ROOT / "studyapp" / "desktop.py",
    translations.ROOT / "studyapp" / "desktop_startup.py",
]


TEXT_ARGUMENTS = {
    "button": (0,),
    "label": (0,),
    "QAction": (0,),
    "QCheckBox": (0,),
    "QGroupBox": (0,),
    "QLabel": (0,),
    "QPushButton": (0,),
    "QRadioButton": (0,),
    "addAction": (0,),
    "addButton": (0,),
    "addItem": (0,),
    "addItems": (0,),
    "addMenu": (0,),
    "addRow": (0,),
    "addSection": (0,),
    "addTab": (1,),
    "critical": (1, 2),
    "drawText": (1, 2),
    "getOpenFileName": (1, 3),
    "getSaveFileName": (1, 3),
    "information": (1, 2),
    "question": (1, 2),
    "setAccessibleDescription": (0,),
    "setAccessibleName": (0,),
    "setDetailedText": (0,),
    "setFormat": (0,),
    "setInformativeText": (0,),
    "setItemText": (1,),
    "setPlaceholderText": (0,),
    "setStatusTip": (0,),
    "setText": (0,),
    "setTitle": (0,),
    "setToolTip": (0,),
    "setWhatsThis": (0,),
    "setWindowTitle": (0,),
    "showMessage": (0,),
    "warning": (1, 2),
    "_item": (0,),
    "_label": (1,),
}
"""Calls with user-visible text, and the positions of the text arguments."""


TEXT_NAMES = {"text", "title", "toolTip", "words"}
"""Keyword arguments with user-visible text."""


NEVER_TRANSLATED = {"StudyApp", "English", "繁體中文"}
"""The program name and native language names."""


def untranslated_texts(source: str) -> list[str]:
    """Literal user-visible texts of a module that are not translated."""
    found: list[str] = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and called_name(node) in TEXT_ARGUMENTS:
            shown = [
                node.args[index] for index in TEXT_ARGUMENTS[called_name(node)] if index < len(node.args)
            ]
            shown += [keyword.value for keyword in node.keywords if keyword.arg in TEXT_NAMES]
            found += [words for expression in shown for words in _literals(expression)]
    return [words for words in found if re.search(r"[^\W\d_]", words) and words not in NEVER_TRANSLATED]


def _literals(node: ast.AST) -> Iterator[str]:
    """The literal texts of an expression, except translated ones and lookup keys."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.Call):
        if isinstance(node.func, ast.Attribute) and node.func.attr in {
            "format",
            "join",
            "removesuffix",
            "strip",
        }:
            yield from _literals(node.func.value)
            for argument in (*node.args, *(keyword.value for keyword in node.keywords)):
                yield from _literals(argument)
    elif not isinstance(node, ast.Subscript | ast.Compare):
        for part in ast.iter_child_nodes(node):
            yield from _literals(part)


@pytest.mark.parametrize("path", UI_MODULES, ids=lambda path: path.stem)
def test_ui_module_has_no_untranslated_text(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert untranslated_texts(source) == []


def test_formatting_returns_translated_texts() -> None:
    """formatting.py returns texts to the pages, so its return values are checked."""
    module = ast.parse(
        (translations.ROOT / "studyapp" / "ui" / "kit" / "formatting.py").read_text(encoding="utf-8")
    )
    returned = [
        node.value for node in ast.walk(module) if isinstance(node, ast.Return) and node.value is not None
    ]
    assert returned
    untranslated = [words for value in returned for words in _literals(value)]
    assert [words for words in untranslated if re.search(r"[^\W\d_]", words)] == []


@pytest.mark.parametrize(
    "source",
    [
        'box.setText("Not saved")',
        'label("Today", "name", self)',
        'box.setText(f"{count} cards")',
        'box.setText("{count} cards".format(count=1))',
        'box.setText(self.tr("Cards") + " or more")',
        'box.setText(" and ".join(names))',
        'box.setText("Yes" if done else self.tr("No"))',
        'label(words="Today", name="name")',
        'QMessageBox.critical(self, "StudyApp", "It failed")',
    ],
)
def test_untranslated_text_is_detected(source: str) -> None:
    assert untranslated_texts(source)


@pytest.mark.parametrize(
    "source",
    [
        'box.setText(self.tr("Not saved"))',
        'label("", "name", self)',
        'button(self.tr("Stop") if busy else self.tr("Close"), "primary", self)',
        'box.setText(self.tr("{count} cards").format(count=values["count"]))',
        'box.setText(" · ".join(names))',
        'box.setText(f"{done}\\n{share:.0%}")',
        'box.setWindowTitle("StudyApp")',
    ],
)
def test_translated_text_is_accepted(source: str) -> None:
    assert untranslated_texts(source) == []
