"""The sounds of a card play when their side is shown, and again on key or click."""

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtTest import QTest

from studyapp.core.study.rating import Rating
from studyapp.core.text.speech import Speech
from studyapp.store import stored_options
from studyapp.ui.review.review_page import ReviewPage
from studyapp.ui.sound import sound_device, speech_voice
from tests.ui.app_driver import AppDriver, basic_note, text_of
from tests.ui.sound.sound_files import RecordingDevice, RecordingVoice, write_wav


@pytest.fixture
def device(app: AppDriver, monkeypatch: pytest.MonkeyPatch) -> RecordingDevice:
    device = RecordingDevice()
    monkeypatch.setattr(sound_device, "MiniaudioDevice", lambda: device)
    for name in ("a", "b", "c"):
        write_wav(app.decks_folder / f"{name}.wav")
    return device


@pytest.fixture
def voice(device: RecordingDevice, monkeypatch: pytest.MonkeyPatch) -> RecordingVoice:
    voice = RecordingVoice()
    monkeypatch.setattr(speech_voice, "SpeechDispatcherVoice", lambda parent: voice)
    return voice


def study_sounds(app: AppDriver) -> ReviewPage:
    return app.study(
        basic_note("a", front="[sound:a.wav] Say it", back="![spoken](b.wav) and [sound:c.wav]"),
        basic_note("b", front="No sound"),
    )


def finish_all(device: RecordingDevice) -> None:
    while device.is_playing:
        device.finish()
        QCoreApplication.processEvents()


def test_sides_play_when_they_are_shown(app: AppDriver, device: RecordingDevice) -> None:
    page = study_sounds(app)
    assert device.played == ["a.wav"]
    page.reveal()
    assert device.played == ["a.wav", "b.wav"]
    finish_all(device)
    assert device.played == ["a.wav", "b.wav", "c.wav"]
    assert page.banner.isHidden()


def test_keys_replay_the_shown_side_and_the_question(app: AppDriver, device: RecordingDevice) -> None:
    page = study_sounds(app)
    app.press(Qt.Key.Key_R)
    assert device.played == ["a.wav", "a.wav"]
    page.reveal()
    device.played.clear()
    app.press(Qt.Key.Key_R)
    finish_all(device)
    assert device.played == ["b.wav", "c.wav"]
    app.press(Qt.Key.Key_R, Qt.KeyboardModifier.ShiftModifier)
    assert device.played == ["b.wav", "c.wav", "a.wav"]


def test_new_card_and_leaving_stop_the_sound(app: AppDriver, device: RecordingDevice) -> None:
    page = study_sounds(app)
    assert device.is_playing
    app.press(Qt.Key.Key_Escape)
    assert not device.is_playing
    app.window.start_session()
    page.reveal()
    assert device.is_playing
    page.rate(Rating.EASY)
    assert "No sound" in text_of(page.card_view)
    assert not device.is_playing
    app.press(Qt.Key.Key_R)
    assert not device.is_playing


def test_closing_the_window_stops_the_sound(app: AppDriver, device: RecordingDevice) -> None:
    study_sounds(app)
    app.window.close()
    assert not device.is_playing


def test_click_and_enter_play_one_sound(app: AppDriver, device: RecordingDevice) -> None:
    page = study_sounds(app)
    page.reveal()
    device.played.clear()
    while page.card_view.textCursor().selectedText() != "▶ spoken":
        app.press(Qt.Key.Key_Tab)
    app.press(Qt.Key.Key_Return)
    assert device.played == ["b.wav"]
    mark = page.card_view.cursorRect(page.card_view.textCursor()).center() - QPoint(6, 0)
    assert page.card_view.anchorAt(mark) == "sound:b.wav"
    QTest.mouseClick(page.card_view.viewport(), Qt.MouseButton.LeftButton, pos=mark)
    assert device.played == ["b.wav", "b.wav"]


@pytest.mark.parametrize(("stored", "played"), [("key", ["a.wav"]), ("off", [])])
def test_option_decides_what_plays(
    app: AppDriver, device: RecordingDevice, stored: str, played: list[str]
) -> None:
    page = study_sounds(app)
    device.played.clear()
    with app.collection.transaction() as connection:
        stored_options.save(connection, "", "sounds", stored)
    page.on_options_changed()
    assert device.played == []
    app.press(Qt.Key.Key_R)
    assert device.played == played
    assert page.banner.text() == ("" if played else "Sounds are turned off. Deck options: Ctrl+,")


