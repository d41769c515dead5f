"""The options of the command that simulates the coming days."""

import argparse
from collections.abc import Callable

from studyapp.cli.command_options.language_options import add_language_option
from studyapp.core.options.daily_options import MAX_CARDS
from studyapp.core.options.option_descriptor import MINUTES_A_DAY
from studyapp.core.options.scheduling_options import MAX_RETENTION, MIN_RETENTION

_MAX_DAYS = 3650


def add_simulate_options(simulate: argparse.ArgumentParser) -> None:
    """Add the options of `studyapp simulate`."""
    simulate.add_argument(
        "--days",
        type=_number(1, _MAX_DAYS),
        default=365,
        metavar="N",
        help="Days to simulate (default: %(default)s)",
    )
    simulate.add_argument(
        "--retention",
        type=_number(MIN_RETENTION, MAX_RETENTION),
        metavar="PERCENT",
        help="Desired retention (default: that of the options)",
    )
    simulate.add_argument(
        "--minutes",
        type=_number(0, MINUTES_A_DAY),
        metavar="M",
        help="Minutes per day, 0 for no plan (default: those of the options)",
    )
    simulate.add_argument(
        "--new",
        type=_number(0, MAX_CARDS),
        metavar="N",
        help="New cards per day over all decks (default: the limits of the options)",
    )
    deck_help = "Simulate this deck only (repeatable; default: all decks that are not hidden)"
    simulate.add_argument("--deck", action="append", metavar="DECK", help=deck_help)
    simulate.add_argument("--json", action="store_true", help="Print one JSON object with all days")
    add_language_option(simulate)


def _number(minimum: int, maximum: int) -> Callable[[str], int]:
    """Return the parser of a whole number in this range."""

    def parse(text: str) -> int:
        if not text.isdecimal() or not minimum <= int(text) <= maximum:
            raise argparse.ArgumentTypeError(f"{text} is not a whole number from {minimum} to {maximum}")
        return int(text)

    return parse
