"""Anki's collection after importing an exported package once and again."""

from dataclasses import replace
from pathlib import Path

import pytest
from anki.collection import Collection

from studyapp.anki.anki_note_types import anki_note_type_of
from studyapp.anki.embedded_source import embed_note
from studyapp.anki.writing.package import ExportDeck, ExportNote, write_package
from studyapp.core.cards.card import cards_of
from studyapp.core.notes.note import Basic, Cloze, Note
from studyapp.core.notes.note_guid import derive_guid
from studyapp.core.text.localized_text import CardLanguages, LocalizedText
from tests.anki.samples import (
    CHANGED_AT,
    METADATA,
    NOTES,
    ExportFunction,
    ImportFunction,
    bilingual,
    query_column,
    query_rows,
)

ALL_ORDINALS = {
    "sample/gpt3": [0],
    "sample/pair": [0, 1],
    "sample/emergent": [0, 1, 2],
    "sample/shares": [0, 2],
    "sample/zero-shot": [0],
    "sample/reasoning": [0],
    "sample/tree": [0, 1, 4],
    "sample/table": [0],
    "sample/prime": [0],
}


def ordinals(collection: Collection) -> dict[str, list[int]]:
    ordinal_rows = query_rows(
        collection, "SELECT flds, ord FROM notes n JOIN cards c ON nid = n.id ORDER BY n.id, ord"
    )
    found: dict[str, list[int]] = {}
    for fields, ordinal in ordinal_rows:
        found.setdefault(fields.split("\x1f")[0], []).append(ordinal)
    return found


def fields_of(collection: Collection, key: str) -> dict[str, str]:
    [note] = collection.find_notes(f'"Identity:{key}"')
    return dict(collection.get_note(note).items())


def test_every_note_and_card_is_imported(
    collection: Collection, export: ExportFunction, import_package: ImportFunction
) -> None:
    package = export()
    log = import_package(package.path)
    assert len(log.new) == len(NOTES)
    assert ordinals(collection) == ALL_ORDINALS
    assert (package.report.note_count, package.report.card_count) == (
        len(NOTES),
        sum(map(len, ALL_ORDINALS.values())),
    )
    assert not package.report.missing_media
    assert not package.report.unsupported_cards
    fields = query_rows(collection, "SELECT guid, mid, mod FROM notes ORDER BY id")
    assert fields == [
        [derive_guid(note.key), anki_note_type_of(note.content).anki_id, CHANGED_AT] for note in NOTES
    ]


def test_cards_are_new_and_in_file_order(
    collection: Collection, export: ExportFunction, import_package: ImportFunction
) -> None:
    import_package(export().path)
    assert query_rows(collection, "SELECT DISTINCT type, queue, ivl, reps FROM cards") == [[0, 0, 0, 0]]
    by_due = query_column(
        collection, "SELECT guid FROM cards c JOIN notes n ON n.id = nid GROUP BY n.id ORDER BY min(due)"
    )
    assert by_due == [derive_guid(note.key) for note in NOTES]


def test_fields_contain_texts_and_source(
    collection: Collection, export: ExportFunction, import_package: ImportFunction
) -> None:
    import_package(export().path)
    assert fields_of(collection, "sample/gpt3") == {
        "Identity": "sample/gpt3",
        "Front": '<div class="lang" lang="en">How many parameters?</div>'
        '<div class="lang" lang="zh-Hant">有多少參數？</div>',
        "Back": '<div class="lang" lang="en">175 <strong>billion</strong></div>'
        '<div class="lang" lang="zh-Hant">1750 億</div>',
        "Why": '<div class="lang" lang="en">Knowledge is stored there.</div>'
        '<div class="lang" lang="zh-Hant">知識存放在這裡。</div>',
        "Section": "§ 1",
        "Evidence": "Strong hypothesis · 強有力的假設",
        "Source": '<a href="https://example.org/a?b=1&amp;c=2">追溯ChatGPT各項能力的起源</a>'
        " · Yao Fu · 2023-02-17",
        "Requires": "",
        "Languages": "en zh-Hant",
        "Spare 1": embed_note(NOTES[0]),
        "Spare 2": "",
        "Spare 3": "",
    }
    assert fields_of(collection, "sample/pair")["Section"] == "appendix"
    assert fields_of(collection, "sample/shares")["Requires"] == "sample/gpt3"


