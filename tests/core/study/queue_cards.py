"""Cards for tests of the study queue."""

from studyapp.core.cards.card_id import CardId


def cards(count: int, deck: str = "d", prefix: str = "n", ordinal: int = 1) -> list[CardId]:
    return [CardId(deck, f"{prefix}{number}", ordinal) for number in range(count)]


def ranked(found: list[CardId]) -> list[tuple[float, CardId]]:
    return [(float(rank), card) for rank, card in enumerate(found)]
