"""Headers of sound files are checked before anything decodes the file."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.ui.sound.sound_header import (
    MAX_SECONDS,
    SoundFormat,
    SoundHeader,
    UnplayableSoundError,
    read_sound_header,
)
from tests.ui.sound.sound_files import FILES

MP3, FLAC = (FILES / "tone.mp3").read_bytes(), (FILES / "tone.flac").read_bytes()


def wav(
    *,
    encoding: int = 1,
    channels: int = 1,
    rate: int = 8000,
    bits: int = 16,
    size: int | None = None,
    data: int = 800,
) -> bytes:
    """A wave file of `data` bytes whose header says what the test wants."""
    align = channels * bits // 8
    header = struct.pack("<HHIIHH", encoding, channels, rate, rate * align, align, bits)
    said = data if size is None else size
    return b"RIFF\0\0\0\0WAVEfmt \x10\0\0\0" + header + b"data" + struct.pack("<I", said) + bytes(data)


def flac(*, rate: int = 8000, channels: int = 1, frames: int = 2400) -> bytes:
    packed = rate << 44 | (channels - 1) << 41 | 15 << 36 | frames
    return FLAC[:18] + packed.to_bytes(8, "big") + FLAC[26:]


def test_headers_of_valid_files() -> None:
    assert read_sound_header(wav()) == SoundHeader(SoundFormat.WAV, 8000, 1, 400)
    assert read_sound_header(wav(size=0xFFFFFFFF)) == SoundHeader(SoundFormat.WAV, 8000, 1, 400)
    assert read_sound_header(wav(encoding=3, bits=32, channels=2)).channels == 2
    assert read_sound_header(FLAC) == SoundHeader(SoundFormat.FLAC, 8000, 1, 2400)
    assert read_sound_header(flac(frames=0)).frame_count is None
    assert read_sound_header(MP3) == SoundHeader(SoundFormat.MP3, 8000, 1, None)


def test_mp3_may_follow_a_tag_or_junk() -> None:
    tag = b"ID3\x04\0\0\0\0\x01\x10" + bytes(144)
    assert read_sound_header(tag + MP3).format is SoundFormat.MP3
    assert read_sound_header(b"\xff\xfb" + bytes(500) + MP3).format is SoundFormat.MP3


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (wav(size=801), "it is damaged"),
        (wav(channels=9), "it is damaged"),
        (wav(channels=0), "it is damaged"),
        (wav(rate=3_999), "it is damaged"),
        (wav(rate=192_001), "it is damaged"),
        (wav(bits=12), "it is damaged"),
        (wav(encoding=2), "it is damaged"),
        (wav()[:30], "it is damaged"),
        (wav(rate=8000, data=16_000 * MAX_SECONDS + 2), "it is longer than 10 minutes"),
        (flac(frames=8000 * MAX_SECONDS + 1), "it is longer than 10 minutes"),
        (flac(rate=200_000), "it is damaged"),
        (FLAC[:40], "it is damaged"),
        (FLAC[:42], "it is damaged"),
        (b"fLaC\0" + FLAC[5:42] + b"\1\0\0\0" * 9_000, "it is damaged"),
        (wav()[:12] + b"LIST\0\0\0\0" * 9_000 + wav()[12:], "it is damaged"),
        (b"", "it is damaged, or not an MP3, WAV or FLAC file"),
        (b"ID3\x04\0\0\x7f\x7f\x7f\x7f" + MP3, "it is damaged, or not an MP3, WAV or FLAC file"),
    ],
)
def test_file_that_lies_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(UnplayableSoundError) as refused:
        read_sound_header(data)
    assert str(refused.value) == reason


@pytest.mark.parametrize(
    ("name", "format_name"), [("tone.ogg", "Ogg Vorbis"), ("tone.opus", "Ogg Opus"), ("tone.m4a", "MP4")]
)
def test_formats_without_a_safe_decoder_are_named(name: str, format_name: str) -> None:
    with pytest.raises(UnplayableSoundError) as refused:
        read_sound_header((FILES / name).read_bytes())
    assert str(refused.value) == f"StudyApp plays MP3, WAV and FLAC, but not {format_name}"


@given(st.sampled_from([wav(), MP3, FLAC]), st.data())
def test_damaged_header_is_read_or_refused(data: bytes, draw: st.DataObject) -> None:
    changed = bytearray(data)
    for _ in range(draw.draw(st.integers(1, 8))):
        changed[draw.draw(st.integers(0, min(len(data), 60) - 1))] = draw.draw(st.integers(0, 255))
    try:
        header = read_sound_header(bytes(changed[: draw.draw(st.integers(0, len(data)))]))
    except UnplayableSoundError:
        return
    assert 1 <= header.channels <= 8
    assert 4_000 <= header.sample_rate <= 192_000
