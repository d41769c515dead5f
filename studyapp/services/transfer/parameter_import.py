"""Taking over the parameters that Anki has fitted for the learner.

Anki has parameters for each preset, StudyApp one set for all decks (ADR 40).
"""

from typing import NamedTuple

from studyapp.core.optimization.other_parameters import are_equal, complete_parameters
from studyapp.core.transfer.import_losses import Loss, LossKind
from studyapp.core.transfer.package_model import PackageData, list_studied_presets
from studyapp.services.optimization.parameter_adoption import adopt_imported
from studyapp.store.collection import Collection
from studyapp.store.parameter_fits import load_fit_in_use, load_scheduler


class ImportedParameters(NamedTuple):
    """The name of the preset whose parameters were taken over, or '', and the presets whose parameters are not in use."""

    preset_name: str = ""
    losses: tuple[Loss, ...] = ()


def import_parameters(collection: Collection, package: PackageData, now: int) -> ImportedParameters:
    """Use the parameters of the preset with the most reviews, unless others were fitted here.

    Presets without reviews are ignored. Raises StoreError if saving fails.
    """
    presets = list_studied_presets(package)
    with collection.read_transaction() as connection:
        stored, in_use = load_fit_in_use(connection), load_scheduler(connection).parameters
    taken_over = ""
    optimized = [
        (preset, complete_parameters(preset.fsrs_parameters)) for preset in presets if preset.fsrs_parameters
    ]
    first, parameters = optimized[0] if optimized else (None, None)
    can_take_over = stored is None or stored.review_count is None
    if first is not None and parameters is not None and can_take_over and not are_equal(parameters, in_use):
        adopt_imported(collection, parameters, now)
        taken_over, in_use = first.name, parameters
    return ImportedParameters(
        taken_over,
        tuple(
            Loss(LossKind.FSRS_PARAMETERS, preset.name, preset.name)
            for preset, parameters in optimized
            if parameters is None or not are_equal(parameters, in_use)
        ),
    )
