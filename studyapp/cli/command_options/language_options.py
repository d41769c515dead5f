"""The option for the languages on the cards."""

import argparse

_LANGUAGES = ("en", "zh-Hant", "zh-Hans", "both", "both-zh-Hans")


def add_language_option(command: argparse.ArgumentParser) -> None:
    """Add the option for the languages on the cards."""
    command.add_argument(
        "--language",
        choices=_LANGUAGES,
        default="both",
        help="Languages on the cards (default: %(default)s)",
    )


def add_language_option_of_window(command: argparse.ArgumentParser) -> None:
    """Add the option for what Anki gets: with another default than the window's, each would undo the other."""
    command.add_argument(
        "--language",
        choices=_LANGUAGES,
        help="Languages on the cards (default: as in the window)",
    )
