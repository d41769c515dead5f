"""The catalogues hold every text of the program, in every language, and nothing on screen goes past them."""

import ast
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import NamedTuple
from xml.etree import ElementTree

import pytest
from opencc import OpenCC

from tools import translations

ENGLISH, CHINESE, SIMPLIFIED = (
    translations.FOLDER / translations.CATALOGUES[language] for language in ("en", "zh_Hant", "zh_Hans")
)
PROGRAM = sorted((translations.ROOT / "studyapp").rglob("*.py"))
ON_SCREEN = [
    *sorted((translations.ROOT / "studyapp" / "ui").rglob("*.py")),
    translations.ROOT / "studyapp" / "desktop.py",
]


class Message(NamedTuple):
    """One text of a catalogue."""

    context: str
    source: str
    is_plural: bool
    state: str
    forms: tuple[str, ...]


def read(catalogue: Path) -> list[Message]:
    """Its messages in their order."""
    return [
        _message(context.findtext("name", ""), message)
        for context in ElementTree.parse(catalogue).iter("context")
        for message in context.iter("message")
    ]


def _message(context: str, message: ElementTree.Element) -> Message:
    translation = message.find("translation")
    assert translation is not None
    is_plural = message.get("numerus") == "yes"
    forms = (
        [form.text or "" for form in translation.iter("numerusform")]
        if is_plural
        else [translation.text or ""]
    )
    return Message(
        context, message.findtext("source", ""), is_plural, translation.get("type", ""), tuple(forms)
    )


def keys(catalogue: Path) -> set[tuple[str, str, bool]]:
    """What its messages are found by."""
    return {(message.context, message.source, message.is_plural) for message in read(catalogue)}


# The catalogues and the sources


def test_the_catalogues_are_in_step_with_the_sources(tmp_path: Path) -> None:
    for catalogue in (ENGLISH, CHINESE):
        shutil.copy(catalogue, tmp_path)
    translations.collect(tmp_path)
    for catalogue in (ENGLISH, CHINESE):
        assert keys(tmp_path / catalogue.name) == keys(catalogue), "run `make translations`"


def test_the_compiled_catalogues_are_those_of_the_texts(tmp_path: Path) -> None:
    for catalogue in (ENGLISH, CHINESE, SIMPLIFIED):
        shutil.copy(catalogue, tmp_path)
    translations.compile_all(tmp_path)
    for catalogue in (ENGLISH, CHINESE, SIMPLIFIED):
        compiled = catalogue.with_suffix(".qm")
        assert (tmp_path / compiled.name).read_bytes() == compiled.read_bytes(), "run `make translations`"


def test_every_text_of_the_sources_is_found_by_lupdate() -> None:
    """It passes over calls that it can't read, without a word; so these are found in another way here."""
    found = [(path.name, text) for path in PROGRAM for text in marked_texts(path.read_text(encoding="utf-8"))]
    assert len(found) > 100
    known = keys(CHINESE)
    assert [(name, text) for name, text in found if text not in known] == []


# What the catalogues say


@pytest.mark.parametrize("catalogue", [ENGLISH, CHINESE, SIMPLIFIED], ids=lambda path: path.stem)
def test_every_message_is_translated(catalogue: Path) -> None:
    messages = read(catalogue)
    assert messages
    plural_forms = 2 if catalogue == ENGLISH else 1
    for message in messages:
        assert message.state == "", f"{message.state}: {message.source}"
        assert all(form.strip() for form in message.forms), message
        assert len(message.forms) == (plural_forms if message.is_plural else 1), message


def test_english_holds_every_plural_and_says_it_without_brackets() -> None:
    plurals = {(message.context, message.source) for message in read(CHINESE) if message.is_plural}
    assert {(message.context, message.source) for message in read(ENGLISH)} == plurals
    for message in read(ENGLISH):
        assert message.is_plural
        assert not [form for form in message.forms if "(s)" in form]


@pytest.mark.parametrize("catalogue", [ENGLISH, CHINESE, SIMPLIFIED], ids=lambda path: path.stem)
def test_every_placeholder_stands_in_the_translation(catalogue: Path) -> None:
    for message in read(catalogue):
        assert ("%n" in message.source) == message.is_plural, message.source
        for form in message.forms:
            assert placeholders(form) == placeholders(message.source), form


def placeholders(text: str) -> list[str]:
    """The names in braces as `str.format` reads them, and %n."""
    return sorted(
        [*(name for _, name, _, _ in Formatter().parse(text) if name is not None), *re.findall("%n", text)]
    )


@pytest.mark.parametrize("catalogue", [ENGLISH, CHINESE, SIMPLIFIED], ids=lambda path: path.stem)
def test_no_text_names_a_key_that_people_may_change(catalogue: Path) -> None:
    """A text has a placeholder for the key that the action has now."""
    names_a_key = re.compile(r"\b(Ctrl|Alt|Shift|Meta)\b|[(（][A-Z@!=?-][)）]")
    for message in read(catalogue):
        assert not any(map(names_a_key.search, (message.source, *message.forms))), message


def test_no_label_exclaims_or_pleads() -> None:
    """Labels say what is or what to do, without "!" and "please"; what a translation says is up to its language."""
    unwanted = re.compile("!|please", re.IGNORECASE)
    labels = [message.source for message in read(CHINESE)]
    labels += [form for message in read(ENGLISH) for form in message.forms]
    assert [label for label in labels if unwanted.search(label)] == []


