"""Decoding a sound file in pieces, by the library miniaudio."""

from collections.abc import Generator, Iterator
from pathlib import Path
from stat import S_ISREG
from typing import NamedTuple

from studyapp.core.text.translatable import QT_TRANSLATE_NOOP
from studyapp.ui.sound.sound_header import (
    MAX_SECONDS,
    SoundFormat,
    SoundHeader,
    UnplayableSoundError,
    damaged_sound,
    read_sound_header,
    too_long_sound,
)

SAMPLE_RATE = 44_100
CHANNELS = 2
BYTES_PER_FRAME = 2 * CHANNELS
"""Every sound is decoded to frames of 16-bit stereo at this rate."""

MAX_SOUND_BYTES = 20 * 1024**2
MAX_FRAMES_PER_CHUNK = 16_384
_MAX_SECONDS_SHORT = 1.0
"""How much shorter than its header says a sound may be."""


class _Decoder(NamedTuple):
    """A decoder that yields samples. It refers to `source` in C, so both live equally long."""

    source: object
    chunks: "Generator[bytes, int, None]"


class SoundStream:
    """The decoded frames of a sound, in order. `name` is the name of its file."""

    def __init__(self, name: str, header: SoundHeader, data: bytes) -> None:
        """Prepare the decoder. Raises UnplayableSoundError if it refuses the file, or if there is none."""
        self.name = name
        self._header = header
        self._decoder = _start_decoder(header.format, data)
        self._read_frames = 0

    def read(self, frame_count: int) -> bytes:
        """Return the next frames, at most `frame_count` and `MAX_FRAMES_PER_CHUNK`; nothing at the end.

        Raises UnplayableSoundError if the content contradicts the header.
        """
        import miniaudio

        try:
            chunk = bytes(self._decoder.chunks.send(max(1, min(frame_count, MAX_FRAMES_PER_CHUNK))))
        except StopIteration:
            chunk = b""
        except miniaudio.MiniaudioError:
            raise damaged_sound() from None
        self._read_frames += len(chunk) // BYTES_PER_FRAME
        self._check_length(is_at_end=not chunk)
        return chunk

    def _check_length(self, *, is_at_end: bool) -> None:
        seconds = self._read_frames / SAMPLE_RATE
        if seconds > MAX_SECONDS:
            raise too_long_sound()
        if self._header.frame_count is None:
            return
        expected_seconds = self._header.frame_count / self._header.sample_rate
        is_short = is_at_end and seconds < expected_seconds - _MAX_SECONDS_SHORT
        if is_short or seconds > expected_seconds + _MAX_SECONDS_SHORT:
            raise damaged_sound()


def open_sound(path: Path) -> SoundStream:
    """Open a sound file for decoding. Nothing of it is decoded yet.

    Raises UnplayableSoundError if it can't be played, and OSError if it can't be read.
    """
    data = _read_limited(path)
    return SoundStream(path.name, read_sound_header(data), data)


def _start_decoder(sound_format: SoundFormat, data: bytes) -> _Decoder:
    try:
        import miniaudio  # deferred: takes 50 ms, and few decks have sounds
    except ImportError:
        raise UnplayableSoundError(
            QT_TRANSLATE_NOOP("Problem", "the package “miniaudio” is not installed")
        ) from None

    class Source(miniaudio.StreamableSource):  # type: ignore[misc]  # the library has no types
        position = 0

        def read(self, num_bytes: int) -> bytes:
            piece = data[self.position : self.position + num_bytes]
            self.position += len(piece)
            return piece

        def seek(self, offset: int, origin: miniaudio.SeekOrigin) -> bool:
            start = {miniaudio.SeekOrigin.START: 0, miniaudio.SeekOrigin.CURRENT: self.position}
            target = start.get(origin, len(data)) + offset
            if not 0 <= target <= len(data):
                raise ValueError(target)
            self.position = target
            return True

    # With the format given, miniaudio tries no other decoder. Its decoder of Ogg Vorbis crashes on damaged files.
    file_format = {
        SoundFormat.WAV: miniaudio.FileFormat.WAV,
        SoundFormat.FLAC: miniaudio.FileFormat.FLAC,
        SoundFormat.MP3: miniaudio.FileFormat.MP3,
    }[sound_format]
    source = Source()
    try:
        chunks = miniaudio.stream_any(
            source, file_format, miniaudio.SampleFormat.SIGNED16, CHANNELS, SAMPLE_RATE
        )
    except miniaudio.MiniaudioError:
        raise damaged_sound() from None
    return _Decoder(source, chunks)


def decode(stream: SoundStream) -> Iterator[bytes]:
    """Yield all frames of a sound in chunks. Raises what `SoundStream.read` raises."""
    while chunk := stream.read(MAX_FRAMES_PER_CHUNK):
        yield chunk


def _read_limited(path: Path) -> bytes:
    if not S_ISREG(path.stat().st_mode):  # opening a pipe would wait for a writer
        raise damaged_sound()
    with path.open("rb") as file:
        data = file.read(MAX_SOUND_BYTES + 1)
    if len(data) > MAX_SOUND_BYTES:
        raise UnplayableSoundError(
            QT_TRANSLATE_NOOP("Problem", "it is larger than {size} MB"), size=MAX_SOUND_BYTES // 1024**2
        )
    return data
