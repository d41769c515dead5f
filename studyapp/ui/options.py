"""From the store to the dialog of options and back."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from studyapp.core.study_options import StudyOptions
from studyapp.services import choosing
from studyapp.store.collection import Collection
from studyapp.store.errors import StoreError
from studyapp.ui import questions, wording
from studyapp.ui.options_dialog import OptionsDialog


def open_options(
    collection: Collection, deck: str, title: str, chosen: Callable[[], None], parent: QWidget
) -> None:
    """Open the options of a deck, or of all where none is named; `chosen` is called after each choice."""

    def choose(name: str, text: str | None) -> bool:
        try:
            choosing.choose(collection, deck, name, text)
        except StoreError as error:
            questions.tell(parent, wording.store_error(error))
            return False
        chosen()
        return True

    try:
        otherwise = choosing.study_options(collection) if deck else StudyOptions()
        already = choosing.chosen_for(collection, deck)
    except StoreError as error:
        questions.tell(parent, wording.store_error(error))
        return
    OptionsDialog(title, otherwise, already, choose, parent, of_one_deck=bool(deck)).show()
