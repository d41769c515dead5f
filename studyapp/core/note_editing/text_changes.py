"""Changes of a deck file's text, part by part, so that they can be undone where the parts are still the same.

A file is a list of parts: the text of each note, and the text between notes. Joined, the parts are the file.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple


class TextPart(NamedTuple):
    """A part of a file. `key` is unique in the file."""

    key: str
    text: str


class TextChange(NamedTuple):
    """A change of one part: `before` is None if the part was added, `after` if it was removed.

    `previous` is the key of the part before it, in the file that has the part.
    """

    key: str
    before: str | None
    after: str | None
    previous: str

    def reversed(self) -> "TextChange":
        """Return the inverse change."""
        return self._replace(before=self.after, after=self.before)


def find_changes(before: Sequence[TextPart], after: Sequence[TextPart]) -> tuple[TextChange, ...]:
    """Return the changes from one list of parts to another. Parts that both have must be in the same order."""
    text_before, text_after = dict(before), dict(after)
    changes: list[TextChange] = []
    previous = ""
    remaining = iter(after)
    for part in before:
        if part.key in text_after:
            changes += _find_added(remaining, part.key, text_before)
            if text_after[part.key] != part.text:
                changes.append(TextChange(part.key, part.text, text_after[part.key], previous))
        else:
            changes.append(TextChange(part.key, part.text, None, previous))
        previous = part.key
    changes += _find_added(remaining, None, text_before)
    return tuple(_with_previous_parts(changes, after))


def _find_added(
    remaining: Iterable[TextPart], until: str | None, text_before: dict[str, str]
) -> list[TextChange]:
    added = []
    for part in remaining:
        if part.key == until:
            break
        if part.key in text_before:
            raise ValueError(f"the parts are in another order: {part.key}")
        added.append(TextChange(part.key, None, part.text, ""))
    return added


def _with_previous_parts(changes: Iterable[TextChange], after: Sequence[TextPart]) -> list[TextChange]:
    previous_by_key = {part.key: before.key for before, part in pairwise(after)}
    return [
        change if change.before is not None else change._replace(previous=previous_by_key.get(change.key, ""))
        for change in changes
    ]


def apply_changes(parts: Sequence[TextPart], changes: Iterable[TextChange]) -> tuple[TextPart, ...] | None:
    """Return the parts after these changes; None if a part that they concern is not as it was before them."""
    text_by_key = dict(parts)
    added_after: dict[str, list[str]] = {}
    for change in changes:
        if text_by_key.get(change.key) != change.before:
            return None
        if change.after is None:
            del text_by_key[change.key]
            continue
        text_by_key[change.key] = change.after
        if change.before is None:
            added_after.setdefault(change.previous, []).append(change.key)
    result: list[TextPart] = []
    pending = [part.key for part in reversed(parts)]
    while pending:
        key = pending.pop()
        if key in text_by_key:
            result.append(TextPart(key, text_by_key[key]))
        pending += reversed(added_after.pop(key, []))
    return None if added_after else tuple(result)
