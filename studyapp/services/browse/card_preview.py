"""A card as the review page would show it, for the preview beside the table."""

from studyapp.core.cards.card_id import CardId
from studyapp.core.rendering.face import render_face
from studyapp.core.study.study_queue import CardCounts
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.options.option_storage import load_study_options
from studyapp.services.study.card_loading import load_card
from studyapp.services.study.session_outcome import Prompt
from studyapp.store import schedules
from studyapp.store.collection import Collection


def load_preview(collection: Collection, card_id: CardId, default_languages: CardLanguages) -> Prompt | None:
    """Return the card with both sides and without ratings; None if it is no longer there.

    Raises StoreError if the collection can't be read.
    """
    card = load_card(collection, card_id)
    if card is None:
        return None
    with collection.read_transaction() as connection:
        schedule = schedules.load(connection, card_id)
    options = load_study_options(collection, card_id.deck_id)
    languages = options.languages or default_languages
    return Prompt(
        card=card,
        review_count=schedule.review_count,
        languages=languages,
        options=options,
        flag=schedule.flag,
        face=render_face(card, languages, schedule.review_count),
        ratings=(),
        due_by_rating={},
        counts=CardCounts(),
        session_rating_count=0,
    )
