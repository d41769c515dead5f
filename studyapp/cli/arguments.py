"""The words of the command line: commands and their options."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace

from studyapp import __version__


def parse_arguments(arguments: Sequence[str], defaults: SimpleNamespace) -> SimpleNamespace:
    """The options given, over the defaults; SystemExit with the usage when they make no sense."""
    options = _build_parser().parse_args(arguments, defaults)
    options.decks = [*options.decks, *vars(options).pop("more_decks", ())]
    return options


def _build_parser() -> argparse.ArgumentParser:
    places = argparse.ArgumentParser(add_help=False)
    places.add_argument(
        "--data", metavar="DIR", default=None, help="folder of your reviews (or STUDYAPP_DATA)"
    )
    places.add_argument(
        "--decks", metavar="DIR", action="append", default=[], help="one more folder of decks"
    )
    parser = argparse.ArgumentParser(
        "studyapp", description="Study decks written in plain text.", parents=[places]
    )
    parser.add_argument("--version", action="version", version=f"StudyApp {__version__}")
    # A sub-command's own default would overwrite what stood before its name.
    again = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    again.add_argument("--data", metavar="DIR", help="folder of your reviews (or STUDYAPP_DATA)")
    again.add_argument(
        "--decks", dest="more_decks", metavar="DIR", action="append", help="one more folder of decks"
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    parser.set_defaults(command="gui")
    _add_commands(commands, again)
    return parser


def _add_commands(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", shared_options: argparse.ArgumentParser
) -> None:
    """All of them; `again` holds the options that may stand on either side of a command."""

    def command(name: str, words: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=words, description=words, parents=[shared_options])

    def language(of: argparse.ArgumentParser) -> None:
        of.add_argument(
            "--language",
            choices=["en", "zh-Hant", "zh-Hans", "both", "both-zh-Hans"],
            default="both",
            help="languages of the cards",
        )

    command("gui", "open the window (the default)")
    check = command("check", "list all problems of deck files")
    check.add_argument("path", nargs="*", type=Path, metavar="PATH", help="files or folders; else all decks")
    check.add_argument("--json", action="store_true", help="one JSON object a problem")
    check.add_argument("--style", action="store_true", help="also how well the cards are written")
    check.add_argument("--fix", action="store_true", help="write missing ids into the files")
    cards = command("cards", "list the cards")
    cards.add_argument("--deck", metavar="ID", action="append", help="only this deck")
    cards.add_argument("--json", action="store_true", help="one JSON object a card")
    language(cards)
    review = command("review", "study in the terminal: Enter reveals, 1-4 rate, u undoes, q leaves")
    review.add_argument("deck", nargs="*", metavar="DECK", help="ids of decks; else all")
    language(review)
    export = command("export", "write an Anki package, or the cards as text; the ending of FILE says which")
    _add_export_options(export)
    language(export)
    import_ = command(
        "import",
        "take in an Anki package, a table or a page: notes into deck files, reviews into the journal",
    )
    import_.add_argument("file", type=Path, metavar="FILE", help=".apkg, .colpkg, .csv, .tsv, .txt or .md")
    exchange = command("exchange", "bring Anki and StudyApp together: Anki must be open, with AnkiConnect")
    _add_exchange_options(exchange)
    language(exchange)
    stats = command("stats", "count notes, cards and reviews")
    stats.add_argument("--json", action="store_true", help="as one JSON object")
    language(stats)
    doctor = command("doctor", "examine the collection")
    doctor.add_argument("--rebuild", action="store_true", help="make the schedule anew from the journal")


def _add_export_options(export: argparse.ArgumentParser) -> None:
    export.add_argument("file", type=Path, metavar="FILE", help=".apkg, .colpkg, .csv, .tsv or .md")
    export.add_argument(
        "--with-progress", action="store_true", help="with your reviews and where each card stands (.apkg)"
    )
    export.add_argument(
        "--preview", action="store_true", help="say what Anki would do with it, and write nothing"
    )
    export.add_argument(
        "--anki", type=Path, metavar="FILE", help="collection.anki2 to look into; else the one used last"
    )
    export.add_argument("--deck", metavar="ID", action="append", help="only this deck")


def _add_exchange_options(exchange: argparse.ArgumentParser) -> None:
    exchange.add_argument(
        "--notes-only", action="store_true", help="leave reviews alone, those there and those here"
    )
    exchange.add_argument("--deck", metavar="ID", action="append", help="only this deck")
    exchange.add_argument(
        "--address",
        metavar="URL",
        default="http://127.0.0.1:8765",
        help="where AnkiConnect listens; its key comes from STUDYAPP_ANKI_KEY",
    )
    exchange.add_argument("--elsewhere", action="store_true", help="the address may be of another machine")
