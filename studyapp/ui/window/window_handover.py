"""Continues in a new window what was on screen. A window is replaced when the language or the text size changes."""

from typing import TYPE_CHECKING, NamedTuple

from studyapp.ui.review.session_page import SessionState
from studyapp.ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from studyapp.ui.browse.search_state import SearchState
    from studyapp.ui.editor.editor_window import EditorState


class WindowState(NamedTuple):
    """What goes on in another window: the session on screen, the last search, whether it is on screen, and the note that
    is being written. Each is None if there is none."""

    session: SessionState | None
    search: "SearchState | None"
    is_browsing: bool
    editor: "EditorState | None"


def hand_over(window: MainWindow) -> WindowState:
    """End what goes on in a window, and return it for another window."""
    from studyapp.ui.browse.search_state import read_search_state

    created = window.__dict__  # pages that were never shown don't exist
    is_reviewing = window.current_page is created.get("review_page")
    has_searched = "browse_page" in created
    return WindowState(
        window.review_page.hand_over_session() if is_reviewing else None,
        read_search_state(window.browse_page) if has_searched else None,
        has_searched and window.current_page is window.browse_page,
        window.editor.hand_over() if "editor" in created else None,
    )


def resume(window: MainWindow, state: WindowState) -> None:
    """Continue in a new window."""
    if state.session is not None:
        _resume_session(window, state.session)
    if state.search is not None:
        from studyapp.ui.browse.search_state import resume_search

        resume_search(window.browse_page, state.search)
        if state.is_browsing:
            window.show_browse()
            (
                window.browse_page.table if state.search.is_table_focused else window.browse_page.field
            ).setFocus()
    if state.editor is not None:
        window.editor.resume(state.editor)
        window.activateWindow()


def _resume_session(window: MainWindow, state: SessionState) -> None:
    """Continue a session with the same card on screen, in the same state."""
    page = window.review_page
    window.page_stack.setCurrentWidget(page)
    window.sidebar.mark_page(page)
    window.pass_decks_to_review_page()
    page.resume_session(state)
