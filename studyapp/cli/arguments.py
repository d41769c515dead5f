"""The argument parser of the command line."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace

from studyapp import __version__
from studyapp.cli.command_options.language_options import add_language_option
from studyapp.cli.command_options.plan_options import add_plan_options
from studyapp.cli.command_options.progress_options import (
    add_doctor_options,
    add_optimize_options,
    add_stats_options,
)
from studyapp.cli.command_options.simulation_options import add_simulate_options
from studyapp.cli.command_options.transfer_options import (
    add_exchange_options,
    add_export_options,
    add_import_options,
)


def parse_arguments(arguments: Sequence[str], defaults: SimpleNamespace) -> SimpleNamespace:
    """Parse the arguments into `defaults`, which is modified and returned.

    Raises SystemExit, after printing the usage, if they are not valid.
    """
    if _are_global_options(arguments):
        # The usual start of the window: the parser with all commands takes longer to build.
        options = _build_global_parser().parse_args(arguments, defaults)
        options.command = "gui"
        return options
    options = _build_parser().parse_args(arguments, defaults)
    options.decks = [*options.decks, *vars(options).pop("more_decks", ())]
    return options


def _are_global_options(arguments: Sequence[str]) -> bool:
    try:
        return not _build_global_parser().parse_known_args(arguments, SimpleNamespace())[1]
    except argparse.ArgumentError:
        return False


def _build_global_parser() -> argparse.ArgumentParser:
    global_options = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    global_options.add_argument(
        "--data",
        metavar="DIR",
        default=None,
        help="Data folder (default: STUDYAPP_DATA, else the platform's data folder)",
    )
    global_options.add_argument(
        "--decks",
        metavar="DIR",
        action="append",
        default=[],
        help="Also use the decks in this folder (repeatable)",
    )
    return global_options


def _build_parser() -> argparse.ArgumentParser:
    global_options = _build_global_parser()
    parser = argparse.ArgumentParser(
        "studyapp", description="Study plain-text decks with spaced repetition.", parents=[global_options]
    )
    parser.add_argument("--version", action="version", version=f"StudyApp {__version__}")
    # Defaults of a subcommand would overwrite options given before its name.
    subcommand_options = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    subcommand_options.add_argument(
        "--data", metavar="DIR", help="Data folder (default: STUDYAPP_DATA, else the platform's data folder)"
    )
    subcommand_options.add_argument(
        "--decks",
        dest="more_decks",
        metavar="DIR",
        action="append",
        help="Also use the decks in this folder (repeatable)",
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    parser.set_defaults(command="gui")
    _add_commands(commands, subcommand_options)
    return parser


def _add_commands(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", shared_options: argparse.ArgumentParser
) -> None:
    def add_command(name: str, help_text: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=help_text, description=help_text, parents=[shared_options])

    add_command("gui", "Open the window (default)")
    _add_check_options(add_command("check", "Check deck files for problems"))
    _add_cards_options(add_command("cards", "List cards"))
    _add_add_options(add_command("add", "Add a note to a deck"))
    edit = add_command("edit", "Edit the lines of a note in your editor (VISUAL or EDITOR)")
    edit.add_argument("note", metavar="NOTE", help="The note as DECK/ID")
    _add_review_options(
        add_command("review", "Study in the terminal: Enter shows the answer, 1-4 rate, u undoes, q quits")
    )
    add_export_options(
        add_command(
            "export",
            "Export decks to an Anki package or a text file; the extension of FILE selects the format",
        )
    )
    add_import_options(
        add_command(
            "import",
            "Import notes and reviews from an Anki package, or notes from a table or a Markdown file",
        )
    )
    add_exchange_options(
        add_command(
            "exchange", "Sync notes and reviews with a running Anki, both ways (requires AnkiConnect)"
        )
    )
    stats = add_command("stats", "Show the number of notes, cards and reviews, and how well they are known")
    add_stats_options(stats)
    add_simulate_options(add_command("simulate", "Simulate the reviews and minutes of the coming days"))
    add_optimize_options(
        add_command("optimize", "Fit the parameters of FSRS to your reviews; due dates stay as they are")
    )
    plan = add_command("plan", "Show and change what is planned: exams, days off and overdue cards")
    add_plan_options(plan, shared_options)
    add_command("backup", "Back up your reviews, decks, media and settings now")
    _add_restore_options(add_command("restore", "Restore a backup; the collection that it replaces is kept"))
    add_doctor_options(
        add_command("doctor", "Check the collection for damage and wrong times, and the schedule for errors")
    )


def _add_review_options(review: argparse.ArgumentParser) -> None:
    review.add_argument(
        "deck", nargs="*", metavar="DECK", help="Deck IDs (default: all decks that are not hidden)"
    )
    add_language_option(review)


def _add_add_options(add: argparse.ArgumentParser) -> None:
    add.add_argument("deck", metavar="DECK", help="Deck ID")
    add.add_argument("--type", metavar="TYPE", help="Note type (default: the one that the fields determine)")
    for name in ("front", "back"):
        add.add_argument(f"--{name}", metavar="TEXT", help=f"The field `{name}`")
    add.add_argument("--tags", metavar="TAGS", help="Tags, separated by spaces")
    add.add_argument(
        "--field",
        action="append",
        default=[],
        metavar="NAME=TEXT",
        help="Any other field (repeatable); also a field of a custom note type",
    )
    add.add_argument(
        "--json", action="store_true", help="Read one note a line from standard input, each a JSON object"
    )


def _add_restore_options(restore: argparse.ArgumentParser) -> None:
    restore.add_argument(
        "backup", nargs="?", metavar="BACKUP", help="Name of the backup as listed (default: the newest)"
    )
    restore.add_argument("--list", action="store_true", help="List the backups")
    restore.add_argument(
        "--files", action="store_true", help="Also replace deck files, media and settings that have changed"
    )
    restore.add_argument(
        "--start-over",
        action="store_true",
        help="Restore no backup; recover only what can be read of a damaged collection",
    )


def _add_check_options(check: argparse.ArgumentParser) -> None:
    check.add_argument(
        "path", nargs="*", type=Path, metavar="PATH", help="Deck files or folders (default: all deck folders)"
    )
    check.add_argument("--json", action="store_true", help="Print one JSON object per problem")
    check.add_argument("--style", action="store_true", help="Also check how well the cards are written")
    check.add_argument("--fix", action="store_true", help="Add missing IDs to the files")


def _add_cards_options(cards: argparse.ArgumentParser) -> None:
    cards.add_argument(
        "query",
        nargs="*",
        metavar="QUERY",
        help="Only the cards that match, such as 'tag:verb is:due'; write -- before a query that begins with a hyphen",
    )
    cards.add_argument("--deck", metavar="ID", action="append", help="Only this deck (repeatable)")
    cards.add_argument("--json", action="store_true", help="Print one JSON object per card")
    add_language_option(cards)
