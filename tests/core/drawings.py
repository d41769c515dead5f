"""Hypothesis strategies for drawings."""

from hypothesis import strategies as st

from studyapp.core.notes.drawing import Arrow, Box, Cell, Drawing, TableDrawing, TreeDrawing
from studyapp.core.text.localized_text import LocalizedText

WORDS = st.text(
    st.characters(categories=["Lu", "Ll", "Lo", "Nd", "Po", "Sm"], exclude_characters="?？"),
    min_size=1,
    max_size=30,
).filter(str.strip)
TEXTS = WORDS.map(LocalizedText.language_neutral) | st.builds(
    lambda en, zh: LocalizedText((("en", en), ("zh-Hant", zh))), WORDS, WORDS
)


@st.composite
def trees(draw: st.DrawFn) -> TreeDrawing:
    count = draw(st.integers(1, 6))
    boxes = tuple(
        Box(f"n{number}", draw(TEXTS), draw(st.integers(0, 3)) / 2, draw(st.integers(0, 3)), draw(st.none() | TEXTS),
            draw(st.none() | TEXTS), number + 1)
        for number in range(count)
    )  # fmt: skip
    ends = st.integers(0, count - 1).map(lambda number: f"n{number}")
    arrows = draw(st.lists(st.builds(Arrow, ends, ends, TEXTS, st.booleans(), st.integers(7, 9)), max_size=5))
    return TreeDrawing(draw(TEXTS), boxes, tuple(arrows))


@st.composite
def tables(draw: st.DrawFn) -> TableDrawing:
    columns = draw(st.lists(TEXTS, min_size=1, max_size=3))
    row = st.lists(st.builds(Cell, TEXTS, st.integers(0, 5)), min_size=len(columns), max_size=len(columns))
    first = tuple(Cell(draw(TEXTS), 1) for _ in columns)
    return TableDrawing(draw(TEXTS), tuple(columns), (first, *map(tuple, draw(st.lists(row, max_size=4)))))


DRAWINGS: st.SearchStrategy[Drawing] = trees() | tables()
