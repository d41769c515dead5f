"""The cards of notes whose types are a deck's own, as Anki makes them of their templates."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from studyapp.core.cards.nested_cloze import nested_cloze_numbers
from studyapp.core.cards.template_language import CARD_FIELDS, field_references, is_empty_field
from studyapp.core.notes.custom_note_type import CardTemplate
from studyapp.core.notes.note import CustomContent


class CustomCard(NamedTuple):
    """A card by its ordinal, and whether its answer is typed."""

    ordinal: int
    is_typed: bool


def generate_custom_cards(content: CustomContent, tags: Sequence[str]) -> list[CustomCard]:
    """The cards of a note: of each template whose front shows a field that is not empty, counted from 1; of a cloze, of
    each number of a blank in the fields that the front shows as such. What a front shows of the card itself counts as
    a field does."""
    templates = content.note_type.templates
    fields = dict.fromkeys(CARD_FIELDS, "something") | {"Tags": " ".join(tags)} | html_by_field_name(content)
    if content.note_type.is_cloze:
        return _cloze_cards(templates[0], fields) if templates else []
    found = []
    for ordinal, template in enumerate(templates, 1):
        shown = field_references(template.front, fields)
        if any(not is_empty_field(fields.get(one.field, "")) for one in shown):
            found.append(CustomCard(ordinal, any("type" in one.filters for one in shown)))
    return found


def card_template(content: CustomContent, ordinal: int) -> CardTemplate:
    """The template of a card."""
    return content.note_type.templates[0 if content.note_type.is_cloze else ordinal - 1]


def html_by_field_name(content: CustomContent) -> dict[str, str]:
    """The fields by name."""
    return dict(zip(content.note_type.fields, content.fields, strict=True))


def true_cloze_conditions(content: CustomContent, ordinal: int) -> frozenset[str]:
    """The names of conditions that hold on a card of a cloze: `c1` on that of the first number."""
    return frozenset((f"c{ordinal}",)) if content.note_type.is_cloze else frozenset()


def _cloze_cards(template: CardTemplate, fields: Mapping[str, str]) -> list[CustomCard]:
    shown = field_references(template.front, fields, frozenset(f"c{number}" for number in range(1, 501)))
    with_blanks = {one.field for one in shown if "cloze" in one.filters}
    numbers = {number for field in with_blanks for number in nested_cloze_numbers(fields.get(field, ""))}
    is_typed = any("type" in one.filters for one in shown)
    return [CustomCard(number, is_typed) for number in sorted(numbers)]
