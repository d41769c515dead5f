"""What the editing operations need, from the options of a command."""

from types import SimpleNamespace

from studyapp import paths
from studyapp.services.editing.steps.edit_environment import EditEnvironment
from studyapp.services.library.deck_library import Library
from studyapp.services.options.option_storage import make_study_clock
from studyapp.store.collection import Collection
from studyapp.system_dependencies import system_clock


def make_edit_environment(
    options: SimpleNamespace, collection: Collection, library: Library
) -> EditEnvironment:
    """Return the environment of edits in this collection."""
    return EditEnvironment(
        collection,
        library,
        make_study_clock(collection, system_clock()),
        (paths.data_folder(options.data) / "decks").absolute(),
        paths.bundled_decks_folder().absolute(),
    )
