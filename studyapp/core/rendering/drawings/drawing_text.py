"""Drawings as plain text, for the terminal, screen readers and lists of cards."""

from typing import NamedTuple

from studyapp.core.notes.drawing import Drawing, TreeDrawing
from studyapp.core.text.localized_text import CardLanguages, LocalizedText

HIDDEN_PLACEHOLDER = "[ ? ]"
"""Shown in place of a hidden part."""


class _Punctuation(NamedTuple):
    """The punctuation between the parts, with its spaces."""

    semicolon: str
    colon: str
    comma: str
    opening_bracket: str
    closing_bracket: str


_WESTERN_PUNCTUATION = _Punctuation("; ", ": ", ", ", " (", ")")
_CHINESE_PUNCTUATION = _Punctuation("；", "：", "，", "（", "）")


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

    punctuation = _punctuation_for(drawing.title, languages)

    def in_brackets(text: str) -> str:
        return f"{punctuation.opening_bracket}{text}{punctuation.closing_bracket}"

    if not isinstance(drawing, TreeDrawing):
        headers = [part_as_text(column, languages) for column in drawing.columns]
        return "\n".join(
            punctuation.semicolon.join(
                f"{header}{punctuation.colon}{part_text(cell.text, cell.card_ordinal)}"
                for header, cell in zip(headers, row, strict=True)
            )
            for row in drawing.rows
        )
    label_by_box_id = {box.id: part_text(box.label, box.card_ordinal) for box in drawing.boxes}
    lines = []
    for box in drawing.boxes:
        details = [part_as_text(detail, languages) for detail in (box.date, box.kind) if detail]
        lines.append(
            label_by_box_id[box.id] + (in_brackets(punctuation.comma.join(details)) if details else "")
        )
    for arrow in drawing.arrows:
        label = in_brackets(part_text(arrow.label, arrow.card_ordinal)) if arrow.label else ""
        lines.append(f"{label_by_box_id[arrow.start]} → {label_by_box_id[arrow.end]}{label}")
    return "\n".join(lines)


def _punctuation_for(title: LocalizedText, languages: CardLanguages) -> _Punctuation:
    shown_languages = [language for language, _ in title.versions_for(languages)]
    is_chinese = all(language.startswith("zh") for language in shown_languages)
    return _CHINESE_PUNCTUATION if is_chinese else _WESTERN_PUNCTUATION
