"""All that can be wrong with a drawing, or with the note that names it, beside what can be wrong anywhere."""

from studyapp.core.text.translatable import QT_TRANSLATE_NOOP
from studyapp.deckfiles.problems.problem_definition import ProblemKindBase, error


class DrawingProblemKind(ProblemKindBase):
    """The kinds of problems of drawings."""

    BAD_NAME = error(
        "diagram-name",
        QT_TRANSLATE_NOOP("Problem", "A drawing can't be called `{name}`."),
        QT_TRANSLATE_NOOP(
            "Problem", "Write the name of a file in the folder `diagrams`, without its ending."
        ),
    )
    MISSING = error(
        "diagram-missing",
        QT_TRANSLATE_NOOP("Problem", "The drawing `diagrams/{name}.yaml` can't be read."),
        QT_TRANSLATE_NOOP(
            "Problem", "Put it into the folder `diagrams` beside this deck, or correct the name."
        ),
    )
    UNUSABLE = error(
        "diagram-unusable",
        QT_TRANSLATE_NOOP("Problem", "The drawing `{file}` has problems of its own."),
        QT_TRANSLATE_NOOP("Problem", "Mend those listed for that file."),
    )
    NOTHING_ASKED = error(
        "diagram-asks-nothing",
        QT_TRANSLATE_NOOP("Problem", "Nothing in the drawing is asked for."),
        QT_TRANSLATE_NOOP("Problem", "Give the parts to ask for a number: `asks: 1`, `asks: 2` and so on."),
    )
    BAD_CARD_ORDINAL = error(
        "diagram-number",
        QT_TRANSLATE_NOOP("Problem", "`asks: {number}` is not the number of a card."),
        QT_TRANSLATE_NOOP("Problem", "Number what is asked from 1 to 99."),
    )
    DUPLICATE_NODE_ID = error(
        "diagram-twice",
        QT_TRANSLATE_NOOP("Problem", "Two nodes of the drawing have the id `{id}`."),
        QT_TRANSLATE_NOOP("Problem", "Give each an id of its own."),
    )
    UNKNOWN_EDGE_END = error(
        "diagram-end",
        QT_TRANSLATE_NOOP("Problem", "The edge leads to a node `{id}` that the drawing has not."),
        QT_TRANSLATE_NOOP("Problem", "Write the ids of two nodes: `from: …` and `to: …`."),
    )
    BAD_GRID_POSITION = error(
        "diagram-place",
        QT_TRANSLATE_NOOP("Problem", "The node's `place` is not a column and a row."),
        QT_TRANSLATE_NOOP(
            "Problem", "Write two numbers from 0: `place: [1, 0]`; a column may be a half, as in 1.5."
        ),
    )
    ROW_LENGTH = error(
        "diagram-row",
        QT_TRANSLATE_NOOP("Problem", "The row has {cells} cells, but there are {columns} columns."),
        QT_TRANSLATE_NOOP("Problem", "Give each row one cell a column."),
    )
    LIMIT_EXCEEDED = error(
        "diagram-limit",
        QT_TRANSLATE_NOOP("Problem", "This is more than a drawing can hold ({limit}), or has several lines."),
        QT_TRANSLATE_NOOP("Problem", "Shorten it, or make two drawings."),
    )
