"""Sounds play one after another, and those that can't are reported."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import miniaudio
import pytest
from PySide6.QtCore import QCoreApplication, QObject
from pytestqt.qtbot import QtBot

from studyapp.ui.sound.sound_device import MiniaudioDevice, SoundDevice
from studyapp.ui.sound.sound_player import SoundFile, SoundPlayer
from tests.timeouts import TIMEOUT_SECONDS
from tests.ui.sound.sound_files import FILES, RecordingDevice, RecordingVoice, write_wav


@pytest.fixture
def device() -> RecordingDevice:
    return RecordingDevice()


@pytest.fixture
def reports(device: RecordingDevice) -> list[str]:
    return []


@pytest.fixture
def player(qapp: QCoreApplication, device: RecordingDevice, reports: list[str]) -> Iterator[SoundPlayer]:
    owner = QObject()
    yield create_player(device, owner, reports)


def create_player(device: SoundDevice, owner: QObject, reports: list[str]) -> SoundPlayer:
    player = SoundPlayer(device, RecordingVoice(), owner)
    player.failed.connect(lambda name, error: reports.append(f"{name}: {error}"))
    player.deviceMissing.connect(lambda: reports.append("no device"))
    player.voiceMissing.connect(lambda: reports.append("no voice"))
    return player


def finish(device: RecordingDevice) -> None:
    device.finish()
    QCoreApplication.processEvents()


def test_sounds_play_one_after_another(player: SoundPlayer, device: RecordingDevice) -> None:
    player.play([SoundFile("a", FILES / "tone.mp3"), SoundFile("b", FILES / "tone.flac")])
    assert device.played == ["tone.mp3"]
    finish(device)
    assert device.played == ["tone.mp3", "tone.flac"]
    finish(device)
    assert not device.is_playing
    assert min(device.seconds) > 0.2


def test_new_sounds_replace_the_current_ones(
    player: SoundPlayer, device: RecordingDevice, tmp_path: Path
) -> None:
    player.play([SoundFile("a", FILES / "tone.mp3"), SoundFile("b", FILES / "tone.mp3")])
    device.finish()  # its end arrives after the next call
    player.play([SoundFile("c", write_wav(tmp_path / "c.wav")), SoundFile("d", FILES / "tone.flac")])
    QCoreApplication.processEvents()
    assert device.played == ["tone.mp3", "c.wav"]
    player.stop()
    assert not device.is_playing


def test_unplayable_sounds_are_named_and_skipped(
    player: SoundPlayer, device: RecordingDevice, reports: list[str], tmp_path: Path
) -> None:
    lying = write_wav(tmp_path / "lying.wav")
    lying.write_bytes(lying.read_bytes()[:-9])
    player.play(
        [
            SoundFile("gone.mp3", None),
            SoundFile("lying.wav", lying),
            SoundFile("a.ogg", FILES / "tone.ogg"),
            SoundFile("b", FILES / "tone.mp3"),
        ]
    )
    assert reports == [
        "gone.mp3: the file is missing",
        "lying.wav: it is damaged",
        "a.ogg: StudyApp plays MP3, WAV and FLAC, but not Ogg Vorbis",
    ]
    assert device.played == ["tone.mp3"]


def test_error_during_decoding_is_reported_at_the_end(
    player: SoundPlayer, device: RecordingDevice, reports: list[str], tmp_path: Path
) -> None:
    data = bytearray((FILES / "tone.flac").read_bytes())
    data[18:26] = (int.from_bytes(data[18:26], "big") + 8000 * 100).to_bytes(8, "big")
    (tmp_path / "a.flac").write_bytes(data)
    player.play([SoundFile("a.flac", tmp_path / "a.flac"), SoundFile("b", FILES / "tone.mp3")])
    finish(device)
    assert reports == ["a.flac: it is damaged"]
    assert device.played == ["a.flac", "tone.mp3"]


def test_missing_device_is_reported_once(qapp: QCoreApplication, reports: list[str]) -> None:
    owner, device = QObject(), RecordingDevice(is_missing=True)
    player = create_player(device, owner, reports)
    for _ in range(3):
        player.play([SoundFile("a", FILES / "tone.mp3"), SoundFile("b", FILES / "tone.mp3")])
    assert reports == ["no device"]
    device.is_missing = False
    player.play([SoundFile("a", FILES / "tone.mp3")])
    assert device.played == ["tone.mp3"]


def test_real_library_plays_to_the_end(qtbot: QtBot, tmp_path: Path, reports: list[str]) -> None:
    """Miniaudio's silent device takes the frames as fast as a real one."""
    owner, device = QObject(), MiniaudioDevice([miniaudio.Backend.NULL])
    player = create_player(device, owner, reports)
    files = [SoundFile("a", FILES / "tone.flac"), SoundFile("gone", None)]
    with qtbot.waitSignal(player.failed, timeout=TIMEOUT_SECONDS * 1000) as failed:
        player.play(files)
    assert failed.args is not None
    assert failed.args[0] == "gone"
    player.play([SoundFile("a", write_wav(tmp_path / "a.wav", 30))])
    player.stop()
    device.close()
    assert reports == ["gone: the file is missing"]


def test_python_ends_with_an_open_device() -> None:
    program = (
        "import threading, miniaudio; from pathlib import Path; from studyapp.ui.sound.sound_decoding import open_sound; "
        "from studyapp.ui.sound.sound_device import MiniaudioDevice; "
        "device = MiniaudioDevice([miniaudio.Backend.NULL]); "
        "ended = threading.Event(); "
        f"device.start(open_sound(Path({str(FILES / 'tone.flac')!r})), lambda _: ended.set()); ended.wait()"
    )
    subprocess.run([sys.executable, "-c", program], timeout=TIMEOUT_SECONDS, check=True)


def test_missing_sound_card_prints_nothing() -> None:
    program = (
        "from pathlib import Path; from studyapp.ui.sound.sound_decoding import open_sound; "
        "from studyapp.ui.sound.sound_device import MiniaudioDevice, NoSoundDeviceError\n"
        f"try: MiniaudioDevice().start(open_sound(Path({str(FILES / 'tone.flac')!r})), print)\n"
        "except NoSoundDeviceError: pass"
    )
    finished = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, timeout=TIMEOUT_SECONDS, check=True
    )
    assert finished.stderr == b""
