"""A deck with one note of each type, and types for the fixtures of these tests."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from anki.collection import Collection
from anki.import_export_pb2 import ImportResponse

from studyapp.anki.writing.package import ExportReport
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

CHANGED_AT = 1_700_000_000
"""Change time of the notes, in Unix seconds."""


def bilingual(english: str, chinese: str) -> LocalizedText:
    """A text in English and Traditional Chinese."""
    return LocalizedText((("en", english), ("zh-Hant", chinese)))


METADATA = DeckMetadata(
    "sample",
    bilingual("Sample: look-alikes", "範例：容易混淆的模型"),
    bilingual("One note of **each** kind.", "每種筆記一則。"),
    ("en", "zh-Hant"),
    DeckSource("追溯ChatGPT各項能力的起源", "Yao Fu", "2023-02-17", "https://example.org/a?b=1&c=2"),
)

TREE = TreeDrawing(
    bilingual("From one to the other", "由此及彼"),
    (
        Box(
            "a",
            LocalizedText.language_neutral("davinci"),
            0,
            0,
            bilingual("July 2020", "2020 年 7 月"),
            card_ordinal=1,
        ),
        Box(
            "b",
            LocalizedText.language_neutral("ChatGPT"),
            1,
            1,
            kind=bilingual("dialogue", "對話"),
            card_ordinal=2,
        ),
    ),
    (Arrow("a", "b", bilingual("RLHF & more: {x}", "RLHF 等"), is_dashed=True, card_ordinal=5),),
)
TABLE = TableDrawing(
    bilingual("Sources", "來源"),
    (bilingual("Ability", "能力"), bilingual("Source", "來源")),
    ((Cell(bilingual("Reasoning", "推理")), Cell(bilingual("code :: data", "程式碼"), 1)),),
)

NOTES = (
    Note(
        "sample",
        "gpt3",
        Basic(bilingual("How many parameters?", "有多少參數？"), bilingual("175 **billion**", "1750 億")),
        ("model::gpt-3", "fi gures"),
        "1",
        Evidence.STRONG_HYPOTHESIS,
        explanation=bilingual("Knowledge is stored there.", "知識存放在這裡。"),
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
            bilingual("Only beyond a certain size.", "規模大到一定程度才出現。"),
            LocalizedText((("zh-Hant", "突現能力"),)),
        ),
    ),
    Note(
        "sample",
        "shares",
        Cloze(
            bilingual("C4 {{c1::60 %::share}}, WebText {{c3::22 %}}", "C4 {{c1::60 %}}、WebText {{c3::22 %}}")
        ),
        prerequisites=("sample/gpt3",),
    ),
    Note(
        "sample",
        "zero-shot",
        MultipleChoice(
            bilingual("Which is better?", "哪個較強？"),
            (
                AnswerOption(LocalizedText.language_neutral("text-davinci-002"), is_correct=True),
                AnswerOption(
                    LocalizedText.language_neutral("code-davinci-002"),
                    explanation=bilingual("It needs examples.", "它需要例子。"),
                ),
                AnswerOption(LocalizedText.language_neutral("davinci")),
            ),
        ),
    ),
    Note(
        "sample",
        "reasoning",
        Claim(bilingual("Reasoning came from code.", "推理來自程式碼。")),
        evidence=Evidence.HYPOTHESIS,
        explanation=bilingual("Only correlation.", "只有相關性。"),
    ),
    Note("sample", "tree", Diagram(TREE)),
    Note("sample", "table", Diagram(TABLE)),
    Note(
        "sample",
        "prime",
        TypedAnswer(bilingual("Which number?", "哪個數？"), LocalizedText.language_neutral("3599")),
    ),
)


@dataclass(frozen=True, slots=True)
class Export:
    """An exported package."""

    path: Path
    report: ExportReport


def query_rows(collection: Collection, query: str) -> list[list[Any]]:
    """The rows of a query on Anki's database."""
    assert collection.db is not None
    return [list(row) for row in collection.db.all(query)]


def query_column(collection: Collection, query: str) -> list[Any]:
    """The first column of a query."""
    return [row[0] for row in query_rows(collection, query)]


ExportFunction = Callable[..., Export]
ImportFunction = Callable[[Path], ImportResponse.Log]
