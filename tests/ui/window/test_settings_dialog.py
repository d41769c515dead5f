"""Settings of the program: kept, and seen at once."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton

from studyapp.ui.kit import modal_dialogs, theme
from studyapp.ui.kit.window_settings import TEXT_SIZES, WindowSettings
from studyapp.ui.window.settings_dialog import SettingsDialog
from studyapp.ui.window.shortcuts_dialog import ShortcutsDialog
from tests.ui.room import Room, basic, visible, words_of

pytestmark = pytest.mark.qt_log_ignore("plugin does not support")
Key = Qt.Key


def settings(room: Room) -> SettingsDialog:
    room.control(Key.Key_P)
    return room.window.findChildren(SettingsDialog)[-1]


def choose(box: QComboBox, value: object) -> None:
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def test_colours_hold_at_once_and_at_the_next_start(room: Room) -> None:
    room.write(basic("a"))
    room.open()
    dialog = settings(room)
    assert dialog.theme_box.currentText() == "Same as system"
    choose(dialog.theme_box, "dark")
    assert theme.current_colours() is theme.DARK
    assert room.application.palette().window().color().name().upper() == theme.DARK.background
    room.close()
    room.application.setProperty("theme", None)
    room.open()
    assert theme.current_colours() is theme.DARK
    choose(settings(room).theme_box, "")
    assert theme.current_colours() is theme.LIGHT


def test_text_grows_and_the_settings_stay_open(room: Room) -> None:
    room.write(basic("a"))
    before = room.open()
    height = room.decks.deck_list.rows[0].height()
    choose(settings(room).text_size_box, 200)
    assert room.window is not before
    assert room.application.font().pixelSize() == 30
    assert room.decks.deck_list.rows[0].height() == 2 * height
    dialog = room.window.findChildren(SettingsDialog)[-1]
    assert (dialog.isVisible(), dialog.text_size_box.currentData()) == (True, 200)
    choose(dialog.text_size_box, 100)
    assert room.decks.deck_list.rows[0].height() == height


@pytest.mark.parametrize("percent", TEXT_SIZES)
def test_no_words_are_cut_whatever_their_size(room: Room, percent: int) -> None:
    room.write(basic("a", section="1", evidence="hypothesis"))
    room.remembered.text_size = percent
    room.open()
    room.window.resize(1100, 760)
    for page in (room.window.show_decks, room.window.start_session, lambda: room.review.reveal()):
        page()
        room.application.processEvents()
        for widget in visible(room.window):
            if isinstance(widget, QPushButton) or (isinstance(widget, QLabel) and not widget.wordWrap()):
                assert widget.width() >= widget.minimumSizeHint().width(), words_of(widget)
                assert widget.height() >= widget.minimumSizeHint().height(), words_of(widget)


def test_with_large_text_the_side_bar_shows_signs_alone_and_keeps_its_names(room: Room) -> None:
    room.write(basic("a"))
    room.remembered.text_size = 200
    room.open()
    bar = room.window.sidebar
    room.window.resize(1000, 700)
    room.application.processEvents()
    assert (bar.decks_button.text(), bar.decks_button.accessibleName(), bar.decks_button.toolTip()) == (
        "",
        "Decks",
        "Decks",
    )
    room.window.resize(1400, 700)
    room.application.processEvents()
    assert (bar.decks_button.text(), bar.decks_button.toolTip()) == ("Decks", "")


def test_the_font_is_the_one_chosen(room: Room) -> None:
    room.write(basic("a"))
    room.open()
    dialog = settings(room)
    family = dialog.font_box.itemData(1)
    choose(dialog.font_box, family)
    assert room.application.font().families()[0] == family
    assert WindowSettings(room.data).font_family == family


def test_a_chosen_font_counts_even_where_it_is_what_the_system_falls_back_to(room: Room) -> None:
    room.write(basic("a"))
    room.remembered.font_family = "DejaVu Sans"
    room.open()
    assert room.application.font().families()[0] == "DejaVu Sans"


def test_a_setting_that_makes_no_sense_counts_as_not_set(room: Room) -> None:
    (room.data / "window.ini").write_text("[General]\ntheme=pink\ntext-size=9000\n")
    remembered = WindowSettings(room.data)
    assert (remembered.theme, remembered.text_size) == ("", 100)


def test_copies_are_kept_where_the_person_wants(
    room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.write(basic("a"))
    room.open()
    room.window.refresh_library()
    room.settle()
    assert list((room.data / "backups").glob("*.db"))
    monkeypatch.setattr(modal_dialogs, "ask_folder", lambda parent, now: tmp_path / "elsewhere")
    dialog = settings(room)
    next(made for made in dialog.findChildren(QPushButton) if made.text() == "Choose…").click()
    assert dialog.backup_folder_label.text() == str(tmp_path / "elsewhere")
    room.window.refresh_library()
    room.settle()
    assert len(list((tmp_path / "elsewhere").glob("*.db"))) == 1


def keys(room: Room) -> ShortcutsDialog:
    settings(room).shortcuts_button.click()
    return room.window.findChildren(ShortcutsDialog)[-1]


def give(dialog: ShortcutsDialog, name: str, key: str) -> None:
    dialog.field_by_action[name].setKeySequence(QKeySequence(key))
    dialog.field_by_action[name].editingFinished.emit()


def test_a_key_is_changed_at_once_and_for_good(room: Room) -> None:
    room.study(basic("a"))
    dialog = keys(room)
    give(dialog, "bury", "B")
    give(dialog, "decks", "Ctrl+J")
    dialog.close()
    room.window.findChildren(SettingsDialog)[-1].close()
    room.settle()
    room.press(Key.Key_Minus)
    assert room.journal() == []
    room.type("B")
    assert [row["kind"] for row in room.journal()] == [4]
    room.control(Key.Key_J)
    assert not room.is_reviewing
    room.type("?")
    shown = [words_of(each) for each in visible(room.window.shortcuts_overlay) if isinstance(each, QLabel)]
    assert "B" in shown
    assert "-" not in shown
    room.close()
    room.open()
    room.control(Key.Key_S)
    (bury,) = room.review.findChildren(QAction, "bury")
    assert [key.toString() for key in bury.shortcuts()] == ["B"]


def test_texts_name_the_key_that_was_chosen(room: Room) -> None:
    page = room.study(basic("a"), basic("b", requires=["a"]))
    room.type("-")
    assert page.banner.text() == "Buried until tomorrow. Undo: Ctrl+Z"
    dialog = keys(room)
    give(dialog, "undo", "Ctrl+U")
    dialog.close()
    room.window.findChildren(SettingsDialog)[-1].close()
    room.settle()
    room.control(Key.Key_U)
    room.type("@")
    assert page.banner.text() == "Suspended. It won't come up again. Undo: Ctrl+U"
    room.type("@")
    assert page.prompt is None
    assert page.finished_panel.undo_hint.text() == "Undo last rating: Ctrl+U"
    dialog = keys(room)
    give(dialog, "undo", "Ctrl+T")
    dialog.close()
    assert page.finished_panel.undo_hint.text() == "Undo last rating: Ctrl+T"
    page.notice_bar.offer_prerequisites(["A"])
    assert page.notice_bar.offer_button.text() == "Review the prerequisite first (P): A"


def test_a_key_that_another_has_is_refused(room: Room) -> None:
    room.study(basic("a"))
    dialog = keys(room)
    give(dialog, "bury", "Ctrl+D")
    assert dialog.error_banner.text() == "Ctrl+D is already used for “Show decks”."
    assert dialog.field_by_action["bury"].keySequence().toString() == "-"
    give(dialog, "bury", "7")
    assert "can't" in dialog.error_banner.text()
    assert WindowSettings(room.data).shortcut_by_action == {}
    give(dialog, "bury", "B")
    assert not dialog.error_banner.isVisible()
    dialog.restore_defaults_button.click()
    assert dialog.field_by_action["bury"].keySequence().toString() == "-"
    assert WindowSettings(room.data).shortcut_by_action == {}
