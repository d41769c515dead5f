"""The cards of the preview: their languages and sounds, in the editor and on the browse page."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from studyapp.store import stored_options
from studyapp.ui.card.card_view import CardView
from studyapp.ui.sound import sound_device
from tests.ui.app_driver import AppDriver, basic_note, text_of
from tests.ui.browse.browse_driver import BrowseDriver
from tests.ui.editor.editor_driver import open_adding, open_editing, write
from tests.ui.sound.sound_files import RecordingDevice, write_wav

pytestmark = pytest.mark.qt_log_ignore("plugin does not support")


@pytest.fixture
def device(app: AppDriver, monkeypatch: pytest.MonkeyPatch) -> RecordingDevice:
    device = RecordingDevice()
    monkeypatch.setattr(sound_device, "MiniaudioDevice", lambda: device)
    write_wav(app.decks_folder / "a.wav")
    return device


def set_deck_option(app: AppDriver, name: str, value: str) -> None:
    with app.collection.transaction() as connection:
        stored_options.save(connection, "d", name, value)


def click_sound(card_view: CardView, address: str) -> None:
    """Click the first link to a sound with this address."""
    places = (
        QPoint(x, y)
        for y in range(0, card_view.viewport().height(), 4)
        for x in range(0, card_view.viewport().width(), 4)
    )
    place = next(place for place in places if card_view.anchorAt(place) == address)
    QTest.mouseClick(card_view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_click_on_a_sound_plays_it_in_the_editor(app: AppDriver, device: RecordingDevice) -> None:
    app.write_deck(basic_note("n", front="[sound:a.wav] Say it"))
    app.open_window()
    editor = open_editing(app, "d/n")
    app.wait_until(lambda: len(editor.preview.panels) == 1)
    app.process_events()
    assert device.played == []
    click_sound(editor.preview.panels[0].card_view, "sound:a.wav")
    assert device.played == ["a.wav"]
    editor.close()
    assert not device.is_playing


def test_the_editor_says_why_a_sound_is_not_played(app: AppDriver, device: RecordingDevice) -> None:
    app.write_deck(basic_note("n", front="[sound:missing.wav] Say it"))
    app.open_window()
    editor = open_editing(app, "d/n")
    app.wait_until(lambda: len(editor.preview.panels) == 1)
    editor.preview.panels[0].card_view.soundRequested.emit("sound:missing.wav")
    assert text_of(editor.notice.label) == "The sound missing.wav is not played: the file is missing."
    editor.close()
    set_deck_option(app, "sounds", "off")
    editor = open_editing(app, "d/n")
    app.wait_until(lambda: len(editor.preview.panels) == 1)
    editor.preview.panels[0].card_view.soundRequested.emit("sound:missing.wav")
    assert text_of(editor.notice.label) == "Sounds are turned off. Deck options: Ctrl+,"


def test_a_click_on_a_sound_plays_it_on_the_browse_page(app: AppDriver, device: RecordingDevice) -> None:
    page = BrowseDriver(app).open(basic_note("n", front="[sound:a.wav] Say it"))
    app.wait_until(lambda: page.preview.card_frame.isVisible())
    app.process_events()
    click_sound(page.preview.card_frame.card_view, "sound:a.wav")
    assert device.played == ["a.wav"]


def test_the_preview_has_the_card_languages_of_the_deck(app: AppDriver) -> None:
    app.write_deck(basic_note("n"), language=["en", "zh-Hant"])
    app.open_window()
    set_deck_option(app, "languages", "zh-Hant")
    editor = open_adding(app)
    write(editor, front="Front", back="Back")
    editor.form.text_fields["front"].areas["zh-Hant"].change_text("正面")
    editor.form.text_fields["back"].areas["zh-Hant"].change_text("背面")
    editor._checker.check_now()
    app.process_events()
    shown = text_of(editor.preview.panels[0].card_view)
    assert "正面" in shown
    assert "Front" not in shown
