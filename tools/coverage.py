"""Write docs/coverage.md: which notes teach which statement of the article. `make coverage`.

The statements stand in docs/coverage/, one file a section, in our own words; each names the notes that teach it.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from studyapp.core.notes.deck import Deck
from studyapp.deckfiles.reading.deck_reading import read_deck

ROOT = Path(__file__).parents[1]
STATEMENTS, TABLE, DECKS = ROOT / "docs" / "coverage", ROOT / "docs" / "coverage.md", ROOT / "decks"
ORDER = ("0", "1", "2", "3", "3.1", "3.2", "4", "5", "6", "7", "FAQ", "appendix")

_HEAD = """# What the bundled decks teach

Made by `make coverage` from `docs/coverage/`, where the statements of the article stand in our own words; mend them there. Each line is one
statement and the notes that teach it. {statements} statements, {notes} notes in {decks} decks.
"""


@dataclass(frozen=True)
class Statement:
    """Something the article says, and the keys of the notes that teach it."""

    says: str
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Section:
    """A section of the article."""

    name: str
    title: str
    statements: tuple[Statement, ...]


def sections() -> Iterator[Section]:
    """The sections in the article's order."""
    for name in ORDER:
        values = yaml.safe_load((STATEMENTS / f"{name}.yaml").read_text("utf-8"))
        statements = (Statement(one["says"], tuple(one["notes"])) for one in values["statements"])
        yield Section(str(values["section"]), values["title"], tuple(statements))


def decks() -> list[Deck]:
    """The bundled decks."""
    readings = (read_deck(path) for path in sorted(DECKS.glob("*.yaml")))
    return [reading.deck for reading in readings if reading.deck]


def table() -> str:
    """The whole page."""
    found, bundled = list(sections()), decks()
    notes = sum(len(deck.notes) for deck in bundled)
    count = sum(len(section.statements) for section in found)
    lines = [_HEAD.format(statements=count, notes=notes, decks=len(bundled))]
    for section in found:
        lines += [f"## {section.name}. {section.title}", "", "| The article says | Notes |", "| --- | --- |"]
        for statement in section.statements:
            says = statement.says.replace("|", "\\|")
            lines.append(f"| {says} | {', '.join(f'`{note}`' for note in statement.notes)} |")
        lines.append("")
    return "\n".join(lines)


def main() -> int:
    TABLE.write_text(table(), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
