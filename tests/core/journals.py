"""Journals of cards, short to write down and random ones by hypothesis."""

from collections.abc import Iterable

from hypothesis import strategies as st

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.journal import Entry, EntryId, EntryKind, Rating
from studyapp.core.study.next_due import NextDue, StepMinutes, next_due_by_rating
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
    """An entry of CARD, a thousand milliseconds after the one before it."""
    moment = seq * 1000 if at is None else at
    if kind is EntryKind.REVIEW:
        rating = rating or Rating.GOOD
        due_day = day + 3 if due_day is None and due_at is None else due_day
    return Entry(EntryId(device, seq), moment, day, CARD, kind, rating, due_day, due_at, 0, flag, undoes)


def undo(seq: int, of: Entry | EntryId, device: str = "a", at: int | None = None) -> Entry:
    """An entry that takes another one back."""
    name = of.id if isinstance(of, Entry) else of
    return entry(seq, EntryKind.UNDO, device=device, at=at, undoes=name)


def reviews(history: Iterable[tuple[int, int]]) -> list[Entry]:
    """Reviews as (study day, rating); on steps where the next one is on the same day makes no difference
    to the memory, so each waits a day."""
    return [
        entry(seq, day=day, rating=Rating(rating), due_day=day + 1)
        for seq, (day, rating) in enumerate(history, start=1)
    ]


def at_each_due(ratings: Iterable[int], steps: StepMinutes | None = None) -> list[tuple[NextDue, Schedule]]:
    """Rate a card at the very moment or day on which it is due, unspread: the dues chosen and the schedules."""
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
def deeds(draw: st.DrawFn, seq: int, device: str, at: int) -> Entry:
    """An entry of any kind but an undo."""
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
def journals(draw: st.DrawFn, device: str = "a", longest: int = 12) -> list[Entry]:
    """A journal of one card with undos of any entry of two devices, of undos and of themselves too."""
    entries: list[Entry] = []
    for seq in range(1, draw(st.integers(0, longest)) + 1):
        at = draw(st.integers(0, 40))
        if draw(st.integers(0, 2)) == 0:
            named = EntryId(draw(st.sampled_from("ab")), draw(st.integers(1, longest)))
            entries.append(undo(seq, named, device, at))
        else:
            entries.append(draw(deeds(seq, device, at)))
    return entries
