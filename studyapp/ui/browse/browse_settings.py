"""What the browse page remembers: columns, order, panels and the last searches. Invalid values count as not set."""

import json

from studyapp.store.search.card_order import CardColumn
from studyapp.ui.kit.app_settings import AppSettings

DEFAULT_COLUMNS = (CardColumn.QUESTION, CardColumn.ANSWER, CardColumn.DECK, CardColumn.DUE)
_MAX_RECENT_SEARCHES = 15


class BrowseSettings:
    """Reads and writes the settings of the page."""

    def __init__(self, app_settings: AppSettings) -> None:
        self._app_settings = app_settings

    @property
    def columns(self) -> list[CardColumn]:
        """The columns that are shown, in their order."""
        names = self._load_list("browse-columns")
        known = [CardColumn(name) for name in names if name in list(CardColumn)]
        return list(dict.fromkeys(known)) or list(DEFAULT_COLUMNS)

    @columns.setter
    def columns(self, columns: list[CardColumn]) -> None:
        self._save("browse-columns", [column.value for column in columns])

    @property
    def width_by_column(self) -> dict[CardColumn, int]:
        """The widths in pixels of the columns that the user has resized."""
        stored = self._load("browse-widths")
        if not isinstance(stored, dict):
            return {}
        return {
            CardColumn(name): width
            for name, width in stored.items()
            if name in list(CardColumn) and isinstance(width, int) and width > 0
        }

    @width_by_column.setter
    def width_by_column(self, widths: dict[CardColumn, int]) -> None:
        self._save("browse-widths", {column.value: width for column, width in widths.items()})

    @property
    def sort_column(self) -> CardColumn | None:
        """The column that the cards are sorted by; None for the order of decks and files."""
        names = self._load_list("browse-order")
        return CardColumn(names[0]) if names and names[0] in list(CardColumn) else None

    @property
    def is_descending(self) -> bool:
        """Whether the highest value comes first."""
        return self._load_list("browse-order")[1:] == ["descending"]

    def set_order(self, column: CardColumn | None, *, is_descending: bool) -> None:
        """Store the order."""
        direction = "descending" if is_descending else "ascending"
        self._save("browse-order", [] if column is None else [column.value, direction])

    @property
    def shows_notes(self) -> bool:
        """Whether the table shows notes instead of cards."""
        return self._load("browse-notes") is True

    @shows_notes.setter
    def shows_notes(self, value: bool) -> None:
        self._save("browse-notes", value)

    @property
    def hidden_panels(self) -> list[str]:
        """The names of the panels that the user has hidden."""
        return self._load_list("browse-hidden")

    @hidden_panels.setter
    def hidden_panels(self, names: list[str]) -> None:
        self._save("browse-hidden", names)

    @property
    def collapsed_filters(self) -> list[str]:
        """The keys of the collapsed rows of the filters."""
        return self._load_list("browse-collapsed")

    @collapsed_filters.setter
    def collapsed_filters(self, keys: list[str]) -> None:
        self._save("browse-collapsed", keys)

    def splitter_size(self, name: str) -> int:
        """Return the size in pixels of a part of the page; 0 if it was never changed."""
        stored = self._load(f"browse-{name}")
        return stored if isinstance(stored, int) and stored > 0 else 0

    def set_splitter_size(self, name: str, size: int) -> None:
        """Store the size of a part of the page."""
        self._save(f"browse-{name}", size)

    @property
    def recent_searches(self) -> list[str]:
        """The last searches, newest first."""
        return self._load_list("browse-searches")

    def add_recent_search(self, text: str) -> None:
        """Put a search first among the last ones."""
        others = [other for other in self.recent_searches if other != text]
        self._save("browse-searches", [text, *others][:_MAX_RECENT_SEARCHES])

    def _load_list(self, name: str) -> list[str]:
        stored = self._load(name)
        return [str(value) for value in stored] if isinstance(stored, list) else []

    def _load(self, name: str) -> object:
        try:
            return json.loads(self._app_settings.page_setting(name))
        except ValueError:
            return None

    def _save(self, name: str, value: object) -> None:
        self._app_settings.set_page_setting(name, json.dumps(value, ensure_ascii=False))
