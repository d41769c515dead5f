"""What a browse page shows, for the page of another window."""

from typing import NamedTuple

from studyapp.ui.browse.row_table import TableState
from studyapp.ui.browse.search_page import SearchPage


class SearchState(NamedTuple):
    """The query of a page, its rows, and whether the table has the focus."""

    query: str
    rows: TableState
    is_table_focused: bool


def read_search_state(page: SearchPage) -> SearchState:
    """Return what a page shows."""
    has_focus = page.window().focusWidget() is page.table
    return SearchState(page.field.text(), page.table.table_state(), has_focus)


def resume_search(page: SearchPage, state: SearchState) -> None:
    """Show in a page that is hidden what another one showed."""
    page.prepare_search(state.query)
    page.table.restore(state.rows)
