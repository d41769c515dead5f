"""The captions on a card: what it asks for, and how certain the source is.

Captions are part of the card, so they are in the card's languages rather than the language of the window.
"""

from studyapp.core.cards.card import CardKind
from studyapp.core.notes.note import Evidence
from studyapp.core.text.localized_text import CardLanguages, LocalizedText


def _english_and_chinese(english: str, chinese: str) -> LocalizedText:
    return LocalizedText((("en", english), ("zh-Hant", chinese)))


_CARD_CAPTIONS = {
    CardKind.TRANSLATE: _english_and_chinese("Translate", "翻譯"),
    CardKind.RECALL: _english_and_chinese("Name the term", "說出術語"),
    CardKind.DEFINE: _english_and_chinese("Define", "定義"),
    CardKind.MULTIPLE_CHOICE: _english_and_chinese("Choose", "選擇"),
    CardKind.TYPED_ANSWER: _english_and_chinese("Type the answer", "輸入答案"),
    CardKind.CLOZE: _english_and_chinese("Fill in the blank", "填空"),
    CardKind.DIAGRAM: _english_and_chinese("What goes here?", "這裡是什麼？"),
    CardKind.CLAIM: _english_and_chinese(
        "How certain is this claim, and why?", "這個說法有多可靠？理由是什麼？"
    ),
}

_EVIDENCE_CAPTIONS = {
    Evidence.CONCLUSION: _english_and_chinese("Conclusion", "結論"),
    Evidence.STRONG_HYPOTHESIS: _english_and_chinese("Strong hypothesis", "強有力的假設"),
    Evidence.HYPOTHESIS: _english_and_chinese("Hypothesis", "假設"),
    Evidence.EDUCATED_GUESS: _english_and_chinese("Educated guess", "有根據的猜測"),
    Evidence.OBSERVATION: _english_and_chinese("Observation", "觀察"),
}

_EVIDENCE_LABEL = _english_and_chinese("Evidence: ", "可信程度：")
"""What comes before the grade in a badge. Without it, "Conclusion" could be the name of a section."""

_SIMPLIFIED_CAPTION = _english_and_chinese(
    "Too complex to show; reduced to its text", "內容過於複雜，只顯示文字"
)

_PICKED_OPTION_CAPTION = _english_and_chinese("(your answer)", "（你的答案）")


def card_caption(kind: CardKind, languages: CardLanguages) -> str:
    """Return what the card asks for, such as "Define". Empty if the question says it."""
    return _joined_versions(_CARD_CAPTIONS[kind], languages) if kind in _CARD_CAPTIONS else ""


def evidence_caption(evidence: Evidence, languages: CardLanguages) -> str:
    """Return how certain the source is, such as "Hypothesis"."""
    return _joined_versions(_EVIDENCE_CAPTIONS[evidence], languages)


def evidence_badge(evidence: Evidence, languages: CardLanguages) -> str:
    """Return how certain the source is with a label, such as "Evidence: hypothesis"."""
    _, label = _EVIDENCE_LABEL.versions_for(languages)[0]
    return label + evidence_caption(evidence, languages).lower()


def simplified_caption(languages: CardLanguages) -> str:
    """Return the note on a card whose HTML was reduced to its text."""
    return _joined_versions(_SIMPLIFIED_CAPTION, languages)


def picked_option_caption(languages: CardLanguages) -> str:
    """Return what follows the option that the learner picked."""
    return _joined_versions(_PICKED_OPTION_CAPTION, languages)


def _joined_versions(text: LocalizedText, languages: CardLanguages) -> str:
    return " · ".join(version for _, version in text.versions_for(languages))
