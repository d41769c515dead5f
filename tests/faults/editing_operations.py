"""Operations that edit deck files."""

from dataclasses import replace

from studyapp.core.cards.card_id import CardId
from studyapp.core.notes.note import Basic
from studyapp.core.study.journal import EntryKind
from studyapp.core.text.localized_text import LocalizedText
from studyapp.services.editing.edit_undo import undo_last
from studyapp.services.editing.note_moving import move_notes
from studyapp.services.editing.note_saving import save_note
from studyapp.services.editing.steps.edit_recovery import recover_edits
from studyapp.services.editing.steps.schedule_change import ScheduleChange
from studyapp.store import journal_entries
from tests.faults.operation import Acknowledge, Operation
from tests.faults.study_folder import StudyFolder

neutral = LocalizedText.language_neutral


class EditText(Operation):
    """A saved note is in the file and can be undone, with what happened to its schedule."""

    def run(self, folder: StudyFolder, acknowledge: Acknowledge) -> None:
        with folder.open() as collection:
            environment = folder.edit_environment(collection)
            for version in range(1, 1_000_000):
                base = folder.load_note(collection, "deck/n0")
                edited = replace(base, content=Basic(neutral(f"Version {version}"), neutral("Answer")))
                save_note(environment, base, edited, ScheduleChange.RESET)
                acknowledge(str(version))

    def check(self, folder: StudyFolder, acknowledged: list[str]) -> None:
        last = int(acknowledged[-1]) if acknowledged else 0
        with folder.open() as collection:
            recover_edits(collection, folder.time.clock())
            environment = folder.edit_environment(collection)
            undo_count = 0
            while undo_last(environment) is not None:
                undo_count += 1
            assert undo_count in (last, last + 1)
        assert "Version" not in folder.deck_file.read_text(encoding="utf-8")
        assert folder.count_reviews() == 0


class MoveNote(Operation):
    """A note that moves is always in one deck, with its history."""

    def prepare(self, folder: StudyFolder) -> None:
        folder.create()
        other = folder.deck_file.with_name("other.yaml")
        other.write_text("deck: other\ntitle: Other\nnotes: []\n", encoding="utf-8")
        with folder.open() as collection:
            folder.refresh(collection)
            folder.rate(folder.start_session(collection))

    def run(self, folder: StudyFolder, acknowledge: Acknowledge) -> None:
        key, decks = "deck/n0", ("other", "deck")
        with folder.open() as collection:
            environment = folder.edit_environment(collection)
            for number in range(1_000_000):
                moved = move_notes(environment, [key], decks[number % 2])
                key = moved.new_key_by_old_key[key]
                acknowledge(key)

    def check(self, folder: StudyFolder, acknowledged: list[str]) -> None:
        with folder.open() as collection:
            recover_edits(collection, folder.time.clock())
            folder.refresh(collection)
            keys = [key for key in ("deck/n0", "other/n0") if folder.find_note(collection, key)]
            (key,) = keys
            with collection.read_transaction() as connection:
                history = journal_entries.load_for_card(connection, CardId.parse(f"{key}#1"))
        assert [entry.kind for entry in history] == [EntryKind.REVIEW]
        assert folder.count_reviews() == 1
