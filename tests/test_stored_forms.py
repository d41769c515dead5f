"""The exact content of user files, so that renaming in the code can't change it.

When one of these tests fails, fix the code, not the expectation. An intended change needs a migration and a saved
collection or export in the previous form.
"""

import zlib
from pathlib import Path

from studyapp.anki.writing.package_note_types import PackageNoteTypes
from studyapp.core.cards.card_id import CardId
from studyapp.core.note_editing.text_changes import TextChange
from studyapp.core.notes.custom_note_type import CardTemplate, CustomNoteType
from studyapp.core.notes.custom_note_type_codec import custom_note_type_key, encode_custom_note_type
from studyapp.core.notes.deck_metadata_codec import encode_deck_metadata
from studyapp.core.notes.note import CustomContent, Evidence, Note
from studyapp.core.notes.note_codec import encode_note
from studyapp.core.search.query import CardProperty, CardState
from studyapp.core.search.term_parsing import TERM_NAMES
from studyapp.core.study.journal import EntryKind
from studyapp.core.study.option_descriptor import EnumType
from studyapp.core.study.option_table import OPTIONS, parse_options
from studyapp.core.study.rating import Confidence, Rating
from studyapp.core.study.schedule import LearningPhase, NewPhase, RelearningPhase, ReviewPhase
from studyapp.core.study.study_options import StudyOptions
from studyapp.core.text.localized_text import CardLanguages
from studyapp.core.transfer.common_version import CommonVersion
from studyapp.deckfiles.writing.deck_to_yaml import deck_to_yaml
from studyapp.services.editing.steps.text_edit import (
    EditKind,
    FileEdit,
    TextEdit,
    decode_text_edit,
    encode_text_edit,
)
from studyapp.services.journal.journal_writing import CardAction
from studyapp.services.library.deck_arrangement import save_deck_order, set_hidden
from studyapp.services.library.interrupted_imports import record_import
from studyapp.services.search.saved_searches import save_search
from studyapp.store import common_versions, stored_options
from studyapp.store.collection import Collection
from studyapp.store.editing.text_edits import Direction
from studyapp.store.schedules import _NUMBER_BY_PHASE
from studyapp.store.search.card_order import CardColumn
from studyapp.ui.actions.action_table import ACTIONS
from studyapp.ui.browse.browse_layout import Panel
from studyapp.ui.browse.browse_settings import BrowseSettings
from studyapp.ui.kit.app_settings import AppSettings
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


def test_anki_ids_of_custom_note_types() -> None:
    resolved = PackageNoteTypes([]).resolve("d", CUSTOM_TYPE._replace(anki_id=0))
    assert resolved.anki_id == 1179806748146


def test_stored_deck_metadata() -> None:
    assert encode_deck_metadata(METADATA) == (
        '{"title": {"en": "Sample: look-alikes", "zh-Hant": "範例：容易混淆的模型"}, "description": {"en": "One note of '
        '**each** kind.", "zh-Hant": "每種筆記一則。"}, "languages": ["en", "zh-Hant"], "source": {"title": '
        '"追溯ChatGPT各項能力的起源", "author": "Yao Fu", "date": "2023-02-17", "link": "https://example.org/a?b=1&c=2"}}'
    )


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


def test_stored_numbers_of_journal_and_schedule() -> None:
    assert {kind.name: kind.value for kind in EntryKind} == {
        "REVIEW": 1, "SUSPEND": 2, "RESTORE": 3, "BURY": 4, "FLAG": 5, "RESET": 6, "SET_DUE": 7, "UNDO": 8,
        "CORRECT_TIME": 9, "MOVE_NOTE": 10, "EDIT_TEXT": 11,
    }  # fmt: skip
    assert {rating.name: rating.value for rating in Rating} == {"AGAIN": 1, "HARD": 2, "GOOD": 3, "EASY": 4}
    assert {one.name: one.value for one in Confidence} == {"GUESS": 1, "UNSURE": 2, "SURE": 3}
    assert {NewPhase: 0, LearningPhase: 1, ReviewPhase: 2, RelearningPhase: 3} == _NUMBER_BY_PHASE


def test_stored_names_of_evidence_and_languages() -> None:
    assert [evidence.value for evidence in Evidence] == [
        "conclusion", "strong-hypothesis", "hypothesis", "educated-guess", "observation",
    ]  # fmt: skip
    assert [choice.value for choice in CardLanguages] == [
        "en", "zh-Hant", "zh-Hans", "both", "both-zh-Hans", "en:zh-Hant", "zh-Hant:en", "en:zh-Hans", "zh-Hans:en",
    ]  # fmt: skip


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


