"""Generation of the cards of notes with a custom note type, by the same rules as in Anki."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from studyapp.core.cards.card_template_language import CARD_FIELDS, field_references, is_empty_field
from studyapp.core.cards.nested_cloze import nested_cloze_numbers
from studyapp.core.notes.custom_note_type import CardTemplate
from studyapp.core.notes.note import CustomContent


class CustomCard(NamedTuple):
    """A card's ordinal, and whether its answer is typed."""

    ordinal: int
    is_typed: bool


def generate_custom_cards(content: CustomContent, tags: Sequence[str]) -> list[CustomCard]:
    """Return the cards of a note with a custom note type.

    A standard type has a card for each template whose front shows a non-empty field; ordinals count from 1. A cloze
    type has a card for each cloze number in any of its fields, even in one that its template doesn't show. Fields that
    describe the card itself count as non-empty. An answer is typed if there is one to type.
    """
    templates = content.note_type.templates
    fields = dict.fromkeys(CARD_FIELDS, "something") | {"Tags": " ".join(tags)} | html_by_field_name(content)
    if content.note_type.is_cloze:
        return _cloze_cards(content, templates[0], fields) if templates else []
    cards = []
    for ordinal, template in enumerate(templates, 1):
        references = field_references(template.front, fields)
        if any(not is_empty_field(fields.get(reference.field, "")) for reference in references):
            is_typed = any(
                "type" in reference.filters and fields.get(reference.field) for reference in references
            )
            cards.append(CustomCard(ordinal, is_typed))
    return cards


def card_template(content: CustomContent, ordinal: int) -> CardTemplate:
    """Return the template of a card."""
    return content.note_type.templates[0 if content.note_type.is_cloze else ordinal - 1]


def html_by_field_name(content: CustomContent) -> dict[str, str]:
    """Return the HTML of each field by its name."""
    return dict(zip(content.note_type.fields, content.fields, strict=True))


def true_cloze_conditions(ordinal: int) -> frozenset[str]:
    """Return the names of the conditions that are true on a card besides fields: `c1` on the first one, as in Anki also
    if it is not of a cloze type."""
    return frozenset((f"c{ordinal}",))


def _cloze_cards(
    content: CustomContent, template: CardTemplate, fields: Mapping[str, str]
) -> list[CustomCard]:
    numbers = {number for field in content.fields for number in nested_cloze_numbers(field)}
    return [CustomCard(number, _is_cloze_typed(template, fields, number)) for number in sorted(numbers)]


def _is_cloze_typed(template: CardTemplate, fields: Mapping[str, str], number: int) -> bool:
    references = field_references(template.front, fields, true_cloze_conditions(number))
    return any(
        "type" in reference.filters and number in nested_cloze_numbers(fields.get(reference.field, ""))
        for reference in references
    )
