"""The law of text files: what is written to a table or a Markdown page is read as the same notes, or it is reported."""

import unicodedata
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studyapp.core.note_editing.note_texts import NoteText, change_note_texts, list_note_texts
from studyapp.core.notes.custom_note_type import CardTemplate, CustomNoteType
from studyapp.core.notes.note import AnswerOption, Basic, CustomContent, Note
from studyapp.core.rendering.markdown_rendering import render_markdown
from studyapp.core.rendering.text_layout.plain_text import html_to_text
from studyapp.core.text.localized_text import CardLanguages, LocalizedText
from studyapp.core.textfiles.table_layout import NO_CHOICES
from studyapp.core.transfer.import_losses import Loss, LossKind
from studyapp.services.library.library_refresh import refresh_library
from studyapp.services.transfer.deck_export import export_decks
from studyapp.services.transfer.export_request import ExportRequest
from studyapp.services.transfer.text_files.table_preview import preview_table
from studyapp.textfiles.content_identity import NO_KNOWN_NOTES
from studyapp.textfiles.csv_reading import read_csv
from studyapp.textfiles.csv_writing import records_to_csv
from studyapp.textfiles.exported.choice_options import WrittenOption, read_options, write_options
from studyapp.textfiles.exported.page_records import records_to_markdown
from studyapp.textfiles.exported.plain_text_writing import plain_text_to_markdown
from studyapp.textfiles.exported.record_writing import find_losses, make_record
from studyapp.textfiles.markdown_reading import read_markdown
from tests.anki.note_strategies import any_note
from tests.anki.samples import NOTES
from tests.anki.studyapp_instance import EXAMPLES, StudyAppInstance, create_instance

BOTH = CardLanguages.ENGLISH_AND_TRADITIONAL
SUFFIXES = (".csv", ".tsv", ".md")


def storable(text: str) -> str:
    """The text with the characters that a deck file can store."""
    kept = "".join(
        letter
        for letter in text
        if letter in "\n\t" or unicodedata.category(letter) not in ("Cc", "Zl", "Zp", "Cn", "Co")
    )
    return kept if kept.strip() else "x"


def clean(note: Note, number: int, *, is_neutral: bool) -> Note:
    note = change_note_texts(note, lambda text: storable(text.text))
    tags = tuple(dict.fromkeys("-".join(storable(tag).split()) for tag in note.tags))
    note = replace(note, id=f"n{number}", tags=tags, section=" ".join(storable(note.section).split()))
    return neutral(note) if is_neutral else note


def neutral(note: Note) -> Note:
    """The note with the first version of each text only, which names no language."""
    texts = {name: first_versions(getattr(note.content, name)) for name in note.content.__slots__}
    return replace(
        note,
        content=replace(note.content, **texts),  # type: ignore[arg-type]
        explanation=first_versions(note.explanation),  # type: ignore[arg-type]
    )


def first_versions(value: object) -> object:
    match value:
        case LocalizedText():
            return LocalizedText.language_neutral(value.versions[0][1])
        case AnswerOption():
            texts = {name: first_versions(getattr(value, name)) for name in ("text", "explanation")}
            return replace(value, **texts)  # type: ignore[arg-type]
        case tuple():
            return tuple(map(first_versions, value))
        case _:
            return value


def write(notes: list[Note], suffix: str) -> str:
    records = [record for note in notes if (record := make_record(note, BOTH)) is not None]
    if suffix == ".md":
        return records_to_markdown(records, {"d": "A *deck*: 1. #x"})
    return records_to_csv(records, {".csv": ",", ".tsv": "\t"}[suffix]).text


def read(text: str, suffix: str) -> list[Note | None]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"file{suffix}"
        path.write_text(text, encoding="utf-8", newline="")
        package = (
            read_markdown(path, NO_KNOWN_NOTES)
            if suffix == ".md"
            else read_csv(path, lambda _: False).package
        )
    assert {loss.kind for loss in package.losses} <= {LossKind.PAGE_FILE_MISSING}
    return [source.written_note for source in package.notes]


