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
    ANSWER_VISIBLE = warning(
        "answer-visible",
        QT_TRANSLATE_NOOP("Problem", "The question already shows its answer, “{answer}” ({language})."),
        QT_TRANSLATE_NOOP("Problem", "Reword the question, or ask for something else."),
    )
    RIDDLE_HINT = warning(
        "riddle-hint",
        QT_TRANSLATE_NOOP("Problem", "The hint “{hint}” is a question or refers to something ({language})."),
        QT_TRANSLATE_NOOP("Problem", "Name the kind of thing with a noun, such as “year” or “data set”."),
    )
    PART_OF_SPEECH = warning(
        "part-of-speech",
        QT_TRANSLATE_NOOP("Problem", "The gap “{answer}” asks for a part of the grammar ({language})."),
        QT_TRANSLATE_NOOP("Problem", "Hide a name, a number or a term, or ask a question instead."),
    )
    META_QUESTION = warning(
        "meta-question",
        QT_TRANSLATE_NOOP("Problem", "The question doesn't say what it is about ({language}): {words}."),
        QT_TRANSLATE_NOOP("Problem", "Ask about the subject instead of the text it comes from."),
    )
    NEAR_DUPLICATE = warning(
        "near-duplicate",
        QT_TRANSLATE_NOOP("Problem", "The note {other} says almost the same ({language})."),
        QT_TRANSLATE_NOOP("Problem", "Remove one of the two, or ask about a different aspect."),
    )
    REPEATED_PAIR = warning(
        "repeated-pair",
        QT_TRANSLATE_NOOP(
            "Problem",
            "{count} notes ask about “{first}” and “{second}” together ({language}): {others} and more.",
        ),
        QT_TRANSLATE_NOOP("Problem", "Keep at most three of them, or ask what tells the two apart."),
    )
    CHINESE_PUNCTUATION = warning(
        "chinese-punctuation",
        QT_TRANSLATE_NOOP("Problem", "The Chinese text contains “{found}” ({language})."),
        QT_TRANSLATE_NOOP("Problem", "Use full-width punctuation（，。：；？）, and no space before %."),
    )
    AVOIDED_TERM = warning(
        "avoided-term",
        QT_TRANSLATE_NOOP("Problem", "`{field}` contains “{avoided}” instead of “{preferred}”."),
        QT_TRANSLATE_NOOP(
            "Problem", "Use “{preferred}”, as in the `terms` of the deck file, or quote the other word."
        ),
    )
    MANY_CLOZES = warning(
        "many-clozes",
        QT_TRANSLATE_NOOP("Problem", "{count} of {total} notes are cloze notes ({share}%)."),
        QT_TRANSLATE_NOOP("Problem", "Turn some into questions, so that at most a quarter are cloze notes."),
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
