"""Changing cards in a running Anki: their progress and their decks."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from studyapp.anki.live.ankiconnect import (
    CHANGE_TIMEOUT,
    AnkiConnectClient,
    AnkiConnectError,
    ConnectProblem,
    reject_unexpected_answer,
)
from studyapp.core.transfer.anki_review_log import ReviewLogRow

_CARDS_PER_REQUEST = 50
"""Cards updated per request. With Anki's browser open, each update takes a while."""

_MAX_SHIFT_MS = 40
"""Milliseconds by which a review log row may be moved if its time is already used."""


class CardUpdate(NamedTuple):
    """An update of a card in Anki.

    `values` has the new values of columns and of the FSRS memory state, by Anki's names. `log_rows` are added
    to the review log. `expected_changed_at` is the card's modification time (Unix seconds) when it was read.
    """

    card_id: int
    expected_changed_at: int
    values: dict[str, object]
    log_rows: tuple[ReviewLogRow, ...]


def update_cards(
    client: AnkiConnectClient, updates: Sequence[CardUpdate], on_progress: Callable[[int], None]
) -> list[int]:
    """Update cards that were not changed in Anki meanwhile, and return their ids.

    `on_progress` gets the number of finished updates, and may raise to cancel.
    """
    updated_ids: list[int] = []
    for start in range(0, len(updates), _CARDS_PER_REQUEST):
        on_progress(start)
        batch = updates[start : start + _CARDS_PER_REQUEST]
        answer = client.call("cardsModTime", cards=[update.card_id for update in batch])
        with reject_unexpected_answer("cardsModTime"):
            changed_at_by_id = {card["cardId"]: card["mod"] for card in answer if card}
        batch = [
            update for update in batch if changed_at_by_id.get(update.card_id) == update.expected_changed_at
        ]
        results = client.call_multi(
            "setSpecificValueOfCard",
            [
                {
                    "card": update.card_id,
                    "keys": list(update.values),
                    "newValues": list(update.values.values()),
                    "warning_check": True,
                }
                for update in batch
            ],
            timeout=CHANGE_TIMEOUT,
        )
        batch = [update for update, result in zip(batch, results, strict=True) if result == [True]]
        # Log rows come last: as long as they are missing, the next sync repeats the update.
        _insert_log_rows(client, [(update.card_id, row) for update in batch for row in update.log_rows])
        updated_ids += [update.card_id for update in batch]
    return updated_ids


def move_cards(client: AnkiConnectClient, card_ids: Sequence[int], old_deck: str, new_deck: str) -> bool:
    """Move cards, given by id, to a deck, which is created if necessary. Decks are given by full name.

    A new deck gets the preset of the old one; return whether that was possible.
    """
    is_new = new_deck not in client.call("deckNames")
    client.call("changeDeck", timeout=CHANGE_TIMEOUT, cards=list(card_ids), deck=new_deck)
    if not is_new:
        return True
    preset = client.call("getDeckConfig", deck=old_deck)
    with reject_unexpected_answer("getDeckConfig"):
        preset_id = preset["id"]
    return client.call("setDeckConfigId", decks=[new_deck], configId=preset_id) is True


def _insert_log_rows(client: AnkiConnectClient, rows: Sequence[tuple[int, ReviewLogRow]]) -> None:
    """Add rows to the review log.

    Anki rejects all rows if the time of one is already used. They are then added one by one.
    """
    if not rows:
        return
    try:
        client.call(
            "insertReviews",
            timeout=CHANGE_TIMEOUT,
            reviews=[_log_row_values(card_id, row) for card_id, row in rows],
        )
    except AnkiConnectError as error:
        if error.problem is not ConnectProblem.ACTION_FAILED:
            raise
        for card_id, row in rows:
            _insert_log_row(client, card_id, row)


def _insert_log_row(client: AnkiConnectClient, card_id: int, row: ReviewLogRow) -> None:
    """Add a row to the review log, at a later time if its own is already used."""
    for shift in range(_MAX_SHIFT_MS):
        try:
            client.call("insertReviews", reviews=[_log_row_values(card_id, row._replace(at=row.at + shift))])
        except AnkiConnectError as error:
            if error.problem is not ConnectProblem.ACTION_FAILED or shift == _MAX_SHIFT_MS - 1:
                raise
        else:
            return


def _log_row_values(card_id: int, row: ReviewLogRow) -> list[Any]:
    return [row.at, card_id, -1, *map(int, row[1:])]
