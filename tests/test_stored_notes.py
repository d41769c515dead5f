"""The exact content of stored notes, note types and decks, with the rules of `test_stored_forms.py`."""

import zlib
from pathlib import Path

from studyapp.anki.package_note_types import PackageNoteTypes
from studyapp.core.notes.anki_settings import (
    FIELD_SETTINGS,
    NOTE_TYPE_SETTINGS,
    TEMPLATE_SETTINGS,
    AnkiSettings,
)
from studyapp.core.notes.custom_note_type import CardTemplate, CustomNoteType
from studyapp.core.notes.custom_note_type_codec import custom_note_type_key, encode_custom_note_type
from studyapp.core.notes.deck_metadata_codec import decode_deck_metadata, encode_deck_metadata
from studyapp.core.notes.note import CustomContent, Note
from studyapp.core.notes.note_codec import encode_note
from studyapp.core.text.localized_text import CardLanguages
from studyapp.core.transfer.common_version import CommonVersion
from studyapp.deckfiles.writing.deck_to_yaml import deck_to_yaml
from studyapp.store import common_versions
from studyapp.store.collection import Collection
from tests.anki.samples import METADATA, NOTES

CUSTOM_TYPE = CustomNoteType(
    7, "Kind", ("One", "Two"), (CardTemplate("Card 1", "{{One}}", "{{Two}}"),), False, ".card {}", "kind", "basic",
    ("front", "back"),
)  # fmt: skip

STORED_NOTES = {
    "gpt3": '{"type": "basic", "content": {"front": {"en": "How many parameters?", "zh-Hant": "有多少參數？"}, "back": '
    '{"en": "175 **billion**", "zh-Hant": "1750 億"}}, "tags": ["model::gpt-3", "fi gures"], "section": "1", '
    '"evidence": "strong-hypothesis", "why": {"en": "Knowledge is stored there.", "zh-Hant": "知識存放在這裡。"}}',
    "pair": '{"type": "reversed", "content": {"front": "davinci", "back": "GPT-3 of 2020"}, "section": "appendix"}',
    "emergent": '{"type": "term", "content": {"term": "Emergent ability", "definition": {"en": "Only beyond a certain '
    'size.", "zh-Hant": "規模大到一定程度才出現。"}, "translation": {"zh-Hant": "突現能力"}}}',
    "shares": '{"type": "cloze", "content": {"text": {"en": "C4 {{c1::60 %::share}}, WebText {{c3::22 %}}", "zh-Hant": '
    '"C4 {{c1::60 %}}、WebText {{c3::22 %}}"}}, "requires": ["sample/gpt3"]}',
    "zero-shot": '{"type": "choice", "content": {"front": {"en": "Which is better?", "zh-Hant": "哪個較強？"}, "options": '
    '[{"text": "text-davinci-002", "right": true, "why": null}, {"text": "code-davinci-002", "right": false, "why": '
    '{"en": "It needs examples.", "zh-Hant": "它需要例子。"}}, {"text": "davinci", "right": false, "why": null}]}}',
    "reasoning": '{"type": "claim", "content": {"claim": {"en": "Reasoning came from code.", "zh-Hant": "推理來自程式碼。"}}, '
    '"evidence": "hypothesis", "why": {"en": "Only correlation.", "zh-Hant": "只有相關性。"}}',
    "tree": '{"type": "diagram", "content": {"title": {"en": "From one to the other", "zh-Hant": "由此及彼"}, "boxes": '
    '[{"id": "a", "column": 0, "row": 0, "asks": 1, "label": "davinci", "date": {"en": "July 2020", "zh-Hant": '
    '"2020 年 7 月"}}, {"id": "b", "column": 1, "row": 1, "asks": 2, "label": "ChatGPT", "kind": {"en": "dialogue", '
    '"zh-Hant": "對話"}}], "arrows": [{"start": "a", "end": "b", "dashed": true, "asks": 5, "label": {"en": '
    '"RLHF & more: {x}", "zh-Hant": "RLHF 等"}}]}}',
    "table": '{"type": "diagram", "content": {"title": {"en": "Sources", "zh-Hant": "來源"}, "columns": [{"en": "Ability", '
    '"zh-Hant": "能力"}, {"en": "Source", "zh-Hant": "來源"}], "rows": [[[{"en": "Reasoning", "zh-Hant": "推理"}, 0], '
    '[{"en": "code :: data", "zh-Hant": "程式碼"}, 1]]]}}',
    "prime": '{"type": "typed", "content": {"front": {"en": "Which number?", "zh-Hant": "哪個數？"}, "answer": "3599"}}',
}


def test_stored_notes() -> None:
    assert {note.id: encode_note(note) for note in NOTES} == STORED_NOTES


