from hypothesis import given

from studyapp.core.notes.deck import DeckMetadata
from studyapp.core.notes.deck_metadata_codec import decode_deck_metadata, encode_deck_metadata
from studyapp.core.notes.note import Note
from studyapp.core.notes.note_codec import decode_note, encode_note
from tests.store.samples import any_deck_metadata, any_notes


@given(any_notes, any_notes)
def test_note_round_trips_and_encoding_changes_only_with_the_note(one: Note, other: Note) -> None:
    assert decode_note("deck", "note", encode_note(one)) == one
    assert (encode_note(one) == encode_note(other)) is (one == other)


@given(any_deck_metadata)
def test_deck_metadata_round_trips(metadata: DeckMetadata) -> None:
    assert decode_deck_metadata("deck", encode_deck_metadata(metadata)) == metadata
