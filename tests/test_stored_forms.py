"""The exact content of user files, so that renaming in the code can't change it.

When one of these tests fails, fix the code, not the expectation. An intended change needs a migration and a saved
collection or export in the previous form.
"""

from pathlib import Path

from studyapp.core.cards.card_id import CardId
from studyapp.core.note_editing.text_changes import TextChange
from studyapp.core.notes.note import Evidence
from studyapp.core.options.option_descriptor import EnumType, WeekdaysType
from studyapp.core.options.option_table import OPTIONS, parse_options
from studyapp.core.options.study_options import StudyOptions
from studyapp.core.search.query import CardProperty, CardState
from studyapp.core.search.term_parsing import TERM_NAMES
from studyapp.core.study.journal import EntryKind
from studyapp.core.study.rating import Confidence, Rating
from studyapp.core.study.schedule import LearningPhase, NewPhase, RelearningPhase, ReviewPhase
from studyapp.core.text.localized_text import CardLanguages
from studyapp.core.transfer.exported_form import ExportedForm, decode_form, encode_form
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
from studyapp.store import stored_options
from studyapp.store.collection import Collection
from studyapp.store.editing.text_edits import Direction
from studyapp.store.parameter_fits import begin_memory_update
from studyapp.store.plans.action_plans import PlanKind
from studyapp.store.schedules import _NUMBER_BY_PHASE
from studyapp.store.search.card_order import CardColumn
from studyapp.ui.actions.action_table import ACTIONS
from studyapp.ui.browse.browse_layout import Panel
from studyapp.ui.browse.browse_settings import BrowseSettings
from studyapp.ui.kit.app_settings import AppSettings


def test_stored_numbers_of_journal_and_schedule() -> None:
    assert {kind.name: kind.value for kind in EntryKind} == {
        "REVIEW": 1, "SUSPEND": 2, "RESTORE": 3, "BURY": 4, "FLAG": 5, "RESET": 6, "SET_DUE": 7, "UNDO": 8,
        "CORRECT_TIME": 9, "MOVE_NOTE": 10, "EDIT_TEXT": 11,
    }  # fmt: skip
    assert {rating.name: rating.value for rating in Rating} == {"AGAIN": 1, "HARD": 2, "GOOD": 3, "EASY": 4}
    assert {one.name: one.value for one in Confidence} == {"GUESS": 1, "UNSURE": 2, "SURE": 3}
    assert {NewPhase: 0, LearningPhase: 1, ReviewPhase: 2, RelearningPhase: 3} == _NUMBER_BY_PHASE


def test_stored_kinds_of_plans() -> None:
    assert {kind.name: kind.value for kind in PlanKind} == {"DAY_OFF": "day-off", "NEW_CARDS": "new-cards"}


def test_stored_names_of_evidence_and_languages() -> None:
    assert [evidence.value for evidence in Evidence] == [
        "conclusion", "strong-hypothesis", "hypothesis", "educated-guess", "observation",
    ]  # fmt: skip
    assert [choice.value for choice in CardLanguages] == [
        "en", "zh-Hant", "zh-Hans", "both", "both-zh-Hans", "en:zh-Hant", "zh-Hant:en", "en:zh-Hans", "zh-Hans:en",
    ]  # fmt: skip


def test_stored_options() -> None:
    enums_by_option = {
        one.stored_name: one.value_type.enum
        for one in OPTIONS
        if isinstance(one.value_type, EnumType | WeekdaysType)
    }
    assert {
        name: [word.value for word in words] for name, words in enums_by_option.items() if name != "languages"
    } == {
        "new_order": ["varied", "deck", "random", "requirements"],
        "due_order": ["due", "retrievability", "random", "deck"],
        "mixing": ["among", "after", "before"],
        "typed_answers": ["exact", "forgiving"],
        "ask_until_right": ["off", "on"],
        "sounds": ["automatic", "key", "off"],
        "rating_choice": ["four", "two"],
        "balance_load": ["off", "on"],
        "easy_days": ["normal", "reduced", "minimum"],
        "suspend_leeches": ["off", "on"],
        "optimize_automatically": ["off", "on"],
        "confidence": ["off", "on"],
    }
    stored = {
        "new_a_day": "1", "reviews_a_day": "2", "new_over_all": "3", "reviews_over_all": "4", "minutes_a_day": "14", "retention": "85",
        "learning_steps": "5 6.5", "relearning_steps": "7", "new_order": "random", "due_order": "deck",
        "mixing": "after", "languages": "both", "typed_answers": "exact", "sounds": "key", "learn_ahead": "8", "day_begins": "9",
        "leech_lapses": "10", "suspend_leeches": "on", "optimize_automatically": "off", "rating_choice": "two", "confidence": "on", "time_box": "11",
        "auto_reveal": "12", "auto_next": "13", "ask_until_right": "on", "balance_load": "off",
        "easy_days": "normal reduced minimum normal normal normal normal",
    }  # fmt: skip
    assert {option.stored_name for option in OPTIONS} == set(stored)
    parsed = parse_options(stored)
    assert all(stored_value != default for stored_value, default in zip(parsed, StudyOptions(), strict=True))


def test_stored_record_of_an_unfinished_import(tmp_path: Path) -> None:
    with Collection(tmp_path / "collection.db", lambda: "here") as collection:
        record_import(collection, Path("/a/b.apkg"), ["d", "e"])
        with collection.read_transaction() as connection:
            assert stored_options.load(connection, "") == {"unfinished_imports": '{"/a/b.apkg": ["d", "e"]}'}


def test_stored_record_of_an_unfinished_memory_update(tmp_path: Path) -> None:
    with (
        Collection(tmp_path / "collection.db", lambda: "here") as collection,
        collection.transaction() as connection,
    ):
        begin_memory_update(connection)
        assert stored_options.load(connection, "") == {"memory_update": "1"}


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
        "flag-3", "flag-4", "required", "forgotten-answer", "forgotten-source", "info", "set-due", "forget", "leave", "replay-sound", "edit", "add", "save", "bold", "italic", "cloze", "same-cloze",
        "bullet-list", "numbered-list", "code", "formula", "link", "insert-media", "paste-plain", "pin-field", "field-languages", "editor-keys", "close-editor", "replay-question-sound", "read-aloud",
        "browse", "browse-edit", "browse-duplicate", "browse-add-tags", "browse-remove-tags", "browse-move", "browse-delete",
        "browse-suspend", "browse-bury", "browse-reset", "browse-set-due", "browse-flag-1", "browse-flag-2", "browse-flag-3", "browse-flag-4",
        "browse-study", "browse-export", "browse-info", "browse-similar", "browse-replay-sound", "browse-select-all", "browse-save-search", "browse-notes", "browse-filters",
        "browse-preview", "browse-menu", "find-replace", "find-duplicates", "statistics", "map",
    }  # fmt: skip
    assert len(ACTIONS) == len({action.name for action in ACTIONS})


def test_stored_form_of_an_exported_note() -> None:
    form = ExportedForm(b"source", "2:digest", ("<b>字</b>", ""), ("a::b",), (0, 2))
    assert encode_form(form) == '["2:digest", ["<b>字</b>", ""], ["a::b"], [0, 2]]'
    assert decode_form(b"source", encode_form(form)) == form
