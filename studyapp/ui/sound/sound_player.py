"""Plays sounds one after another."""

from collections import deque
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from studyapp.core.text.translatable import QT_TRANSLATE_NOOP
from studyapp.ui.sound.sound_decoding import open_sound
from studyapp.ui.sound.sound_device import NoSoundDeviceError, SoundDevice
from studyapp.ui.sound.sound_header import UnplayableSoundError


class SoundPlayer(QObject):
    """Plays files one after another, and reports those that can't be played."""

    failed = Signal(str, object)
    """The name of a file and the UnplayableSoundError or OSError because of which it is not played."""

    deviceMissing = Signal()
    """There is no sound device. Emitted once."""

    _ended = Signal(int, object)
    """The number of the sound that has ended, and its error or None. Emitted in the thread of the device."""

    def __init__(self, device: SoundDevice, parent: QObject) -> None:
        super().__init__(parent)
        self._device = device
        self._queue: deque[tuple[str, Path | None]] = deque()
        self._current_name = ""
        self._number = 0
        self._is_device_missing = False
        self._ended.connect(self._continue, Qt.ConnectionType.QueuedConnection)
        self.destroyed.connect(lambda: device.stop())

    def play(self, files: Iterable[tuple[str, Path | None]]) -> None:
        """Play these sounds instead of the current ones. Each is a name and its file, or None if the file is missing."""
        self.stop()
        self._queue.extend(files)
        self._play_next()

    def stop(self) -> None:
        """Stop playing."""
        self._queue.clear()
        self._number += 1
        self._device.stop()

    def _play_next(self) -> None:
        while self._queue:
            self._current_name, path = self._queue.popleft()
            try:
                if path is None:
                    raise UnplayableSoundError(QT_TRANSLATE_NOOP("Problem", "the file is missing"))
                self._number += 1
                self._device.start(open_sound(path), partial(self._ended.emit, self._number))
            except (UnplayableSoundError, OSError) as error:
                self.failed.emit(self._current_name, error)
                continue
            except NoSoundDeviceError:
                self._queue.clear()
                if not self._is_device_missing:
                    self._is_device_missing = True
                    self.deviceMissing.emit()
            return

    def _continue(self, number: int, error: UnplayableSoundError | None) -> None:
        if number != self._number:
            return  # stopped or replaced meanwhile
        if error is not None:
            self.failed.emit(self._current_name, error)
        self._play_next()
