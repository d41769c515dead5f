"""The selection of cards for custom study."""

from enum import StrEnum
from typing import NamedTuple


class StudyScope(StrEnum):
    """The cards of a session before filters are applied."""

    TODAY = "today"
    """The same cards as in a regular session today."""

    MORE_NEW = "new"
    """More new cards than today's limit allows."""

    AHEAD = "ahead"
    """Cards that become due on the next days, too."""

    FORGOTTEN_TODAY = "forgotten"
    """Cards rated Again today."""

    ALL = "all"
    """All cards, new or not, due or not."""


class CustomStudySelection(NamedTuple):
    """Which cards to study: a scope and filters.

    A card passes if its note has one of the tags and is in one of the sections, and the card has one of the flags.
    Empty filters are ignored.
    """

    scope: StudyScope = StudyScope.TODAY
    days_ahead: int = 1
    extra_new_cards: int = 10
    tags: frozenset[str] = frozenset()
    sections: frozenset[str] = frozenset()
    flags: frozenset[int] = frozenset()

    @property
    def is_practice(self) -> bool:
        """Whether ratings leave the schedule unchanged. Cards are reviewed at times that FSRS did not choose, and it
        would mistake that for memory."""
        return self.scope in (StudyScope.FORGOTTEN_TODAY, StudyScope.ALL)

    @property
    def has_filters(self) -> bool:
        """Whether there are tags, sections or flags."""
        return bool(self.tags or self.sections or self.flags)
