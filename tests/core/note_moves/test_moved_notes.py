"""The history of a card stays the same however often its note moves, on whichever device it is recorded."""

from dataclasses import dataclass, field
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.cards.card_id import CardId
from studyapp.core.note_moves.moved_notes import apply_moves, connected_keys, find_moves
from studyapp.core.study.journal import WHOLE_NOTE, Entry, EntryId, EntryKind
from studyapp.core.study.rating import Rating
from studyapp.core.study.schedule import Schedule, fold
from studyapp.core.study.scheduler import Scheduler

SCHEDULER = Scheduler()


@dataclass
class Journal:
    """A journal of several devices. Each knows the key of the note that its last move, undo or redo gave it."""

    entries: list[Entry] = field(default_factory=list)
    key: str = "a/n"
    at: int = 0

    def add(self, device: str, key: str, ordinal: int, kind: EntryKind, **more: Any) -> Entry:
        self.at += 1000
        seq = 1 + sum(entry.id.device == device for entry in self.entries)
        card = CardId.parse(f"{key}#{ordinal}")
        entry = Entry(EntryId(device, seq), self.at, self.at // 1000, card, kind)._replace(**more)
        self.entries.append(entry)
        return entry

    def review(self, device: str, key: str) -> None:
        self.add(device, key, 1, EntryKind.REVIEW, rating=Rating.GOOD, due_day=self.at // 1000 + 3)

    def move(self, key: str) -> Entry:
        entry = self.add("here", self.key, WHOLE_NOTE, EntryKind.MOVE_NOTE, moved_to=key)
        self.key = key
        return entry

    def undo(self, entry: Entry) -> Entry:
        key = entry.card_id.note_key
        return self.add("here", key, WHOLE_NOTE, EntryKind.UNDO, undoes=entry.id)

    def schedules(self) -> dict[CardId, Schedule]:
        by_card: dict[CardId, list[Entry]] = {}
        for entry in apply_moves(self.entries):
            if entry.card_id.ordinal != WHOLE_NOTE:
                by_card.setdefault(entry.card_id, []).append(entry)
        return {card: fold(entries, SCHEDULER) for card, entries in by_card.items()}


def card(key: str) -> CardId:
    return CardId.parse(f"{key}#1")


def without_moves(journal: Journal) -> Schedule:
    reviews = [entry for entry in journal.entries if entry.card_id.ordinal != WHOLE_NOTE]
    return fold(reviews, SCHEDULER)


steps = st.lists(
    st.sampled_from(("review", "review there", "move", "move back", "undo", "redo")), max_size=25
)


@given(steps)
def test_all_entries_count_under_the_current_key(names: list[str]) -> None:
    journal, done, undone = Journal(), list[Entry](), list[tuple[Entry, Entry]]()
    key_there = journal.key  # what another device knows; it never learns of a move
    for number, name in enumerate(names):
        if name == "review":
            journal.review("here", journal.key)
        elif name == "review there":
            journal.review("there", key_there)
        elif name.startswith("move"):
            undone.clear()
            former = {entry.card_id.note_key for entry in done} - {journal.key}
            target = sorted(former)[0] if name == "move back" and former else f"b/n{number}"
            done.append(journal.move(target))
        elif name == "undo" and done:
            move = done.pop()
            undone.append((move, journal.undo(move)))
            journal.key = move.card_id.note_key
        elif name == "redo" and undone:
            move, undo = undone.pop()
            journal.undo(undo)
            done.append(move)
            journal.key = move.moved_to
    expected = without_moves(journal)
    assert journal.schedules() == ({card(journal.key): expected} if expected != Schedule() else {})


def test_without_moves_nothing_changes() -> None:
    journal = Journal()
    journal.review("here", "a/n")
    assert apply_moves(journal.entries) == journal.entries
    assert find_moves(journal.entries) == ()


def test_entries_for_a_new_note_with_the_old_key_stay_there() -> None:
    journal = Journal()
    journal.review("here", "a/n")
    journal.move("b/n")
    journal.review("here", "a/n")
    journal.review("here", "b/n")
    assert {key: one.review_count for key, one in journal.schedules().items()} == {
        card("a/n"): 1,
        card("b/n"): 2,
    }


def test_other_notes_are_not_concerned() -> None:
    journal = Journal()
    journal.review("here", "a/m")
    journal.move("b/n")
    assert list(journal.schedules()) == [card("a/m")]


def test_connected_keys_include_all_former_keys() -> None:
    journal = Journal()
    journal.move("b/n")
    journal.move("c/n")
    moves = find_moves(journal.entries)
    assert connected_keys(["b/n"], moves) == {"a/n", "b/n", "c/n"}
    assert connected_keys(["x/y"], moves) == {"x/y"}
