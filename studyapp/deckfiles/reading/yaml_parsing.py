"""The text of a deck file to its tree; a note that is not valid YAML is left out and the others are read."""

from dataclasses import dataclass

import yaml

from studyapp.deckfiles.problems.problem import ProblemKind
from studyapp.deckfiles.problems.problem_list import ProblemList
from studyapp.deckfiles.reading.syntax_diagnosis import (
    SyntaxDiagnosis,
    diagnose_syntax_error,
    nesting_limit_index,
)
from studyapp.deckfiles.reading.yaml_tree_building import (
    DisallowedSyntax,
    NoteCountCallback,
    TreeBuilder,
    UnusableFileError,
)
from studyapp.deckfiles.text_decoding import LINE_BREAK
from studyapp.deckfiles.yaml_nodes import FILE_START, Mapping, Node, Scalar, Sequence

MAX_BROKEN_NOTES = 20
"""Notes of one file that are left out for their syntax; with more, the file is refused."""


@dataclass(frozen=True, slots=True)
class YamlTree:
    """The deck's fields, and the flaws of its notes. A note that is not valid YAML is not among the notes."""

    root: Mapping
    disallowed: tuple[DisallowedSyntax, ...]


def parse_yaml(
    text: str, problems: ProblemList, progress: NoteCountCallback | None = None
) -> YamlTree | None:
    """The tree of a deck file; None, and at least one problem, when it can't be used at all."""
    kept: list[Node] = []
    flaws: list[DisallowedSyntax] = []
    for _ in range(MAX_BROKEN_NOTES + 1):
        builder = TreeBuilder(kept, progress)
        try:
            builder.build(text)
        except UnusableFileError as refusal:
            problems.add(refusal.kind, refusal.position, **refusal.values)
            return None
        except yaml.YAMLError as error:
            if (end := nesting_limit_index(error)) is not None:
                text = text[:end]  # what is before it is too deep for us already
                continue
            fault = diagnose_syntax_error(error, builder, text)
            problems.add(fault.kind, fault.position, fault.note_id, **dict(fault.values))
            if fault.span is None:
                return None
            kept, flaws = _keep_notes_before(fault, builder, flaws)
            text = _blank_out(text, fault)
        else:
            return _check_root(builder, flaws, text, problems)
    return None


def _keep_notes_before(
    fault: SyntaxDiagnosis, builder: TreeBuilder, flaws: list[DisallowedSyntax]
) -> tuple[list[Node], list[DisallowedSyntax]]:
    # Notes are read once: those before the broken one are handed to the next attempt.
    assert builder.notes is not None and fault.span is not None
    kept = [note for note in builder.notes.items if note.line < fault.span.note_line]
    found = [*flaws, *(flaw for flaw in builder.disallowed if flaw.note_index is not None)]
    return kept, [flaw for flaw in found if flaw.note_index is not None and flaw.note_index < len(kept)]


def _blank_out(text: str, fault: SyntaxDiagnosis) -> str:
    # All notes up to the broken one become blanks; lines and columns of what follows stay.
    assert fault.span is not None
    gone = text[fault.span.notes_start : fault.span.end]
    blanks: list[str] = []
    last = 0
    for found in LINE_BREAK.finditer(gone):
        blanks += (" " * (found.start() - last), found[0])
        last = found.end()
    blanks.append(" " * (len(gone) - last))
    return "".join((text[: fault.span.notes_start], *blanks, text[fault.span.end :]))


def _check_root(
    builder: TreeBuilder, flaws: list[DisallowedSyntax], text: str, problems: ProblemList
) -> YamlTree | None:
    root = builder.root
    if not isinstance(root, Mapping):
        problems.add(_not_a_deck_kind(root, text), FILE_START if root is None else root)
        return None
    flaws += builder.disallowed
    outside = [flaw for flaw in flaws if flaw.note_index is None]
    for flaw in outside:
        problems.add(flaw.kind, flaw.position, **dict(flaw.values))
    if outside:
        return None
    return YamlTree(_restore_notes_list(root, builder), tuple(flaws))


def _restore_notes_list(root: Mapping, builder: TreeBuilder) -> Mapping:
    # When no note follows the broken ones, `notes:` has lost its list to the blanks.
    if builder.notes is None and builder.earlier_notes:
        key, _ = root.fields["notes"]
        root.fields["notes"] = (key, Sequence(key.line, key.column, builder.earlier_notes))
    return root


def _not_a_deck_kind(root: Scalar | Sequence | None, text: str) -> ProblemKind:
    if isinstance(root, Sequence):
        return ProblemKind.LIST_AT_TOP
    if root is not None and root.text.strip():
        return ProblemKind.TEXT_AT_TOP
    return ProblemKind.ONLY_COMMENTS if text.strip() else ProblemKind.EMPTY_FILE
