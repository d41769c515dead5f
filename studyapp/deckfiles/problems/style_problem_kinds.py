"""The texts of the style rules."""

from studyapp.core.text.translatable import QT_TRANSLATE_NOOP
from studyapp.deckfiles.problems.problem_definition import ProblemKindBase, warning


class StyleProblemKind(ProblemKindBase):
    """Kinds of style problems, one for each rule of `core.style`. Codes match those of the rules."""

    SEVERAL_FACTS = warning(
        "several-facts",
        QT_TRANSLATE_NOOP("Problem", "The answer contains more than one fact ({language})."),
        QT_TRANSLATE_NOOP("Problem", "Split the note, or turn a list of more than three items into a cloze."),
    )
    LONG_ANSWER = warning(
        "long-answer",
        QT_TRANSLATE_NOOP(
            "Problem", "The answer is {length} characters long ({language}); the limit is {limit}."
        ),
        QT_TRANSLATE_NOOP("Problem", "Shorten it to one line, or split the note."),
    )
    LONG_EXPLANATION = warning(
        "long-reason",
        QT_TRANSLATE_NOOP(
            "Problem", "The `why` is {length} characters long ({language}); the limit is {limit}."
        ),
        QT_TRANSLATE_NOOP("Problem", "Keep it to one sentence."),
    )
    YES_OR_NO = warning(
        "yes-or-no",
        QT_TRANSLATE_NOOP("Problem", "This can be answered with yes or no ({language}): {words}."),
        QT_TRANSLATE_NOOP("Problem", "Ask for the fact itself: what, which, why or how."),
    )
    DANGLING_WORD = warning(
        "dangling-word",
        QT_TRANSLATE_NOOP("Problem", "“{word}” refers to something that is not on the card ({language})."),
        QT_TRANSLATE_NOOP("Problem", "Name what it refers to: months later, only the card itself is shown."),
    )
    UNEQUAL_OPTIONS = warning(
        "unequal-options",
        QT_TRANSLATE_NOOP("Problem", "The correct option stands out by its length ({language})."),
        QT_TRANSLATE_NOOP("Problem", "Make all options about the same length."),
    )
    LANGUAGE_MISSING = warning(
        "language-missing",
        QT_TRANSLATE_NOOP("Problem", "`{field}` has no text in {language}."),
        QT_TRANSLATE_NOOP("Problem", "Add the text in every language of the deck."),
    )
    SECTION_MISSING = warning(
        "section-missing",
        QT_TRANSLATE_NOOP("Problem", "The note has no `section`."),
        QT_TRANSLATE_NOOP("Problem", "Name the section of the source that it comes from."),
    )
    EVIDENCE_MISSING = warning(
        "evidence-missing",
        QT_TRANSLATE_NOOP("Problem", "The note has no `evidence`."),
        QT_TRANSLATE_NOOP("Problem", "State how certain the source is; for a plain fact, use `observation`."),
    )
    NUMBER_WITHOUT_UNIT = warning(
        "bare-figure",
        QT_TRANSLATE_NOOP("Problem", "The number {figure} has no unit ({language})."),
        QT_TRANSLATE_NOOP("Problem", "Add what it counts, for example “12 billion parameters”."),
    )
    SAME_QUESTION = warning(
        "same-question",
        QT_TRANSLATE_NOOP("Problem", "The note {other} asks almost the same question ({language})."),
        QT_TRANSLATE_NOOP("Problem", "Remove one of the two, or ask about a different aspect."),
    )
    CONFLICTING_ANSWERS = warning(
        "two-answers",
        QT_TRANSLATE_NOOP(
            "Problem",
            "The note {other} asks almost the same question but has a different answer ({language}).",
        ),
        QT_TRANSLATE_NOOP("Problem", "State in both questions how they differ."),
    )
    CROSS_DECK_PREREQUISITE_MISSING = warning(
        "required-elsewhere-missing",
        QT_TRANSLATE_NOOP("Problem", "Prerequisite {other} doesn't exist."),
        QT_TRANSLATE_NOOP("Problem", "Correct its ID, or remove it from `requires`."),
    )
    CROSS_DECK_CYCLE = warning(
        "ring-of-decks",
        QT_TRANSLATE_NOOP("Problem", "These prerequisites lead to a cycle: {others}."),
        QT_TRANSLATE_NOOP("Problem", "Remove one of the `requires` entries in the cycle."),
    )
