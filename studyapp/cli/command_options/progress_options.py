"""The options of the commands about reviews and schedules."""

import argparse
from pathlib import Path

from studyapp.cli.command_options.language_options import add_language_option


def add_stats_options(stats: argparse.ArgumentParser) -> None:
    """Add the options of `studyapp stats`."""
    stats.add_argument("--json", action="store_true", help="Print one JSON object")
    stats.add_argument("--html", metavar="FILE", help="Write the statistics page to an HTML file instead")
    stats.add_argument("--counts", action="store_true", help="Only count notes, cards and reviews")
    deck_help = "Count this deck only (repeatable; default: all decks that are not hidden)"
    stats.add_argument("--deck", action="append", metavar="DECK", help=deck_help)
    search_help = (
        "Show the figures of the cards that match this query, in the search language of the browse page"
    )
    stats.add_argument("--search", metavar="QUERY", help=search_help)
    periods = ("month", "quarter", "year", "all")
    period_help = "The reviews that are counted: of the last 30, 90 or 365 days, or all (default)"
    stats.add_argument("--period", choices=periods, default="all", help=period_help)
    add_language_option(stats)


def add_optimize_options(optimize: argparse.ArgumentParser) -> None:
    """Add the options of `studyapp optimize`."""
    optimize.add_argument("--json", action="store_true", help="Print one JSON object")
    optimize.add_argument("--dry-run", action="store_true", help="Print the result without changing anything")
    actions = optimize.add_mutually_exclusive_group()
    actions.add_argument("--undo", action="store_true", help="Use the previous parameters again")
    actions.add_argument(
        "--reschedule",
        action="store_true",
        help="Set due dates by the parameters in use instead; can be undone in the window",
    )


def add_doctor_options(doctor: argparse.ArgumentParser) -> None:
    """Add the options of `studyapp doctor`."""
    actions = doctor.add_mutually_exclusive_group()
    actions.add_argument(
        "--rebuild",
        action="store_true",
        help="Rebuild the schedule from the review journal, and count the cards again",
    )
    actions.add_argument(
        "--correct-times",
        action="store_true",
        help="Correct the times of what was recorded while the clock was wrong; can be undone",
    )
    actions.add_argument(
        "--report",
        nargs="?",
        type=Path,
        const=Path(),
        metavar="FILE",
        help="Write a file for a bug report, without the text of your cards (default: in the folder “logs” of the data folder)",
    )
