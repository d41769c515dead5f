"""What the templates of a deck file hide or say about the card: in review, read aloud, in tables and in searches."""

from pathlib import Path

import pytest

from studyapp.core.cards.card_id import CardId
from studyapp.core.rendering.hint_links import open_hint
from studyapp.core.rendering.spoken_text import spoken_parts
from studyapp.core.rendering.text_layout.plain_text import html_to_text
from studyapp.core.search.query_parsing import parse_query
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.browse.browse_rows import load_rows
from studyapp.services.browse.card_preview import load_preview
from studyapp.services.library.card_rows import list_cards
from studyapp.services.library.deck_library import Library
from studyapp.services.library.library_refresh import refresh_library
from studyapp.services.search.card_search import find_cards
from studyapp.services.search.search_context import load_search_context
from studyapp.services.study.card_loading import load_card
from studyapp.services.study.session_outcome import Prompt
from tests.services.study_driver import StudyDriver, expect_prompt

ENGLISH = CardLanguages.ENGLISH
DECK = """
deck: rivers
title: Geography::Rivers
note_types:
  river:
    name: River & lake
    fields: [Name, Sea]
    cards:
      - name: "Which sea?"
        front: '{{Name}} <p class="solution">{{Sea}}</p>'
        back: '{{FrontSide}}<hr id=answer>{{Sea}}'
      - name: About
        front: '{{Name}}: {{Deck}}, {{Subdeck}}, {{Type}}, {{Card}}, {{Tags}}, {{CardFlag}}'
        back: '{{Sea}}'
    style: '.solution { display: none; }'
notes:
  - {id: elbe, type: river, tags: [north, long], fields: {Name: Elbe, Sea: North Sea}}
  - {id: oder, type: river, fields: {Name: 'Oder <span hidden>(Odra)</span>', Sea: Baltic}}
  - {id: rhone, type: river, fields: {Name: '<details><summary>Rhone</summary>from Geneva</details>', Sea: Mediterranean}}
"""


@pytest.fixture
def rivers(driver: StudyDriver, tmp_path: Path) -> StudyDriver:
    folder = tmp_path / "decks"
    folder.mkdir()
    (folder / "rivers.yaml").write_text(DECK, encoding="utf-8")
    assert library(driver).problems == ()
    return driver


def library(driver: StudyDriver) -> Library:
    folder = driver.path.parent.parent / "decks"
    return refresh_library(driver.collection, [folder], driver.time.clock())[0]


def preview(driver: StudyDriver, note: str, ordinal: int = 1) -> Prompt:
    found = load_preview(driver.collection, CardId("rivers", note, ordinal), ENGLISH)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("note", "question", "revealed"),
    [
        ("elbe", "Elbe", "Elbe\nNorth Sea"),
        ("oder", "Oder", "Oder\nBaltic"),
        ("rhone", "[Rhone]", "[Rhone]\nMediterranean"),
    ],
)
def test_hidden_text_is_neither_shown_nor_read_aloud(
    rivers: StudyDriver, note: str, question: str, revealed: str
) -> None:
    face = preview(rivers, note).face
    assert html_to_text(face.question) == question
    assert html_to_text(face.revealed) == revealed
    assert [speech.text for speech in spoken_parts(face.question)] == [question]
    row = load_rows(rivers.collection, [CardId("rivers", note, 1)], rivers.time.clock().study_day(), ENGLISH)[
        CardId("rivers", note, 1)
    ]
    assert row.question == question
    listed = list_cards(rivers.collection, library(rivers), ["rivers"], ENGLISH)
    assert question in [card["question"] for card in listed if card["note"] == note]


def test_content_of_details_is_shown_by_a_click(rivers: StudyDriver) -> None:
    face = preview(rivers, "rhone").face
    assert html_to_text(open_hint(face.question, 0, face.hints[0])) == "Rhone\nfrom Geneva"


@pytest.mark.parametrize(
    ("query", "note"), [("North", "elbe"), ("Odra", "oder"), ("Geneva", "rhone"), ("Sea:Baltic", "oder")]
)
def test_hidden_text_is_found_as_in_anki(rivers: StudyDriver, query: str, note: str) -> None:
    context = load_search_context(rivers.collection, library(rivers), rivers.time.clock())
    parsed = parse_query(query, ("Name", "Sea"))
    assert {card.note_id for card in find_cards(rivers.collection, parsed, context)} == {note}


def test_card_fields_say_what_they_say_in_anki(rivers: StudyDriver) -> None:
    expected = "Elbe: Geography::Rivers, Rivers, River & lake, About, north long, flag{}"
    assert html_to_text(preview(rivers, "elbe", 2).face.question) == expected.format(0)
    row = load_rows(
        rivers.collection, [CardId("rivers", "elbe", 2)], rivers.time.clock().study_day(), ENGLISH
    )
    assert row[CardId("rivers", "elbe", 2)].question == expected.format(0)
    listed = list_cards(rivers.collection, library(rivers), ["rivers"], ENGLISH)
    assert expected.format(0) in [card["question"] for card in listed]
    session = rivers.start_session(ENGLISH, None, "rivers")
    card = load_card(rivers.collection, CardId("rivers", "elbe", 2))
    assert card is not None
    assert html_to_text(expect_prompt(session.review_first([card])).face.question) == expected.format(0)
    session.toggle_flag(2)
    assert html_to_text(preview(rivers, "elbe", 2).face.question) == expected.format(2)