def test_tags_and_decks_are_imported(
    collection: Collection, export: ExportFunction, import_package: ImportFunction
) -> None:
    import_package(export().path)
    [note] = collection.find_notes("Identity:sample/gpt3")
    assert sorted(collection.get_note(note).tags) == ["fi_gures", "model::gpt-3"]
    name = "StudyApp::Sample: look-alikes · 範例：容易混淆的模型"
    assert {deck.name for deck in collection.decks.all_names_and_ids()} == {"Default", "StudyApp", name}
    deck = collection.decks.by_name(name)
    assert deck is not None
    assert query_column(collection, "SELECT DISTINCT did FROM cards") == [deck["id"]]
    assert "<strong>each</strong>" in deck["desc"]
    assert "追溯ChatGPT各項能力的起源" in deck["desc"]


def test_database_integrity(
    collection: Collection, export: ExportFunction, import_package: ImportFunction
) -> None:
    import_package(export().path)
    assert collection.fix_integrity() == ("Database rebuilt and optimized.", True)
    assert not collection.get_empty_cards().notes
    assert query_column(collection, "SELECT count(*) FROM notes WHERE csum = 0 OR sfld = ''") == [0]


@pytest.mark.parametrize("choice", [CardLanguages.ENGLISH, CardLanguages.TRADITIONAL_CHINESE])
def test_export_in_one_language(
    collection: Collection, export: ExportFunction, import_package: ImportFunction, choice: CardLanguages
) -> None:
    import_package(export(choice=choice).path)
    english = choice is CardLanguages.ENGLISH
    expected = {**ALL_ORDINALS, "sample/emergent": [1, 2] if english else [0, 1, 2]}
    assert ordinals(collection) == expected
    title = "Sample: look-alikes" if english else "範例：容易混淆的模型"
    assert collection.decks.by_name(f"StudyApp::{title}") is not None
    # With a translation Anki would create its card as soon as the note is edited.
    assert bool(fields_of(collection, "sample/emergent")["Translation"]) is not english
    fields = fields_of(collection, "sample/gpt3")
    texts = ("How many parameters?", "有多少參數？")
    front, other = texts if english else reversed(texts)
    assert fields["Front"] == f'<div class="lang" lang="{choice}">{front}</div>'
    assert other not in "".join(fields.values())
    assert not collection.get_empty_cards().notes


def test_unchanged_deck_updates_nothing(
    collection: Collection, export: ExportFunction, import_package: ImportFunction
) -> None:
    import_package(export().path)
    log = import_package(export().path)
    assert (len(log.new), len(log.updated), len(log.duplicate)) == (0, 0, len(NOTES))
    assert collection.note_count() == len(NOTES)


def test_edited_note_is_updated_and_keeps_its_card(
    collection: Collection, export: ExportFunction, import_package: ImportFunction
) -> None:
    import_package(export().path)
    cards = query_column(collection, "SELECT id FROM cards ORDER BY id")
    content = Basic(bilingual("How many weights?", "多少權重？"), bilingual("175 B", "1750 億"))
    edited = replace(NOTES[0], content=content)
    log = import_package(export((edited, *NOTES[1:]), changed_at_by_key={edited.key: CHANGED_AT + 1}).path)
    assert (len(log.new), len(log.updated), len(log.duplicate)) == (0, 1, len(NOTES) - 1)
    assert "How many weights?" in fields_of(collection, edited.key)["Front"]
    assert query_column(collection, "SELECT id FROM cards ORDER BY id") == cards


def test_note_edited_in_anki_is_kept(
    collection: Collection, export: ExportFunction, import_package: ImportFunction
) -> None:
    import_package(export().path)
    [found] = collection.find_notes("Identity:sample/gpt3")
    note = collection.get_note(found)
    note["Back"] = "mine"
    collection.update_note(note)
    import_package(export().path)
    assert fields_of(collection, "sample/gpt3")["Back"] == "mine"


