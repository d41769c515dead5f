"""Reading the fields of a deck file that describe the deck."""

from pathlib import Path

from studyapp.core.notes.deck import DeckMetadata, DeckSource, PreferredTerm
from studyapp.core.text.localized_text import LocalizedText, normalize_language_tag
from studyapp.deckfiles.field_names import (
    DECK_FIELDS,
    DEFAULT_FIELDS,
    FORMAT_VERSION,
    PREFERRED_TERM_FIELDS,
    SOURCE_FIELDS,
)
from studyapp.deckfiles.id_rules import id_collision_key, make_provisional_id, normalize_id
from studyapp.deckfiles.problems.problem import ProblemKind
from studyapp.deckfiles.problems.problem_list import Reporter
from studyapp.deckfiles.problems.retired_id_problem_kinds import RetiredIdProblemKind
from studyapp.deckfiles.reading.field_reading import (
    read_list,
    read_localized_text,
    read_shown_string,
    read_string,
    report_unknown_fields,
)
from studyapp.deckfiles.reading.note_id_assignment import MissingId, read_id_field
from studyapp.deckfiles.yaml_nodes import Mapping, Node, Sequence


def read_deck_metadata(
    reporter: Reporter, root: Mapping, path: Path
) -> tuple[DeckMetadata, MissingId | None] | None:
    """Return the metadata, and the deck id if it is missing from the file.

    Report an error and return None if the file can't be used.
    """
    error_count = reporter.problems.error_count
    _check_format(reporter, root.get("format"))
    report_unknown_fields(reporter, root, DECK_FIELDS)
    deck_id, missing_id = _read_deck_id(reporter, root, path)
    metadata = DeckMetadata(
        id=deck_id,
        title=_read_title(reporter, root, deck_id),
        description=_read_description(reporter, root.get("description")),
        languages=tuple(
            dict.fromkeys(
                tag for name in ("language", "languages") for tag in _read_languages(reporter, root.get(name))
            )
        ),
        source=_read_source(reporter, root.get("source")),
        retired_ids=_read_retired_ids(reporter, root.get("retired")),
    )
    return (metadata, missing_id) if reporter.problems.error_count == error_count else None


def read_note_defaults(reporter: Reporter, root: Mapping) -> Mapping:
    """Return the fields of `defaults`, which apply to every note that does not set them itself."""
    node = root.get("defaults")
    if not isinstance(node, Mapping):
        if node is not None:
            reporter.add(ProblemKind.MAPPING_EXPECTED, node, field="defaults")
        return Mapping(root.line, root.column)
    report_unknown_fields(reporter, node, DEFAULT_FIELDS)
    known = {name: entry for name, entry in node.fields.items() if name in DEFAULT_FIELDS}
    return Mapping(node.line, node.column, known)


def read_preferred_terms(reporter: Reporter, node: Node | None) -> tuple[PreferredTerm, ...]:
    """Return the terms of the deck. An entry that can't be used is reported and left out."""
    if node is None:
        return ()
    if not isinstance(node, Sequence):
        reporter.add(ProblemKind.LIST_EXPECTED, node, field="terms")
        return ()
    return tuple(filter(None, (_read_term(reporter, item) for item in node.items)))


def _check_format(reporter: Reporter, node: Node | None) -> None:
    version = read_string(reporter, "format", node)
    if node is not None and version != FORMAT_VERSION:
        reporter.add(ProblemKind.UNKNOWN_FORMAT, node, found=version, known=FORMAT_VERSION)


def _read_deck_id(reporter: Reporter, root: Mapping, path: Path) -> tuple[str, MissingId | None]:
    node = root.get("deck")
    if node is not None:
        return read_id_field(reporter, "deck", node) or "", None
    deck_id = make_provisional_id(path.stem, "deck")
    reporter.add(ProblemKind.DECK_WITHOUT_ID, root, id=deck_id)
    return deck_id, MissingId("deck", deck_id, root.line, root.column)


