"""A drawing in words: for a terminal, for who listens instead of looking, and for lists of cards."""

from studyapp.core.notes.drawing import Drawing, TreeDrawing
from studyapp.core.text.localized_text import CardLanguages, LocalizedText

HIDDEN_PLACEHOLDER = "[ ? ]"
"""What stands for a part that is hidden."""


def part_as_text(text: LocalizedText, languages: CardLanguages) -> str:
    """What a part says, in the languages chosen."""
    return " / ".join(dict.fromkeys(words for _, words in text.versions_for(languages)))


def drawing_as_text(drawing: Drawing, languages: CardLanguages, ordinal: int, revealed: bool) -> str:
    """The drawing line by line, the parts of `number` hidden or, once shown, between marks."""

    def say(text: LocalizedText, asks: int) -> str:
        words = part_as_text(text, languages)
        return words if asks != ordinal else f"»{words}«" if revealed else HIDDEN_PLACEHOLDER

    if not isinstance(drawing, TreeDrawing):
        heads = [part_as_text(column, languages) for column in drawing.columns]
        return "\n".join(
            "; ".join(
                f"{head}: {say(cell.text, cell.card_ordinal)}" for head, cell in zip(heads, row, strict=True)
            )
            for row in drawing.rows
        )
    names = {box.id: say(box.label, box.card_ordinal) for box in drawing.boxes}
    lines = []
    for box in drawing.boxes:
        details = [part_as_text(detail, languages) for detail in (box.date, box.kind) if detail]
        lines.append(f"{names[box.id]} ({', '.join(details)})" if details else names[box.id])
    for arrow in drawing.arrows:
        label = f" ({say(arrow.label, arrow.card_ordinal)})" if arrow.label else ""
        lines.append(f"{names[arrow.start]} → {names[arrow.end]}{label}")
    return "\n".join(lines)
