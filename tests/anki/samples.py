"""A deck with one note of each type, and the forms of this folder's fixtures."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from anki.collection import Collection
from anki.import_export_pb2 import ImportResponse

from studyapp.anki.writing.package import PackageReport
from studyapp.core.notes.deck import DeckMetadata, DeckSource
from studyapp.core.notes.drawing import Arrow, Box, Cell, TableDrawing, TreeDrawing
from studyapp.core.notes.note import (
    AnswerOption,
    Basic,
    Claim,
    Cloze,
    Diagram,
    Evidence,
    MultipleChoice,
    Note,
    Reversed,
    Term,
    TypedAnswer,
)
from studyapp.core.text.localized_text import LocalizedText

MOMENT = 1_700_000_000
"""Unix seconds at which the notes of these tests changed."""


def both(english: str, chinese: str) -> LocalizedText:
    """A text in both languages."""
    return LocalizedText((("en", english), ("zh-Hant", chinese)))


HEAD = DeckMetadata(
    "sample",
    both("Sample: look-alikes", "範例：容易混淆的模型"),
    both("One note of **each** kind.", "每種筆記一則。"),
    ("en", "zh-Hant"),
    DeckSource("追溯ChatGPT各項能力的起源", "Yao Fu", "2023-02-17", "https://example.org/a?b=1&c=2"),
)

TREE = TreeDrawing(
    both("From one to the other", "由此及彼"),
    (
        Box(
            "a",
            LocalizedText.language_neutral("davinci"),
            0,
            0,
            both("July 2020", "2020 年 7 月"),
            card_ordinal=1,
        ),
        Box(
            "b",
            LocalizedText.language_neutral("ChatGPT"),
            1,
            1,
            kind=both("dialogue", "對話"),
            card_ordinal=2,
        ),
    ),
    (Arrow("a", "b", both("RLHF & more: {x}", "RLHF 等"), is_dashed=True, card_ordinal=5),),
)
TABLE = TableDrawing(
    both("Sources", "來源"),
    (both("Ability", "能力"), both("Source", "來源")),
    ((Cell(both("Reasoning", "推理")), Cell(both("code :: data", "程式碼"), 1)),),
)

NOTES = (
    Note(
        "sample",
        "gpt3",
        Basic(both("How many parameters?", "有多少參數？"), both("175 **billion**", "1750 億")),
        ("model::gpt-3", "fi gures"),
        "1",
        Evidence.STRONG_HYPOTHESIS,
        explanation=both("Knowledge is stored there.", "知識存放在這裡。"),
    ),
    Note(
        "sample",
        "pair",
        Reversed(LocalizedText.language_neutral("davinci"), LocalizedText.language_neutral("GPT-3 of 2020")),
        section="appendix",
    ),
    Note(
        "sample",
        "emergent",
        Term(
            LocalizedText.language_neutral("Emergent ability"),
            both("Only beyond a certain size.", "規模大到一定程度才出現。"),
            LocalizedText((("zh-Hant", "突現能力"),)),
        ),
    ),
    Note(
        "sample",
        "shares",
        Cloze(both("C4 {{c1::60 %::share}}, WebText {{c3::22 %}}", "C4 {{c1::60 %}}、WebText {{c3::22 %}}")),
        prerequisites=("sample/gpt3",),
    ),
    Note(
        "sample",
        "zero-shot",
        MultipleChoice(
            both("Which is better?", "哪個較強？"),
            (
                AnswerOption(LocalizedText.language_neutral("text-davinci-002"), is_correct=True),
                AnswerOption(
                    LocalizedText.language_neutral("code-davinci-002"),
                    explanation=both("It needs examples.", "它需要例子。"),
                ),
                AnswerOption(LocalizedText.language_neutral("davinci")),
            ),
        ),
    ),
    Note(
        "sample",
        "reasoning",
        Claim(both("Reasoning came from code.", "推理來自程式碼。")),
        evidence=Evidence.HYPOTHESIS,
        explanation=both("Only correlation.", "只有相關性。"),
    ),
    Note("sample", "tree", Diagram(TREE)),
    Note("sample", "table", Diagram(TABLE)),
    Note(
        "sample",
        "prime",
        TypedAnswer(both("Which number?", "哪個數？"), LocalizedText.language_neutral("3599")),
    ),
)


@dataclass(frozen=True, slots=True)
class Export:
    """A package that was written."""

    path: Path
    report: PackageReport


def rows(collection: Collection, query: str) -> list[list[Any]]:
    """What a query of Anki's database gives."""
    assert collection.db is not None
    return [list(row) for row in collection.db.all(query)]


def column(collection: Collection, query: str) -> list[Any]:
    """The first column of what a query gives."""
    return [row[0] for row in rows(collection, query)]


Exporting = Callable[..., Export]
TakingIn = Callable[[Path], ImportResponse.Log]
