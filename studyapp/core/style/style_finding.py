"""The findings of the style rules."""

from dataclasses import dataclass
from enum import StrEnum


class StyleRule(StrEnum):
    """The style rules. Each value is the rule's code in machine-readable output."""

    SEVERAL_FACTS = "several-facts"
    LONG_ANSWER = "long-answer"
    LONG_EXPLANATION = "long-reason"
    YES_OR_NO = "yes-or-no"
    DANGLING_WORD = "dangling-word"
    UNEQUAL_OPTIONS = "unequal-options"
    LANGUAGE_MISSING = "language-missing"
    SECTION_MISSING = "section-missing"
    EVIDENCE_MISSING = "evidence-missing"
    NUMBER_WITHOUT_UNIT = "bare-figure"
    SAME_QUESTION = "same-question"
    CONFLICTING_ANSWERS = "two-answers"
    ANSWER_VISIBLE = "answer-visible"
    RIDDLE_HINT = "riddle-hint"
    PART_OF_SPEECH = "part-of-speech"
    META_QUESTION = "meta-question"
    NEAR_DUPLICATE = "near-duplicate"
    REPEATED_PAIR = "repeated-pair"
    CHINESE_PUNCTUATION = "chinese-punctuation"
    AVOIDED_TERM = "avoided-term"
    MANY_CLOZES = "many-clozes"
    CROSS_DECK_PREREQUISITE_MISSING = "required-elsewhere-missing"
    CROSS_DECK_CYCLE = "ring-of-decks"


@dataclass(frozen=True, slots=True)
class StyleFinding:
    """A violation of a rule. `note_key` identifies the note, or is the ID of a deck if the finding is about no single
    note; `values` fill the placeholders of the rule's message."""

    note_key: str
    rule: StyleRule
    values: tuple[tuple[str, str], ...] = ()


def make_finding(note_key: str, rule: StyleRule, **values: object) -> StyleFinding:
    """Return a finding with its values converted to text."""
    return StyleFinding(note_key, rule, tuple((name, str(value)) for name, value in values.items()))
