"""Generation of deck files for benchmarks. The same size always gives the same deck."""

from pathlib import Path


def write_deck(path: Path, notes: int) -> None:
    """Write a deck file with this number of basic notes."""
    lines = ["deck: measured", "title: Measured", "notes:"]
    for number in range(notes):
        lines.append(f"  - id: n{number}")
        lines.append(f'    front: "What is item {number} of the list?"')
        lines.append(f'    back: "Answer **{number}**, in a few more words."')
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
