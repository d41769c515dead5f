"""Write docs/coverage.md, which lists the notes that teach each statement of the article (`make coverage`).

The statements are in docs/coverage/, with one file per section, paraphrased. Each lists the notes that teach it.
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
    """A statement of the article, and the keys of the notes that teach it."""

    says: str
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Section:
    """A section of the article."""

    name: str
    title: str
    statements: tuple[Statement, ...]


def sections() -> Iterator[Section]:
    """Yield the sections in the order of the article."""
    for name in ORDER:
        values = yaml.safe_load((STATEMENTS / f"{name}.yaml").read_text("utf-8"))
        statements = (Statement(entry["says"], tuple(entry["notes"])) for entry in values["statements"])
        yield Section(str(values["section"]), values["title"], tuple(statements))


def decks() -> list[Deck]:
    """Return the bundled decks."""
    results = (read_deck(path) for path in sorted(DECKS.glob("*.yaml")))
    return [result.deck for result in results if result.deck]


def table() -> str:
    """Return the text of docs/coverage.md."""
    all_sections, bundled_decks = list(sections()), decks()
    note_count = sum(len(deck.notes) for deck in bundled_decks)
    statement_count = sum(len(section.statements) for section in all_sections)
    lines = [_HEAD.format(statements=statement_count, notes=note_count, decks=len(bundled_decks))]
    for section in all_sections:
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
