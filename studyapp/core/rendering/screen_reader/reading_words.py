"""Words for what a listener can't see (a blank, a picture, a mark), in the card's languages."""

from typing import NamedTuple

from studyapp.core.text.localized_text import TRADITIONAL_CHINESE, CardLanguages, LocalizedText


class ReadingWords(NamedTuple):
    """The words in one language. Those with `{}` take a text."""

    blank: str
    blank_with_hint: str
    filled: str
    code: str
    picture: str
    picture_without_description: str
    hidden_part: str
    sound: str
    picked_mark: str
    picked: str
    typed: str
    correct: str
    wrong: str
    answer: str
    explanation: str


_ENGLISH = ReadingWords(
    blank="blank",
    blank_with_hint="blank ({})",
    filled="Blank: {}",
    code="Code:",
    picture="Picture: {}",
    picture_without_description="Picture without a description",
    hidden_part="a part is hidden",
    sound="Sound: {}",
    picked_mark="{}, picked",
    picked="You picked {}",
    typed="You typed: {}",
    correct="Correct.",
    wrong="Wrong.",
    answer="Answer: {}",
    explanation="Why: {}",
)

_CHINESE = ReadingWords(
    blank="空格",
    blank_with_hint="空格（{}）",
    filled="空格：{}",
    code="程式碼：",
    picture="圖片：{}",
    picture_without_description="沒有說明的圖片",
    hidden_part="有一部分被遮住",
    sound="聲音：{}",
    picked_mark="{}，已選",
    picked="你選了 {}",
    typed="你輸入了：{}",
    correct="正確。",
    wrong="錯誤。",
    answer="答案：{}",
    explanation="原因：{}",
)


def reading_words(languages: CardLanguages) -> ReadingWords:
    """Return the words in the first language of the question."""
    pairs = zip(_ENGLISH, _CHINESE, strict=True)
    return ReadingWords(
        *(
            LocalizedText((("en", english), (TRADITIONAL_CHINESE, chinese))).versions_for(languages)[0][1]
            for english, chinese in pairs
        )
    )