def test_renamed_deck_has_same_notes(export: ExportFunction, import_package: ImportFunction) -> None:
    import_package(export().path)
    log = import_package(
        export(metadata=METADATA._replace(title=LocalizedText.language_neutral("Renamed"))).path
    )
    assert len(log.new) == 0


def test_decks_with_same_title_and_time_stay_separate(
    collection: Collection, import_package: ImportFunction, tmp_path: Path
) -> None:
    metadata_list = [
        METADATA._replace(id=deck, title=LocalizedText.language_neutral("A::b")) for deck in ("one", "two")
    ]
    notes = [
        Note(
            metadata.id,
            "same",
            Basic(LocalizedText.language_neutral("f"), LocalizedText.language_neutral("b")),
        )
        for metadata in metadata_list
    ]
    for metadata, note in zip(metadata_list, notes, strict=True):  # both packages contain the same IDs
        path = tmp_path / f"{metadata.id}.apkg"
        write_package(
            path,
            [ExportDeck(metadata, tmp_path, [ExportNote(note, CHANGED_AT)])],
            CardLanguages.ENGLISH_AND_TRADITIONAL,
        )
        assert len(import_package(path).new) == 1
    decks = [
        ExportDeck(metadata, tmp_path, [ExportNote(replace(note, id="other"), CHANGED_AT)])
        for metadata, note in zip(metadata_list, notes, strict=True)
    ]
    write_package(path, decks, CardLanguages.ENGLISH_AND_TRADITIONAL)
    import_package(path)
    names = {deck.name for deck in collection.decks.all_names_and_ids()}
    tree = {"StudyApp::A", "StudyApp::A::b", "StudyApp::A::b (one)", "StudyApp::A::b (two)"}
    assert names == {"Default", "StudyApp", *tree}
    assert collection.card_count() == collection.note_count() == 4
    assert collection.fix_integrity()[1]


def test_unsupported_cards_are_reported(
    collection: Collection, export: ExportFunction, import_package: ImportFunction
) -> None:
    numbers = Note(
        "sample", "n", Cloze(LocalizedText.language_neutral("{{c0::zero}} {{c500::last}} {{c501::beyond}}"))
    )
    nothing = Note("sample", "m", Cloze(LocalizedText.language_neutral("{{c777::much}}")))
    package = export([numbers, nothing])
    import_package(package.path)
    assert ordinals(collection) == {"sample/n": [499]}
    assert "zero {{c500::last}} beyond" in fields_of(collection, "sample/n")["Text"]
    left_out = [str(card) for card in package.report.unsupported_cards]
    assert left_out == ["sample/n#0", "sample/n#501", "sample/m#777"]
    assert (package.report.note_count, package.report.card_count) == (1, 1)


def test_cloze_in_other_language_only_keeps_its_card(
    collection: Collection, export: ExportFunction, import_package: ImportFunction
) -> None:
    note = Note("sample", "n", Cloze(bilingual("one {{c1::a}}", "一 {{c1::甲}} {{c2::乙}}")))
    assert [card.ordinal for card in cards_of(note)] == [1, 2]
    import_package(export([note], CardLanguages.ENGLISH).path)
    assert ordinals(collection) == {"sample/n": [0, 1]}
    assert "一 {{c1::甲}} {{c2::乙}}</div>" in fields_of(collection, "sample/n")["Text"]
    assert not collection.get_empty_cards().notes


def test_text_hidden_by_markdown_is_shown_as_written(
    collection: Collection, export: ExportFunction, import_package: ImportFunction
) -> None:
    words = LocalizedText.language_neutral("[x]: http://a")
    import_package(
        export([Note("sample", "n", Basic(words, LocalizedText.language_neutral("\u202e\x07")))]).path
    )
    fields = fields_of(collection, "sample/n")
    assert (fields["Front"], fields["Back"]) == ("[x]: http://a", "…")
