"""The rules of style in words. They are told on the command line alone, in English."""

from studyapp.deckfiles.problems.problem_definition import ProblemKindBase, warning


class StyleProblemKind(ProblemKindBase):
    """One kind for each rule of `core.style`, by the same code."""

    SEVERAL_FACTS = warning(
        "several-facts",
        "The answer holds more than one fact ({language}).",
        "Split the note, or make a list of more than three a cloze.",
    )
    LONG_ANSWER = warning(
        "long-answer",
        "The answer has {length} letters ({language}), more than {limit}.",
        "Say it in one line, or split the note.",
    )
    LONG_EXPLANATION = warning(
        "long-reason",
        "The `why` has {length} letters ({language}), more than {limit}.",
        "Keep it to one sentence.",
    )
    YES_OR_NO = warning(
        "yes-or-no",
        "This can be answered by yes or no ({language}): {words}.",
        "Ask for the thing itself: what, which, why, how.",
    )
    DANGLING_WORD = warning(
        "dangling-word",
        "“{word}” points at something that is not on the card ({language}).",
        "Name what is meant: months later the card stands alone.",
    )
    UNEQUAL_OPTIONS = warning(
        "unequal-options",
        "The right option can be told by its length ({language}).",
        "Make the options about equally long.",
    )
    LANGUAGE_MISSING = warning(
        "language-missing",
        "`{field}` is not written in {language}.",
        "Write it in every language of the deck.",
    )
    SECTION_MISSING = warning(
        "section-missing", "The note has no `section`.", "Say where in the source it stands."
    )
    EVIDENCE_MISSING = warning(
        "evidence-missing",
        "The note has no `evidence`.",
        "Say how sure the source is; a plain fact is an `observation`.",
    )
    FIGURE_WITHOUT_UNIT = warning(
        "bare-figure",
        "The figure {figure} has no unit ({language}).",
        "Say what it counts: 12 billion parameters.",
    )
    SAME_QUESTION = warning(
        "same-question",
        "The note {other} asks the same, nearly word for word ({language}).",
        "Drop one of the two, or ask for another side of it.",
    )
    CONFLICTING_ANSWERS = warning(
        "two-answers",
        "The note {other} asks nearly the same but wants another answer ({language}).",
        "Say in both what sets them apart.",
    )
    CROSS_DECK_PREREQUISITE_MISSING = warning(
        "required-elsewhere-missing",
        "The note {other}, required here, is not there.",
        "Correct or remove it.",
    )
    CROSS_DECK_CYCLE = warning(
        "ring-of-decks",
        "The note requires, in a ring, what requires it: {others}.",
        "Remove one of the `requires`.",
    )
