"""Cards as rendered by Anki."""

import re

import pytest
from anki.cards import Card
from anki.collection import Collection

from studyapp.anki.writing.choice_html import shuffle_options
from studyapp.core.notes.note import AnswerOption, MultipleChoice, Note, TypedAnswer
from studyapp.core.notes.note_fields import note_type_of
from studyapp.core.text.localized_text import CardLanguages, LocalizedText
from tests.anki.samples import NOTES, ExportFunction, ImportFunction, bilingual, query_column

EXPECTED_SIDES = {
    ("sample/gpt3", 0): (
        ["How many parameters?", "有多少參數？"],
        ["175 <strong>billion</strong>", "1750 億"],
    ),
    ("sample/pair", 0): (["davinci"], ["GPT-3 of 2020"]),
    ("sample/pair", 1): (["GPT-3 of 2020"], ["davinci"]),
    ("sample/emergent", 0): (["Emergent ability"], ["突現能力"]),
    ("sample/emergent", 1): (["Only beyond a certain size.", "規模大到"], ["Emergent ability", "突現能力"]),
    ("sample/emergent", 2): (["Emergent ability"], ["Only beyond a certain size.", "規模大到"]),
    ("sample/shares", 0): (["[share]", "[...]", "22 %"], ["60 %"]),
    ("sample/shares", 2): (["[...]", "60 %"], ["22 %"]),
    ("sample/zero-shot", 0): (
        ["Which is better?", "text-davinci-002"],
        ["✓", "It needs examples.", "它需要例子。"],
    ),
    ("sample/reasoning", 0): (
        ["How certain is this claim, and why?", "Reasoning came from code.", "推理來自程式碼。"],
        ["Hypothesis · 假設", "Only correlation."],
    ),
    ("sample/tree", 0): (
        ["From one to the other", "[...]", "ChatGPT", "RLHF &amp; more", "dialogue"],
        ["davinci"],
    ),
    ("sample/tree", 1): (["[...]", "davinci", "July 2020", "stroke-dasharray"], ["ChatGPT"]),
    ("sample/tree", 4): (["[...]", "davinci", "ChatGPT"], ["RLHF &amp; more: "]),
    ("sample/table", 0): (["Sources", "[...]", "Reasoning", "<th>Ability<br>能力</th>"], ["code ", "程式碼"]),
    ("sample/prime", 0): (["Which number?", "[[type:Answer]]"], ["[[type:Answer]]"]),
}


def card_of(collection: Collection, key: str, ordinal: int) -> Card:
    [found] = collection.find_cards(f'"Identity:{key}" card:{ordinal + 1}')
    return collection.get_card(found)


def visible_html(html: str) -> str:
    """The card HTML without style sheets and cloze data attributes."""
    return re.sub(r'<style>.*?</style>|data-cloze="[^"]*"', "", html, flags=re.DOTALL)


def test_cards_show_question_and_answer(
    collection: Collection, export: ExportFunction, import_package: ImportFunction
) -> None:
    import_package(export().path)
    assert collection.card_count() == len(EXPECTED_SIDES)
    for (key, ordinal), (front_texts, back_texts) in EXPECTED_SIDES.items():
        card = card_of(collection, key, ordinal)
        front, back = visible_html(card.question()), visible_html(card.answer())
        for words in front_texts:
            assert words in front, (key, ordinal)
        for words in back_texts:
            assert words in back, (key, ordinal)
            assert words not in front or words.startswith("[["), (key, ordinal)
        assert "{{" not in front + back
        assert "docs.ankiweb.net" not in front + back  # the link in Anki's template errors
        assert "example.org" not in front
        assert "example.org" in back


def test_card_shows_caption_above_question(
    collection: Collection, export: ExportFunction, import_package: ImportFunction
) -> None:
    import_package(export().path)
    define = visible_html(card_of(collection, "sample/emergent", 2).question())
    heading = '<p class="kind"><span lang="en">Define</span><span lang="zh-Hant">定義</span><span lang="zh-Hans">定义</span></p>'
    assert heading in define
    assert '<div class="studyapp en zh-Hant">' in define
    assert 'class="kind"' not in card_of(collection, "sample/gpt3", 0).question()


def test_back_shows_explanation_section_and_evidence(
    collection: Collection, export: ExportFunction, import_package: ImportFunction
) -> None:
    import_package(export(choice=CardLanguages.TRADITIONAL_CHINESE).path)
    back = visible_html(card_of(collection, "sample/gpt3", 0).answer())
    assert "知識存放在這裡。" in back
    assert '<span class="badge">§ 1</span><span class="badge">強有力的假設</span>' in back
    assert '<div class="studyapp zh-Hant">' in back
    without = visible_html(card_of(collection, "sample/pair", 0).answer())
    assert 'class="why"' not in without


def test_options_have_same_order_on_both_sides(
    collection: Collection, export: ExportFunction, import_package: ImportFunction
) -> None:
    options = tuple(
        AnswerOption(LocalizedText.language_neutral(f"option-{index}"), is_correct=index in (0, 3))
        for index in range(8)
    )
    note = Note("sample", "many", MultipleChoice(LocalizedText.language_neutral("Which?"), options))
    import_package(export([note]).path)
    card = card_of(collection, "sample/many", 0)
    order = shuffle_options(8, note.key)
    assert sorted(order) == list(range(8)) != order
    assert order != shuffle_options(8, "sample/other")
    for side in (card.question(), card.answer()):
        assert [int(index) for index in re.findall(r"option-(\d)", side)] == order
        assert re.findall(r'"letter">(\w)<', side) == list("ABCDEFGH")
    right = re.findall(r'<li class="right">.*?option-(\d)', card.answer())
    assert sorted(right) == ["0", "3"]
    assert "Several are right" in card.question()
    assert 'class="right"' not in card.question()


@pytest.mark.parametrize(
    ("answer", "typed", "others"),
    [
        (LocalizedText.language_neutral("3599"), "3599", ""),
        (LocalizedText.language_neutral("**bold** <b> {{x}} C&A"), "bold <b> {{x}} C&A", ""),
        (bilingual("prime", "質數"), "prime", "質數"),
        (bilingual("GPT-3", "GPT-3"), "GPT-3", ""),
        (LocalizedText.language_neutral("[x]: http://a"), "[x]: http://a", ""),
    ],
)
def test_correct_typed_answer_is_accepted(
    collection: Collection,
    export: ExportFunction,
    import_package: ImportFunction,
    answer: LocalizedText,
    typed: str,
    others: str,
) -> None:
    import_package(
        export([Note("sample", "t", TypedAnswer(LocalizedText.language_neutral("?"), answer))]).path
    )
    note = card_of(collection, "sample/t", 0).note()
    compared = collection.compare_answer(note["Answer"], typed)
    assert "typeGood" in compared
    assert "typeBad" not in compared
    assert "typeBad" in collection.compare_answer(note["Answer"], "wrong")
    assert note["Other answers"] == others


def test_technical_fields_are_collapsed_in_editor(
    collection: Collection, export: ExportFunction, import_package: ImportFunction
) -> None:
    import_package(export().path)
    note_type = collection.models.by_name("StudyApp Basic")
    assert note_type is not None
    collapsed = {field["name"] for field in note_type["flds"] if field["collapsed"]}
    assert collapsed == {"Identity", "Requires", "Languages", "Spare 1", "Spare 2", "Spare 3"}
    assert note_type["sortf"] == 1
    assert note_type["css"].startswith("/* The cards of StudyApp")
    assert len({note_type_of(note.content) for note in NOTES}) == len(
        query_column(collection, "SELECT DISTINCT mid FROM notes")
    )
