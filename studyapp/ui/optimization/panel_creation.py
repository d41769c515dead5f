"""Connects the parameter panel with the collection."""

from PySide6.QtWidgets import QDialog

from studyapp.services.optimization.rescheduling import preview_rescheduling, reschedule_cards
from studyapp.services.options.option_storage import make_study_clock
from studyapp.store.parameter_fits import StoredFit, load_fit_in_use
from studyapp.ui.kit.app_context import AppContext
from studyapp.ui.optimization.parameter_panel import ParameterOperations, ParameterPanel


def create_parameter_panel(context: AppContext, dialog: QDialog) -> ParameterPanel:
    """Create the panel for a dialog. What it does in the background ends with the dialog."""

    def load() -> StoredFit | None:
        with context.collection.read_transaction() as connection:
            return load_fit_in_use(connection)

    clock = context.clock
    operations = ParameterOperations(
        load,
        context.optimize_parameters,
        context.use_previous_parameters,
        lambda progress: context.use_collection(
            lambda collection, _: preview_rescheduling(collection, make_study_clock(collection, clock)),
            progress,
        ),
        lambda rescheduling, progress: context.use_collection(
            lambda collection, _: reschedule_cards(
                collection, rescheduling, make_study_clock(collection, clock)
            ),
            progress,
        ),
    )
    panel = ParameterPanel(operations, dialog)
    dialog.finished.connect(panel.stop)
    return panel
