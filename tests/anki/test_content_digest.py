"""The digest of a note's content in Anki. It is stored, so its formula is frozen."""

from studyapp.anki.content_digest import compute_content_digest
from studyapp.core.notes.custom_note_type import CustomNoteType
from studyapp.core.transfer.package_model import SourceNote

NOTE_TYPE = CustomNoteType(7, "Basic", ("Front", "Back"), (), is_cloze=False)
NOTE = SourceNote("guid", NOTE_TYPE, ("b", "A"), ("caf\u00e9", "1"), ())


def digest(note: SourceNote) -> str:
    return compute_content_digest(note, NOTE_TYPE.fields)


def test_digest_is_frozen() -> None:
    assert digest(NOTE) == "2e26276021bf6be6c60111bf6181310a5f71d83942dd5d0b8ec408217cf34248"


def test_digest_ignores_what_does_not_change_the_content() -> None:
    longer = NOTE_TYPE._replace(name="Other", fields=("More", "Back", "Front"))
    same = SourceNote("other", longer, ("leech", "a", "B", "Marked"), ("x", "1", "cafe\u0301"), (), 99)
    assert digest(same) == digest(NOTE)


def test_digest_changes_with_the_content() -> None:
    others = (
        NOTE._replace(fields=("caf\u00e9", "2")),
        NOTE._replace(tags=("b",)),
        NOTE._replace(note_type=NOTE_TYPE._replace(anki_id=8)),
        NOTE._replace(note_type=NOTE_TYPE._replace(fields=("Back", "Front"))),
    )
    assert len({digest(NOTE), *map(digest, others)}) == 5
