"""The translation catalogues are complete, consistent and up to date."""

import ast
import re
import shutil
from pathlib import Path
from string import Formatter

import pytest
from opencc import OpenCC

from studyapp.ui.kit.interface_languages import INTERFACE_LANGUAGES
from tests.catalogues import CHINESE, ENGLISH, SIMPLIFIED, message_keys, read_messages
from tests.translation_calls import called_name
from tools import translations

MODULES = sorted((translations.ROOT / "studyapp").rglob("*.py"))


def test_every_interface_language_has_a_catalogue() -> None:
    assert {tag.replace("-", "_") for tag in INTERFACE_LANGUAGES} == translations.CATALOGUES.keys()


def test_catalogues_match_the_sources(tmp_path: Path) -> None:
    for catalogue in (ENGLISH, CHINESE):
        shutil.copy(catalogue, tmp_path)
    translations.collect(tmp_path)
    for catalogue in (ENGLISH, CHINESE):
        assert message_keys(tmp_path / catalogue.name) == message_keys(catalogue), "run `make translations`"


def test_compiled_catalogues_are_up_to_date(tmp_path: Path) -> None:
    for catalogue in (ENGLISH, CHINESE, SIMPLIFIED):
        shutil.copy(catalogue, tmp_path)
    translations.compile_all(tmp_path)
    for catalogue in (ENGLISH, CHINESE, SIMPLIFIED):
        compiled = catalogue.with_suffix(".qm")
        assert (tmp_path / compiled.name).read_bytes() == compiled.read_bytes(), "run `make translations`"


def test_lupdate_finds_every_marked_text() -> None:
    """lupdate silently skips calls it can't parse, so they are found independently here."""
    found = [(path.name, text) for path in MODULES for text in marked_texts(path.read_text(encoding="utf-8"))]
    assert len(found) > 100
    known = message_keys(CHINESE)
    assert [(name, text) for name, text in found if text not in known] == []


@pytest.mark.parametrize("catalogue", [ENGLISH, CHINESE, SIMPLIFIED], ids=lambda path: path.stem)
def test_every_message_is_translated(catalogue: Path) -> None:
    messages = read_messages(catalogue)
    assert messages
    plural_forms = 2 if catalogue == ENGLISH else 1
    for message in messages:
        assert message.state == "", f"{message.state}: {message.source}"
        assert all(form.strip() for form in message.forms), message
        assert len(message.forms) == (plural_forms if message.is_plural else 1), message


def test_english_catalogue_contains_every_plural_form() -> None:
    plurals = {(message.context, message.source) for message in read_messages(CHINESE) if message.is_plural}
    assert {(message.context, message.source) for message in read_messages(ENGLISH)} == plurals
    assert all(message.is_plural for message in read_messages(ENGLISH))


@pytest.mark.parametrize("catalogue", [ENGLISH, CHINESE, SIMPLIFIED], ids=lambda path: path.stem)
def test_plural_forms_are_words(catalogue: Path) -> None:
    """Only the texts in the code leave the plural open, such as “card(s)”."""
    unfinished = re.compile(r"\((s|es|ies)\)")
    forms = [form for message in read_messages(catalogue) for form in message.forms]
    assert [form for form in forms if unfinished.search(form)] == []


@pytest.mark.parametrize("catalogue", [ENGLISH, CHINESE, SIMPLIFIED], ids=lambda path: path.stem)
def test_translations_keep_placeholders(catalogue: Path) -> None:
    for message in read_messages(catalogue):
        assert ("%n" in message.source or "%Ln" in message.source) == message.is_plural, message.source
        for form in message.forms:
            assert placeholders(form) == placeholders(message.source), form


def placeholders(text: str) -> list[str]:
    """Field names of `str.format`, and %n."""
    return sorted(
        [*(name for _, name, _, _ in Formatter().parse(text) if name is not None), *re.findall("%n", text)]
    )


