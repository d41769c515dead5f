"""Journal entries for tests: concise constructors and Hypothesis strategies."""

from collections.abc import Iterable

from hypothesis import strategies as st

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.journal import Entry, EntryId, EntryKind
from studyapp.core.study.next_due import NextDue, StepMinutes, next_due_by_rating
from studyapp.core.study.rating import Rating
from studyapp.core.study.schedule import Schedule, apply_entry
from studyapp.core.study.scheduler import Scheduler

CARD = CardId("deck", "note", 1)
DAY = 24 * 60 * 60_000
SCHEDULER = Scheduler()


def entry(
    seq: int,
    kind: EntryKind = EntryKind.REVIEW,
    *,
    device: str = "a",
    at: int | None = None,
    day: int = 100,
    rating: Rating | None = None,
    due_day: int | None = None,
    due_at: int | None = None,
    flag: int = 0,
    undoes: EntryId | None = None,
) -> Entry:
    """An entry for CARD at `seq` seconds unless `at` is given."""
    moment = seq * 1000 if at is None else at
    if kind is EntryKind.REVIEW:
        rating = rating or Rating.GOOD
        due_day = day + 3 if due_day is None and due_at is None else due_day
    return Entry(EntryId(device, seq), moment, day, CARD, kind, rating, due_day, due_at, 0, flag, undoes)


def undo(seq: int, of: Entry | EntryId, device: str = "a", at: int | None = None) -> Entry:
    """An entry that undoes another."""
    name = of.id if isinstance(of, Entry) else of
    return entry(seq, EntryKind.UNDO, device=device, at=at, undoes=name)


def reviews(history: Iterable[tuple[int, int]]) -> list[Entry]:
    """Review entries from (study day, rating) pairs, each due the next day: whether a card is on learning
    steps doesn't affect its memory state."""
    return [
        entry(seq, day=day, rating=Rating(rating), due_day=day + 1)
        for seq, (day, rating) in enumerate(history, start=1)
    ]


def review_when_due(
    ratings: Iterable[int], steps: StepMinutes | None = None
) -> list[tuple[NextDue, Schedule]]:
    """Review a card exactly when it is due, without fuzz; return each due and the resulting schedule."""
    schedule, now, day, found = Schedule(), 0, 0, []
    for seq, rating in enumerate(map(Rating, ratings), start=1):
        due = next_due_by_rating(schedule, now, day, SCHEDULER, steps or StepMinutes(), fuzz_factor=None)[
            rating
        ]
        one = entry(seq, at=now, day=day, rating=rating, due_day=due.due_day, due_at=due.due_at)
        schedule = apply_entry(schedule, one, SCHEDULER)
        found.append((due, schedule))
        if due.due_day is None:
            now += due.delay
        else:
            now, day = now + due.delay * DAY, due.due_day
    return found


@st.composite
def non_undo_entries(draw: st.DrawFn, seq: int, device: str, at: int) -> Entry:
    """An entry of any kind except undo."""
    kind = draw(
        st.sampled_from([*[EntryKind.REVIEW] * 4, *(kind for kind in EntryKind if kind < EntryKind.UNDO)])
    )
    day = draw(st.integers(100, 130))
    on_steps = draw(st.booleans())
    return entry(
        seq,
        kind,
        device=device,
        at=at,
        day=day,
        rating=draw(st.sampled_from(Rating)) if kind is EntryKind.REVIEW else None,
        due_day=day + draw(st.integers(0, 40))
        if kind is EntryKind.SET_DUE or (kind is EntryKind.REVIEW and not on_steps)
        else None,
        due_at=at + 60_000 if kind is EntryKind.REVIEW and on_steps else None,
        flag=draw(st.integers(0, 4)) if kind is EntryKind.FLAG else 0,
    )


@st.composite
def journals(draw: st.DrawFn, device: str = "a", max_entries: int = 12) -> list[Entry]:
    """A journal for one card; undos may target any entry of either device, including undos and themselves."""
    entries: list[Entry] = []
    for seq in range(1, draw(st.integers(0, max_entries)) + 1):
        at = draw(st.integers(0, 40))
        if draw(st.integers(0, 2)) == 0:
            named = EntryId(draw(st.sampled_from("ab")), draw(st.integers(1, max_entries)))
            entries.append(undo(seq, named, device, at))
        else:
            entries.append(draw(non_undo_entries(seq, device, at)))
    return entries