def test_unplayable_and_missing_sounds_are_named(app: AppDriver, device: RecordingDevice) -> None:
    (app.decks_folder / "bad.mp3").write_bytes(b"no sound")
    page = app.study(basic_note("a", front="[sound:bad.mp3] [sound:a.wav]", back="![x](gone.ogg)"))
    assert page.banner.text() == (
        "The sound bad.mp3 is not played: it is damaged, or not an MP3, WAV or FLAC file."
    )
    assert device.played == ["a.wav"]
    page.reveal()
    assert page.banner.text() == "The sound gone.ogg is not played: the file is missing."


def test_missing_device_is_noted_once(app: AppDriver, device: RecordingDevice) -> None:
    device.is_missing = True
    page = study_sounds(app)
    assert page.banner.text() == "No sound device was found, so sounds are not played."
    page.notice_bar.clear()
    page.reveal()
    app.press(Qt.Key.Key_R)
    assert page.banner.isHidden()


def test_file_outside_the_folder_is_not_played(app: AppDriver, device: RecordingDevice) -> None:
    write_wav(app.data_folder / "secret.wav")
    (app.decks_folder / "link.wav").symlink_to(app.data_folder / "secret.wav")
    page = app.study(basic_note("a", front="[sound:link.wav]", back="x"))
    assert device.played == []
    assert page.banner.text() == "The sound link.wav is not played: the file is missing."


def test_cloze_plays_the_hidden_sound_only_with_the_answer(app: AppDriver, device: RecordingDevice) -> None:
    page = app.study({"id": "a", "type": "cloze", "text": "[sound:a.wav] is {{c1::b [sound:b.wav]}}"})
    assert device.played == ["a.wav"]
    page.reveal()
    assert device.played == ["a.wav", "b.wav"]


def study_speech(app: AppDriver) -> ReviewPage:
    template = {"name": "C", "front": "{{tts en_US:F}}{{F}}", "back": "{{FrontSide}}<hr>{{B}}{{tts zh_TW:B}}"}
    note_type = {"name": "K", "fields": ["F", "B"], "cards": [template]}
    app.write_deck(
        {"id": "a", "type": "k", "fields": {"F": "one [sound:a.wav]", "B": "<b>一</b>"}},
        note_types={"k": note_type},
    )
    return app.study()


def test_texts_of_templates_are_read_aloud(
    app: AppDriver, device: RecordingDevice, voice: RecordingVoice
) -> None:
    page = study_speech(app)
    QCoreApplication.processEvents()
    assert voice.spoken == [Speech("one", "en_US")]
    assert not device.is_playing
    page.reveal()
    assert voice.spoken[-1] == Speech("一", "zh_TW")
    voice.spoken.clear()
    while page.card_view.textCursor().selectedText() != "▶":
        app.press(Qt.Key.Key_Tab)
    app.press(Qt.Key.Key_Return)
    assert len(voice.spoken) == 1
    app.press(Qt.Key.Key_V)
    assert [speech.text for speech in voice.spoken[1:]] == ["一"]


def test_key_reads_the_shown_side_aloud(
    app: AppDriver, device: RecordingDevice, voice: RecordingVoice
) -> None:
    page = app.study(
        {"id": "a", "front": {"en": "One **two**", "zh-Hant": "一"}, "back": {"en": "Three", "zh-Hant": "三"}}
    )
    app.press(Qt.Key.Key_V)
    assert voice.spoken == [Speech("One two", "en")]
    page.reveal()
    app.press(Qt.Key.Key_V)
    assert voice.spoken[1:] == [Speech("Three", "en")]


def test_missing_voice_is_noted_once(app: AppDriver, device: RecordingDevice, voice: RecordingVoice) -> None:
    voice.is_missing = True
    page = app.study(basic_note("a"))
    app.press(Qt.Key.Key_V)
    assert page.banner.text() == "No voice was found, so texts are not read aloud."
    page.notice_bar.clear()
    app.press(Qt.Key.Key_V)
    assert page.banner.isHidden()