@settings(max_examples=EXAMPLES)
@given(st.lists(any_note, min_size=1, max_size=5), st.sampled_from(SUFFIXES))
def test_notes_without_languages_are_read_as_they_were_written(notes: list[Note], suffix: str) -> None:
    notes = [clean(note, number, is_neutral=True) for number, note in enumerate(notes)]
    assert read(write(notes, suffix), suffix) == notes
    assert all(loss.kind is LossKind.FILE_NOT_WRITTEN for note in notes for loss in find_losses(note))


@settings(max_examples=EXAMPLES)
@given(any_note, st.sampled_from(SUFFIXES))
def test_what_differs_in_any_other_note_is_reported(note: Note, suffix: str) -> None:
    note = clean(note, 1, is_neutral=False)
    text = write([note], suffix)
    (again,) = read(text, suffix)
    assert again is not None
    reported = {loss.kind for loss in find_losses(note)}
    assert (again == note) == (LossKind.LANGUAGES_NOT_WRITTEN not in reported)
    assert write([again], suffix) == text


texts = st.text(st.sampled_from("ab \n-[]x#*`>") | st.characters(categories=["L"]), min_size=1, max_size=20)


@given(st.lists(st.builds(WrittenOption, texts, st.booleans(), st.just("") | texts), min_size=1, max_size=4))
def test_options_are_read_as_they_were_written(options: list[WrittenOption]) -> None:
    assert read_options(write_options(options)) == options


MARKS = [
    "<!-- why -->",
    "<!-- answer -->",
    '<!-- studyapp {"note": "x"} -->',
    "\\<!-- why -->",
    "## b",
    "# c",
    "",
    "  ",
    "text",
    "```",
]


@given(
    st.lists(
        st.lists(st.sampled_from(MARKS), min_size=1, max_size=4)
        .map("\n".join)
        .filter(lambda text: bool(text.strip())),
        min_size=2,
        max_size=6,
    )
)
def test_marks_in_texts_are_text(texts: list[str]) -> None:
    notes = [
        Note("d", f"n{number}", Basic(LocalizedText.language_neutral(front), LocalizedText.language_neutral(texts[-1])))
        for number, front in enumerate(texts)
    ]  # fmt: skip
    assert read(write(notes, ".md"), ".md") == notes


@given(
    st.text(st.sampled_from("ab1.)(-+*#_`~<>&|=!\\[]{} \n\t$") | st.characters(categories=["L"]), max_size=25)
)
def test_plain_text_is_shown_as_it_is(text: str) -> None:
    text = "\n".join(line.rstrip() for line in text.strip("\n").split("\n") if line.strip())
    shown = html_to_text(render_markdown(plain_text_to_markdown(text)))
    assert shown.replace("\\(", "$").split() == text.replace("\\(", "$").split()


HTML_TYPE = CustomNoteType(
    9, "Type of Anki", ("A", "B"), (CardTemplate("Card", "{{A}}", "{{B}}"),), is_cloze=False, id="type-of-anki"
)  # fmt: skip


