"""Numbers with their nouns on the command line."""

from collections.abc import Mapping


def count(number: int, noun: str, plural: str = "") -> str:
    """Return the number with the noun in the singular or plural, such as "1 note" or "2 entries"."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def format_counts(counts: Mapping[str, int]) -> list[str]:
    """Return a line for each number with its name, aligned."""
    return [f"{name:>10} {number:>8}" for name, number in counts.items()]
