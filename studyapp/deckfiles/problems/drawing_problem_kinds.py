"""Kinds of problems specific to drawings and the notes that use them."""

from studyapp.core.text.translatable import QT_TRANSLATE_NOOP
from studyapp.deckfiles.problems.problem_definition import ProblemKindBase, error


class DrawingProblemKind(ProblemKindBase):
    """Kinds of problems specific to drawings."""

    BAD_NAME = error(
        "diagram-name",
        QT_TRANSLATE_NOOP("Problem", "`{name}` is not a valid diagram name."),
        QT_TRANSLATE_NOOP(
            "Problem", "Write the name of a file in the `diagrams` folder, without its extension."
        ),
    )
    MISSING = error(
        "diagram-missing",
        QT_TRANSLATE_NOOP("Problem", "Can't read diagram `diagrams/{name}.yaml`."),
        QT_TRANSLATE_NOOP(
            "Problem", "Put it in the `diagrams` folder next to this deck, or correct the name."
        ),
    )
    UNUSABLE = error(
        "diagram-unusable",
        QT_TRANSLATE_NOOP("Problem", "Diagram `{file}` has problems."),
        QT_TRANSLATE_NOOP("Problem", "Fix the problems listed for that file."),
    )
    NOTHING_ASKED = error(
        "diagram-asks-nothing",
        QT_TRANSLATE_NOOP("Problem", "The diagram has no numbered parts, so it produces no cards."),
        QT_TRANSLATE_NOOP(
            "Problem", "Number each part that a card should ask for: `asks: 1`, `asks: 2` and so on."
        ),
    )
    BAD_CARD_ORDINAL = error(
        "diagram-number",
        QT_TRANSLATE_NOOP("Problem", "`asks: {number}` is not a valid card number."),
        QT_TRANSLATE_NOOP("Problem", "Card numbers range from 1 to 99."),
    )
    DUPLICATE_NODE_ID = error(
        "diagram-twice",
        QT_TRANSLATE_NOOP("Problem", "Two nodes of the diagram have the ID `{id}`."),
        QT_TRANSLATE_NOOP("Problem", "Give each node its own ID."),
    )
    UNKNOWN_EDGE_END = error(
        "diagram-end",
        QT_TRANSLATE_NOOP("Problem", "The edge refers to node `{id}`, which is not in the diagram."),
        QT_TRANSLATE_NOOP("Problem", "Write the IDs of two nodes: `from: …` and `to: …`."),
    )
    BAD_GRID_POSITION = error(
        "diagram-place",
        QT_TRANSLATE_NOOP("Problem", "The node's `place` must be a column and a row."),
        QT_TRANSLATE_NOOP(
            "Problem",
            "Write two numbers, starting at 0: `place: [1, 0]`. The column may end in .5, such as 1.5.",
        ),
    )
    ROW_LENGTH = error(
        "diagram-row",
        QT_TRANSLATE_NOOP("Problem", "Number of cells in this row: {cells}. Number of columns: {columns}."),
        QT_TRANSLATE_NOOP("Problem", "Give each row one cell per column."),
    )
    LIMIT_EXCEEDED = error(
        "diagram-limit",
        QT_TRANSLATE_NOOP(
            "Problem",
            "There are too many parts here, or this label is too long or spans several lines. The limit is {limit}.",
        ),
        QT_TRANSLATE_NOOP("Problem", "Shorten it, or split it into two diagrams."),
    )
