"""What the rules of style find."""

from dataclasses import dataclass
from enum import StrEnum


class StyleRule(StrEnum):
    """The rules; each value is the code under which programs know it."""

    SEVERAL_FACTS = "several-facts"
    LONG_ANSWER = "long-answer"
    LONG_EXPLANATION = "long-reason"
    YES_OR_NO = "yes-or-no"
    DANGLING_WORD = "dangling-word"
    UNEQUAL_OPTIONS = "unequal-options"
    LANGUAGE_MISSING = "language-missing"
    SECTION_MISSING = "section-missing"
    EVIDENCE_MISSING = "evidence-missing"
    FIGURE_WITHOUT_UNIT = "bare-figure"
    SAME_QUESTION = "same-question"
    CONFLICTING_ANSWERS = "two-answers"
    CROSS_DECK_PREREQUISITE_MISSING = "required-elsewhere-missing"
    CROSS_DECK_CYCLE = "ring-of-decks"


@dataclass(frozen=True, slots=True)
class StyleFinding:
    """A note, by its key, that breaks a rule; `values` are the words that the message about it needs."""

    note_key: str
    rule: StyleRule
    values: tuple[tuple[str, str], ...] = ()


def make_finding(note_key: str, rule: StyleRule, **values: object) -> StyleFinding:
    """The finding with its values as text."""
    return StyleFinding(note_key, rule, tuple((name, str(value)) for name, value in values.items()))