def test_stored_notes_of_a_custom_type() -> None:
    custom_note = Note("d", "n", CustomContent(CUSTOM_TYPE, ("1", "2")), anki_guid="g")
    assert encode_note(custom_note) == (
        '{"type": "templated", "content": {"note_type": "ed726046c08cac177920acba68634bf0", "fields": ["1", "2"]}, '
        '"guid": "g"}'
    )


def test_stored_custom_note_types() -> None:
    assert encode_custom_note_type(CUSTOM_TYPE) == (
        '{"number": 7, "name": "Kind", "fields": ["One", "Two"], "cards": [{"name": "Card 1", "front": "{{One}}", '
        '"back": "{{Two}}"}], "is_cloze": false, "style": ".card {}", "id": "kind", "written_as": "basic", '
        '"parts": ["front", "back"]}'
    )
    assert custom_note_type_key(CUSTOM_TYPE) == "ed726046c08cac177920acba68634bf0"


def test_stored_settings_of_custom_note_types() -> None:
    names = [setting.name for setting in (*NOTE_TYPE_SETTINGS, *FIELD_SETTINGS, *TEMPLATE_SETTINGS)]
    assert names == [
        "latex_before", "latex_after", "latex_svg", "stock_type", "sticky", "right_to_left", "font", "font_size", "description", "plain_text",
        "collapsed", "not_searched", "role", "protected", "browser_front", "browser_back", "browser_font", "browser_font_size",
    ]  # fmt: skip
    settings = AnkiSettings(
        "Two", (("latex_svg", True),), (("One", (("font_size", 9),)),), (("A", (("browser_font", "B"),)),)
    )
    assert encode_custom_note_type(CUSTOM_TYPE._replace(settings=settings)).endswith(
        '"parts": ["front", "back"], "anki_settings": {"sort_field": "Two", "latex_svg": true, "fields": {"One": {"font_size": 9}}, '
        '"cards": {"A": {"browser_font": "B"}}}}'
    )


def test_anki_ids_of_custom_note_types() -> None:
    resolved = PackageNoteTypes([]).resolve("d", CUSTOM_TYPE._replace(anki_id=0))
    assert resolved.anki_id == 1179806748146


def test_stored_deck_metadata() -> None:
    assert encode_deck_metadata(METADATA) == (
        '{"title": {"en": "Sample: look-alikes", "zh-Hant": "範例：容易混淆的模型"}, "description": {"en": "One note of '
        '**each** kind.", "zh-Hant": "每種筆記一則。"}, "languages": ["en", "zh-Hant"], "source": {"title": '
        '"追溯ChatGPT各項能力的起源", "author": "Yao Fu", "date": "2023-02-17", "link": "https://example.org/a?b=1&c=2"}}'
    )


def test_stored_retired_ids() -> None:
    retired = METADATA._replace(retired_ids=("older", "old"))
    assert encode_deck_metadata(retired).endswith('c=2"}, "retired": ["older", "old"]}')
    assert decode_deck_metadata("sample", encode_deck_metadata(retired)) == retired
    assert deck_to_yaml(retired, []).endswith("\nretired: [older, old]\nnotes:\n  []\n")


def test_custom_note_types_in_deck_files() -> None:
    text = deck_to_yaml(
        METADATA,
        [
            Note(
                "sample",
                "n",
                CustomContent(CUSTOM_TYPE._replace(builtin_type="", field_roles=()), ("1", "2")),
            )
        ],
    )
    assert text.endswith("""\
note_types:
  kind:
    name: Kind
    anki: 7
    fields: [One, Two]
    cards:
    - name: Card 1
      front: '{{One}}'
      back: '{{Two}}'
    style: .card {}
notes:
  - id: n
    type: kind
    fields:
      One: '1'
      Two: '2'
""")


def test_stored_common_versions(tmp_path: Path) -> None:
    note = Note("d", "n", CustomContent(CUSTOM_TYPE, ("1", "2")), anki_guid="g")
    version = CommonVersion(
        note, 7, ("One", "Two"), ("<b>1</b>", "2\n"), ("a", "b::c"), "Deck::Sub", CardLanguages.ENGLISH, 99
    )
    with Collection(tmp_path / "c.db", lambda: "here") as collection, collection.transaction() as connection:
        common_versions.save(connection, {"d/n": version, "d/m": version._replace(languages=None)})
        *_, (*columns, content) = connection.execute(
            "SELECT note, note_type, field.name, deck.name, languages, content FROM common_version "
            "JOIN anki_name AS field ON field.id = field_names JOIN anki_name AS deck ON deck.id = deck_name "
            "ORDER BY note"
        )
    assert columns == ["d/n", 7, '["One", "Two"]', "Deck::Sub", "en"]
    assert zlib.decompress(content).decode() == f"{encode_note(note)}\n99 a b::c\n<b>1</b>\x1f2\n"
