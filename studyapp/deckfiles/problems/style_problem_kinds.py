"""The texts of the style rules. They are printed on the command line only, so they are not translated."""

from studyapp.deckfiles.problems.problem_definition import ProblemKindBase, warning


class StyleProblemKind(ProblemKindBase):
    """Kinds of style problems, one for each rule of `core.style`. Codes match those of the rules."""

    SEVERAL_FACTS = warning(
        "several-facts",
        "The answer contains more than one fact ({language}).",
        "Split the note, or turn a list of more than three items into a cloze.",
    )
    LONG_ANSWER = warning(
        "long-answer",
        "The answer is {length} characters long ({language}); the limit is {limit}.",
        "Shorten it to one line, or split the note.",
    )
    LONG_EXPLANATION = warning(
        "long-reason",
        "The `why` is {length} characters long ({language}); the limit is {limit}.",
        "Keep it to one sentence.",
    )
    YES_OR_NO = warning(
        "yes-or-no",
        "This can be answered with yes or no ({language}): {words}.",
        "Ask for the fact itself: what, which, why or how.",
    )
    DANGLING_WORD = warning(
        "dangling-word",
        "“{word}” refers to something that is not on the card ({language}).",
        "Name what it refers to: months later, only the card itself is shown.",
    )
    UNEQUAL_OPTIONS = warning(
        "unequal-options",
        "The correct option stands out by its length ({language}).",
        "Make all options about the same length.",
    )
    LANGUAGE_MISSING = warning(
        "language-missing",
        "`{field}` has no text in {language}.",
        "Add the text in every language of the deck.",
    )
    SECTION_MISSING = warning(
        "section-missing", "The note has no `section`.", "Name the section of the source that it comes from."
    )
    EVIDENCE_MISSING = warning(
        "evidence-missing",
        "The note has no `evidence`.",
        "State how certain the source is; for a plain fact, use `observation`.",
    )
    NUMBER_WITHOUT_UNIT = warning(
        "bare-figure",
        "The number {figure} has no unit ({language}).",
        "Add what it counts, for example “12 billion parameters”.",
    )
    SAME_QUESTION = warning(
        "same-question",
        "The note {other} asks almost the same question ({language}).",
        "Remove one of the two, or ask about a different aspect.",
    )
    CONFLICTING_ANSWERS = warning(
        "two-answers",
        "The note {other} asks almost the same question but has a different answer ({language}).",
        "State in both questions how they differ.",
    )
    CROSS_DECK_PREREQUISITE_MISSING = warning(
        "required-elsewhere-missing",
        "Prerequisite {other} doesn't exist.",
        "Correct its ID, or remove it from `requires`.",
    )
    CROSS_DECK_CYCLE = warning(
        "ring-of-decks",
        "These prerequisites lead to a cycle: {others}.",
        "Remove one of the `requires` entries in the cycle.",
    )
