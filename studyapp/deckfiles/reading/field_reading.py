"""Nodes to texts, lists of words and languages, with a problem for what they can't be."""

from collections.abc import Iterable
from difflib import get_close_matches

from studyapp.core.text.localized_text import LocalizedText, is_language_tag
from studyapp.deckfiles.problems.problem import ProblemKind
from studyapp.deckfiles.problems.problem_list import Reporter
from studyapp.deckfiles.text_decoding import DISALLOWED_CHARACTER, format_code_point
from studyapp.deckfiles.yaml_nodes import Mapping, Node, Scalar

MAX_TEXT_LENGTH = 5_000_000
"""Characters of one text."""


def closest_match(word: str, known: Iterable[str]) -> str:
    """The known word that `word` is most likely a slip for; empty where none is known."""
    return next(iter(get_close_matches(word[:60].lower(), known, n=1, cutoff=0.0)), "")


def report_unknown_fields(reporter: Reporter, mapping: Mapping, known: tuple[str, ...]) -> None:
    """Report the fields that are none of `known`."""
    for name, (key, _) in mapping.fields.items():
        if name not in known:
            reporter.add(ProblemKind.UNKNOWN_FIELD, key, field=name, suggestion=closest_match(name, known))


def read_string(reporter: Reporter, field: str, node: Node | None) -> str:
    """A text without languages, without the blanks around it; '' where it is absent or was reported."""
    if node is None:
        return ""
    words = _read_scalar(reporter, field, node)
    return "" if words is None else words.strip()


def read_raw_string(reporter: Reporter, field: str, node: Node | None) -> str:
    """A text without languages, as it was typed; '' where it is absent or was reported."""
    return "" if node is None else _read_scalar(reporter, field, node) or ""


def read_localized_text(
    reporter: Reporter, field: str, node: Node | None, *, strip: bool = False
) -> LocalizedText | None:
    """A text in one or several languages, exactly as typed unless `strip`; None where it is absent or was
    reported."""
    if isinstance(node, Mapping):
        return _read_language_versions(reporter, field, node, strip)
    words = None if node is None else _read_nonempty_string(reporter, field, node, strip)
    return LocalizedText.language_neutral(words) if words is not None else None


def read_list(reporter: Reporter, field: str, node: Node | None) -> list[Scalar]:
    """The entries of a list, or the words of a single text; blank ones are left out."""
    if node is None:
        return []
    if isinstance(node, Mapping):
        reporter.add(ProblemKind.LIST_EXPECTED, node, field=field)
        return []
    if isinstance(node, Scalar):
        return [Scalar(node.line, node.column, word) for word in read_string(reporter, field, node).split()]
    lines = [(item, read_string(reporter, field, item)) for item in node.items]
    return [Scalar(item.line, item.column, line) for item, line in lines if line]


def normalize_language_tag(tag: str) -> str | None:
    """The tag as it should be spelt; None when no language can be meant."""
    parts = tag.strip().replace("_", "-").split("-")
    spelt = [parts[0].lower(), *(part.title() if len(part) == 4 else part.upper() for part in parts[1:])]
    proper = "-".join(spelt)
    return proper if is_language_tag(proper) else None


def _read_language_versions(
    reporter: Reporter, field: str, node: Mapping, strip: bool
) -> LocalizedText | None:
    versions: dict[str, str] = {}
    lines: dict[str, int] = {}
    for key, value in node.fields.values():
        language = _read_language_tag(reporter, field, key)
        words = _read_nonempty_string(reporter, f"{field}: {key.text}", value, strip)
        if language is None or words is None:
            continue
        if language in versions:
            reporter.add(ProblemKind.DUPLICATE_KEY, key, field=language, first_line=lines[language])
            continue
        versions[language], lines[language] = words, key.line
    if not node.fields:
        reporter.add(ProblemKind.FIELD_EMPTY, node, field=field)
    return LocalizedText(tuple(versions.items())) if versions else None


def _read_nonempty_string(reporter: Reporter, field: str, node: Node, strip: bool) -> str | None:
    words = _read_scalar(reporter, field, node)
    if words is not None and not words.strip():
        reporter.add(ProblemKind.FIELD_EMPTY, node, field=field)
        return None
    return words.strip() if words is not None and strip else words


def _read_language_tag(reporter: Reporter, field: str, key: Scalar) -> str | None:
    if is_language_tag(key.text):
        return key.text
    proper = normalize_language_tag(key.text)
    if proper is None:
        reporter.add(ProblemKind.BAD_LANGUAGE_TAG, key, language=key.text, field=field)
    else:
        reporter.add(ProblemKind.LANGUAGE_SPELLING, key, language=key.text, suggestion=proper)
    return proper


def _read_scalar(reporter: Reporter, field: str, node: Node) -> str | None:
    if not isinstance(node, Scalar):
        reporter.add(ProblemKind.TEXT_EXPECTED, node, field=field)
        return None
    if len(node.text) > MAX_TEXT_LENGTH:
        length, limit = f"{len(node.text):,}", f"{MAX_TEXT_LENGTH:,}"
        reporter.add(ProblemKind.TEXT_TOO_LONG, node, field=field, length=length, limit=limit)
        return None
    found = DISALLOWED_CHARACTER.search(node.text)
    if found:
        reporter.add(ProblemKind.CONTROL_CHARACTER, node, character=format_code_point(found[0]))
        return None
    return node.text
