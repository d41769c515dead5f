"""The options of `studyapp export`, `import` and `exchange`."""

import argparse
from pathlib import Path

from studyapp.cli.command_options.language_options import add_language_option_of_window


def add_export_options(export: argparse.ArgumentParser) -> None:
    """Add the options of `studyapp export`."""
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
    add_language_option_of_window(export)


def add_import_options(import_: argparse.ArgumentParser) -> None:
    """Add the options of `studyapp import`."""
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


def add_exchange_options(exchange: argparse.ArgumentParser) -> None:
    """Add the options of `studyapp exchange`."""
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
    add_language_option_of_window(exchange)
