"""The options of the command that plans exams and days off."""

import argparse
from datetime import date


def add_plan_options(plan: argparse.ArgumentParser, shared_options: argparse.ArgumentParser) -> None:
    """Add the actions of the command: what is planned is shown without any."""
    plan.set_defaults(action="list", json=False)
    actions = plan.add_subparsers(dest="action", metavar="ACTION")

    def add_action(name: str, help_text: str) -> argparse.ArgumentParser:
        return actions.add_parser(name, help=help_text, description=help_text, parents=[shared_options])

    listing = add_action(
        "list", "Show exams with their new cards and expected shares, and days off (default)"
    )
    listing.add_argument("--json", action="store_true", help="Print one JSON object")
    _add_exam_options(add_action("add-exam", "Add an exam"))
    removed = add_action("remove-exam", "Remove an exam; due dates stay")
    removed.add_argument("name", metavar="NAME", help="The name of the exam")
    days = add_action("add-days-off", "Mark days on which you won't study, and say what they cost")
    _add_days(days)
    days.add_argument(
        "--move",
        choices=("before", "after"),
        help="Move the reviews of these days before or after them (default: leave them)",
    )
    days.add_argument("--dry-run", action="store_true", help="Only say what it would cost")
    _add_days(add_action("remove-days-off", "Study on these days after all; due dates stay"))
    _add_overdue_options(
        add_action("spread-overdue", "Spread overdue cards over several days, and pause new cards meanwhile")
    )
    add_action("resume-new-cards", "End the pause of new cards; due dates stay")


def _add_days(action: argparse.ArgumentParser) -> None:
    action.add_argument(
        "first", metavar="FIRST", type=date.fromisoformat, help="The first day, as 2027-01-31"
    )
    action.add_argument(
        "last", metavar="LAST", type=date.fromisoformat, nargs="?", help="The last day (default: the first)"
    )


def _add_overdue_options(overdue: argparse.ArgumentParser) -> None:
    length = overdue.add_mutually_exclusive_group()
    length.add_argument(
        "--minutes",
        type=_positive_number,
        metavar="N",
        help="Minutes of reviews a day (default: those of the deck options or of your usual days)",
    )
    length.add_argument(
        "--days",
        type=_positive_number,
        metavar="N",
        help="The number of days, with as many minutes as needed",
    )
    overdue.add_argument("--no-pause", action="store_true", help="Go on with new cards")
    overdue.add_argument("--dry-run", action="store_true", help="Only say what would be done")
    overdue.add_argument("--json", action="store_true", help="Print one JSON object")


def _positive_number(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text} is not above 0")
    return number


def _add_exam_options(exam: argparse.ArgumentParser) -> None:
    exam.add_argument("name", metavar="NAME", help="What to call the exam")
    exam.add_argument(
        "day", metavar="DATE", type=date.fromisoformat, help="The day of the exam, as 2027-01-31"
    )
    exam.add_argument(
        "--search", metavar="QUERY", help="Its cards, in the search language of the browse page"
    )
    exam.add_argument(
        "--deck",
        action="append",
        metavar="DECK",
        help="A deck with its cards (repeatable; default: all decks, also those added later)",
    )
    exam.add_argument(
        "--target",
        type=int,
        default=90,
        metavar="PERCENT",
        help="The share to recall, from 50 to 99 (default: 90)",
    )
    exam.add_argument(
        "--replace", action="store_true", help="Replace the exam with this name, if there is one"
    )
    exam.add_argument(
        "--bring-forward",
        action="store_true",
        help="Make cards that are due after the exam due shortly before it",
    )
