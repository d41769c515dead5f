"""The few words that a card itself says beside its note: what it asks for, and how sure its source is.

They belong to the card, so they stand in the languages of the card and not of the program.
"""

from studyapp.core.cards.card import CardKind
from studyapp.core.notes.note import Evidence
from studyapp.core.text.localized_text import LanguageChoice, Text


def _both(english: str, chinese: str) -> Text:
    return Text((("en", english), ("zh-Hant", chinese)))


_HEADINGS = {
    CardKind.TRANSLATE: _both("Translate", "翻譯"),
    CardKind.RECALL: _both("Name the term", "說出術語"),
    CardKind.DEFINE: _both("Define", "定義"),
    CardKind.CHOICE: _both("Choose", "選擇"),
    CardKind.TYPED: _both("Type the answer", "輸入答案"),
    CardKind.CLOZE: _both("Fill in", "填空"),
    CardKind.DIAGRAM: _both("Fill the gap", "填上空缺"),
    CardKind.CLAIM: _both("How sure is the source, and why?", "來源對此有多確定？為什麼？"),
}

_GRADES = {
    Evidence.CONCLUSION: _both("Conclusion", "結論"),
    Evidence.STRONG_HYPOTHESIS: _both("Strong hypothesis", "強有力的假設"),
    Evidence.HYPOTHESIS: _both("Hypothesis", "假設"),
    Evidence.EDUCATED_GUESS: _both("Educated guess", "有根據的猜測"),
    Evidence.OBSERVATION: _both("Observation", "觀察"),
}


def heading(kind: CardKind, choice: LanguageChoice) -> str:
    """What the card asks for, such as "Define"; empty where the question says it."""
    return _shown(_HEADINGS[kind], choice) if kind in _HEADINGS else ""


def grade(evidence: Evidence, choice: LanguageChoice) -> str:
    """How sure the source is, such as "Hypothesis"."""
    return _shown(_GRADES[evidence], choice)


def _shown(text: Text, choice: LanguageChoice) -> str:
    return " · ".join(words for _, words in text.shown_in(choice))
