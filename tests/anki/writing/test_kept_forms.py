"""A note that is exported in the form that was kept of the last export is exported as if it was rendered."""

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studyapp.anki.rendering_version import rendering_version
from studyapp.anki.writing import note_export
from studyapp.anki.writing.note_export import ExportDeck, ExportNote
from studyapp.anki.writing.package_contents import PackageContents, build_package_contents
from studyapp.core.notes.custom_note_type import CardTemplate, CustomNoteType
from studyapp.core.notes.deck import DeckMetadata, DeckSource
from studyapp.core.notes.media_names import media_folder
from studyapp.core.notes.note import Basic, CustomContent, Note
from studyapp.core.progress_callback import ignore_progress
from studyapp.core.text.localized_text import CardLanguages, LocalizedText
from studyapp.core.transfer.common_version import CommonVersion
from studyapp.store import common_versions, notes
from studyapp.store.collection import Collection
from studyapp.store.exports import exported_forms
from tests.anki.note_strategies import any_note
from tests.store.samples import open_collection, save_notes

TEXT = LocalizedText.language_neutral
CARD = CardTemplate("Card 1", "{{One}}", '<img src="_a.png">{{Two}}')
ONE_TYPE = CustomNoteType(7, "Kind", ("One", "Two"), (CARD,), False)
LONGER_TYPE = CustomNoteType(7, "Kind", ("One", "Two", "Three"), (CARD,), False)
MARKUP = st.sampled_from(
    ["plain", "<b>bold</b>", '<img src="a.png">', "[sound:a.mp3]", "![](a.png)", "a:1\x1f"]
)

custom_notes = st.one_of(
    st.builds(CustomContent, st.just(ONE_TYPE), st.tuples(MARKUP, MARKUP)),
    st.builds(CustomContent, st.just(LONGER_TYPE), st.tuples(MARKUP, MARKUP, MARKUP)),
).map(lambda content: Note("d", "n", content))
notes_with_media = MARKUP.map(lambda text: Note("d", "n", Basic(TEXT(text), TEXT("back"))))
any_kind_of_note = st.one_of(any_note, custom_notes, notes_with_media)


def load_deck(collection: Collection, folder: Path, link: str) -> ExportDeck:
    with collection.read_transaction() as connection:
        decode = cache(notes.note_decoder(connection))
        common_by_key = common_versions.load_of_deck(connection, "d", decode)
        return ExportDeck(
            DeckMetadata("d", TEXT("Deck"), source=DeckSource("Paper", link=link)),
            folder,
            [
                ExportNote(one.note, 1000, "", common_by_key.get(one.note.key), one.stored_digest, one.form)
                for one in exported_forms.iterate_notes(connection, "d", decode, lambda _: True)
            ],
        )


def export(
    deck: ExportDeck, languages: CardLanguages, existing_note_types: Sequence[CustomNoteType] = ()
) -> PackageContents:
    return build_package_contents([deck], languages, 2000, ignore_progress, existing_note_types)


def without_forms(deck: ExportDeck) -> ExportDeck:
    return replace(deck, notes=[replace(note, form=None) for note in deck.notes])


def save_forms(collection: Collection, contents: PackageContents) -> None:
    with collection.transaction() as connection:
        exported_forms.save(connection, contents.new_forms)


def save_common_versions(
    collection: Collection, contents: PackageContents, deck: ExportDeck, end: str
) -> None:
    """Record that Anki has every other note, with another text in its last field."""
    note_by_key = {one.note.key: one.note for one in deck.notes}
    exported = list(zip(contents.stamps, contents.notes, strict=True))[::2]
    versions = {
        stamp.note_key: CommonVersion(
            note_by_key[stamp.note_key],
            one.note_type.anki_id,
            one.note_type.fields,
            (*one.fields[:-1], one.fields[-1].replace("\x1f", "") + end),
            (*one.tags, "marked"),
        )
        for stamp, one in exported
        if "\x1f" not in "".join(one.fields)
    }
    with collection.transaction() as connection:
        common_versions.save(connection, versions)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_export_is_the_same_with_and_without_kept_forms(data: st.DataObject) -> None:
    contents = data.draw(st.lists(any_kind_of_note, min_size=1, max_size=4))
    with (
        tempfile.TemporaryDirectory() as name,
        open_collection(Path(name) / "c.db") as collection,
    ):
        folder = Path(name)
        for _ in range(data.draw(st.integers(2, 4))):
            changed = data.draw(
                st.dictionaries(st.integers(0, len(contents) - 1), any_kind_of_note, max_size=2)
            )
            contents = [changed.get(number, note) for number, note in enumerate(contents)]
            save_notes(collection, [replace(one, id=f"n{n}") for n, one in enumerate(contents)], "d")
            if data.draw(st.booleans()):
                (folder / media_folder("d")).mkdir(exist_ok=True)
                for file in ("a.png", f"{media_folder('d')}/a.png", f"{media_folder('d')}/_a.png"):
                    (folder / file).write_bytes(data.draw(st.binary(max_size=2)))
            deck = load_deck(collection, folder, data.draw(st.sampled_from(["", "https://example.com"])))
            languages = data.draw(st.sampled_from([CardLanguages.ENGLISH, CardLanguages.SIMPLIFIED_CHINESE]))
            types = data.draw(st.sampled_from([(), (LONGER_TYPE,)]))
            exported = export(deck, languages, types)
            rendered = export(without_forms(deck), languages, types)
            assert replace(exported, new_forms={}) == replace(rendered, new_forms={})
            save_forms(collection, exported)
            if data.draw(st.booleans()):
                save_common_versions(
                    collection, exported, deck, data.draw(MARKUP.filter(lambda text: "\x1f" not in text))
                )


@pytest.fixture
def kept(tmp_path: Path) -> ExportDeck:
    """A deck that was exported, with the forms of its notes. One of them has a picture."""
    texts = {"bold": "**one**", "plain": "two", "picture": "![](a.png)"}
    with open_collection(tmp_path / "c.db") as collection:
        save_notes(
            collection, [Note("d", name, Basic(TEXT(text), TEXT("b"))) for name, text in texts.items()], "d"
        )
        save_forms(collection, export(load_deck(collection, tmp_path, ""), CardLanguages.ENGLISH))
        return load_deck(collection, tmp_path, "")


def test_unchanged_notes_are_not_rendered_again(kept: ExportDeck, monkeypatch: pytest.MonkeyPatch) -> None:
    assert [one.form is not None for one in kept.notes] == [True, True, False]
    monkeypatch.setattr(note_export, "_render", None)
    unchanged = replace(kept, notes=kept.notes[:2])
    assert not export(unchanged, CardLanguages.ENGLISH).new_forms


def test_notes_are_rendered_again_by_other_code(kept: ExportDeck, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(note_export, "rendering_version", lambda: f"{rendering_version()} changed")
    assert set(export(kept, CardLanguages.ENGLISH).new_forms) == {"d/bold", "d/plain"}


def test_notes_are_rendered_again_in_other_languages(kept: ExportDeck) -> None:
    assert set(export(kept, CardLanguages.TRADITIONAL_CHINESE).new_forms) == {"d/bold", "d/plain"}
