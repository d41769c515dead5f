"""Reading field values: texts, lists and language tags. Invalid values are reported as problems."""

from collections.abc import Iterable
from difflib import get_close_matches

from studyapp.core.text.localized_text import LocalizedText, is_language_tag, normalize_language_tag
from studyapp.deckfiles.problems.problem import ProblemKind
from studyapp.deckfiles.problems.problem_list import Reporter
from studyapp.deckfiles.reading.text_checking import check_markdown_formulas, report_comment
from studyapp.deckfiles.text_decoding import DISALLOWED_CHARACTER, format_code_point
from studyapp.deckfiles.yaml_nodes import Mapping, Node, Scalar

MAX_TEXT_LENGTH = 5_000_000
"""The maximum length of a text, in characters."""


def closest_match(word: str, known: Iterable[str]) -> str:
    """Return the known word that is most similar to `word`, or '' if `known` is empty."""
    return next(iter(get_close_matches(word[:60].lower(), known, n=1, cutoff=0.0)), "")


def report_unknown_fields(reporter: Reporter, mapping: Mapping, known: tuple[str, ...]) -> None:
    """Report the fields of `mapping` that are not in `known`."""
    for name, (key, _) in mapping.fields.items():
        if name not in known:
            reporter.add(ProblemKind.UNKNOWN_FIELD, key, field=name, suggestion=closest_match(name, known))


def read_string(reporter: Reporter, field: str, node: Node | None) -> str:
    """Return a text without language versions, stripped. Return '' if it is absent or was reported."""
    if node is None:
        return ""
    text = _read_scalar(reporter, field, node)
    return "" if text is None else text.strip()


def read_shown_string(reporter: Reporter, field: str, node: Node | None) -> str:
    """Return a text without language versions that people read, stripped, and report a comment after it.

    Return '' if it is absent or was reported.
    """
    if node is None:
        return ""
    report_comment(reporter, node)
    return read_string(reporter, field, node)


def read_raw_string(reporter: Reporter, field: str, node: Node | None) -> str:
    """Return a text without language versions, exactly as typed, and report a comment after it.

    Return '' if it is absent or was reported.
    """
    if node is None:
        return ""
    report_comment(reporter, node)
    return _read_scalar(reporter, field, node) or ""


def read_localized_text(
    reporter: Reporter, field: str, node: Node | None, *, strip: bool = False
) -> LocalizedText | None:
    """Return a text in one or several languages, or None if it is absent or was reported.

    Surrounding whitespace is removed if `strip` is set. Comments after the text are reported.
    """
    if node is None:
        return None
    if isinstance(node, Mapping):
        return _read_language_versions(reporter, field, node, strip)
    text = _read_nonempty_string(reporter, field, node, strip)
    return LocalizedText.language_neutral(text) if text is not None else None


def read_list(reporter: Reporter, field: str, node: Node | None) -> list[Scalar]:
    """Return the items of a list, or the words of a text. Blank items are skipped."""
    if node is None:
        return []
    if isinstance(node, Mapping):
        reporter.add(ProblemKind.LIST_EXPECTED, node, field=field)
        return []
    if isinstance(node, Scalar):
        return [Scalar(node.line, node.column, word) for word in read_string(reporter, field, node).split()]
    items = [(item, read_string(reporter, field, item)) for item in node.items]
    return [Scalar(item.line, item.column, text) for item, text in items if text]


def _read_language_versions(
    reporter: Reporter, field: str, node: Mapping, strip: bool
) -> LocalizedText | None:
    versions: dict[str, str] = {}
    line_by_language: dict[str, int] = {}
    for key, value in node.fields.values():
        language = _read_language_tag(reporter, field, key)
        text = _read_nonempty_string(reporter, f"{field}: {key.text}", value, strip)
        if language is None or text is None:
            continue
        if language in versions:
            reporter.add(
                ProblemKind.DUPLICATE_KEY, key, field=language, first_line=line_by_language[language]
            )
            continue
        versions[language], line_by_language[language] = text, key.line
    if not node.fields:
        reporter.add(ProblemKind.FIELD_EMPTY, node, field=field)
    return LocalizedText(tuple(versions.items())) if versions else None


def _read_nonempty_string(reporter: Reporter, field: str, node: Node, strip: bool) -> str | None:
    report_comment(reporter, node)
    text = _read_scalar(reporter, field, node)
    if text is None:
        return None
    if not text.strip():
        reporter.add(ProblemKind.FIELD_EMPTY, node, field=field)
        return None
    check_markdown_formulas(reporter, text, node)
    return text.strip() if strip else text


def _read_language_tag(reporter: Reporter, field: str, key: Scalar) -> str | None:
    if is_language_tag(key.text):
        return key.text
    normalized = normalize_language_tag(key.text)
    if normalized is None:
        reporter.add(ProblemKind.BAD_LANGUAGE_TAG, key, language=key.text, field=field)
    else:
        reporter.add(ProblemKind.LANGUAGE_SPELLING, key, language=key.text, suggestion=normalized)
    return normalized


def _read_scalar(reporter: Reporter, field: str, node: Node) -> str | None:
    if not isinstance(node, Scalar):
        reporter.add(ProblemKind.TEXT_EXPECTED, node, field=field)
        return None
    if len(node.text) > MAX_TEXT_LENGTH:
        length, limit = f"{len(node.text):,}", f"{MAX_TEXT_LENGTH:,}"
        reporter.add(ProblemKind.TEXT_TOO_LONG, node, field=field, length=length, limit=limit)
        return None
    match = DISALLOWED_CHARACTER.search(node.text)
    if match:
        reporter.add(ProblemKind.CONTROL_CHARACTER, node, character=format_code_point(match[0]))
        return None
    return node.text
