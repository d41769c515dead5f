"""What names a card; apart from what it asks, for much is done with names alone."""

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
        """The identity of the note it belongs to; siblings share it."""
        return f"{self.deck_id}/{self.note_id}"

    @classmethod
    def parse(cls, text: str) -> "CardId":
        """Read `deck/note#ordinal`; ValueError when it is not of that form."""
        place, _, ordinal = text.rpartition("#")
        deck, _, note = place.partition("/")
        if not deck or not note or not ordinal.isdigit():
            raise ValueError(f"not a card: {text!r}")
        return cls(deck, note, int(ordinal))
