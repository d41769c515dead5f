"""Drawings as plain text, for the terminal, screen readers and lists of cards."""

from studyapp.core.notes.drawing import Drawing, TreeDrawing
from studyapp.core.text.localized_text import CardLanguages, LocalizedText

HIDDEN_PLACEHOLDER = "[ ? ]"
"""Shown in place of a hidden part."""


def part_as_text(text: LocalizedText, languages: CardLanguages) -> str:
    """Return the text of a part in the languages shown."""
    return " / ".join(dict.fromkeys(version for _, version in text.versions_for(languages)))


def drawing_as_text(drawing: Drawing, languages: CardLanguages, ordinal: int, revealed: bool) -> str:
    """Return the drawing line by line, with the parts of this ordinal hidden or, if `revealed`, between » and «."""

    def part_text(text: LocalizedText, part_ordinal: int) -> str:
        shown_text = part_as_text(text, languages)
        return (
            shown_text if part_ordinal != ordinal else f"»{shown_text}«" if revealed else HIDDEN_PLACEHOLDER
        )

    if not isinstance(drawing, TreeDrawing):
        headers = [part_as_text(column, languages) for column in drawing.columns]
        return "\n".join(
            "; ".join(
                f"{header}: {part_text(cell.text, cell.card_ordinal)}"
                for header, cell in zip(headers, row, strict=True)
            )
            for row in drawing.rows
        )
    label_by_box_id = {box.id: part_text(box.label, box.card_ordinal) for box in drawing.boxes}
    lines = []
    for box in drawing.boxes:
        details = [part_as_text(detail, languages) for detail in (box.date, box.kind) if detail]
        lines.append(
            f"{label_by_box_id[box.id]} ({', '.join(details)})" if details else label_by_box_id[box.id]
        )
    for arrow in drawing.arrows:
        label = f" ({part_text(arrow.label, arrow.card_ordinal)})" if arrow.label else ""
        lines.append(f"{label_by_box_id[arrow.start]} → {label_by_box_id[arrow.end]}{label}")
    return "\n".join(lines)
