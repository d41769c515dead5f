"""Identifiers that must never change because user collections contain them."""

import hashlib

import pytest

from studyapp.anki.anki_note_types import (
    ANKI_NOTE_TYPES,
    SHARED_FIELDS,
    TEMPLATES_CHANGED_AT,
    load_style_sheet,
    load_templates,
)
from studyapp.anki.deck_identity import PARENT_DECK_ID, derive_anki_deck_id
from studyapp.core.notes.note_guid import derive_guid
from studyapp.paths import resources_folder

FROZEN = {
    "StudyApp Basic": (1763856000001, "Front Back", "Question"),
    "StudyApp Reversed": (1763856000002, "Front Back", "Question Backward"),
    "StudyApp Term": (1763856000003, "Term Translation Definition", "Translate Recall Define"),
    "StudyApp Cloze": (1763856000004, "Text", "Cloze"),
    "StudyApp Choice": (1763856000005, "Front Options Solution", "Choice"),
    "StudyApp Typed": (1763856000006, "Front Answer Other_answers", "Typed"),
    "StudyApp Claim": (1763856000007, "Claim", "Claim"),
    "StudyApp Diagram": (1763856000008, "Title Drawing", "Diagram"),
}


def test_note_types_are_frozen() -> None:
    note_types = {
        note_type.name: (
            note_type.anki_id,
            " ".join(name.replace(" ", "_") for name in note_type.own_fields),
            " ".join(card.name for card in note_type.card_types),
        )
        for note_type in ANKI_NOTE_TYPES
    }
    assert note_types == FROZEN
    shared = "Why Section Evidence Source Requires Languages Spare_1 Spare_2 Spare_3"
    assert " ".join(name.replace(" ", "_") for name in SHARED_FIELDS) == shared
    assert all(
        note_type.fields == ("Identity", *note_type.own_fields, *SHARED_FIELDS)
        for note_type in ANKI_NOTE_TYPES
    )


def test_changed_templates_have_new_timestamp() -> None:
    """Anki updates templates and styles only if they are newer. On a failure set `TEMPLATES_CHANGED_AT` to the
    current time and update the expected pair."""
    folder = resources_folder() / "anki"
    template_texts = [load_style_sheet(folder)]
    for note_type in ANKI_NOTE_TYPES:
        template_texts += [
            side for template in load_templates(note_type, folder) for side in (template.front, template.back)
        ]
    digest = hashlib.sha256("\0".join(template_texts).encode()).hexdigest()[:16]
    assert (TEMPLATES_CHANGED_AT, digest) == (1795728487, "941875d3b8bc4e88")


@pytest.mark.parametrize(
    ("key", "guid"), [("sample/gpt3", "ZXMbtNmV1KwUSloy"), ("glossary/emergent-ability", "v-37xIbzKqWvQfQn")]
)
def test_guids_are_frozen(key: str, guid: str) -> None:
    assert derive_guid(key) == guid


def test_deck_ids_are_frozen_and_in_range() -> None:
    assert (PARENT_DECK_ID, derive_anki_deck_id("sample")) == (1763856000, 1545969395)
    deck_ids = {derive_anki_deck_id(f"deck-{number}") for number in range(1000)}
    assert len(deck_ids) == 1000
    assert all(1 << 30 <= number < 1 << 31 for number in (PARENT_DECK_ID, *deck_ids))
