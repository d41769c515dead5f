"""What the page shows: which cards, and how far back."""

from typing import NamedTuple

from studyapp.core.statistics.periods import Period


class StatisticsFilter(NamedTuple):
    """The decks under a row of the deck tree (empty for all), a query, and a period."""

    node_key: str = ""
    query: str = ""
    period: Period = Period.YEAR
