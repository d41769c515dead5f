"""Loads the library for formulas while the learner reads the first card, if a deck may need it."""

from threading import Thread

from PySide6.QtCore import QObject, QTimer

from studyapp.services.library.formula_check import may_contain_formulas
from studyapp.store.errors import StoreError
from studyapp.ui.kit.app_context import AppContext

THREAD_NAME = "formulas"
_DELAY_MS = 300


def preload_formulas(context: AppContext, decks: tuple[str, ...], parent: QObject) -> None:
    """Load the library in a thread a moment later, when the window is idle."""
    QTimer.singleShot(_DELAY_MS, parent, lambda: _load_if_needed(context, decks))


def _load_if_needed(context: AppContext, decks: tuple[str, ...]) -> None:
    try:
        is_needed = may_contain_formulas(context.collection, decks)
    except StoreError:
        return  # the next operation of the learner reports it
    if is_needed:
        Thread(target=_load_library, name=THREAD_NAME, daemon=True).start()


def _load_library() -> None:
    import studyapp.core.rendering.formulas.layout_nodes  # noqa: F401
