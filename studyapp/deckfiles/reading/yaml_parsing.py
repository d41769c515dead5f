"""Parsing the YAML of a deck file. Notes with syntax errors are skipped, and the others are read."""

from dataclasses import dataclass

import yaml

from studyapp.deckfiles.problems.problem import ProblemKind
from studyapp.deckfiles.problems.problem_list import ProblemList, Reporter
from studyapp.deckfiles.reading.syntax_diagnosis import (
    SyntaxDiagnosis,
    diagnose_syntax_error,
    find_cut_text,
    nesting_limit_index,
)
from studyapp.deckfiles.reading.text_checking import report_comment
from studyapp.deckfiles.reading.yaml_tree_building import (
    DisallowedSyntax,
    NoteCountCallback,
    TreeBuilder,
    UnusableFileError,
)
from studyapp.deckfiles.text_decoding import LINE_BREAK
from studyapp.deckfiles.yaml_nodes import FILE_START, Mapping, Node, Scalar, Sequence

MAX_BROKEN_NOTES = 20
"""The maximum number of notes with syntax errors; a file with more is rejected."""


@dataclass(frozen=True, slots=True)
class YamlTree:
    """The fields of the deck and the disallowed syntax in its notes. Notes with syntax errors are left out."""

    root: Mapping
    disallowed_syntax: tuple[DisallowedSyntax, ...]


def parse_yaml(
    text: str, problems: ProblemList, progress: NoteCountCallback | None = None
) -> YamlTree | None:
    """Return the tree of a deck file, or report at least one problem and return None if the file can't be used."""
    kept_notes: list[Node] = []
    disallowed: list[DisallowedSyntax] = []
    for _ in range(MAX_BROKEN_NOTES + 1):
        builder = TreeBuilder(kept_notes, progress)
        try:
            builder.build(text)
        except UnusableFileError as unusable:
            problems.add(unusable.kind, unusable.position, **unusable.values)
            return None
        except yaml.YAMLError as error:
            if (end := nesting_limit_index(error)) is not None:
                text = text[:end]  # what is left already exceeds MAX_NESTING
                continue
            diagnosis = diagnose_syntax_error(error, builder, text)
            problems.add(diagnosis.kind, diagnosis.position, diagnosis.note_id, **dict(diagnosis.values))
            if (cut := find_cut_text(error, builder)) is not None:
                report_comment(Reporter(problems, diagnosis.note_id), cut)
            if diagnosis.span is None:
                return None
            kept_notes, disallowed = _keep_notes_before(diagnosis, builder, disallowed)
            text = _blank_out(text, diagnosis)
        else:
            return _check_root(builder, disallowed, text, problems)
    return None


def _keep_notes_before(
    diagnosis: SyntaxDiagnosis, builder: TreeBuilder, disallowed: list[DisallowedSyntax]
) -> tuple[list[Node], list[DisallowedSyntax]]:
    # Each note is read only once: the next attempt gets the notes before the broken one.
    assert builder.notes is not None and diagnosis.span is not None
    kept_notes = [note for note in builder.notes.items if note.line < diagnosis.span.note_line]
    all_disallowed = [
        *disallowed,
        *(syntax for syntax in builder.disallowed if syntax.note_index is not None),
    ]
    return kept_notes, [
        syntax
        for syntax in all_disallowed
        if syntax.note_index is not None and syntax.note_index < len(kept_notes)
    ]


def _blank_out(text: str, diagnosis: SyntaxDiagnosis) -> str:
    # Replace the notes up to the broken one with spaces, which preserves the positions of the text after them.
    assert diagnosis.span is not None
    removed = text[diagnosis.span.notes_start : diagnosis.span.end]
    blanks: list[str] = []
    copied_to = 0
    for line_break in LINE_BREAK.finditer(removed):
        blanks += (" " * (line_break.start() - copied_to), line_break[0])
        copied_to = line_break.end()
    blanks.append(" " * (len(removed) - copied_to))
    return "".join((text[: diagnosis.span.notes_start], *blanks, text[diagnosis.span.end :]))


def _check_root(
    builder: TreeBuilder, disallowed: list[DisallowedSyntax], text: str, problems: ProblemList
) -> YamlTree | None:
    root = builder.root
    if not isinstance(root, Mapping):
        problems.add(_not_a_deck_kind(root, text), FILE_START if root is None else root)
        return None
    disallowed += builder.disallowed
    outside_notes = [syntax for syntax in disallowed if syntax.note_index is None]
    for syntax in outside_notes:
        problems.add(syntax.kind, syntax.position, **dict(syntax.values))
    if outside_notes:
        return None
    return YamlTree(_restore_notes_list(root, builder), tuple(disallowed))


def _restore_notes_list(root: Mapping, builder: TreeBuilder) -> Mapping:
    # If no note follows the broken one, the list of `notes` is now blank.
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
