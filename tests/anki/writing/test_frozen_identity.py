"""What may never change, because collections of learners hold it."""

import hashlib

import pytest

from studyapp.anki.deck_identity import PARENT_DECK_ID, derive_anki_deck_id
from studyapp.anki.note_types import (
    ANKI_NOTE_TYPES,
    SHARED_FIELDS,
    TEMPLATES_CHANGED_AT,
    load_style_sheet,
    load_templates,
)
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
    held = {
        one.name: (
            one.anki_id,
            " ".join(name.replace(" ", "_") for name in one.own_fields),
            " ".join(card.name for card in one.card_types),
        )
        for one in ANKI_NOTE_TYPES
    }
    assert held == FROZEN
    shared = "Why Section Evidence Source Requires Languages Spare_1 Spare_2 Spare_3"
    assert " ".join(name.replace(" ", "_") for name in SHARED_FIELDS) == shared
    assert all(one.fields == ("Identity", *one.own_fields, *SHARED_FIELDS) for one in ANKI_NOTE_TYPES)


def test_changed_templates_have_a_new_date() -> None:
    """Anki takes over templates and style only when they are newer. When this fails: raise `CHANGED_AT` to the
    present moment and put the new pair here."""
    folder = resources_folder() / "anki"
    drawn = [load_style_sheet(folder)]
    for one in ANKI_NOTE_TYPES:
        drawn += [
            side for template in load_templates(one, folder) for side in (template.front, template.back)
        ]
    digest = hashlib.sha256("\0".join(drawn).encode()).hexdigest()[:16]
    assert (TEMPLATES_CHANGED_AT, digest) == (1795588400, "d6d3acfc94a5bedf")


@pytest.mark.parametrize(
    ("key", "guid"), [("sample/gpt3", "ZXMbtNmV1KwUSloy"), ("glossary/emergent-ability", "v-37xIbzKqWvQfQn")]
)
def test_guids_are_frozen(key: str, guid: str) -> None:
    assert derive_guid(key) == guid


def test_deck_numbers_are_frozen_and_in_range() -> None:
    assert (PARENT_DECK_ID, derive_anki_deck_id("sample")) == (1763856000, 1545969395)
    numbers = {derive_anki_deck_id(f"deck-{number}") for number in range(1000)}
    assert len(numbers) == 1000
    assert all(1 << 30 <= number < 1 << 31 for number in (PARENT_DECK_ID, *numbers))
