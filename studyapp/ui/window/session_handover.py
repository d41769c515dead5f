"""Continues a session in a new window, which is created when the language or the text size changes."""

from studyapp.ui.review.session_page import SessionState
from studyapp.ui.window.main_window import MainWindow


def hand_over_session(window: MainWindow) -> SessionState | None:
    """End the session on screen and return it for another window. Return None if none is on screen."""
    is_reviewing = window.current_page is window.__dict__.get("review_page")
    return window.review_page.hand_over_session() if is_reviewing else None


def resume_session(window: MainWindow, state: SessionState) -> None:
    """Continue a session with the same card on screen, in the same state."""
    page = window.review_page
    window.page_stack.setCurrentWidget(page)
    window.sidebar.mark_page(page)
    window.pass_decks_to_review_page()
    page.resume_session(state)
