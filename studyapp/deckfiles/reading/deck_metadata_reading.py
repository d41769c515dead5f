"""What a deck file says of the deck itself."""

from pathlib import Path

from studyapp.core.notes.deck import DeckHead, Source
from studyapp.core.text.localized_text import Text
from studyapp.deckfiles.field_names import DECK_FIELDS, DEFAULT_FIELDS, FORMAT, SOURCE_FIELDS
from studyapp.deckfiles.id_rules import provisional_id
from studyapp.deckfiles.problems.problem import ProblemKind
from studyapp.deckfiles.problems.problem_list import Reporter
from studyapp.deckfiles.reading.field_reading import (
    proper_language,
    read_line,
    read_list,
    read_text,
    report_unknown,
)
from studyapp.deckfiles.reading.note_id_assignment import MissingId, usable_id
from studyapp.deckfiles.yaml_nodes import Mapping, Node


def read_head(reporter: Reporter, root: Mapping, path: Path) -> tuple[DeckHead, MissingId | None] | None:
    """The deck's head, and its id when that is not in the file; None, and an error, when the file is refused."""
    errors = reporter.problems.errors
    _check_format(reporter, root.get("format"))
    report_unknown(reporter, root, DECK_FIELDS)
    identity, missing = _identity(reporter, root, path)
    head = DeckHead(
        id=identity,
        title=_title(reporter, root, identity),
        description=_description(reporter, root.get("description")),
        languages=tuple(
            dict.fromkeys(
                tag for name in ("language", "languages") for tag in _languages(reporter, root.get(name))
            )
        ),
        source=_source(reporter, root.get("source")),
    )
    return (head, missing) if reporter.problems.errors == errors else None


def read_defaults(reporter: Reporter, root: Mapping) -> Mapping:
    """The fields that every note has unless it says otherwise."""
    node = root.get("defaults")
    if not isinstance(node, Mapping):
        if node is not None:
            reporter.add(ProblemKind.MAPPING_EXPECTED, node, field="defaults")
        return Mapping(root.line, root.column)
    report_unknown(reporter, node, DEFAULT_FIELDS)
    known = {name: entry for name, entry in node.fields.items() if name in DEFAULT_FIELDS}
    return Mapping(node.line, node.column, known)


def _check_format(reporter: Reporter, node: Node | None) -> None:
    found = read_line(reporter, "format", node)
    if node is not None and found != FORMAT:
        reporter.add(ProblemKind.UNKNOWN_FORMAT, node, found=found, known=FORMAT)


def _identity(reporter: Reporter, root: Mapping, path: Path) -> tuple[str, MissingId | None]:
    node = root.get("deck")
    if node is not None:
        return usable_id(reporter, "deck", node) or "", None
    made = provisional_id(path.stem, "deck")
    reporter.add(ProblemKind.DECK_WITHOUT_ID, root, id=made)
    return made, MissingId("deck", made, root.line, root.column)


def _title(reporter: Reporter, root: Mapping, identity: str) -> Text:
    node = root.get("title")
    if node is None:
        reporter.add(ProblemKind.NO_TITLE, root, title=identity)
    return read_text(reporter, "title", node, strip=True) or Text.plain(identity)


def _description(reporter: Reporter, node: Node | None) -> Text | None:
    return read_text(reporter, "description", node, strip=True)


def _languages(reporter: Reporter, node: Node | None) -> list[str]:
    found: list[str] = []
    for entry in read_list(reporter, "language", node):
        proper = proper_language(entry.text)
        if proper is None:
            reporter.add(ProblemKind.BAD_DECK_LANGUAGE, entry, language=entry.text)
            continue
        if proper != entry.text:
            reporter.add(ProblemKind.LANGUAGE_SPELLING, entry, language=entry.text, suggestion=proper)
        found.append(proper)
    return found


def _source(reporter: Reporter, node: Node | None) -> Source:
    if not isinstance(node, Mapping):
        if node is not None:
            reporter.add(ProblemKind.MAPPING_EXPECTED, node, field="source")
        return Source()
    report_unknown(reporter, node, SOURCE_FIELDS)
    title, author, date, link = (read_line(reporter, name, node.get(name)) for name in SOURCE_FIELDS)
    link_node = node.get("link")
    if link_node is not None and link and not link.lower().startswith(("https://", "http://")):
        reporter.add(ProblemKind.BAD_LINK, link_node, link=link)
        link = ""
    return Source(title, author, date, link)
