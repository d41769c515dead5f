"""The sound device of the computer."""

import atexit
import contextlib
import sys
from collections.abc import Callable, Generator
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from studyapp.ui.sound.sound_decoding import (
    BYTES_PER_FRAME,
    CHANNELS,
    MAX_FRAMES_PER_CHUNK,
    SAMPLE_RATE,
    SoundStream,
)
from studyapp.ui.sound.sound_header import UnplayableSoundError

if TYPE_CHECKING:
    import miniaudio

_BUFFER_MS = 100
_SILENT_FRAMES_AT_END = SAMPLE_RATE * 3 * _BUFFER_MS // 1000
"""Silence after a sound, so that the device has played its last frames before it is stopped."""

OnEnd = Callable[[UnplayableSoundError | None], None]


class NoSoundDeviceError(Exception):
    """The computer has no sound device, or it can't be used now."""


class SoundDevice(Protocol):
    """Plays one sound at a time."""

    def start(self, stream: SoundStream, on_end: OnEnd) -> None:
        """Play a sound instead of the current one.

        Once it has ended, `on_end` is called from any thread, with an error if the rest can't be played. It is not
        called for a sound that was stopped. Raises NoSoundDeviceError.
        """

    def stop(self) -> None:
        """Stop the current sound, if any."""


class MiniaudioDevice:
    """The default sound device, used through miniaudio, which starts no sound server."""

    def __init__(self, backends: "list[miniaudio.Backend] | None" = None) -> None:
        self._backends = backends
        self._device: miniaudio.PlaybackDevice | None = None

    def start(self, stream: SoundStream, on_end: OnEnd) -> None:
        """See `SoundDevice`."""
        import miniaudio

        self.stop()
        frames = _play_frames(stream, on_end)
        next(frames)
        try:
            if self._device is None:
                self._device = self._open()
            self._device.start(frames)
        except miniaudio.MiniaudioError as error:
            self.close()
            raise NoSoundDeviceError from error

    def stop(self) -> None:
        """See `SoundDevice`."""
        if self._device is None:
            return
        import miniaudio

        try:
            self._device.stop()
        except miniaudio.MiniaudioError:  # the device was removed
            self.close()

    def close(self) -> None:
        """Release the device. Starting a sound opens it again."""
        if self._device is not None:
            self._device.close()
            self._device = None
            atexit.unregister(self.close)

    def _open(self) -> "miniaudio.PlaybackDevice":
        import miniaudio

        class Device(miniaudio.PlaybackDevice):  # type: ignore[misc]  # the library has no types
            def _data_callback(self, *arguments: object) -> None:
                # The other thread may stop the sound between the check for one and its use.
                with contextlib.suppress(AttributeError):
                    super()._data_callback(*arguments)

        atexit.register(self.close)  # with an open device, Python would not end
        return Device(
            miniaudio.SampleFormat.SIGNED16,
            CHANNELS,
            SAMPLE_RATE,
            _BUFFER_MS,
            backends=self._backends or _system_backends(),
            app_name="StudyApp",
        )


def _system_backends() -> "list[miniaudio.Backend]":
    import miniaudio

    if sys.platform == "win32":
        return [miniaudio.Backend.WASAPI]
    if sys.platform == "darwin":
        return [miniaudio.Backend.COREAUDIO]
    # Without a sound card, ALSA prints dozens of lines.
    has_card = any(Path("/dev/snd").glob("pcm*p"))
    return [miniaudio.Backend.PULSEAUDIO, *([miniaudio.Backend.ALSA] if has_card else [])]


def _play_frames(stream: SoundStream, on_end: OnEnd) -> Generator[bytes, int, None]:
    """Return a generator that is sent the number of frames that the device wants. It runs in the thread of the device,
    and decodes there."""
    wanted = yield b""
    error: UnplayableSoundError | None = None
    try:
        while chunk := stream.read(wanted):
            wanted = yield chunk
    except UnplayableSoundError as reason:
        error = reason
    silent_frames = _SILENT_FRAMES_AT_END
    while silent_frames > 0:
        count = min(wanted, silent_frames, MAX_FRAMES_PER_CHUNK)
        silent_frames -= count
        wanted = yield bytes(count * BYTES_PER_FRAME)
    on_end(error)