def test_chinese_is_set_with_its_own_signs() -> None:
    """Full-width signs after Chinese, a space between Chinese and Latin, no quotes of the other language."""
    han = r"[\u4e00-\u9fff]"
    wrong = re.compile(rf"{han}[,;:?!.(]|{han}[A-Za-z0-9`]|[A-Za-z0-9`]{han}|[“”]|%n{han}")
    for message in read(CHINESE):
        for form in message.forms:
            assert wrong.search(form) is None, form


# Texts that go past the catalogues

TRANSLATORS = {"tr", "translate", "QT_TRANSLATE_NOOP"}
TEXT_PLACES = {
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
"""The calls whose words a person sees or hears, and where among their arguments the words stand."""

TEXT_NAMES = {"text", "title", "toolTip", "words"}
"""The same for arguments given by name."""

NEVER_TRANSLATED = {"StudyApp", "English", "繁體中文"}
"""The program's name, and the languages' own names."""


def called(node: ast.AST) -> str:
    """The last name of what is called; '' for anything but a call."""
    if not isinstance(node, ast.Call):
        return ""
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""


def bare_texts(source: str) -> list[str]:
    """The literal words of a module that are put on screen untranslated."""
    found: list[str] = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and called(node) in TEXT_PLACES:
            shown = [node.args[place] for place in TEXT_PLACES[called(node)] if place < len(node.args)]
            shown += [keyword.value for keyword in node.keywords if keyword.arg in TEXT_NAMES]
            found += [words for expression in shown for words in _literals(expression)]
    return [words for words in found if re.search(r"[^\W\d_]", words) and words not in NEVER_TRANSLATED]


def _literals(node: ast.AST) -> Iterator[str]:
    """The texts from which an expression is made, but for those that it translates, or looks something up by."""
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


@pytest.mark.parametrize("path", ON_SCREEN, ids=lambda path: path.stem)
def test_no_text_goes_on_screen_untranslated(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert bare_texts(source) == []


def test_what_is_worded_for_others_is_translated() -> None:
    """formatting.py hands its words to the pages, so there it is what functions return."""
    module = ast.parse(
        (translations.ROOT / "studyapp" / "ui" / "kit" / "formatting.py").read_text(encoding="utf-8")
    )
    returned = [
        node.value for node in ast.walk(module) if isinstance(node, ast.Return) and node.value is not None
    ]
    assert returned
    bare = [words for value in returned for words in _literals(value)]
    assert [words for words in bare if re.search(r"[^\W\d_]", words)] == []


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
def test_a_bare_text_is_noticed(source: str) -> None:
    assert bare_texts(source)


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
def test_what_is_not_a_bare_text_is_left_alone(source: str) -> None:
    assert bare_texts(source) == []


def marked_texts(source: str) -> list[tuple[str, str, bool]]:
    """The literal texts that a module marks for translation: context, text, and whether a number goes with it."""
    module = ast.parse(source)
    owners = {
        child: node.name
        for node in ast.walk(module)
        if isinstance(node, ast.ClassDef)
        for child in ast.walk(node)
    }
    found = []
    for node in ast.walk(module):
        if not isinstance(node, ast.Call) or called(node) not in TRANSLATORS:
            continue
        words = [ast.literal_eval(one) if isinstance(one, ast.Constant) else None for one in node.args]
        if called(node) == "tr":
            owner = node.func.value if isinstance(node.func, ast.Attribute) else None
            named = owner.id if isinstance(owner, ast.Name) and owner.id != "self" else owners.get(node)
            words = [named, *words]
        if len(words) >= 2 and isinstance(words[0], str) and isinstance(words[1], str):
            found.append((words[0], words[1], len(words) > 3))
    return found


def test_simplified_chinese_is_made_from_the_traditional(tmp_path: Path) -> None:
    translations.simplify(CHINESE, tmp_path / SIMPLIFIED.name)
    assert (tmp_path / SIMPLIFIED.name).read_bytes() == SIMPLIFIED.read_bytes(), "run `make translations`"
    for message in read(SIMPLIFIED):
        assert all(OpenCC("t2s").convert(form) == form for form in message.forms), message


def test_no_other_term_is_left_in_simplified_chinese() -> None:
    """Of the terms that are replaced, only those are there that another was replaced by."""
    terms = translations.MAINLAND_TERMS
    for traditional, simplified in zip(read(CHINESE), read(SIMPLIFIED), strict=True):
        assert traditional[:3] == simplified[:3]
        if simplified.source in translations.MAINLAND_MESSAGES:
            assert simplified.forms == (translations.MAINLAND_MESSAGES[simplified.source],)
            continue
        for form, other_form in zip(simplified.forms, traditional.forms, strict=True):
            before = OpenCC("tw2sp").convert(other_form)
            for term in terms:
                replacements = sum(usual.count(term) * before.count(other) for other, usual in terms.items())
                assert form.count(term) == replacements, (term, form)


def test_every_whole_translation_is_of_a_text_that_there_is() -> None:
    """When the English changes, its translation in Simplified Chinese would no longer be used."""
    assert translations.MAINLAND_MESSAGES.keys() <= {message.source for message in read(SIMPLIFIED)}
