import pytest

from studyapp.core.text.localized_text import (
    ANY,
    SAME_ON_BOTH_SIDES,
    LanguageChoice,
    Text,
    is_language_tag,
    next_choice,
)

BOTH = Text((("zh-Hant", "字"), ("en", "word")))


def test_the_chosen_languages_are_shown_in_their_own_order() -> None:
    assert BOTH.shown_in(LanguageChoice.BOTH) == (("en", "word"), ("zh-Hant", "字"))
    assert BOTH.shown_in(LanguageChoice.ENGLISH) == (("en", "word"),)


def test_a_text_without_the_chosen_language_shows_the_first_that_was_written() -> None:
    german = Text((("de", "Wort"), ("fr", "mot")))
    assert german.shown_in(LanguageChoice.ENGLISH) == (("de", "Wort"),)
    assert Text.plain("same").shown_in(LanguageChoice.BOTH) == ((ANY, "same"),)


def test_languages_are_those_that_were_written() -> None:
    assert BOTH.languages == ("zh-Hant", "en")
    assert Text.plain("same").languages == ()
    assert BOTH.words == ("字", "word")


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
    choice = LanguageChoice.TRADITIONAL_IN_FRONT
    assert BOTH.shown_in(choice) == (("zh-Hant", "字"),)
    assert BOTH.shown_in(choice.behind) == (("en", "word"),)
    assert BOTH.shown_on_either_side(choice) == (("zh-Hant", "字"), ("en", "word"))
    assert Text.plain("same").shown_on_either_side(choice) == ((ANY, "same"),)


@pytest.mark.parametrize("choice", LanguageChoice)
def test_the_languages_of_both_sides_together(choice: LanguageChoice) -> None:
    assert choice.together in SAME_ON_BOTH_SIDES
    assert choice.behind.behind is choice
    assert (choice.behind is choice) is (choice in SAME_ON_BOTH_SIDES)
    assert set(choice.together.languages) == {*choice.languages, *choice.behind.languages}


def test_a_text_without_the_language_of_its_side_shows_that_of_the_other_side() -> None:
    chinese = Text((("zh-Hant", "對齊稅"),))
    assert chinese.shown_in(LanguageChoice.SIMPLIFIED_IN_FRONT.behind) == (("zh-Hans", "对齐税"),)
    assert chinese.shown_in(LanguageChoice.ENGLISH_BEFORE_SIMPLIFIED) == (("zh-Hans", "对齐税"),)
    assert chinese.shown_in(LanguageChoice.ENGLISH) == (("zh-Hant", "對齊稅"),)


@pytest.mark.parametrize("simplified", [False, True])
@pytest.mark.parametrize("choice", LanguageChoice)
def test_after_every_choice_come_the_others(choice: LanguageChoice, simplified: bool) -> None:
    row = [choice]
    for _ in range(3):
        row.append(next_choice(row[-1], simplified=simplified))
    assert len(set(row[1:])) == 3
    assert LanguageChoice.ENGLISH in row[1:]
    assert set(row[1:]) <= set(SAME_ON_BOTH_SIDES)