def test_stored_options() -> None:
    enums_by_option = {
        one.stored_name: one.value_type.enum for one in OPTIONS if isinstance(one.value_type, EnumType)
    }
    assert {
        name: [word.value for word in words] for name, words in enums_by_option.items() if name != "languages"
    } == {
        "new_order": ["varied", "deck", "random", "requirements"],
        "due_order": ["due", "retrievability", "random", "deck"],
        "mixing": ["among", "after", "before"],
        "typed_answers": ["exact", "forgiving"],
        "sounds": ["automatic", "key", "off"],
        "rating_choice": ["four", "two"],
        "suspend_leeches": ["off", "on"],
        "confidence": ["off", "on"],
    }
    stored = {
        "new_a_day": "1", "reviews_a_day": "2", "new_over_all": "3", "reviews_over_all": "4", "retention": "85",
        "learning_steps": "5 6.5", "relearning_steps": "7", "new_order": "random", "due_order": "deck",
        "mixing": "after", "languages": "both", "typed_answers": "exact", "sounds": "key", "learn_ahead": "8", "day_begins": "9",
        "leech_lapses": "10", "suspend_leeches": "on", "rating_choice": "two", "confidence": "on", "time_box": "11",
        "auto_reveal": "12", "auto_next": "13",
    }  # fmt: skip
    assert {option.stored_name for option in OPTIONS} == set(stored)
    parsed = parse_options(stored)
    assert all(stored_value != default for stored_value, default in zip(parsed, StudyOptions(), strict=True))


def test_stored_record_of_an_unfinished_import(tmp_path: Path) -> None:
    with Collection(tmp_path / "collection.db", lambda: "here") as collection:
        record_import(collection, Path("/a/b.apkg"), ["d", "e"])
        with collection.read_transaction() as connection:
            assert stored_options.load(connection, "") == {"unfinished_imports": '{"/a/b.apkg": ["d", "e"]}'}


def test_stored_arrangement_of_decks(tmp_path: Path) -> None:
    with Collection(tmp_path / "collection.db", lambda: "here") as collection:
        set_hidden(collection, ["d"], is_hidden=True)
        save_deck_order(collection, ["d", "e", "f"], ["f", "e"])
        with collection.read_transaction() as connection:
            assert stored_options.load(connection, "") == {"deck_order": '["d", "f", "e"]'}
            assert stored_options.load(connection, "d") == {"hidden": "on"}


def test_stored_text_edits() -> None:
    edit = TextEdit(
        EditKind.SAVE,
        (
            FileEdit(Path("/d/a.yaml"), "a", (TextChange("n", "before", "after", ""),)),
            FileEdit(Path("/d/bin/b.yaml"), "b", (), Path("/d/b.yaml"), Path("/bundled/b.yaml")),
        ),
        ("a/n",),
        (
            CardAction(CardId("a", "n", 1), EntryKind.SET_DUE, due_day=5),
            CardAction(CardId("a", "n", 0), EntryKind.MOVE_NOTE, moved_to="b/n"),
        ),
    )
    stored = (
        '{"kind": "save", "notes": ["a/n"], "files": [{"path": "/d/a.yaml", "deck": "a", "moved_from": null, "copy_of": null, "changes": '
        '[{"part": "n", "before": "before", "after": "after", "previous": ""}]}, {"path": "/d/bin/b.yaml", "deck": "b", '
        '"moved_from": "/d/b.yaml", "copy_of": "/bundled/b.yaml", "changes": []}], "actions": [{"card": ["a", "n", 1], "kind": 7, "due_day": 5, '
        '"moved_to": ""}, {"card": ["a", "n", 0], "kind": 10, "due_day": null, "moved_to": "b/n"}]}'
    )
    assert encode_text_edit(edit) == stored
    assert decode_text_edit(stored) == edit
    assert [kind.value for kind in EditKind] == [
        "save", "add", "duplicate", "delete", "restore", "move", "tags", "texts", "import", "create-deck",
        "rename-deck", "delete-deck", "restore-deck",
    ]  # fmt: skip
    assert [direction.value for direction in Direction] == ["do", "undo", "redo"]


def test_stored_saved_searches(tmp_path: Path) -> None:
    with Collection(tmp_path / "collection.db", lambda: "here") as collection:
        save_search(collection, "難", "tag:難 -is:new")
        with collection.read_transaction() as connection:
            assert stored_options.load(connection, "") == {"saved_searches": '{"難": "tag:難 -is:new"}'}


