"""Which cards a session of the learner's own making asks."""

from enum import StrEnum
from typing import NamedTuple


class Asked(StrEnum):
    """Which cards it asks, before tags and sections narrow them."""

    TODAY = "today"
    """What any session asks today."""

    NEW = "new"
    """More new cards than today's limit allows."""

    AHEAD = "ahead"
    """What comes due on the next days too."""

    FORGOTTEN = "forgotten"
    """What was rated again today."""

    ALL = "all"
    """Everything, new or not, due or not."""


class Selection(NamedTuple):
    """`days` is how far ahead, `new` how many new cards beyond the limit. Where tags or sections are named, a note has one of the tags, and is in one of
    the sections; where flags are, the card has one of them."""

    asked: Asked = Asked.TODAY
    days: int = 1
    new: int = 10
    tags: frozenset[str] = frozenset()
    sections: frozenset[str] = frozenset()
    flags: frozenset[int] = frozenset()

    @property
    def is_practice(self) -> bool:
        """Whether its ratings leave the schedule as it is: the cards come out of their time, and FSRS would take
        that for memory."""
        return self.asked in (Asked.FORGOTTEN, Asked.ALL)

    @property
    def narrows(self) -> bool:
        """Whether it names tags, sections or flags."""
        return bool(self.tags or self.sections or self.flags)
