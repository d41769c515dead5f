from hypothesis import given

from studyapp.core.notes.deck import DeckMetadata
from studyapp.core.notes.deck_metadata_codec import decode_deck_metadata, encode_deck_metadata
from studyapp.core.notes.note import Note
from studyapp.core.notes.note_codec import decode_note, encode_note
from tests.store.samples import any_heads, any_notes


@given(any_notes, any_notes)
def test_a_note_reads_back_and_its_text_tells_whether_it_changed(one: Note, other: Note) -> None:
    assert decode_note("deck", "note", encode_note(one)) == one
    assert (encode_note(one) == encode_note(other)) is (one == other)


@given(any_heads)
def test_a_head_reads_back(head: DeckMetadata) -> None:
    assert decode_deck_metadata("deck", encode_deck_metadata(head)) == head
