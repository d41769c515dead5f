"""Plays sounds and reads texts aloud, one after another."""

from collections import deque
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal

from studyapp.core.text.speech import Speech
from studyapp.core.text.translatable import QT_TRANSLATE_NOOP
from studyapp.ui.sound.sound_decoding import open_sound
from studyapp.ui.sound.sound_device import NoSoundDeviceError, SoundDevice
from studyapp.ui.sound.sound_header import UnplayableSoundError
from studyapp.ui.sound.speech_voice import NoVoiceError, SpeechVoice


class SoundFile(NamedTuple):
    """A sound by its name, and its file, or None if the file is missing."""

    name: str
    path: Path | None


class SoundPlayer(QObject):
    """Plays sounds and reads texts aloud one after another, and reports those that can't be played."""

    failed = Signal(str, object)
    """The name of a file and the UnplayableSoundError or OSError because of which it is not played."""

    deviceMissing = Signal()
    """There is no sound device. Emitted once."""

    voiceMissing = Signal()
    """Emitted once if no voice is available."""

    _ended = Signal(int, object)
    """The number of the sound that has ended, and its error or None. Emitted in the thread of the device."""

    def __init__(self, device: SoundDevice, voice: SpeechVoice, parent: QObject) -> None:
        super().__init__(parent)
        self._device = device
        self._voice = voice
        self._queue: deque[SoundFile | Speech] = deque()
        self._current_name = ""
        self._number = 0
        self._is_device_missing = self._is_voice_missing = False
        self._ended.connect(self._continue, Qt.ConnectionType.QueuedConnection)
        self.destroyed.connect(lambda: device.stop())

    def play(self, parts: Iterable[SoundFile | Speech]) -> None:
        """Play these sounds and read these texts aloud instead of the current ones."""
        self.stop()
        self._queue.extend(parts)
        self._play_next()

    def stop(self) -> None:
        """Stop playing."""
        self._queue.clear()
        self._number += 1
        self._device.stop()
        self._voice.stop()

    def _play_next(self) -> None:
        is_playing = False
        while self._queue and not is_playing:
            part = self._queue.popleft()
            self._number += 1
            is_playing = self._speak(part) if isinstance(part, Speech) else self._play_file(part)

    def _play_file(self, sound: SoundFile) -> bool:
        """Return whether the sound is playing now."""
        self._current_name = sound.name
        try:
            if sound.path is None:
                raise UnplayableSoundError(QT_TRANSLATE_NOOP("Problem", "the file is missing"))
            self._device.start(open_sound(sound.path), partial(self._ended.emit, self._number))
        except (UnplayableSoundError, OSError) as error:
            self.failed.emit(sound.name, error)
            return False
        except NoSoundDeviceError:
            if not self._is_device_missing:
                self._is_device_missing = True
                self.deviceMissing.emit()
            return False
        return True

    def _speak(self, speech: Speech) -> bool:
        """Return whether the text is being read aloud now."""
        try:
            self._voice.speak(speech, partial(self._ended.emit, self._number, None))
        except NoVoiceError:
            if not self._is_voice_missing:
                self._is_voice_missing = True
                self.voiceMissing.emit()
            return False
        return True

    def _continue(self, number: int, error: UnplayableSoundError | None) -> None:
        if number != self._number:
            return  # stopped or replaced meanwhile
        if error is not None:
            self.failed.emit(self._current_name, error)
        self._play_next()
