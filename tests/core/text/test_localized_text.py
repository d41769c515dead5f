import pytest

from studyapp.core.text.localized_text import (
    ANY_LANGUAGE,
    SAME_LANGUAGES_ON_BOTH_SIDES,
    CardLanguages,
    LocalizedText,
    is_language_tag,
    next_languages,
)

BOTH = LocalizedText((("zh-Hant", "字"), ("en", "word")))


def test_the_chosen_languages_are_shown_in_their_own_order() -> None:
    assert BOTH.versions_for(CardLanguages.ENGLISH_AND_TRADITIONAL) == (("en", "word"), ("zh-Hant", "字"))
    assert BOTH.versions_for(CardLanguages.ENGLISH) == (("en", "word"),)


def test_a_text_without_the_chosen_language_shows_the_first_that_was_written() -> None:
    german = LocalizedText((("de", "Wort"), ("fr", "mot")))
    assert german.versions_for(CardLanguages.ENGLISH) == (("de", "Wort"),)
    assert LocalizedText.language_neutral("same").versions_for(CardLanguages.ENGLISH_AND_TRADITIONAL) == (
        (ANY_LANGUAGE, "same"),
    )


def test_languages_are_those_that_were_written() -> None:
    assert BOTH.languages == ("zh-Hant", "en")
    assert LocalizedText.language_neutral("same").languages == ()
    assert BOTH.version_texts == ("字", "word")


@pytest.mark.parametrize(
    ("tag", "valid"),
    [
        ("en", True),
        ("zh-Hant", True),
        ("pt-BR", True),
        ("es-419", True),
        ("EN", False),
        ("english", False),
        ("", False),
        ("en\n", False),
    ],
)
def test_language_tags_are_those_of_bcp_47(tag: str, valid: bool) -> None:
    assert is_language_tag(tag) is valid


def test_one_language_in_front_and_the_other_behind() -> None:
    choice = CardLanguages.TRADITIONAL_TO_ENGLISH
    assert BOTH.versions_for(choice) == (("zh-Hant", "字"),)
    assert BOTH.versions_for(choice.swapped) == (("en", "word"),)
    assert BOTH.versions_on_both_sides(choice) == (("zh-Hant", "字"), ("en", "word"))
    assert LocalizedText.language_neutral("same").versions_on_both_sides(choice) == ((ANY_LANGUAGE, "same"),)


@pytest.mark.parametrize("choice", CardLanguages)
def test_the_languages_of_both_sides_together(choice: CardLanguages) -> None:
    assert choice.combined in SAME_LANGUAGES_ON_BOTH_SIDES
    assert choice.swapped.swapped is choice
    assert (choice.swapped is choice) is (choice in SAME_LANGUAGES_ON_BOTH_SIDES)
    assert set(choice.combined.question_languages) == {
        *choice.question_languages,
        *choice.swapped.question_languages,
    }


def test_a_text_without_the_language_of_its_side_shows_that_of_the_other_side() -> None:
    chinese = LocalizedText((("zh-Hant", "對齊稅"),))
    assert chinese.versions_for(CardLanguages.SIMPLIFIED_TO_ENGLISH.swapped) == (("zh-Hans", "对齐税"),)
    assert chinese.versions_for(CardLanguages.ENGLISH_TO_SIMPLIFIED) == (("zh-Hans", "对齐税"),)
    assert chinese.versions_for(CardLanguages.ENGLISH) == (("zh-Hant", "對齊稅"),)


@pytest.mark.parametrize("simplified", [False, True])
@pytest.mark.parametrize("choice", CardLanguages)
def test_after_every_choice_come_the_others(choice: CardLanguages, simplified: bool) -> None:
    row = [choice]
    for _ in range(3):
        row.append(next_languages(row[-1], prefer_simplified=simplified))
    assert len(set(row[1:])) == 3
    assert CardLanguages.ENGLISH in row[1:]
    assert set(row[1:]) <= set(SAME_LANGUAGES_ON_BOTH_SIDES)
