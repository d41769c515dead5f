"""A drawing in words: for a terminal, for who listens instead of looking, and for lists of cards."""

from studyapp.core.notes.drawing import Drawing, Tree
from studyapp.core.text.localized_text import LanguageChoice, Text

GAP = "[ ? ]"
"""What stands for a part that is hidden."""


def part_in_words(text: Text, choice: LanguageChoice) -> str:
    """What a part says, in the languages chosen."""
    return " / ".join(dict.fromkeys(words for _, words in text.shown_in(choice)))


def drawing_in_words(drawing: Drawing, choice: LanguageChoice, number: int, shown: bool) -> str:
    """The drawing line by line, the parts of `number` hidden or, once shown, between marks."""

    def say(text: Text, asks: int) -> str:
        words = part_in_words(text, choice)
        return words if asks != number else f"»{words}«" if shown else GAP

    if not isinstance(drawing, Tree):
        heads = [part_in_words(column, choice) for column in drawing.columns]
        return "\n".join(
            "; ".join(f"{head}: {say(cell.text, cell.asks)}" for head, cell in zip(heads, row, strict=True))
            for row in drawing.rows
        )
    names = {box.id: say(box.label, box.asks) for box in drawing.boxes}
    lines = []
    for box in drawing.boxes:
        details = [part_in_words(detail, choice) for detail in (box.date, box.kind) if detail]
        lines.append(f"{names[box.id]} ({', '.join(details)})" if details else names[box.id])
    for arrow in drawing.arrows:
        label = f" ({say(arrow.label, arrow.asks)})" if arrow.label else ""
        lines.append(f"{names[arrow.start]} → {names[arrow.end]}{label}")
    return "\n".join(lines)
