"""Checking the header of a sound file before anything decodes it.

Decks are untrusted, and the decoders are C code. Only files whose header is complete, consistent and within the limits
reach them.
"""

import re
from enum import Enum, auto
from typing import NamedTuple

from studyapp.core.text.translatable import QT_TRANSLATE_NOOP, TranslatableError

MAX_SECONDS = 600
"""Length of the longest sound that is played."""

_MAX_CHANNELS = 8
_MIN_SAMPLE_RATE, _MAX_SAMPLE_RATE = 4_000, 192_000
_MAX_BLOCKS = 200
"""Blocks before the samples. A decoder takes a few steps for each, and a large file has room for millions."""

_WAV_PCM, _WAV_FLOAT, _WAV_EXTENSIBLE = 1, 3, 0xFFFE
_BITS_BY_WAV_ENCODING = {_WAV_PCM: (8, 16, 24, 32), _WAV_FLOAT: (32, 64)}
_STREAMED_SIZES = (0, 0xFFFFFFFF)
"""Placeholder sizes, written by programs that don't know the length yet."""

_MP3_BITRATES = {
    1: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    2: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
"""Kilobits per second of MPEG 1 and MPEG 2 or 2.5, layer III."""

_MP3_SAMPLE_RATES = (44_100, 48_000, 32_000)
_MP3_SYNC = re.compile(rb"\xff[\xe2\xe3\xf2\xf3\xfa\xfb]")
_MAX_BYTES_BEFORE_MP3 = 16_384
_OTHER_FORMATS = (
    (re.compile(rb"OggS.{24,}?OpusHead", re.DOTALL), "Ogg Opus"),
    (re.compile(rb"OggS"), "Ogg Vorbis"),
    (re.compile(rb".{4}ftyp", re.DOTALL), "MP4"),
    (re.compile(rb"\x1aE\xdf\xa3"), "WebM"),
    (re.compile(rb"\xff[\xf0\xf1\xf8\xf9]"), "AAC"),
)


class UnplayableSoundError(TranslatableError):
    """A sound can't be played. The message says why and starts in lower case, because its name precedes it."""


class SoundFormat(Enum):
    """The formats that are decoded."""

    WAV = auto()
    FLAC = auto()
    MP3 = auto()


class SoundHeader(NamedTuple):
    """What the header of a file says. `frame_count` is None if it doesn't say how many samples a channel has."""

    format: SoundFormat
    sample_rate: int
    channels: int
    frame_count: int | None


def read_sound_header(data: bytes) -> SoundHeader:
    """Return the checked header of a sound file.

    Raises UnplayableSoundError if the file is of another format, damaged, or beyond the limits.
    """
    if data.startswith(b"RIFF") and data[8:12] == b"WAVE":
        header = _read_wav(data)
    elif data.startswith(b"fLaC"):
        header = _read_flac(data)
    else:
        header = _read_mp3(data)
    if not (
        1 <= header.channels <= _MAX_CHANNELS and _MIN_SAMPLE_RATE <= header.sample_rate <= _MAX_SAMPLE_RATE
    ):
        raise damaged_sound()
    if header.frame_count is not None and header.frame_count > MAX_SECONDS * header.sample_rate:
        raise too_long_sound()
    return header


def damaged_sound() -> UnplayableSoundError:
    """Return the error for a file whose content contradicts its header or its format."""
    return UnplayableSoundError(QT_TRANSLATE_NOOP("Problem", "it is damaged"))


def too_long_sound() -> UnplayableSoundError:
    """Return the error for a sound that is longer than `MAX_SECONDS`."""
    return UnplayableSoundError(
        QT_TRANSLATE_NOOP("Problem", "it is longer than {minutes} minutes"), minutes=MAX_SECONDS // 60
    )


def _read_wav(data: bytes) -> SoundHeader:
    position, block_align = 12, 0
    sample_rate = channels = 0
    for _ in range(_MAX_BLOCKS):
        name, size = data[position : position + 4], _little_endian(data, position + 4, 4)
        start, remaining = position + 8, len(data) - position - 8
        if name == b"data":
            if not block_align or (size > remaining and size not in _STREAMED_SIZES):
                raise damaged_sound()
            byte_count = remaining if size in _STREAMED_SIZES else size
            return SoundHeader(SoundFormat.WAV, sample_rate, channels, byte_count // block_align)
        if name == b"fmt ":
            channels, sample_rate = _little_endian(data, start + 2, 2), _little_endian(data, start + 4, 4)
            block_align, bits = _little_endian(data, start + 12, 2), _little_endian(data, start + 14, 2)
            encoding = _little_endian(data, start, 2)
            if encoding == _WAV_EXTENSIBLE and size >= 40:
                encoding = _little_endian(data, start + 24, 2)
            is_known = bits in _BITS_BY_WAV_ENCODING.get(encoding, ())
            if size < 16 or not is_known or block_align != channels * bits // 8:
                raise damaged_sound()
        position = start + size + size % 2
    raise damaged_sound()


def _read_flac(data: bytes) -> SoundHeader:
    if len(data) < 42 or data[4] & 0x7F or int.from_bytes(data[5:8], "big") != 34:
        raise damaged_sound()
    min_block, max_block = int.from_bytes(data[8:10], "big"), int.from_bytes(data[10:12], "big")
    packed = int.from_bytes(data[18:26], "big")
    sample_rate, channels = packed >> 44, (packed >> 41 & 7) + 1
    bits, frame_count = (packed >> 36 & 31) + 1, packed & (1 << 36) - 1
    if not 16 <= min_block <= max_block or not 4 <= bits <= 32 or not _has_flac_frames(data):
        raise damaged_sound()
    return SoundHeader(SoundFormat.FLAC, sample_rate, channels, frame_count or None)


def _has_flac_frames(data: bytes) -> bool:
    """Return whether the blocks of metadata end before the file does."""
    position = 4
    for _ in range(_MAX_BLOCKS):
        if position + 4 > len(data):
            return False
        is_last = data[position] & 0x80
        position += 4 + int.from_bytes(data[position + 1 : position + 4], "big")
        if is_last:
            return position < len(data)
    return False


def _read_mp3(data: bytes) -> SoundHeader:
    start = _id3_length(data)
    for sync in _MP3_SYNC.finditer(data, start, start + _MAX_BYTES_BEFORE_MP3):
        frame = _read_mp3_frame(data, sync.start())
        if frame is None:
            continue
        end = sync.start() + frame.byte_count
        next_frame = _read_mp3_frame(data, end)
        if end == len(data) or (next_frame is not None and next_frame.sample_rate == frame.sample_rate):
            return SoundHeader(SoundFormat.MP3, frame.sample_rate, frame.channels, None)
    for pattern, name in _OTHER_FORMATS:
        if pattern.match(data, 0, 200):
            raise UnplayableSoundError(
                QT_TRANSLATE_NOOP("Problem", "StudyApp plays MP3, WAV and FLAC, but not {format}"),
                format=name,
            )
    raise UnplayableSoundError(QT_TRANSLATE_NOOP("Problem", "it is damaged, or not an MP3, WAV or FLAC file"))


class _Mp3Frame(NamedTuple):
    sample_rate: int
    channels: int
    byte_count: int


def _read_mp3_frame(data: bytes, start: int) -> _Mp3Frame | None:
    """Return the frame of layer III that starts here, or None if none does."""
    if _MP3_SYNC.match(data, start) is None or start + 4 > len(data):
        return None
    version_bits, bitrate_index = data[start + 1] >> 3 & 3, data[start + 2] >> 4
    rate_index, padding = data[start + 2] >> 2 & 3, data[start + 2] >> 1 & 1
    if bitrate_index in (0, 15) or rate_index == 3:
        return None
    is_mpeg_1 = version_bits == 3
    bitrate = _MP3_BITRATES[1 if is_mpeg_1 else 2][bitrate_index] * 1000
    sample_rate = _MP3_SAMPLE_RATES[rate_index] // {3: 1, 2: 2, 0: 4}[version_bits]
    byte_count = (144 if is_mpeg_1 else 72) * bitrate // sample_rate + padding
    return _Mp3Frame(sample_rate, 1 if data[start + 3] >> 6 == 3 else 2, byte_count)


def _id3_length(data: bytes) -> int:
    """Return the number of bytes of the ID3 tag at the start of the file."""
    if not data.startswith(b"ID3") or len(data) < 10:
        return 0
    size = 0
    for byte in data[6:10]:
        size = size << 7 | byte & 0x7F
    return 10 + size + (10 if data[5] & 0x10 else 0)


def _little_endian(data: bytes, start: int, byte_count: int) -> int:
    return int.from_bytes(data[start : start + byte_count], "little")
