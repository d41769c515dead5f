"""The selection of cards for custom study."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.journal import Entry, EntryKind, effective_entries
from studyapp.core.study.rating import Confidence, Rating


class StudyScope(StrEnum):
    """The cards of a session before filters are applied."""

    TODAY = "today"
    """The same cards as in a regular session today."""

    MORE_NEW = "new"
    """More new cards than today's limit allows."""

    AHEAD = "ahead"
    """Also cards that become due in the next few days."""

    FORGOTTEN_TODAY = "forgotten"
    """Cards rated Again today."""

    SURE_BUT_WRONG = "sure"
    """Cards rated Again although the learner was sure, until they are remembered on a later day."""

    ALL = "all"
    """All cards, new or not, due or not."""


class CustomStudySelection(NamedTuple):
    """Which cards to study: a scope and filters.

    A card passes if its note has one of the tags and is in one of the sections, and the card has one of the flags and is
    one of `cards`, which a search has found. Empty filters are ignored, and so are cards that are None.
    """

    scope: StudyScope = StudyScope.TODAY
    days_ahead: int = 1
    extra_new_cards: int = 10
    tags: frozenset[str] = frozenset()
    sections: frozenset[str] = frozenset()
    flags: frozenset[int] = frozenset()
    cards: frozenset[CardId] | None = None

    @property
    def is_practice(self) -> bool:
        """Whether ratings leave the schedule unchanged. The cards are reviewed at times that FSRS did not choose, which
        would distort its estimates of memory."""
        return self.scope in (StudyScope.FORGOTTEN_TODAY, StudyScope.SURE_BUT_WRONG, StudyScope.ALL)

    @property
    def has_filters(self) -> bool:
        """Whether there are tags, sections, flags or chosen cards."""
        return bool(self.tags or self.sections or self.flags) or self.cards is not None


def is_sure_but_wrong(entries: Iterable[Entry]) -> bool:
    """Return whether the card with these entries was rated Again although the learner was sure, and was not remembered on a
    later study day since. Remembering it on the same day doesn't count: the answer was shown a short time ago."""
    wrong_on_day: int | None = None
    for entry in effective_entries(entries):
        if entry.kind is EntryKind.RESET:
            wrong_on_day = None
        elif entry.rating is Rating.AGAIN and entry.confidence is Confidence.SURE:
            wrong_on_day = entry.study_day
        elif entry.rating not in (None, Rating.AGAIN) and wrong_on_day not in (None, entry.study_day):
            wrong_on_day = None
    return wrong_on_day is not None
