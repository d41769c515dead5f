"""The new cards that come first because they are learned for an exam."""

from collections.abc import Callable, Collection, Iterable

from studyapp.core.cards.card_id import CardId


def choose_exam_cards(
    cards: Iterable[CardId],
    limit: int,
    unmet_prerequisites: Callable[[CardId], Collection[str]] | None,
    used_notes: set[str],
) -> list[CardId]:
    """Choose up to `limit` cards. Notes in `used_notes` are skipped; those of the chosen cards are added to it. A card whose
    prerequisites are neither started nor chosen waits."""
    chosen: list[CardId] = []
    for card in cards if limit > 0 else ():
        if card.note_key in used_notes:
            continue
        started = {other.note_key for other in chosen}
        if unmet_prerequisites is not None and not started.issuperset(unmet_prerequisites(card)):
            continue
        chosen.append(card)
        used_notes.add(card.note_key)
        if len(chosen) == limit:
            break
    return chosen
