"""The commands that open the note editor."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from studyapp.services.library.deck_library import Library
from studyapp.ui.editor.editor_context import EditorContext
from studyapp.ui.editor.editor_shortcuts import add_editor_shortcuts
from studyapp.ui.editor.editor_window import EditorWindow
from studyapp.ui.kit.app_context import AppContext
from studyapp.ui.window.main_window import MainWindow


class EditorCommands(QObject):
    """There is one editor; it is created on first use and used again."""

    def __init__(self, context: AppContext, library: Callable[[], Library], window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.editor = EditorWindow(
            EditorContext(
                collection=context.collection,
                library=library,
                card_languages=lambda: window.languages.card_languages,
                run_edit=context.run_edit,
                app_settings=context.app_settings,
                resources_folder=context.resources_folder,
                user_decks_folder=context.user_decks_folder,
                bundled_decks_folder=context.bundled_decks_folder,
            ),
            window,
        )
        add_editor_shortcuts(self.editor)
        self.editor.noteSaved.connect(self._show_changes)

    def edit(self, note_key: str) -> None:
        """Edit a note."""
        self.editor.edit(note_key)

    def add(self) -> None:
        """Add notes to the current deck."""
        self.editor.add(self._window.current_page.current_deck_id)

    def close_editor(self) -> bool:
        """Close the editor. Return False if it has changes that the user keeps."""
        return self.editor.isHidden() or self.editor.close()

    def _show_changes(self) -> None:
        """Show the new texts at once; the files are read again in the background."""
        self._window.current_page.on_library_changed()
        self._window.refresh_library()
