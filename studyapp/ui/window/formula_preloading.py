"""Loads the library for formulas soon after the start, if a deck may need it, so that the first formula appears at once."""

from threading import Thread

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from studyapp.services.library.formula_check import may_contain_formulas
from studyapp.store.collection import Collection
from studyapp.store.errors import StoreError

THREAD_NAME = "formulas"
_DELAY_MS = 700


def preload_formulas(collection: Collection, window: QWidget) -> None:
    """Load the library in a thread when the window has been idle for a moment."""
    QTimer.singleShot(_DELAY_MS, window, lambda: _load_if_needed(collection, window))


def _load_if_needed(collection: Collection, window: QWidget) -> None:
    if not window.isVisible():
        return  # the window may be closed, and with it the collection
    try:
        is_needed = may_contain_formulas(collection)
    except StoreError:
        return  # the next operation of the learner reports it
    if is_needed:
        Thread(target=_load_library, name=THREAD_NAME, daemon=True).start()


def _load_library() -> None:
    import studyapp.core.rendering.formulas.layout_nodes  # noqa: F401
