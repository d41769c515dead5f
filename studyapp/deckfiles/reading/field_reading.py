"""Nodes to texts, lists of words and languages, with a problem for what they can't be."""

from collections.abc import Iterable
from difflib import get_close_matches

from studyapp.core.text.localized_text import Text, is_language_tag
from studyapp.deckfiles.problems.problem import ProblemKind
from studyapp.deckfiles.problems.problem_list import Reporter
from studyapp.deckfiles.text_decoding import UNREADABLE, code_point
from studyapp.deckfiles.yaml_nodes import Mapping, Node, Scalar

LONGEST_TEXT = 5_000_000
"""Characters of one text."""


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that `word` is most likely a slip for; empty where none is known."""
    return next(iter(get_close_matches(word[:60].lower(), known, n=1, cutoff=0.0)), "")


def report_unknown(reporter: Reporter, mapping: Mapping, known: tuple[str, ...]) -> None:
    """Report the fields that are none of `known`."""
    for name, (key, _) in mapping.fields.items():
        if name not in known:
            reporter.add(ProblemKind.UNKNOWN_FIELD, key, field=name, suggestion=nearest(name, known))


def read_line(reporter: Reporter, field: str, node: Node | None) -> str:
    """A text without languages, without the blanks around it; '' where it is absent or was reported."""
    if node is None:
        return ""
    words = _words(reporter, field, node)
    return "" if words is None else words.strip()


def read_exactly(reporter: Reporter, field: str, node: Node | None) -> str:
    """A text without languages, as it was typed; '' where it is absent or was reported."""
    return "" if node is None else _words(reporter, field, node) or ""


def read_text(reporter: Reporter, field: str, node: Node | None, *, strip: bool = False) -> Text | None:
    """A text in one or several languages, exactly as typed unless `strip`; None where it is absent or was
    reported."""
    if isinstance(node, Mapping):
        return _by_language(reporter, field, node, strip)
    words = None if node is None else _words_of(reporter, field, node, strip)
    return Text.plain(words) if words is not None else None


def read_list(reporter: Reporter, field: str, node: Node | None) -> list[Scalar]:
    """The entries of a list, or the words of a single text; blank ones are left out."""
    if node is None:
        return []
    if isinstance(node, Mapping):
        reporter.add(ProblemKind.LIST_EXPECTED, node, field=field)
        return []
    if isinstance(node, Scalar):
        return [Scalar(node.line, node.column, word) for word in read_line(reporter, field, node).split()]
    lines = [(item, read_line(reporter, field, item)) for item in node.items]
    return [Scalar(item.line, item.column, line) for item, line in lines if line]


def proper_language(tag: str) -> str | None:
    """The tag as it should be spelt; None when no language can be meant."""
    parts = tag.strip().replace("_", "-").split("-")
    spelt = [parts[0].lower(), *(part.title() if len(part) == 4 else part.upper() for part in parts[1:])]
    proper = "-".join(spelt)
    return proper if is_language_tag(proper) else None


def _by_language(reporter: Reporter, field: str, node: Mapping, strip: bool) -> Text | None:
    versions: dict[str, str] = {}
    lines: dict[str, int] = {}
    for key, value in node.fields.values():
        language = _language(reporter, field, key)
        words = _words_of(reporter, f"{field}: {key.text}", value, strip)
        if language is None or words is None:
            continue
        if language in versions:
            reporter.add(ProblemKind.DUPLICATE_KEY, key, field=language, first_line=lines[language])
            continue
        versions[language], lines[language] = words, key.line
    if not node.fields:
        reporter.add(ProblemKind.FIELD_EMPTY, node, field=field)
    return Text(tuple(versions.items())) if versions else None


def _words_of(reporter: Reporter, field: str, node: Node, strip: bool) -> str | None:
    words = _words(reporter, field, node)
    if words is not None and not words.strip():
        reporter.add(ProblemKind.FIELD_EMPTY, node, field=field)
        return None
    return words.strip() if words is not None and strip else words


def _language(reporter: Reporter, field: str, key: Scalar) -> str | None:
    if is_language_tag(key.text):
        return key.text
    proper = proper_language(key.text)
    if proper is None:
        reporter.add(ProblemKind.NOT_A_LANGUAGE, key, language=key.text, field=field)
    else:
        reporter.add(ProblemKind.LANGUAGE_SPELLING, key, language=key.text, suggestion=proper)
    return proper


def _words(reporter: Reporter, field: str, node: Node) -> str | None:
    if not isinstance(node, Scalar):
        reporter.add(ProblemKind.TEXT_EXPECTED, node, field=field)
        return None
    if len(node.text) > LONGEST_TEXT:
        length, limit = f"{len(node.text):,}", f"{LONGEST_TEXT:,}"
        reporter.add(ProblemKind.TEXT_TOO_LONG, node, field=field, length=length, limit=limit)
        return None
    found = UNREADABLE.search(node.text)
    if found:
        reporter.add(ProblemKind.CONTROL_CHARACTER, node, character=code_point(found[0]))
        return None
    return node.text
