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


def test_versions_follow_language_setting_order() -> None:
    assert BOTH.versions_for(CardLanguages.ENGLISH_AND_TRADITIONAL) == (("en", "word"), ("zh-Hant", "字"))
    assert BOTH.versions_for(CardLanguages.ENGLISH) == (("en", "word"),)


def test_missing_language_falls_back_to_first_version() -> None:
    german = LocalizedText((("de", "Wort"), ("fr", "mot")))
    assert german.versions_for(CardLanguages.ENGLISH) == (("de", "Wort"),)
    assert LocalizedText.language_neutral("same").versions_for(CardLanguages.ENGLISH_AND_TRADITIONAL) == (
        (ANY_LANGUAGE, "same"),
    )


def test_languages_lists_versions_in_written_order() -> None:
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
def test_language_tag_validation_follows_bcp_47(tag: str, valid: bool) -> None:
    assert is_language_tag(tag) is valid


def test_question_and_answer_languages_can_differ() -> None:
    choice = CardLanguages.TRADITIONAL_TO_ENGLISH
    assert BOTH.versions_for(choice) == (("zh-Hant", "字"),)
    assert BOTH.versions_for(choice.swapped) == (("en", "word"),)
    assert BOTH.versions_on_both_sides(choice) == (("zh-Hant", "字"), ("en", "word"))
    assert LocalizedText.language_neutral("same").versions_on_both_sides(choice) == ((ANY_LANGUAGE, "same"),)


@pytest.mark.parametrize("choice", CardLanguages)
def test_combined_includes_languages_of_both_sides(choice: CardLanguages) -> None:
    assert choice.combined in SAME_LANGUAGES_ON_BOTH_SIDES
    assert choice.swapped.swapped is choice
    assert (choice.swapped is choice) is (choice in SAME_LANGUAGES_ON_BOTH_SIDES)
    assert set(choice.combined.question_languages) == {
        *choice.question_languages,
        *choice.swapped.question_languages,
    }


def test_missing_side_language_falls_back_to_other_side() -> None:
    chinese = LocalizedText((("zh-Hant", "對齊稅"),))
    assert chinese.versions_for(CardLanguages.SIMPLIFIED_TO_ENGLISH.swapped) == (("zh-Hans", "对齐税"),)
    assert chinese.versions_for(CardLanguages.ENGLISH_TO_SIMPLIFIED) == (("zh-Hans", "对齐税"),)
    assert chinese.versions_for(CardLanguages.ENGLISH) == (("zh-Hant", "對齊稅"),)


@pytest.mark.parametrize("simplified", [False, True])
@pytest.mark.parametrize("choice", CardLanguages)
def test_next_languages_cycles_through_other_settings(choice: CardLanguages, simplified: bool) -> None:
    cycle = [choice]
    for _ in range(3):
        cycle.append(next_languages(cycle[-1], prefer_simplified=simplified))
    assert len(set(cycle[1:])) == 3
    assert CardLanguages.ENGLISH in cycle[1:]
    assert set(cycle[1:]) <= set(SAME_LANGUAGES_ON_BOTH_SIDES)


def test_cycle_goes_from_english_over_chinese_to_both() -> None:
    traditional = (
        CardLanguages.ENGLISH,
        CardLanguages.TRADITIONAL_CHINESE,
        CardLanguages.ENGLISH_AND_TRADITIONAL,
    )
    simplified = CardLanguages.ENGLISH, CardLanguages.SIMPLIFIED_CHINESE, CardLanguages.ENGLISH_AND_SIMPLIFIED
    for cycle, prefer_simplified in ((traditional, False), (simplified, True)):
        for languages, following in zip(cycle, (*cycle[1:], cycle[0]), strict=True):
            assert next_languages(languages, prefer_simplified=prefer_simplified) is following
