"""Numbers with their nouns on the command line."""


def count(number: int, noun: str, plural: str = "") -> str:
    """Return the number with the noun in the singular or plural, such as "1 note" or "2 entries"."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"