def export(instance: StudyAppInstance, target: Path) -> tuple[Loss, ...]:
    library, _ = refresh_library(instance.collection, [instance.folder], instance.clock())
    return export_decks(
        instance.collection, library, ExportRequest(("d",), CardLanguages.ENGLISH, target), instance.clock()
    ).losses


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_exported_decks_are_imported_into_an_empty_collection(tmp_path: Path, suffix: str) -> None:
    samples = [neutral(note) for note in NOTES if make_record(note, BOTH) is not None]
    keys = {note.key: f"d/{note.id}" for note in samples}
    notes = [
        replace(note, deck_id="d", tags=tuple("-".join(tag.split()) for tag in note.tags), prerequisites=tuple(keys[key] for key in note.prerequisites))
        for note in samples
    ]  # fmt: skip
    notes.append(replace(notes[0], id="from-anki", anki_guid="a,b:c"))
    instance = create_instance(tmp_path / "studyapp", notes)
    target = tmp_path / f"out{suffix}"
    assert export(instance, target) == ()
    exported = target.read_bytes()
    export(instance, target)
    assert target.read_bytes() == exported
    report = instance.import_file(target)
    assert (report.added_count, report.existing_count, report.losses) == (0, len(notes), ())
    other = create_instance(tmp_path / "other", ())
    report = other.import_file(target)
    assert (report.added_count, report.losses) == (len(notes), ())
    assert other.load_notes() == instance.load_notes() == notes
    assert other.import_file(target).added_count == 0
    export(other, target)
    assert target.read_bytes() == exported
    for one in (instance, other):
        one.close()


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_cards_that_can_only_be_written_as_text_are_reported(tmp_path: Path, suffix: str) -> None:
    notes = [
        Note(
            "d",
            "html",
            CustomContent(HTML_TYPE, ("<pre>if x:\n    y</pre>", "1. <b>z</b>")),
            anki_guid="of Anki",
        ),
        Note(
            "d",
            "picture",
            Basic(LocalizedText.language_neutral("![x](d-media/a.png)"), LocalizedText((("en", "b"),))),
        ),
    ]
    instance = create_instance(tmp_path / "studyapp", notes)
    target = tmp_path / f"out{suffix}"
    assert export(instance, target) == (
        Loss(LossKind.WRITTEN_AS_TEXT, "d/html", "Type of Anki"),
        Loss(LossKind.LANGUAGES_NOT_WRITTEN, "d/picture"),
        Loss(LossKind.FILE_NOT_WRITTEN, "d/picture", "d-media/a.png"),
    )
    assert instance.import_file(target).added_count == 0
    other = create_instance(tmp_path / "other", ())
    report = other.import_file(target)
    assert (report.added_count, [loss.kind for loss in report.losses]) == (2, [LossKind.PAGE_FILE_MISSING])
    (tmp_path / "d-media").mkdir()
    (tmp_path / "d-media" / "a.png").write_bytes(b"picture")
    third = create_instance(tmp_path / "third", ())
    assert third.import_file(target).losses == ()
    assert (third.folder / "d-media" / "a.png").read_bytes() == b"picture"
    shown = [
        [html_to_text(render_markdown(text.text)) for text in list_note_texts(note)]
        for note in third.load_notes()
    ]
    assert shown == [["if x:\n    y", "1. z"], ["x", "b"]]
    for one in (instance, other, third):
        one.close()


def test_exported_table_is_previewed(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(
        write([neutral(note) for note in NOTES if make_record(note, BOTH)][:3], ".csv"), encoding="utf-8"
    )
    instance = create_instance(tmp_path / "studyapp", ())
    library = refresh_library(instance.collection, [instance.folder], instance.clock()).library
    preview = preview_table(instance.collection, library, path, NO_CHOICES)
    instance.close()
    assert [len(note.cards) for note in preview.notes] == [1, 2, 3]
    assert preview.notes[1].cards[0].question == "davinci"


def test_unknown_values_of_an_edited_table_are_reported(tmp_path: Path) -> None:
    instance = create_instance(tmp_path / "studyapp", ())
    path = tmp_path / "t.csv"
    path.write_text(
        "deck,note,type,section,evidence,tags,question,answer,why,format\n"
        "d,a,basic,,sure,,one,1,,markdown\nd,b,poem,,,,two,2,,markdown\nd,c,basic,,,,three,,,markdown\n,d,basic,,,,four,4,,markdown\n"
    )
    report = instance.import_file(path)
    assert report.added_count == 1
    assert report.losses == (
        Loss(LossKind.UNKNOWN_VALUE, "one", "sure", 2),
        Loss(LossKind.ROW_WITH_UNKNOWN_VALUE, "two", "poem", 3),
        Loss(LossKind.QUESTION_WITHOUT_ANSWER, "three", line=4),
        Loss(LossKind.ROW_WITHOUT_ID, "four", line=5),
    )
    instance.close()


def test_text_outside_of_the_notes_of_an_exported_page_is_reported(tmp_path: Path) -> None:
    instance = create_instance(tmp_path / "studyapp", ())
    path = tmp_path / "p.md"
    path.write_text(
        'before\n\n<!-- studyapp {"deck": "d"} -->\n\n# D\n\nabout\n\n<!-- studyapp {"note": "a"} -->\n\n## Q\n\nA\n'
    )
    report = instance.import_file(path)
    assert report.losses == (
        Loss(LossKind.TEXT_OUTSIDE_NOTES, "before", line=1),
        Loss(LossKind.TEXT_OUTSIDE_NOTES, "about", line=3),
    )
    assert [(note.key, list_note_texts(note)[0]) for note in instance.load_notes()] == [
        ("d/a", NoteText("front", "", "Q"))
    ]
    instance.close()