@pytest.mark.parametrize("catalogue", [ENGLISH, CHINESE, SIMPLIFIED], ids=lambda path: path.stem)
def test_texts_contain_no_fixed_shortcuts(catalogue: Path) -> None:
    """Texts contain a placeholder for the current shortcut."""
    shortcut = re.compile(r"\b(Ctrl|Alt|Shift|Meta)\b|[(（][A-Z@!=?-][)）]")
    for message in read_messages(catalogue):
        assert not any(map(shortcut.search, (message.source, *message.forms))), message


def test_english_labels_contain_no_exclamation_mark_or_please() -> None:
    """English labels contain neither "!" nor "please"; translations follow the rules of their language."""
    forbidden = re.compile("!|please", re.IGNORECASE)
    labels = [message.source for message in read_messages(CHINESE)]
    labels += [form for message in read_messages(ENGLISH) for form in message.forms]
    assert [label for label in labels if forbidden.search(label)] == []


def test_chinese_punctuation_and_spacing() -> None:
    """Full-width punctuation after Chinese, a space between Chinese and Latin, no Simplified quotes."""
    han = r"[\u4e00-\u9fff]"
    wrong = re.compile(rf"{han}[,;:?!.(]|{han}[A-Za-z0-9`]|[A-Za-z0-9`]{han}|[“”]|%n{han}")
    for message in read_messages(CHINESE):
        for form in message.forms:
            assert wrong.search(form) is None, form


TRANSLATION_FUNCTIONS = {"tr", "translate", "QT_TRANSLATE_NOOP"}


def marked_texts(source: str) -> list[tuple[str, str, bool]]:
    """The literal texts marked for translation in a module: context, text and whether it has a plural."""
    module = ast.parse(source)
    owners = {
        child: node.name
        for node in ast.walk(module)
        if isinstance(node, ast.ClassDef)
        for child in ast.walk(node)
    }
    found = []
    for node in ast.walk(module):
        if not isinstance(node, ast.Call) or called_name(node) not in TRANSLATION_FUNCTIONS:
            continue
        words = [ast.literal_eval(one) if isinstance(one, ast.Constant) else None for one in node.args]
        if called_name(node) == "tr":
            owner = node.func.value if isinstance(node.func, ast.Attribute) else None
            named = owner.id if isinstance(owner, ast.Name) and owner.id != "self" else owners.get(node)
            words = [named, *words]
        if len(words) >= 2 and isinstance(words[0], str) and isinstance(words[1], str):
            found.append((words[0], words[1], len(words) > 3))
    return found


def test_simplified_catalogue_is_generated_from_traditional(tmp_path: Path) -> None:
    translations.simplify(CHINESE, tmp_path / SIMPLIFIED.name)
    assert (tmp_path / SIMPLIFIED.name).read_bytes() == SIMPLIFIED.read_bytes(), "run `make translations`"
    for message in read_messages(SIMPLIFIED):
        assert all(OpenCC("t2s").convert(form) == form for form in message.forms), message


def test_simplified_chinese_contains_no_replaced_terms() -> None:
    """A replaced term may only occur where it is itself the replacement of another term."""
    terms = translations.MAINLAND_TERMS
    for traditional, simplified in zip(read_messages(CHINESE), read_messages(SIMPLIFIED), strict=True):
        assert traditional[:3] == simplified[:3]
        if simplified.source in translations.MAINLAND_MESSAGES:
            assert simplified.forms == (translations.MAINLAND_MESSAGES[simplified.source],)
            continue
        for form, other_form in zip(simplified.forms, traditional.forms, strict=True):
            before = OpenCC("tw2sp").convert(other_form)
            for term in terms:
                replacements = sum(
                    replacement.count(term) * before.count(other) for other, replacement in terms.items()
                )
                assert form.count(term) == replacements, (term, form)


def test_simplified_overrides_match_existing_messages() -> None:
    """A Simplified Chinese override is unused once its English text changes."""
    assert translations.MAINLAND_MESSAGES.keys() <= {message.source for message in read_messages(SIMPLIFIED)}


def test_correct_is_translated_as_adjective_and_as_verb() -> None:
    """A correct option, and the button that corrects the times of reviews."""
    forms_by_context = {
        message.context: message.forms for message in read_messages(CHINESE) if message.source == "Correct"
    }
    assert forms_by_context == {"OptionRow": ("正確",), "Questions": ("更正",)}
