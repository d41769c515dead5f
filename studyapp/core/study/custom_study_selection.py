"""Which cards a session of the learner's own making asks."""

from enum import StrEnum
from typing import NamedTuple


class StudyScope(StrEnum):
    """Which cards it asks, before tags and sections narrow them."""

    TODAY = "today"
    """What any session asks today."""

    MORE_NEW = "new"
    """More new cards than today's limit allows."""

    AHEAD = "ahead"
    """What comes due on the next days too."""

    FORGOTTEN_TODAY = "forgotten"
    """What was rated again today."""

    ALL = "all"
    """Everything, new or not, due or not."""


class CustomStudySelection(NamedTuple):
    """`days` is how far ahead, `new` how many new cards beyond the limit. Where tags or sections are named, a note has one of the tags, and is in one of
    the sections; where flags are, the card has one of them."""

    scope: StudyScope = StudyScope.TODAY
    days_ahead: int = 1
    extra_new_cards: int = 10
    tags: frozenset[str] = frozenset()
    sections: frozenset[str] = frozenset()
    flags: frozenset[int] = frozenset()

    @property
    def is_practice(self) -> bool:
        """Whether its ratings leave the schedule as it is: the cards come out of their time, and FSRS would take
        that for memory."""
        return self.scope in (StudyScope.FORGOTTEN_TODAY, StudyScope.ALL)

    @property
    def has_filters(self) -> bool:
        """Whether it names tags, sections or flags."""
        return bool(self.tags or self.sections or self.flags)
