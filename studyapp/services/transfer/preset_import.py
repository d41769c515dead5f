"""Importing Anki's deck presets as study options."""

from collections.abc import Iterator, Mapping

from studyapp.core.options.option_descriptor import format_value
from studyapp.core.options.option_table import OPTION_BY_STORED_NAME
from studyapp.core.options.study_options import DayLoad, NewCardOrder, ReviewOrder, SoundPlayback, Switch
from studyapp.core.transfer.import_losses import Loss, LossKind
from studyapp.core.transfer.package_model import PackageData, SourcePreset, list_studied_presets
from studyapp.services.options.option_storage import load_option_overrides, load_study_options, set_option
from studyapp.store.collection import Collection
from studyapp.store.stored_options import ALL_DECKS

_REVIEW_ORDER_BY_NUMBER = {
    0: ReviewOrder.MOST_OVERDUE,
    1: ReviewOrder.MOST_OVERDUE,  # decks are studied one at a time or in turn
    2: ReviewOrder.MOST_OVERDUE,
    7: ReviewOrder.LOWEST_RETRIEVABILITY,
    8: ReviewOrder.RANDOM,
}
"""By Anki's number. The orders by day differ in how they mix decks only."""

_LOAD_BY_SHARE = {1.0: DayLoad.NORMAL, 0.0: DayLoad.MINIMUM}
"""The loads of Anki's easy days. As in Anki, all other shares are reduced days."""

_EASY_DAYS = "easy_days"
"""The stored name of the option, which is one for all decks."""

_NO_MAXIMUM_INTERVAL = 36_500
"""The maximum interval of Anki's presets in days, unless it was changed."""


def import_presets(
    collection: Collection, package: PackageData, anki_deck_by_deck: Mapping[str, int]
) -> tuple[Loss, ...]:
    """Set the options of these decks from their presets in Anki, and the easy days of all decks; return what could not be
    carried over.

    `anki_deck_by_deck` maps deck ids to Anki's deck ids. Raises StoreError if saving fails.
    """
    losses: list[Loss] = []
    if anki_deck_by_deck:
        _import_easy_days(collection, package)
    easy_days = load_study_options(collection).easy_days
    for deck, anki_deck_id in anki_deck_by_deck.items():
        preset = package.presets_by_deck_id.get(anki_deck_id)
        if preset is None:
            continue
        name = package.deck_names_by_id.get(anki_deck_id, deck)
        losses += (Loss(kind, name, preset.name or name) for kind in _unsupported_options(preset))
        if preset.easy_days and _loads_of(preset) != easy_days:
            losses.append(Loss(LossKind.EASY_DAYS, name, preset.name or name))
        global_options = load_study_options(collection)
        for option_name, value in _option_values(preset):
            if format_value(OPTION_BY_STORED_NAME[option_name].value_in(global_options)) == value:
                continue
            try:
                set_option(collection, deck, option_name, value)
            except ValueError:  # outside the range that StudyApp allows
                losses.append(Loss(LossKind.OPTION_OUT_OF_RANGE, name, preset.name or name))
    return tuple(dict.fromkeys(losses))


def _import_easy_days(collection: Collection, package: PackageData) -> None:
    """Take over the easy days of the preset with the most reviews, unless the learner has chosen some here."""
    presets = list_studied_presets(package)
    is_chosen = _EASY_DAYS in load_option_overrides(collection, ALL_DECKS)
    if presets and presets[0].easy_days and not is_chosen:
        set_option(collection, ALL_DECKS, _EASY_DAYS, format_value(_loads_of(presets[0])))


def _loads_of(preset: SourcePreset) -> tuple[DayLoad, ...]:
    return tuple(_LOAD_BY_SHARE.get(share, DayLoad.REDUCED) for share in preset.easy_days)


def _unsupported_options(preset: SourcePreset) -> Iterator[LossKind]:
    if preset.review_order not in _REVIEW_ORDER_BY_NUMBER:
        yield LossKind.REVIEW_ORDER
    if preset.maximum_interval < _NO_MAXIMUM_INTERVAL:
        yield LossKind.MAXIMUM_INTERVAL


def _option_values(preset: SourcePreset) -> Iterator[tuple[str, str]]:
    yield "retention", str(preset.desired_retention)
    yield "new_a_day", str(preset.new_per_day)
    yield "reviews_a_day", str(preset.reviews_per_day)
    yield "learning_steps", format_value(preset.learning_steps)
    yield "relearning_steps", format_value(preset.relearning_steps)
    yield "new_order", str(NewCardOrder.RANDOM if preset.is_new_order_random else NewCardOrder.DECK)
    yield "leech_lapses", str(preset.leech_threshold)
    yield "suspend_leeches", str(Switch.ON if preset.suspends_leeches else Switch.OFF)
    yield "sounds", str(SoundPlayback.AUTOMATIC if preset.plays_sounds else SoundPlayback.ON_KEY)
    yield "auto_reveal", str(preset.reveal_seconds)
    if preset.review_order in _REVIEW_ORDER_BY_NUMBER:
        yield "due_order", str(_REVIEW_ORDER_BY_NUMBER[preset.review_order])
