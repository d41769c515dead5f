"""A question names a subject, and not only its source."""

import pytest

from studyapp.core.style.style_finding import StyleRule
from tests.core.style.style_samples import basic, is_found


@pytest.mark.parametrize(("question", "language"), [
    ("What does the article say?", "en"),
    ("What is the main point of the last section?", "en"),
    ("Which three names does the article list?", "en"),
    ("What does the article think about GPT?", "en"),
    ("文章的主要觀點是什麼？", "zh-Hant"),
    ("文章怎麼看待它？", "zh-Hant"),
    ("作者提到哪三個模型？", "zh-Hant"),
])  # fmt: skip
def test_question_about_the_source_alone_is_reported(question: str, language: str) -> None:
    assert is_found(StyleRule.META_QUESTION, basic(question, "An answer", language), language)


@pytest.mark.parametrize(("question", "language"), [
    ("Why does the article doubt that davinci is the base of code-davinci-002?", "en"),
    ("What is RLHF?", "en"),
    ("What is a deck?", "en"),
    ("How large is the text corpus of GPT-3?", "en"),
    ("文章為何懷疑 davinci 是 code-davinci-002 的基礎模型？", "zh-Hant"),
    ("什麼是指令微調？", "zh-Hant"),
])  # fmt: skip
def test_question_with_a_subject_is_accepted(question: str, language: str) -> None:
    assert not is_found(StyleRule.META_QUESTION, basic(question, "An answer", language), language)
