"""Actions with keyboard shortcuts."""

from enum import Enum, auto
from typing import NamedTuple


class ActionScope(Enum):
    """Where the shortcuts of an action work."""

    WINDOW = auto()
    """Everywhere in the window."""

    REVIEW = auto()
    """On the review page."""

    BROWSE = auto()
    """On the browse page."""

    EDITOR = auto()
    """In the window of the note editor."""

    def overlaps(self, other: "ActionScope") -> bool:
        """Return whether a key can't have one meaning here and another there."""
        return self is other or (
            ActionScope.WINDOW in (self, other) and ActionScope.EDITOR not in (self, other)
        )


class Action(NamedTuple):
    """An action with its default shortcuts and its label.

    Actions with a nonzero `menu_group` appear in the card menu, with separators between the groups.
    """

    name: str
    default_shortcuts: tuple[str, ...]
    label: str
    scope: ActionScope
    menu_group: int = 0
