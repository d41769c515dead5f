"""Real files are decoded in pieces, and files that lie end in an error."""

from pathlib import Path

import pytest

from studyapp.ui.sound.sound_decoding import (
    BYTES_PER_FRAME,
    MAX_FRAMES_PER_CHUNK,
    MAX_SOUND_BYTES,
    SAMPLE_RATE,
    decode,
    open_sound,
)
from studyapp.ui.sound.sound_header import UnplayableSoundError
from tests.ui.sound.sound_files import FILES, write_wav


def seconds(path: Path) -> float:
    return sum(map(len, decode(open_sound(path)))) / BYTES_PER_FRAME / SAMPLE_RATE


def test_formats_are_decoded(tmp_path: Path) -> None:
    assert seconds(FILES / "tone.flac") == pytest.approx(0.3, abs=0.01)
    assert seconds(FILES / "tone.mp3") == pytest.approx(0.45, abs=0.1)  # the encoder adds silence
    assert seconds(write_wav(tmp_path / "a.wav", 0.5, channels=2)) == pytest.approx(0.5, abs=0.01)


def test_chunks_are_bounded(tmp_path: Path) -> None:
    stream = open_sound(write_wav(tmp_path / "long.wav", 20))
    assert len(stream.read(10**9)) == MAX_FRAMES_PER_CHUNK * BYTES_PER_FRAME
    assert len(stream.read(100)) == 100 * BYTES_PER_FRAME


def test_sound_that_ends_early_is_damaged(tmp_path: Path) -> None:
    data = bytearray((FILES / "tone.flac").read_bytes())
    data[18:26] = (int.from_bytes(data[18:26], "big") + 8000 * 100).to_bytes(8, "big")
    (tmp_path / "a.flac").write_bytes(data)
    with pytest.raises(UnplayableSoundError, match="it is damaged"):
        seconds(tmp_path / "a.flac")


def test_endless_sound_is_stopped(tmp_path: Path) -> None:
    frames = (FILES / "tone.mp3").read_bytes()
    (tmp_path / "long.mp3").write_bytes(frames * (600 // 0.4 + 60).__floor__())
    with pytest.raises(UnplayableSoundError, match="it is longer than 10 minutes"):
        seconds(tmp_path / "long.mp3")


def test_large_file_is_refused(tmp_path: Path) -> None:
    with (tmp_path / "large.wav").open("wb") as file:
        file.truncate(MAX_SOUND_BYTES + 1)
    with pytest.raises(UnplayableSoundError, match="it is larger than 20 MB"):
        open_sound(tmp_path / "large.wav")


def test_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnplayableSoundError, match="it is damaged"):
        open_sound(tmp_path)