def _read_title(reporter: Reporter, root: Mapping, deck_id: str) -> LocalizedText:
    node = root.get("title")
    if node is None:
        reporter.add(ProblemKind.NO_TITLE, root, title=deck_id)
    return read_localized_text(reporter, "title", node, strip=True) or LocalizedText.language_neutral(deck_id)


def _read_description(reporter: Reporter, node: Node | None) -> LocalizedText | None:
    return read_localized_text(reporter, "description", node, strip=True)


def _read_languages(reporter: Reporter, node: Node | None) -> list[str]:
    languages: list[str] = []
    for entry in read_list(reporter, "language", node):
        normalized = normalize_language_tag(entry.text)
        if normalized is None:
            reporter.add(ProblemKind.BAD_DECK_LANGUAGE, entry, language=entry.text)
            continue
        if normalized != entry.text:
            reporter.add(ProblemKind.LANGUAGE_SPELLING, entry, language=entry.text, suggestion=normalized)
        languages.append(normalized)
    return languages


def _read_retired_ids(reporter: Reporter, node: Node | None) -> tuple[str, ...]:
    id_by_collision_key: dict[str, str] = {}
    for entry in read_list(reporter, "retired", node):
        retired_id = normalize_id(entry.text)
        if retired_id is None:
            reporter.add(RetiredIdProblemKind.INVALID, entry, id=entry.text)
        elif id_collision_key(retired_id) in id_by_collision_key:
            reporter.add(RetiredIdProblemKind.REPEATED, entry, id=retired_id)
        else:
            id_by_collision_key[id_collision_key(retired_id)] = retired_id
    return tuple(id_by_collision_key.values())


def _read_source(reporter: Reporter, node: Node | None) -> DeckSource:
    if not isinstance(node, Mapping):
        if node is not None:
            reporter.add(ProblemKind.MAPPING_EXPECTED, node, field="source")
        return DeckSource()
    report_unknown_fields(reporter, node, SOURCE_FIELDS)
    title, author, date, link = (read_shown_string(reporter, name, node.get(name)) for name in SOURCE_FIELDS)
    link_node = node.get("link")
    if link_node is not None and link and not link.lower().startswith(("https://", "http://")):
        reporter.add(ProblemKind.BAD_LINK, link_node, link=link)
        link = ""
    return DeckSource(title, author, date, link)


def _read_term(reporter: Reporter, node: Node) -> PreferredTerm | None:
    if not isinstance(node, Mapping):
        reporter.add(ProblemKind.MAPPING_EXPECTED, node, field="terms")
        return None
    report_unknown_fields(reporter, node, PREFERRED_TERM_FIELDS)
    for name in PREFERRED_TERM_FIELDS:
        if node.get(name) is None:
            reporter.add(ProblemKind.FIELD_MISSING, node, field=name, owner="terms")
            return None
    use, avoid = (node.fields[name][1] for name in PREFERRED_TERM_FIELDS)
    texts = (_read_text(reporter, "use", use), _read_avoided(reporter, avoid))
    return PreferredTerm(*texts) if all(texts) else None


def _read_avoided(reporter: Reporter, node: Node) -> tuple[str, ...]:
    if not isinstance(node, Sequence):
        reporter.add(ProblemKind.LIST_EXPECTED, node, field="avoid")
        return ()
    if not node.items:
        reporter.add(ProblemKind.FIELD_EMPTY, node, field="avoid")
    return tuple(filter(None, (_read_text(reporter, "avoid", item) for item in node.items)))


def _read_text(reporter: Reporter, field: str, node: Node) -> str:
    error_count = reporter.problems.error_count
    text = read_shown_string(reporter, field, node)
    if not text and reporter.problems.error_count == error_count:
        reporter.add(ProblemKind.FIELD_EMPTY, node, field=field)
    return text
