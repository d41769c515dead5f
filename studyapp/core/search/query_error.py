"""Mistakes in a query."""

from studyapp.core.text.translatable import TranslatableError


class QueryError(TranslatableError):
    """A mistake in the part of a query from `start` to `end`, which are offsets in its text."""

    def __init__(self, message_template: str, start: int, end: int, **values: object) -> None:
        super().__init__(message_template, **values)
        self.start = start
        self.end = end

    def point_at_mistake(self, text: str) -> str:
        """Return two lines for a terminal: the query, and a line that marks the mistake with `^`."""
        shown = "".join(character if character.isprintable() else " " for character in text)
        marks = "^" * max(1, _columns(shown[self.start : self.end]))
        return f"{shown}\n{' ' * _columns(shown[: self.start])}{marks}"


def _columns(text: str) -> int:
    """Return how many columns of a terminal the text takes: East Asian characters are twice as wide."""
    import unicodedata

    return sum(
        0 if unicodedata.combining(one) else 2 if unicodedata.east_asian_width(one) in "WF" else 1
        for one in text
    )