def test_names_in_saved_searches() -> None:
    assert set(TERM_NAMES) == {
        "deck", "tag", "note", "section", "evidence", "language", "requires", "source", "problem", "card", "is", "flag", "prop", "rated",
        "added", "edited", "introduced", "nid", "cid", "re", "w", "nc", "dupe",
    }  # fmt: skip
    assert [state.value for state in CardState] == [
        "new", "learn", "review", "due", "suspended", "buried", "leech", "flagged",
    ]  # fmt: skip
    assert [one.value for one in CardProperty] == ["s", "d", "r", "ivl", "due", "reps", "lapses"]


def test_stored_window_settings(tmp_path: Path) -> None:
    (tmp_path / "window.ini").write_text(
        "[General]\ninterface-language=zh-Hant\ncard-language=both\ntheme=dark\ntext-size=150\nanki-key=k\n"
        "font-family=Serif\nfolded=a\nbackups=/b\n\n[keys]\nbury=B\n",
        encoding="utf-8",
    )
    window = AppSettings(tmp_path)
    assert (window.interface_language, window.card_languages, window.theme, window.text_size) == (
        "zh-Hant", CardLanguages.ENGLISH_AND_TRADITIONAL, "dark", 150,
    )  # fmt: skip
    assert (
        window.ankiconnect_api_key,
        window.font_family,
        window.collapsed_keys,
        window.former_backup_folder,
    ) == (
        "k",
        "Serif",
        {"a"},
        "/b",
    )
    assert window.shortcut_by_action == {"bury": "B"}


def test_stored_settings_of_the_browse_page(tmp_path: Path) -> None:
    (tmp_path / "window.ini").write_text(
        '[General]\nbrowse-columns="[\\"deck\\", \\"due\\"]"\nbrowse-widths="{\\"deck\\": 90}"\n'
        'browse-order="[\\"due\\", \\"descending\\"]"\nbrowse-notes=true\nbrowse-hidden="[\\"filters\\", \\"preview\\"]"\n'
        'browse-collapsed="[\\"states\\", \\"tag:a\\"]"\nbrowse-filters-width=200\nbrowse-searches="[\\"is:new\\"]"\n',
        encoding="utf-8",
    )
    settings = BrowseSettings(AppSettings(tmp_path))
    assert settings.columns == [CardColumn.DECK, CardColumn.DUE]
    assert settings.width_by_column == {CardColumn.DECK: 90}
    assert (settings.sort_column, settings.is_descending) == (CardColumn.DUE, True)
    assert settings.shows_notes
    assert settings.hidden_panels == [Panel.FILTERS.value, Panel.PREVIEW.value]
    assert settings.collapsed_filters == ["states", "tag:a"]
    assert settings.splitter_size("filters-width") == 200
    assert settings.recent_searches == ["is:new"]
    assert [column.value for column in CardColumn] == [
        "question", "answer", "deck", "tags", "due", "interval", "stability", "difficulty", "retrievability", "reviews", "lapses",
        "flag", "section", "evidence", "added", "edited", "note-type", "card",
    ]  # fmt: skip


def test_stored_action_names_of_shortcuts() -> None:
    assert {action.name for action in ACTIONS} == {
        "decks", "study", "custom", "export", "undo", "redo", "options", "settings", "languages", "keys", "quit", "reveal",
        "1", "2", "3", "4", "sure", "unsure", "guess", "bury", "bury-note", "suspend", "suspend-note", "flag-1", "flag-2",
        "flag-3", "flag-4", "required", "info", "set-due", "forget", "leave", "replay-sound", "edit", "add", "save", "bold", "italic", "cloze", "same-cloze",
        "bullet-list", "numbered-list", "code", "formula", "link", "insert-media", "paste-plain", "pin-field", "field-languages", "editor-keys", "close-editor", "replay-question-sound", "read-aloud",
        "browse", "browse-edit", "browse-duplicate", "browse-add-tags", "browse-remove-tags", "browse-move", "browse-delete",
        "browse-suspend", "browse-bury", "browse-reset", "browse-set-due", "browse-flag-1", "browse-flag-2", "browse-flag-3", "browse-flag-4",
        "browse-study", "browse-export", "browse-info", "browse-replay-sound", "browse-select-all", "browse-save-search", "browse-notes", "browse-filters",
        "browse-preview", "browse-menu", "find-replace", "find-duplicates",
    }  # fmt: skip
    assert len(ACTIONS) == len({action.name for action in ACTIONS})
