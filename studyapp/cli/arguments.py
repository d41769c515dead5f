"""The argument parser of the command line."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace

from studyapp import __version__

_LANGUAGES = ("en", "zh-Hant", "zh-Hans", "both", "both-zh-Hans")


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
    review = add_command(
        "review", "Study in the terminal: Enter shows the answer, 1-4 rate, u undoes, q quits"
    )
    review.add_argument(
        "deck", nargs="*", metavar="DECK", help="Deck IDs (default: all decks that are not hidden)"
    )
    _add_language_option(review)
    _add_export_options(
        add_command(
            "export",
            "Export decks to an Anki package or a text file; the extension of FILE selects the format",
        )
    )
    _add_import_options(
        add_command(
            "import",
            "Import notes and reviews from an Anki package, or notes from a table or a Markdown file",
        )
    )
    _add_exchange_options(
        add_command(
            "exchange", "Sync notes and reviews with a running Anki, both ways (requires AnkiConnect)"
        )
    )
    stats = add_command("stats", "Show the number of notes, cards and reviews, and how well they are known")
    _add_stats_options(stats)
    add_command("backup", "Back up your reviews, decks, media and settings now")
    _add_restore_options(add_command("restore", "Restore a backup; the collection that it replaces is kept"))
    _add_doctor_options(
        add_command("doctor", "Check the collection for damage and wrong times, and the schedule for errors")
    )


def _add_stats_options(stats: argparse.ArgumentParser) -> None:
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
    _add_language_option(stats)


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


def _add_language_option(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--language",
        choices=_LANGUAGES,
        default="both",
        help="Languages on the cards (default: %(default)s)",
    )


def _add_language_option_of_window(command: argparse.ArgumentParser) -> None:
    """Add the option for what Anki gets: with another default than the window's, each would undo the other."""
    command.add_argument(
        "--language",
        choices=_LANGUAGES,
        help="Languages on the cards (default: as in the window)",
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
    _add_language_option(cards)


def _add_export_options(export: argparse.ArgumentParser) -> None:
    export.add_argument(
        "file", type=Path, metavar="FILE", help="File to write: .apkg, .colpkg, .csv, .tsv or .md"
    )
    export.add_argument(
        "--with-progress",
        action="store_true",
        help="Include your progress: reviews and scheduling (.apkg; a .colpkg always includes it)",
    )
    export.add_argument(
        "--preview",
        action="store_true",
        help="Show what importing the export would change in Anki, without writing a file",
    )
    export.add_argument(
        "--anki",
        type=Path,
        metavar="FILE",
        help="With --preview: the Anki collection (collection.anki2) to compare with (default: the one used last)",
    )
    export.add_argument("--deck", metavar="ID", action="append", help="Only this deck (repeatable)")
    _add_language_option_of_window(export)


def _add_import_options(import_: argparse.ArgumentParser) -> None:
    from studyapp.cli.tables.table_options import add_table_options
    from studyapp.core.transfer.import_suffixes import IMPORT_SUFFIXES

    import_.add_argument(
        "file", type=Path, metavar="FILE", help=f"File to import: {', '.join(IMPORT_SUFFIXES)}"
    )
    import_.add_argument(
        "--conflicts",
        choices=("ask", "leave", "here", "anki"),
        default="ask",
        help="Which version to keep if the same field of a note was changed here and in Anki: ask for each note, leave both as they "
        "are, or keep the one here or in Anki (default: %(default)s; without a terminal, the notes are only listed)",
    )
    add_table_options(import_)


def _add_exchange_options(exchange: argparse.ArgumentParser) -> None:
    exchange.add_argument("--notes-only", action="store_true", help="Sync notes only, no reviews")
    exchange.add_argument("--deck", metavar="ID", action="append", help="Only this deck (repeatable)")
    exchange.add_argument(
        "--address",
        metavar="URL",
        default="http://127.0.0.1:8765",
        help="Address of AnkiConnect (default: %(default)s); set STUDYAPP_ANKI_KEY if it requires an API key",
    )
    exchange.add_argument(
        "--elsewhere",
        action="store_true",
        help="Allow an address on another computer (cards and API key are sent unencrypted)",
    )
    exchange.add_argument(
        "--yes", action="store_true", help="Don't ask before anything is changed, for scripts"
    )
    exchange.add_argument(
        "--ankiweb", action="store_true", help="Let Anki sync with AnkiWeb before and afterwards"
    )
    exchange.add_argument(
        "--conflicts",
        choices=["leave", "here", "anki"],
        default="leave",
        help="Which version to keep of notes that were changed here and in Anki (default: %(default)s both alone)",
    )
    exchange.add_argument(
        "--deleted-in-anki",
        choices=["leave", "send", "delete"],
        default="leave",
        help="Send notes deleted in Anki again, or delete them here too (default: %(default)s)",
    )
    exchange.add_argument(
        "--deleted-here",
        choices=["leave", "delete"],
        default="leave",
        help="Delete notes that were deleted or retired here in Anki too (default: %(default)s)",
    )
    exchange.add_argument("--skip-new", action="store_true", help="Don't add notes that were added in Anki")
    _add_language_option_of_window(exchange)


def _add_doctor_options(doctor: argparse.ArgumentParser) -> None:
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
