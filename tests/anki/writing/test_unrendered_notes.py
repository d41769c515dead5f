"""Notes that were not changed since Anki got them are exported without being rendered, and with the same result."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studyapp.anki.writing import note_export
from studyapp.anki.writing.collection_file import AnkiNote
from studyapp.anki.writing.note_export import ExportDeck, ExportNote
from studyapp.anki.writing.package_contents import PackageContents, build_package_contents
from studyapp.core.notes.deck import DeckMetadata, DeckSource
from studyapp.core.notes.note import Basic, Note
from studyapp.core.progress_callback import ignore_progress
from studyapp.core.text.localized_text import CardLanguages, LocalizedText
from studyapp.core.transfer.common_version import CommonVersion
from tests.anki.note_strategies import any_note

ENGLISH = CardLanguages.ENGLISH
TEXT = LocalizedText.language_neutral
MARKUP = st.sampled_from([
    "plain", "<b>bold</b>", '<img src="a.png">', "<IMG SRC=a.png>", "[sound:a.mp3]", "<audio src='b.mp3'>",
    '<img src="https://example.com/a.png">', "![](a.png)", "<img", "",
])  # fmt: skip


def contents_of(note: Note, common: CommonVersion | None, link: str = "") -> PackageContents:
    metadata = DeckMetadata("d", TEXT("Deck"), source=DeckSource("Paper", link=link))
    deck = ExportDeck(metadata, Path("/nonexistent"), [ExportNote(note, 1000, common=common)])
    return build_package_contents([deck], ENGLISH, 2000, ignore_progress)


def common_version(note: Note, sent: AnkiNote, /, **changes: object) -> CommonVersion:
    """What Anki has of a note that was sent to it."""
    common = CommonVersion(
        note, sent.note_type.anki_id, sent.note_type.fields, sent.fields, sent.tags, languages=ENGLISH
    )
    return common._replace(**changes)  # type: ignore[arg-type]


def contents_with_rendering(note: Note, common: CommonVersion, link: str) -> PackageContents:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(note_export, "find_unchanged_fields", lambda *_: None)
        return contents_of(note, common, link)


@settings(max_examples=300, deadline=None)
@given(
    any_note,
    MARKUP,
    st.dictionaries(st.integers(0, 15), MARKUP, max_size=3),
    st.sampled_from([ENGLISH, CardLanguages.ENGLISH_AND_TRADITIONAL, None]),
    st.lists(st.sampled_from(["marked", "Ünï", "a::b"]), unique=True),
    st.sampled_from(["", "https://example.com"]),
)
def test_unrendered_note_is_like_a_rendered_one(
    note: Note,
    end: str,
    html_by_field: dict[int, str],
    languages: CardLanguages | None,
    tags: list[str],
    link: str,
) -> None:
    if isinstance(note.content, Basic) and end:
        front = LocalizedText(tuple((tag, f"{text} {end}") for tag, text in note.content.front.versions))
        note = Note(note.deck_id, note.id, Basic(front, note.content.back), note.tags)
    sent = contents_of(note, None).notes
    if not sent:
        return
    fields = tuple(html_by_field.get(number, html) for number, html in enumerate(sent[0].fields))
    common = common_version(note, sent[0], anki_fields=fields, languages=languages, anki_tags=tuple(tags))
    assert contents_of(note, common, link) == contents_with_rendering(note, common, link)


def test_unchanged_note_is_not_rendered_but_its_deck_source_is(monkeypatch: pytest.MonkeyPatch) -> None:
    note = Note("d", "n", Basic(TEXT("front"), TEXT("**back**")))
    sent = contents_of(note, None).notes[0]
    common = common_version(note, sent)
    source = sent.note_type.fields.index("Source")
    with monkeypatch.context() as patch:
        patch.setattr("studyapp.anki.writing.note_rendering._render_own_fields", None)
        exported = contents_of(note, common, "https://example.com").notes[0]
    assert exported.fields[:source] + exported.fields[source + 1 :] == (
        sent.fields[:source] + sent.fields[source + 1 :]
    )
    assert exported.fields[source] == '<a href="https://example.com">Paper</a>'


@pytest.mark.parametrize(
    "changes",
    [
        {"languages": CardLanguages.ENGLISH_AND_TRADITIONAL},
        {"anki_type_id": 7},
        {"note": Note("d", "n", Basic(TEXT("front"), TEXT("other")))},
        {"anki_fields": ("too few",)},
    ],
)
def test_other_common_version_does_not_replace_the_rendered_note(changes: dict[str, object]) -> None:
    note = Note("d", "n", Basic(TEXT("front"), TEXT("back")))
    common = common_version(note, contents_of(note, None).notes[0], **changes)
    assert contents_of(note, common) == contents_with_rendering(note, common, "")


def test_missing_image_is_reported_even_if_anki_has_a_text_instead() -> None:
    note = Note("d", "n", Basic(TEXT("![](a.png)"), TEXT("back")))
    sent = contents_of(note, None).notes[0]
    fields = tuple("text" if "<img" in html else html for html in sent.fields)
    common = common_version(note, sent, anki_fields=fields)
    assert contents_of(note, common).missing_media
    assert contents_of(note, common) == contents_with_rendering(note, common, "")
