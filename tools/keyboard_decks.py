"""The deck files that `keyboard_hour.py` works on."""

import random
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QColor, QImage

NOTES_IN_BULK, OTHER_NOTES = 100, 20
"""The numbers of notes with the tag `hundred`, and without."""

_SYLLABLES = ("ka", "lo", "mi", "ne", "ru", "so", "ta", "ve", "zi", "po", "du", "fe")
_FURTHER_NOTES = """\
  - id: changed-twice
    front: This will be changed twice.
    back: So it is
  - id: twin-1
    front: Which question is asked by two notes of this deck, but for the last letter?
    back: This one
  - id: twin-2
    front: Which question is asked by two notes of this deck, but for the last letter!
    back: That one
"""
NOTE_COUNT = NOTES_IN_BULK + OTHER_NOTES + _FURTHER_NOTES.count("- id: ")


class DeckFiles:
    """Two decks in an empty folder: one with many notes and one with a single note."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.path, self.other_path = folder / "hour.yaml", folder / "other.yaml"
        self.picture = folder.parent / "picture.png"
        words = random.Random(16)
        notes = [_format_note(number, words) for number in range(NOTES_IN_BULK + OTHER_NOTES)]
        self.path.write_text("deck: hour\ntitle: Hour\nnotes:\n" + "".join(notes) + _FURTHER_NOTES)
        self.other_path.write_text(
            "deck: other\ntitle: Other\nnotes:\n  - id: one\n    front: Why?\n    back: So\n"
        )
        self.picture.write_bytes(_draw_picture())

    def text(self) -> str:
        """Return the text of the deck with many notes."""
        return self.path.read_text()

    def snapshot(self) -> tuple[bytes, bytes]:
        """Return the bytes of both deck files."""
        return self.path.read_bytes(), self.other_path.read_bytes()

    def count(self, text: str) -> int:
        """Return how often a text is in the deck with many notes."""
        return self.text().count(text)

    def change_outside(self, old: str, new: str) -> None:
        """Replace a text that is there once, as another program would."""
        text = self.text()
        assert text.count(old) == 1, f"{old!r} is not there once"
        self.path.write_text(text.replace(old, new))


def _format_note(number: int, words: random.Random) -> str:
    """Return the lines of a note whose question resembles no other one."""
    question = " ".join("".join(words.choices(_SYLLABLES, k=4)) for _ in range(4)).capitalize()
    tags = "    tags: [hundred]\n" if number < NOTES_IN_BULK else ""
    return f"  - id: note-{number}\n    front: {question}?\n    back: The colour of number {number}\n{tags}"


def _draw_picture() -> bytes:
    image = QImage(QSize(320, 180), QImage.Format.Format_RGB32)
    image.fill(QColor("steelblue"))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # missing in the stubs
    return bytes(data.data())
