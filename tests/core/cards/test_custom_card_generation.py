"""Which cards a note with a custom note type has. That they agree with Anki is tested in tests/anki/reading."""

import pytest

from studyapp.core.cards.custom_cards import (
    CustomCard,
    card_template,
    generate_custom_cards,
    html_by_field_name,
    true_cloze_conditions,
)
from studyapp.core.notes.custom_note_type import CardTemplate, CustomNoteType
from studyapp.core.notes.note import CustomContent


def content(*fronts: str, fields: tuple[str, str] = ("a", ""), is_cloze: bool = False) -> CustomContent:
    templates = tuple(CardTemplate(f"Card {number}", front, "") for number, front in enumerate(fronts, 1))
    return CustomContent(CustomNoteType(0, "type", ("One", "Two"), templates, is_cloze=is_cloze), fields)


def ordinals(note_content: CustomContent, *tags: str) -> list[int]:
    return [card.ordinal for card in generate_custom_cards(note_content, tags)]


def test_template_with_an_empty_front_makes_no_card() -> None:
    fronts = ("{{One}}", "{{Two}}", "text", "{{^Two}}{{One}}{{/Two}}", "{{Unknown}}", "{{Two}}{{One}}")
    assert ordinals(content(*fronts)) == [1, 4, 6]


@pytest.mark.parametrize("field", ["Type", "Deck", "Subdeck", "Card", "CardFlag", "CardID"])
def test_fields_of_the_card_are_not_empty(field: str) -> None:
    assert ordinals(content(f"{{{{{field}}}}}")) == [1]


def test_tags_are_a_field() -> None:
    assert ordinals(content("{{Tags}}")) == []
    assert ordinals(content("{{Tags}}"), "x", "y") == [1]


def test_card_that_asks_to_type_is_typed() -> None:
    fronts = ("{{One}}", "{{One}}{{type:Two}}", "{{hint:One}}", "{{type:One}}")
    cards = generate_custom_cards(content(*fronts, fields=("a", "b")), ())
    assert cards == [CustomCard(1, False), CustomCard(2, True), CustomCard(3, False), CustomCard(4, True)]
    nothing_to_type = generate_custom_cards(content(*fronts), ())
    assert [card.is_typed for card in nothing_to_type] == [False, False, False, True]


def test_cloze_type_has_a_card_for_each_number_in_any_field() -> None:
    fields = ("{{c2::a}}{{c1::b}}", "{{c3::c}}")
    for front in (
        "{{cloze:One}}",
        "{{One}}{{cloze:Two}}",
        "{{#c2}}{{cloze:One}}{{/c2}}",
        "{{cloze:Unknown}}",
        "",
    ):
        assert ordinals(content(front, fields=fields, is_cloze=True)) == [1, 2, 3], front
    assert ordinals(content("{{cloze:One}}", fields=("{{c0::a}}{{c501::b}}", "c"), is_cloze=True)) == []
    assert ordinals(content("{{Tags}}", fields=("a", "b"), is_cloze=True), "{{c1::tag}}") == []


def test_cloze_card_can_be_typed() -> None:
    fields = ("{{c1::a}}", "")
    typed = content("{{cloze:One}}{{type:cloze:One}}", fields=fields, is_cloze=True)
    assert generate_custom_cards(typed, ()) == [CustomCard(1, True)]
    other_field = content("{{cloze:One}}{{type:cloze:One}}", fields=("{{c1::a}}", "{{c2::b}}"), is_cloze=True)
    assert generate_custom_cards(other_field, ()) == [CustomCard(1, True), CustomCard(2, False)]
    condition = content("{{#c2}}{{type:cloze:One}}{{/c2}}", fields=("{{c1::a}}{{c2::b}}", ""), is_cloze=True)
    assert generate_custom_cards(condition, ()) == [CustomCard(1, False), CustomCard(2, True)]
    assert generate_custom_cards(content("{{cloze:One}}", fields=fields, is_cloze=True), ()) == [
        CustomCard(1, False)
    ]
    assert generate_custom_cards(content(is_cloze=True), ()) == []


def test_cloze_type_uses_its_only_template_for_each_card() -> None:
    standard = content("first", "second")
    assert [card_template(standard, ordinal).front for ordinal in (1, 2)] == ["first", "second"]
    cloze = content("first", is_cloze=True)
    assert card_template(cloze, 3).front == "first"
    assert true_cloze_conditions(3) == {"c3"}


def test_fields_are_named() -> None:
    assert html_by_field_name(content(fields=("a", "b"))) == {"One": "a", "Two": "b"}
