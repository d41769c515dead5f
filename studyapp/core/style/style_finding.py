"""What the rules of style find."""

from dataclasses import dataclass
from enum import StrEnum


class Rule(StrEnum):
    """The rules; each value is the code under which programs know it."""

    SEVERAL_FACTS = "several-facts"
    LONG_ANSWER = "long-answer"
    LONG_REASON = "long-reason"
    YES_OR_NO = "yes-or-no"
    DANGLING = "dangling-word"
    UNEQUAL_OPTIONS = "unequal-options"
    LANGUAGE_MISSING = "language-missing"
    SECTION_MISSING = "section-missing"
    EVIDENCE_MISSING = "evidence-missing"
    BARE_FIGURE = "bare-figure"
    SAME_QUESTION = "same-question"
    TWO_ANSWERS = "two-answers"
    REQUIRED_ELSEWHERE = "required-elsewhere-missing"
    RING_OF_DECKS = "ring-of-decks"


@dataclass(frozen=True, slots=True)
class Finding:
    """A note, by its key, that breaks a rule; `values` are the words that the message about it needs."""

    note: str
    rule: Rule
    values: tuple[tuple[str, str], ...] = ()


def finding(note: str, rule: Rule, **values: object) -> Finding:
    """The finding with its values as text."""
    return Finding(note, rule, tuple((name, str(value)) for name, value in values.items()))
