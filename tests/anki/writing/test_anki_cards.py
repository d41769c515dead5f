"""The cards as the real Anki draws them."""

import re

import pytest
from anki.cards import Card
from anki.collection import Collection

from studyapp.anki.writing.choice_html import shuffle_options
from studyapp.core.notes.note import AnswerOption, MultipleChoice, Note, TypedAnswer
from studyapp.core.notes.note_fields import note_type_of
from studyapp.core.text.localized_text import CardLanguages, LocalizedText
from tests.anki.samples import NOTES, Exporting, TakingIn, both, column

IN_BOTH = {
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
        ["How sure is the source, and why?", "Reasoning came from code.", "推理來自程式碼。"],
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


def seen(html: str) -> str:
    """The card without its style sheet and without what Anki notes about a blank in an attribute."""
    return re.sub(r'<style>.*?</style>|data-cloze="[^"]*"', "", html, flags=re.DOTALL)


def test_each_card_asks_and_tells(collection: Collection, export: Exporting, take_in: TakingIn) -> None:
    take_in(export().path)
    assert collection.card_count() == len(IN_BOTH)
    for (key, ordinal), (asked, told) in IN_BOTH.items():
        card = card_of(collection, key, ordinal)
        front, back = seen(card.question()), seen(card.answer())
        for words in asked:
            assert words in front, (key, ordinal)
        for words in told:
            assert words in back, (key, ordinal)
            assert words not in front or words.startswith("[["), (key, ordinal)
        assert "{{" not in front + back
        assert "docs.ankiweb.net" not in front + back  # where Anki's template errors point
        assert "example.org" not in front
        assert "example.org" in back


def test_what_the_card_asks_for_stands_above_it(
    collection: Collection, export: Exporting, take_in: TakingIn
) -> None:
    take_in(export().path)
    define = seen(card_of(collection, "sample/emergent", 2).question())
    heading = '<p class="kind"><span lang="en">Define</span><span lang="zh-Hant">定義</span><span lang="zh-Hans">定义</span></p>'
    assert heading in define
    # Anki 25 and later ask for the second class, older ones for the first, to leave formulas alone.
    assert '<div class="studyapp en zh-Hant tex2jax_ignore mathjax_ignore">' in define
    assert 'class="kind"' not in card_of(collection, "sample/gpt3", 0).question()


def test_back_says_why_where_and_how_sure(
    collection: Collection, export: Exporting, take_in: TakingIn
) -> None:
    take_in(export(choice=CardLanguages.TRADITIONAL_CHINESE).path)
    back = seen(card_of(collection, "sample/gpt3", 0).answer())
    assert "知識存放在這裡。" in back
    assert '<span class="badge">§ 1</span><span class="badge">強有力的假設</span>' in back
    assert '<div class="studyapp zh-Hant ' in back
    without = seen(card_of(collection, "sample/pair", 0).answer())
    assert 'class="why"' not in without


def test_options_are_shuffled_alike_on_both_sides(
    collection: Collection, export: Exporting, take_in: TakingIn
) -> None:
    options = tuple(
        AnswerOption(LocalizedText.language_neutral(f"option-{place}"), is_correct=place in (0, 3))
        for place in range(8)
    )
    note = Note("sample", "many", MultipleChoice(LocalizedText.language_neutral("Which?"), options))
    take_in(export([note]).path)
    card = card_of(collection, "sample/many", 0)
    order = shuffle_options(8, note.key)
    assert sorted(order) == list(range(8)) != order
    assert order != shuffle_options(8, "sample/other")
    for side in (card.question(), card.answer()):
        assert [int(place) for place in re.findall(r"option-(\d)", side)] == order
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
        (both("prime", "質數"), "prime", "質數"),
        (both("GPT-3", "GPT-3"), "GPT-3", ""),
        (LocalizedText.language_neutral("[x]: http://a"), "[x]: http://a", ""),
    ],
)
def test_typing_the_answer_is_right(
    collection: Collection,
    export: Exporting,
    take_in: TakingIn,
    answer: LocalizedText,
    typed: str,
    others: str,
) -> None:
    take_in(export([Note("sample", "t", TypedAnswer(LocalizedText.language_neutral("?"), answer))]).path)
    note = card_of(collection, "sample/t", 0).note()
    compared = collection.compare_answer(note["Answer"], typed)
    assert "typeGood" in compared
    assert "typeBad" not in compared
    assert "typeBad" in collection.compare_answer(note["Answer"], "wrong")
    assert note["Other answers"] == others


def test_the_furniture_is_folded_away_in_the_editor(
    collection: Collection, export: Exporting, take_in: TakingIn
) -> None:
    take_in(export().path)
    note_type = collection.models.by_name("StudyApp Basic")
    assert note_type is not None
    folded = {field["name"] for field in note_type["flds"] if field["collapsed"]}
    assert folded == {"Identity", "Requires", "Languages", "Spare 1", "Spare 2", "Spare 3"}
    assert note_type["sortf"] == 1
    assert note_type["css"].startswith("/* The cards of StudyApp")
    assert len({note_type_of(note.content) for note in NOTES}) == len(
        column(collection, "SELECT DISTINCT mid FROM notes")
    )
