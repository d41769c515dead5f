"""The text of a deck file to its tree; a note that is not valid YAML is left out and the others are read."""

from dataclasses import dataclass

import yaml

from studyapp.deckfiles.problems.problem import ProblemKind
from studyapp.deckfiles.problems.problem_list import ProblemList
from studyapp.deckfiles.reading.syntax_diagnosis import SyntaxFault, find_fault, parser_limit
from studyapp.deckfiles.reading.yaml_tree_building import Flaw, Progress, Refusal, TreeBuilder
from studyapp.deckfiles.text_decoding import LINE_BREAK
from studyapp.deckfiles.yaml_nodes import TOP, Mapping, Node, Scalar, Sequence

MOST_BROKEN_NOTES = 20
"""Notes of one file that are left out for their syntax; with more, the file is refused."""


@dataclass(frozen=True, slots=True)
class Tree:
    """The deck's fields, and the flaws of its notes. A note that is not valid YAML is not among the notes."""

    root: Mapping
    flaws: tuple[Flaw, ...]


def parse(text: str, problems: ProblemList, progress: Progress | None = None) -> Tree | None:
    """The tree of a deck file; None, and at least one problem, when it can't be used at all."""
    kept: list[Node] = []
    flaws: list[Flaw] = []
    for _ in range(MOST_BROKEN_NOTES + 1):
        builder = TreeBuilder(kept, progress)
        try:
            builder.build(text)
        except Refusal as refusal:
            problems.add(refusal.kind, refusal.place, **refusal.values)
            return None
        except yaml.YAMLError as error:
            if (end := parser_limit(error)) is not None:
                text = text[:end]  # what is before it is too deep for us already
                continue
            fault = find_fault(error, builder, text)
            problems.add(fault.kind, fault.place, fault.note, **dict(fault.values))
            if fault.span is None:
                return None
            kept, flaws = _before(fault, builder, flaws)
            text = _blanked(text, fault)
        else:
            return _checked(builder, flaws, text, problems)
    return None


def _before(fault: SyntaxFault, builder: TreeBuilder, flaws: list[Flaw]) -> tuple[list[Node], list[Flaw]]:
    # Notes are read once: those before the broken one are handed to the next attempt.
    assert builder.notes is not None and fault.span is not None
    kept = [note for note in builder.notes.items if note.line < fault.span.line]
    found = [*flaws, *(flaw for flaw in builder.flaws if flaw.note is not None)]
    return kept, [flaw for flaw in found if flaw.note is not None and flaw.note < len(kept)]


def _blanked(text: str, fault: SyntaxFault) -> str:
    # All notes up to the broken one become blanks; lines and columns of what follows stay.
    assert fault.span is not None
    gone = text[fault.span.first : fault.span.end]
    blanks: list[str] = []
    last = 0
    for found in LINE_BREAK.finditer(gone):
        blanks += (" " * (found.start() - last), found[0])
        last = found.end()
    blanks.append(" " * (len(gone) - last))
    return "".join((text[: fault.span.first], *blanks, text[fault.span.end :]))


def _checked(builder: TreeBuilder, flaws: list[Flaw], text: str, problems: ProblemList) -> Tree | None:
    root = builder.root
    if not isinstance(root, Mapping):
        problems.add(_no_deck(root, text), TOP if root is None else root)
        return None
    flaws += builder.flaws
    outside = [flaw for flaw in flaws if flaw.note is None]
    for flaw in outside:
        problems.add(flaw.kind, flaw.place, **dict(flaw.values))
    if outside:
        return None
    return Tree(_with_notes(root, builder), tuple(flaws))


def _with_notes(root: Mapping, builder: TreeBuilder) -> Mapping:
    # When no note follows the broken ones, `notes:` has lost its list to the blanks.
    if builder.notes is None and builder.kept:
        key, _ = root.fields["notes"]
        root.fields["notes"] = (key, Sequence(key.line, key.column, builder.kept))
    return root


def _no_deck(root: Scalar | Sequence | None, text: str) -> ProblemKind:
    if isinstance(root, Sequence):
        return ProblemKind.LIST_AT_TOP
    if root is not None and root.text.strip():
        return ProblemKind.TEXT_AT_TOP
    return ProblemKind.ONLY_COMMENTS if text.strip() else ProblemKind.EMPTY_FILE
