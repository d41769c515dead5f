"""How decks were studied in Anki, for the decks that came from there."""

from collections.abc import Iterator, Mapping

from studyapp.core.study.option_table import spelled
from studyapp.core.study.scheduler import Scheduler
from studyapp.core.study.study_options import NewOrder
from studyapp.core.transfer.import_losses import Loss, LossKind
from studyapp.core.transfer.package_model import Found, FoundPreset
from studyapp.services.options.study_options import choose, study_options
from studyapp.store.collection import Collection

_ALIKE = 1e-3
"""Between parameters that are the same: Anki keeps four digits."""


def take_options(collection: Collection, found: Found, decks: Mapping[str, int]) -> tuple[Loss, ...]:
    """Choose for these decks, each with its number in Anki, what their presets say; what can't be taken over. StoreError when it could
    not be kept."""
    losses: list[Loss] = []
    for deck, number in decks.items():
        preset = found.presets.get(number)
        if preset is None:
            continue
        name = found.decks.get(number, deck)
        if _is_fitted(preset.parameters):
            losses.append(Loss(LossKind.PARAMETERS, name, name))
        usual = study_options(collection)
        for option, value in _chosen(preset):
            if spelled(getattr(usual, option)) == value:
                continue
            try:
                choose(collection, deck, option, value)
            except ValueError:  # beyond what we allow
                losses.append(Loss(LossKind.OPTION, name, name))
    return tuple(dict.fromkeys(losses))


def _chosen(preset: FoundPreset) -> Iterator[tuple[str, str]]:
    yield "retention", str(preset.retention)
    yield "new_a_day", str(preset.new_a_day)
    yield "reviews_a_day", str(preset.reviews_a_day)
    yield "learning_steps", spelled(preset.learning_steps)
    yield "relearning_steps", spelled(preset.relearning_steps)
    yield "new_order", str(NewOrder.RANDOM if preset.is_random else NewOrder.DECK)


def _is_fitted(parameters: tuple[float, ...]) -> bool:
    usual = Scheduler().parameters
    return bool(parameters) and (
        len(parameters) != len(usual)
        or any(abs(one - other) > _ALIKE for one, other in zip(parameters, usual, strict=True))
    )
