"""Captions that are part of a card are in its languages."""

from studyapp.core.cards.card import CardKind
from studyapp.core.notes.note import Evidence
from studyapp.core.rendering.card_captions import card_caption, evidence_badge, evidence_caption
from studyapp.core.text.localized_text import CardLanguages

CHINESE, BOTH = CardLanguages.TRADITIONAL_CHINESE, CardLanguages.ENGLISH_AND_TRADITIONAL


def test_badge_is_not_mistaken_for_the_name_of_a_section() -> None:
    assert evidence_badge(Evidence.CONCLUSION, CHINESE) == "可信程度：結論"
    assert evidence_badge(Evidence.STRONG_HYPOTHESIS, CardLanguages.ENGLISH) == "Evidence: strong hypothesis"
    assert evidence_badge(Evidence.CONCLUSION, BOTH) == "Evidence: conclusion · 結論"
    assert evidence_caption(Evidence.CONCLUSION, BOTH) == "Conclusion · 結論"


def test_claim_asks_how_reliable_it_is() -> None:
    assert card_caption(CardKind.CLAIM, CHINESE) == "這個說法有多可靠？理由是什麼？"
