"""Cards as text: a table for spreadsheets, or a page to read and to print."""

import csv
import io
import itertools
import re
from collections.abc import Iterator, Mapping

from studyapp.core.text import LanguageChoice
from studyapp.services.library import Library
from studyapp.services.listing import list_cards
from studyapp.store.collection import Collection

COLUMNS = ("deck", "note", "type", "section", "evidence", "tags", "question", "answer", "why")
_SEPARATORS = {".csv": ",", ".tsv": "\t"}
_STRUCTURE = re.compile(r"^(\s*)([#>+*-]|\d+[.)])", re.MULTILINE)
"""What would begin a heading, a list or a quotation at the beginning of a line."""


def as_text(
    collection: Collection, library: Library, decks: tuple[str, ...], choice: LanguageChoice, ending: str
) -> tuple[str, int]:
    """The cards of these decks in the form that a file's ending names (.csv, .tsv or .md), and their number."""
    rows = list(list_cards(collection, library, decks, choice))
    if ending == ".md":
        return _page(rows, library.titles(choice)), len(rows)
    return _table(rows, _SEPARATORS[ending]), len(rows)


def _table(rows: list[dict[str, object]], separator: str) -> str:
    written = io.StringIO()
    table = csv.DictWriter(written, COLUMNS, delimiter=separator, extrasaction="ignore", lineterminator="\n")
    table.writeheader()
    for row in rows:
        tags = row["tags"]
        assert isinstance(tags, list)
        table.writerow({**row, "tags": " ".join(tags)})
    return written.getvalue()


def _page(rows: list[dict[str, object]], titles: Mapping[str, str]) -> str:
    return "\n".join(itertools.chain.from_iterable(_part(*group, titles) for group in _by_deck(rows)))


def _by_deck(rows: list[dict[str, object]]) -> Iterator[tuple[str, list[dict[str, object]]]]:
    for deck, cards in itertools.groupby(rows, key=lambda row: str(row["deck"])):
        yield deck, list(cards)


def _part(deck: str, cards: list[dict[str, object]], titles: Mapping[str, str]) -> Iterator[str]:
    yield f"# {' '.join(titles.get(deck, deck).split())}\n"
    for card in cards:
        yield f"**{_inline(str(card['question']))}**\n"
        for side in (card["answer"], card["why"]):
            if side:
                yield f"{_plain(str(side))}\n"


def _inline(words: str) -> str:
    return " ".join(_plain(words).split())


def _plain(words: str) -> str:
    """Words that Markdown shows as they are."""
    escaped = re.sub(r"([\\`*_\[\]<>])", r"\\\1", words)
    return _STRUCTURE.sub(r"\1\\\2", escaped)
