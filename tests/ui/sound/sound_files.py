"""Small sound files of a tone, and a recording device and voice in place of the computer's."""

import struct
import wave
from collections.abc import Callable
from pathlib import Path

from studyapp.core.text.speech import Speech
from studyapp.ui.sound.sound_decoding import BYTES_PER_FRAME, SAMPLE_RATE, SoundStream, decode
from studyapp.ui.sound.sound_device import NoSoundDeviceError, OnEnd
from studyapp.ui.sound.sound_header import UnplayableSoundError
from studyapp.ui.sound.speech_voice import NoVoiceError

FILES = Path(__file__).parent / "files"


def write_wav(path: Path, seconds: float = 0.1, *, rate: int = 8000, channels: int = 1) -> Path:
    """Write a valid sound file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with wave.open(str(path), "wb") as sound:
        sound.setparams((channels, 2, rate, 0, "NONE", ""))
        sound.writeframes(struct.pack("<h", 99) * round(seconds * rate * channels))
    return path


class RecordingDevice:
    """Decodes what is played and keeps the names. A sound ends when the test says so."""

    def __init__(self, *, is_missing: bool = False) -> None:
        self.is_missing = is_missing
        self.played: list[str] = []
        self.seconds: list[float] = []
        self._end: tuple[OnEnd, UnplayableSoundError | None] | None = None

    @property
    def is_playing(self) -> bool:
        return self._end is not None

    def start(self, stream: SoundStream, on_end: OnEnd) -> None:
        if self.is_missing:
            raise NoSoundDeviceError
        self.played.append(stream.name)
        error, size = None, 0
        try:
            size = sum(map(len, decode(stream)))
        except UnplayableSoundError as reason:
            error = reason
        self.seconds.append(size / BYTES_PER_FRAME / SAMPLE_RATE)
        self._end = (on_end, error)

    def stop(self) -> None:
        self._end = None

    def finish(self) -> None:
        """Let the current sound end."""
        assert self._end is not None
        (on_end, error), self._end = self._end, None
        on_end(error)


class RecordingVoice:
    """Keeps what it is asked to say, and has said it at once."""

    def __init__(self, *, is_missing: bool = False) -> None:
        self.is_missing = is_missing
        self.spoken: list[Speech] = []

    def speak(self, speech: Speech, on_end: Callable[[], None]) -> None:
        if self.is_missing:
            raise NoVoiceError
        self.spoken.append(speech)
        on_end()

    def stop(self) -> None:
        pass
