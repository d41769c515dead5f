"""Random texts of notes, half of them words of Latin letters, half Chinese."""

import random

_SYLLABLES = [
    "ka",
    "no",
    "ti",
    "re",
    "mu",
    "so",
    "la",
    "ve",
    "di",
    "po",
    "shi",
    "an",
    "or",
    "est",
    "ing",
    "tur",
    "bel",
    "gra",
    "nos",
    "qui",
]
_IDEOGRAPHS = [chr(code) for code in range(0x4E00, 0x4E00 + 2500)]
_VOCABULARY = 15_000


def make_texts(number: int) -> list[tuple[str, str]]:
    """Return this many pairs of front and back."""
    source = random.Random(number)
    words = ["".join(source.choices(_SYLLABLES, k=source.randint(1, 4))) for _ in range(_VOCABULARY)]

    def latin(count: int) -> str:
        return " ".join(source.choices(words, k=count))

    def chinese(count: int) -> str:
        return "".join(source.choices(_IDEOGRAPHS, k=count))

    return [(chinese(15), chinese(40)) if index % 2 else (latin(8), latin(20)) for index in range(number)]
