"""Note types by their names in Anki, compared with Anki's own translations, and the types that are built from columns."""

import tempfile
from pathlib import Path

import pytest
from anki import lang
from anki.collection import Collection as Anki

from studyapp.core.textfiles.table_layout import TableNoteType
from studyapp.core.textfiles.table_note_types import build_note_type, find_note_type, make_field_names


@pytest.mark.parametrize(
    "language", ["en", "de", "fr", "es", "it", "pt-BR", "nl", "ru", "ja", "zh-TW", "zh-CN"]
)
def test_names_in_anki_are_known(language: str) -> None:
    lang.set_lang(language)
    with tempfile.TemporaryDirectory() as folder:
        anki = Anki(str(Path(folder) / "collection.anki2"))
        try:
            names = [
                anki.tr.notetypes_basic_name(),
                anki.tr.notetypes_basic_reversed_name(),
                anki.tr.notetypes_basic_optional_reversed_name(),
                anki.tr.notetypes_basic_type_answer_name(),
                anki.tr.notetypes_cloze_name(),
            ]
        finally:
            anki.close()
            lang.set_lang("en")
    assert list(map(find_note_type, names)) == [
        TableNoteType.BASIC,
        TableNoteType.REVERSED,
        TableNoteType.OPTIONAL_REVERSED,
        TableNoteType.TYPED,
        TableNoteType.CLOZE,
    ]


@pytest.mark.parametrize("name", ["basic", " Basic ", "Basic+", "Basic-1a2b3", "Basic-1a2b3+"])
def test_copies_of_a_note_type_in_anki_are_known(name: str) -> None:
    assert find_note_type(name) is TableNoteType.BASIC


@pytest.mark.parametrize("name", ["", "Basics", "Vocabulary", "Basic-x"])
def test_other_note_types_are_not_known(name: str) -> None:
    assert find_note_type(name) is None


@pytest.mark.parametrize(
    ("note_type", "card_count"),
    [
        (TableNoteType.BASIC, 1), (TableNoteType.REVERSED, 2), (TableNoteType.OPTIONAL_REVERSED, 2), (TableNoteType.TYPED, 1),
        (TableNoteType.CLOZE, 1),
    ],
)  # fmt: skip
def test_answers_of_a_note_type_show_all_fields(note_type: TableNoteType, card_count: int) -> None:
    built = build_note_type(note_type, ("Q", "A", "Flag", "Why"), "")
    assert len(built.templates) == card_count
    assert built.is_cloze == (note_type is TableNoteType.CLOZE)
    for template in built.templates:
        assert all(name in template.front + template.back for name in ("Q}}", "A}}", "Why}}"))


def test_field_names_are_allowed_and_unique() -> None:
    assert make_field_names(["a", "A", "b: c", "", "", "Tags", "a"]) == (
        "a", "A 2", "b c", "Field", "Field 2", "Tags field", "a 3",
    )  # fmt: skip
