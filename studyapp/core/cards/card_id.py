"""Card ids, separate from `Card` because much work needs only the id."""

from typing import NamedTuple


class CardId(NamedTuple):
    """A card's identity, `deck/note#ordinal`."""

    deck_id: str
    note_id: str
    ordinal: int

    def __str__(self) -> str:
        return f"{self.deck_id}/{self.note_id}#{self.ordinal}"

    @property
    def note_key(self) -> str:
        """The identity of the card's note. Siblings share it."""
        return f"{self.deck_id}/{self.note_id}"

    @classmethod
    def parse(cls, text: str) -> "CardId":
        """Parse `deck/note#ordinal`. Raises ValueError if the text has another form."""
        note_key, _, ordinal = text.rpartition("#")
        deck_id, _, note_id = note_key.partition("/")
        if not deck_id or not note_id or not ordinal.isdigit():
            raise ValueError(f"not a card: {text!r}")
        return cls(deck_id, note_id, int(ordinal))
