"""Creating the note editor of a main window."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from studyapp.services.library.deck_library import Library
from studyapp.ui.editor.editor_context import EditorContext
from studyapp.ui.editor.editor_shortcuts import add_editor_shortcuts
from studyapp.ui.editor.editor_window import EditorWindow
from studyapp.ui.kit.app_context import AppContext


def create_editor(context: AppContext, library: Callable[[], Library], parent: QWidget) -> EditorWindow:
    """Return an editor with its shortcuts. It is hidden until it edits or adds a note."""
    editor = EditorWindow(
        EditorContext(
            collection=context.collection,
            library=library,
            card_languages=lambda: context.app_settings.card_languages,
            run_edit=context.run_edit,
            app_settings=context.app_settings,
            resources_folder=context.resources_folder,
            user_decks_folder=context.user_decks_folder,
            bundled_decks_folder=context.bundled_decks_folder,
        ),
        parent,
    )
    add_editor_shortcuts(editor)
    return editor
