"""The explanations of the options, and the note of a limit that another limit caps."""

import pytest
from PySide6.QtWidgets import QLabel

from studyapp.core.options.option_table import OPTIONS
from studyapp.services.options.option_storage import set_option
from studyapp.store.stored_options import ALL_DECKS
from studyapp.ui.decks.study_options_dialog import OptionsDialog
from tests.ui.app_driver import AppDriver, basic_note

pytestmark = pytest.mark.qt_log_ignore("plugin does not support propagateSizeHints")
CAP_NOTE = "At most 20 when you study several decks together: see “New cards per day, all decks”."


def open_options(app: AppDriver, deck: str) -> OptionsDialog:
    app.window.deck_dialogs.show_options(deck)
    return app.window.findChildren(OptionsDialog)[-1]


def visible_texts(dialog: OptionsDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel) if label.isVisibleTo(dialog)]


def enter_text(dialog: OptionsDialog, option: str, text: str) -> None:
    field = dialog.field_by_option[option]
    field.setText(text)  # type: ignore[attr-defined]
    field.editingFinished.emit()  # type: ignore[attr-defined]


def test_every_option_has_an_explanation(app: AppDriver) -> None:
    app.write_deck(basic_note("a"))
    app.open_window()
    shown = set(visible_texts(open_options(app, ALL_DECKS))) | set(visible_texts(open_options(app, "d")))
    assert {option.explanation for option in OPTIONS} <= shown
    assert all(len(option.explanation) < 90 for option in OPTIONS)


def test_deck_limit_mentions_lower_limit_of_all_decks(app: AppDriver) -> None:
    app.write_deck(basic_note("a"))
    app.open_window()
    dialog = open_options(app, "d")
    assert CAP_NOTE not in visible_texts(dialog)
    enter_text(dialog, "new_a_day", "21")
    assert CAP_NOTE in visible_texts(dialog)
    enter_text(dialog, "new_a_day", "20")
    assert CAP_NOTE not in visible_texts(dialog)


def test_limit_note_is_updated_with_limit_of_all_decks(app: AppDriver) -> None:
    app.write_deck(basic_note("a"))
    window = app.open_window()
    set_option(app.collection, ALL_DECKS, "new_a_day", "50")
    assert window.isVisible()
    dialog = open_options(app, ALL_DECKS)
    assert CAP_NOTE in visible_texts(dialog)
    enter_text(dialog, "new_over_all", "50")
    assert CAP_NOTE not in visible_texts(dialog)
    assert CAP_NOTE.replace("20", "50") not in visible_texts(dialog)


def test_dialog_opens_with_an_invalid_stored_limit(app: AppDriver) -> None:
    """Such a value may come from a newer version. It is ignored everywhere else too."""
    app.write_deck(basic_note("a"))
    app.open_window()
    app.collection.connection.execute("INSERT INTO setting VALUES ('d', 'new_a_day', 'many')")
    assert CAP_NOTE not in visible_texts(open_options(app, "d"))
