"""Changing the title of a deck in its file."""

from pathlib import Path
from typing import Any

from studyapp.core.text.localized_text import LocalizedText
from studyapp.core.text.translatable import QT_TRANSLATE_NOOP
from studyapp.deckfiles.editing.deck_file import DeckFile
from studyapp.deckfiles.editing.edit_error import DeckEditError
from studyapp.deckfiles.editing.values.marked_nodes import find_root_entry
from studyapp.deckfiles.editing.values.splices import apply_splices
from studyapp.deckfiles.editing.values.value_editing import edit_mapping
from studyapp.deckfiles.reading.deck_reading import DeckReadResult, read_deck_bytes
from studyapp.deckfiles.writing.deck_to_yaml import text_to_yaml_value


def set_deck_title(
    data: bytes, path: Path, title: LocalizedText, reading: DeckReadResult | None = None
) -> bytes:
    """Return the content of a deck file with another title. All other bytes stay the same.

    `reading` is the result of reading exactly these bytes, if the caller has it. Raises DeckEditError if the file
    can't be read or the title can't be written.
    """
    file = DeckFile.from_bytes(data, path, reading)
    metadata = file.deck.metadata
    if title == metadata.title:
        return data
    root, entry = find_root_entry(file.text, "title")
    base: dict[str, Any] = {"deck": metadata.id}
    if entry is not None:
        base["title"] = text_to_yaml_value(metadata.title)
    fields = {"deck": metadata.id, "title": text_to_yaml_value(title)}
    new_data = file.to_bytes(
        apply_splices(file.text, edit_mapping(file.text, root, base, fields)),
        is_terminated=file.is_terminated,
    )
    new_reading = read_deck_bytes(new_data, path)
    if new_reading.deck != file.deck._replace(metadata=metadata._replace(title=title)) or len(
        new_reading.problems
    ) > len(file.reading.problems):
        line = file.text.count("\n", 0, entry.start) + 1 if entry else 1
        template = QT_TRANSLATE_NOOP(
            "Problem",
            "{file}, line {line}: the title was not changed, because the file would not read as intended. "
            "Change it in a text editor.",
        )
        raise DeckEditError(template, path, line, new_reading.problems)
    return new_data
