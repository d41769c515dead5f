"""The reader, the JSON schema and the format documentation agree."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from studyapp.core.notes.anki_settings import FIELD_SETTINGS, TEMPLATE_SETTINGS
from studyapp.core.notes.note import Evidence
from studyapp.core.notes.note_fields import note_type_of
from studyapp.core.notes.note_type import NoteType
from studyapp.core.text.localized_text import is_language_tag
from studyapp.deckfiles.field_names import (
    ANKI_SETTINGS_FIELDS,
    BOX_FIELDS,
    CARD_TEMPLATE_FIELDS,
    CHOICE_OPTION_FIELDS,
    CUSTOM_NOTE_FIELDS,
    CUSTOM_NOTE_TYPE_FIELDS,
    DECK_FIELDS,
    DEFAULT_FIELDS,
    EDGE_FIELDS,
    FIELDS_BY_TYPE,
    FORMAT_VERSION,
    SOURCE_FIELDS,
    TABLE_FIELDS,
    TREE_FIELDS,
    WRITTEN_AS_TYPES,
)
from studyapp.deckfiles.id_rules import normalize_id
from studyapp.deckfiles.problems.problem import Severity
from studyapp.deckfiles.reading.deck_reading import read_deck
from studyapp.deckfiles.reading.field_reading import MAX_TEXT_LENGTH
from studyapp.deckfiles.reading.note_reading import ALLOWED_FIELDS_BY_TYPE
from tests.deckfiles.deck_texts import problem_positions, read_text

ROOT = Path(__file__).parents[2]
SCHEMA: dict[str, Any] = json.loads((ROOT / "resources/deck.schema.json").read_text("utf-8"))
PAGE = (ROOT / "docs/deck-format.md").read_text("utf-8")
DRAWING_FIELDS = (*BOX_FIELDS, *EDGE_FIELDS, *TABLE_FIELDS, *TREE_FIELDS)
NOTE = SCHEMA["definitions"]["note"]
CUSTOM_NOTE = SCHEMA["definitions"]["note_of_own_type"]
YAML_BLOCKS = re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
EXAMPLES = [block for block in YAML_BLOCKS if "notes:" in block]
DECKS = sorted((ROOT / "decks").glob("*.yaml"))


def parse_like_editor(text: str) -> object:
    """Parse as editors do: with numbers and booleans, but without dates."""
    resolvers = {
        first: [(tag, pattern) for tag, pattern in entries if not tag.endswith("timestamp")]
        for first, entries in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    loader = type("Loader", (yaml.SafeLoader,), {"yaml_implicit_resolvers": resolvers})
    return yaml.load(text, Loader=loader)


def schema_errors(deck: object) -> list[str]:
    return [error.message for error in Draft7Validator(SCHEMA).iter_errors(deck)]


def is_accepted(**note: object) -> bool:
    return not schema_errors({"title": "t", "notes": [note]})


def test_schema_is_valid() -> None:
    Draft7Validator.check_schema(SCHEMA)


def test_schema_and_reader_know_the_same_fields() -> None:
    definitions = SCHEMA["definitions"]
    assert tuple(SCHEMA["properties"]) == DECK_FIELDS
    assert tuple(SCHEMA["properties"]["source"]["properties"]) == SOURCE_FIELDS
    assert tuple(SCHEMA["properties"]["defaults"]["properties"]) == DEFAULT_FIELDS
    assert tuple(definitions["option"]["anyOf"][1]["properties"]) == CHOICE_OPTION_FIELDS
    known = {name for names in ALLOWED_FIELDS_BY_TYPE.values() for name in names}
    assert {*NOTE["properties"], *CUSTOM_NOTE_FIELDS} == known
    assert set(CUSTOM_NOTE["propertyNames"]["enum"]) == {
        *ALLOWED_FIELDS_BY_TYPE[NoteType.CUSTOM],
        *(name for kind in WRITTEN_AS_TYPES for name in FIELDS_BY_TYPE[kind]),
    }
    assert tuple(definitions["note_type"]["properties"]) == CUSTOM_NOTE_TYPE_FIELDS
    assert definitions["note_type"]["properties"]["written_as"]["enum"] == list(WRITTEN_AS_TYPES)
    assert tuple(definitions["template"]["properties"]) == CARD_TEMPLATE_FIELDS
    assert tuple(definitions["anki_settings"]["properties"]) == ANKI_SETTINGS_FIELDS
    for name, settings in (
        ("anki_field_settings", FIELD_SETTINGS),
        ("anki_template_settings", TEMPLATE_SETTINGS),
    ):
        assert tuple(definitions[name]["properties"]) == tuple(setting.name for setting in settings)
    assert SCHEMA["properties"]["format"]["enum"] == [int(FORMAT_VERSION), FORMAT_VERSION]
    assert definitions["words"]["maxLength"] == MAX_TEXT_LENGTH


def test_schema_and_reader_know_the_same_values() -> None:
    assert NOTE["properties"]["type"]["enum"] == list(FIELDS_BY_TYPE)
    assert NOTE["properties"]["evidence"]["enum"] == [str(grade) for grade in Evidence]


def test_schema_lists_fields_of_each_type() -> None:
    given: dict[str, set[str]] = {}
    for rule in NOTE["allOf"]:
        named = rule["if"]["anyOf"][0]["properties"]["type"]
        for kind in named.get("enum", [named.get("const")]):
            given[kind] = set(rule["then"]["propertyNames"]["enum"])
            assert set(rule["then"]["required"]) == set(FIELDS_BY_TYPE[kind]) - {"translation"}
    assert given == {
        kind: set(names) for kind, names in ALLOWED_FIELDS_BY_TYPE.items() if kind != NoteType.CUSTOM
    }


def test_every_schema_field_has_a_description() -> None:
    option = SCHEMA["definitions"]["option"]["anyOf"][1]
    source, defaults = SCHEMA["properties"]["source"], SCHEMA["properties"]["defaults"]
    types = (SCHEMA["definitions"][name] for name in ("note_type", "template"))
    for owner in (SCHEMA, source, option, NOTE, *types):
        assert [name for name, field in owner["properties"].items() if not field.get("description")] == []
    for name, field in defaults["properties"].items():
        assert field == {"$ref": f"#/definitions/note/properties/{name}"}


@pytest.mark.parametrize("note", [
    {"front": "f"}, {"front": "f", "back": ""}, {"front": "f", "back": "b", "text": "t"}, {"text": "t", "front": "f"},
    {"type": "cloze", "front": "f", "back": "b"}, {"type": "card", "front": "f", "back": "b"},
    {"front": "f", "options": ["a", "b"]}, {"front": "f", "options": [{"text": "a", "right": True}]},
    {"front": {"English": "f"}, "back": "b"}, {"front": "f", "back": "b", "evidence": "sure"},
    {"front": "f", "back": "b", "tag": "x"}, {"id": "a b", "front": "f", "back": "b"}, {"term": "t"},
])  # fmt: skip
def test_schema_rejects_what_the_reader_reports(note: dict[str, object]) -> None:
    assert not is_accepted(**note)
    deck = read_text(json.dumps({"deck": "d", "title": "t", "notes": [{"id": "a", **note}]}))
    assert problem_positions(deck) != []


@given(st.text(max_size=12))
def test_schema_and_reader_accept_the_same_languages(tag: str) -> None:
    assert is_accepted(front={tag: "f"}, back="b") == is_language_tag(tag)


@pytest.mark.parametrize(
    "tag", ["en", "zh-Hant", "pt-BR", "es-419", "zh-Hant-TW", "EN", "zh-hant", "e", "en_US"]
)
def test_schema_and_reader_agree_on_language_spelling(tag: str) -> None:
    assert is_accepted(front={tag: "f"}, back="b") == is_language_tag(tag)


@given(
    st.text(
        alphabet=st.characters(categories=["Lu", "Ll", "Lo", "Nd"]) | st.sampled_from("-_./# :~"), max_size=70
    )
)
def test_schema_and_reader_accept_the_same_ids(identity: str) -> None:
    if normalize_id(identity) is not None and identity == identity.strip():
        assert is_accepted(id=identity, front="f", back="b")
    if identity.isascii() and is_accepted(id=identity, front="f", back="b"):
        assert normalize_id(identity) is not None


def test_documentation_covers_every_type_and_field() -> None:
    assert len(EXAMPLES) >= 5
    kinds = {note_type_of(note.content) for text in EXAMPLES for note in _notes_of(text)}
    assert kinds | {"diagram"} == {*FIELDS_BY_TYPE, NoteType.CUSTOM}  # diagrams need a separate file
    for name in {
        *DECK_FIELDS,
        *SOURCE_FIELDS,
        *CHOICE_OPTION_FIELDS,
        *NOTE["properties"],
        *FIELDS_BY_TYPE,
        *Evidence,
        *DRAWING_FIELDS,
        *CUSTOM_NOTE_TYPE_FIELDS,
        *CARD_TEMPLATE_FIELDS,
        *CUSTOM_NOTE_FIELDS,
        *ANKI_SETTINGS_FIELDS,
        *(setting.name for setting in (*FIELD_SETTINGS, *TEMPLATE_SETTINGS)),
    }:
        assert f"`{name}`" in PAGE, name


def _notes_of(text: str) -> tuple[Any, ...]:
    deck = read_text(text).deck
    return deck.notes if deck else ()


@pytest.mark.parametrize("text", EXAMPLES)
def test_documentation_examples_are_valid_decks(text: str) -> None:
    reading = read_text(text)
    assert reading.deck is not None and reading.deck.notes
    assert [one for one in reading.problems if one.severity is Severity.ERROR] == []
    assert schema_errors(parse_like_editor(text)) == []


@pytest.mark.parametrize("path", DECKS, ids=lambda path: path.name)
def test_bundled_decks_have_no_problems(path: Path) -> None:
    text = path.read_text("utf-8")
    assert [str(one) for one in read_deck(path).problems] == []
    assert schema_errors(parse_like_editor(text)) == []
