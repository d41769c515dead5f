"""The command line: the same services without a window, and the start of the window."""

import gc
import io
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace

from studyapp import paths
from studyapp.cli.common import DONE, PROBLEMS, fail, folders_with_decks, open_collection, unknown_decks


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    _forgive_encodings()
    options = _options(sys.argv[1:] if arguments is None else arguments)
    for folder in options.decks:
        if not Path(folder).is_dir():
            return fail(f"{folder} is not a folder", PROBLEMS)
    folders = [paths.bundled_decks(), paths.data_folder(options.data) / "decks", *map(Path, options.decks)]
    options.folders = [folder.absolute() for folder in folders]
    try:
        return _run(options)
    except BrokenPipeError:
        return DONE  # the reader of our output went away: nothing to say, and nobody to say it to
    except KeyboardInterrupt:
        return 130
    finally:
        _let_go_of_output()


def _options(arguments: Sequence[str]) -> SimpleNamespace:
    options = SimpleNamespace(command="gui", data=None, decks=[])
    if not arguments:  # the window as most people start it: spared the reading of a command line
        return options
    from studyapp.cli.arguments import parsed

    return parsed(arguments, options)


def _run(options: SimpleNamespace) -> int:
    from studyapp.store.errors import StoreError

    try:
        status: int = _COMMANDS[options.command](options)
        print(end="", flush=True)  # a full disk is told here and not after our end
    except StoreError as error:
        return fail(str(error))
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        return fail(f"{error.filename or ''}: {error.strerror or error}".removeprefix(": "))
    return status


def _gui(options: SimpleNamespace) -> int:
    # What is loaded now stays until the end: looking through it for garbage would take a quarter of the start.
    gc.disable()
    from studyapp import display_check

    trouble = display_check.trouble()
    if trouble:
        return fail(trouble)
    from studyapp.desktop import run

    return run(paths.data_folder(options.data), options.folders)


def _check(options: SimpleNamespace) -> int:
    from studyapp.deckfiles.problems.problem import encode_problems
    from studyapp.services.library.deck_checking import check_files, deck_files, write_ids

    files = deck_files(options.path or folders_with_decks(options))
    if not files:
        return fail("no deck file (.yaml) there", PROBLEMS)
    if options.fix:
        for path, count in write_ids(files):
            print(f"{path}: {count} ids written", file=sys.stderr)
    found = check_files(files, style=options.style)
    if options.json:
        for row in json.loads(encode_problems(found.problems)):
            print(_json(row))
    else:
        for problem in found.problems:
            print(problem)
        print(f"{len(files)} files, {found.notes} notes, {len(found.problems)} problems")
    return PROBLEMS if found.problems else DONE


def _cards(options: SimpleNamespace) -> int:
    from studyapp.core.text.localized_text import LanguageChoice
    from studyapp.services.library.card_listing import list_cards

    collection, library = open_collection(options)
    with collection:
        unknown = unknown_decks(options.deck, library)
        if unknown:
            return fail(unknown, PROBLEMS)
        for row in list_cards(
            collection, library, options.deck or library.deck_ids, LanguageChoice(options.language)
        ):
            print(_json(row) if options.json else f"{row['card']}\t{row['question']!r}\t{row['answer']!r}")
    return DONE


def _review(options: SimpleNamespace) -> int:
    from studyapp.cli.terminal import TerminalSession, open_keys
    from studyapp.composition_root import system_clock
    from studyapp.core.text.localized_text import LanguageChoice
    from studyapp.services.options.study_options import clock_of
    from studyapp.services.study.study_session import begin_study

    collection, library = open_collection(options)
    with collection:
        unknown = unknown_decks(options.deck, library)
        if unknown:
            return fail(unknown, PROBLEMS)
        clock = clock_of(collection, system_clock())
        decks = options.deck or library.deck_ids
        study = begin_study(collection, clock, decks, LanguageChoice(options.language))
        with open_keys(sys.stdin) as keys:
            TerminalSession(study, keys, sys.stdout).run()
    return DONE


def _export(options: SimpleNamespace) -> int:
    from studyapp.cli.transfer import export_file

    return export_file(options)


def _import(options: SimpleNamespace) -> int:
    from studyapp.cli.transfer import import_file

    return import_file(options)


def _exchange(options: SimpleNamespace) -> int:
    from studyapp.cli.transfer import exchange_with_anki

    return exchange_with_anki(options)


def _stats(options: SimpleNamespace) -> int:
    from studyapp.composition_root import system_clock
    from studyapp.core.text.localized_text import LanguageChoice
    from studyapp.services.options.study_options import clock_of
    from studyapp.services.overview.statistics import statistics

    collection, library = open_collection(options)
    with collection:
        clock = clock_of(collection, system_clock())
        found = statistics(collection, library.deck_ids, clock, LanguageChoice(options.language))
    if options.json:
        print(json.dumps(found))
    else:
        for name, number in found.items():
            print(f"{name:>10} {number:>8}")
    return DONE


def _doctor(options: SimpleNamespace) -> int:
    from studyapp.core.study.scheduler import Scheduler
    from studyapp.services.overview.doctor import examine, rebuild

    collection, _ = open_collection(options)
    with collection:
        diagnosis = (rebuild if options.rebuild else examine)(collection, Scheduler())
    print(f"{diagnosis.entries} journal entries over {diagnosis.cards} cards")
    for damage in diagnosis.damage:
        print(f"the file is damaged: {damage}. Take the newest copy from the backups folder.")
    for card in diagnosis.astray:
        print(f"{card}: the schedule {'was' if options.rebuild else 'is'} not what the journal adds up to")
    if diagnosis.astray and not options.rebuild:
        print("run “studyapp doctor --rebuild” to make the schedule anew")
    sound = not diagnosis.damage and (options.rebuild or not diagnosis.astray)
    print("the schedule follows from the journal" if sound else "there are problems")
    return DONE if sound else PROBLEMS


def _let_go_of_output() -> None:
    """What can't be written now must not be tried again, and fail with a status of its own, at our end."""
    try:
        print(end="", flush=True)
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _json(row: object) -> str:
    """The row on one line, in letters that standard output has."""
    return json.dumps(row, ensure_ascii="utf" not in (sys.stdout.encoding or "").lower())


def _forgive_encodings() -> None:
    """What the terminal's encoding lacks is shown by its number, and what it sends wrong is passed over."""
    for stream, errors in ((sys.stdin, "replace"), (sys.stdout, "backslashreplace")):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=errors)


_COMMANDS = {
    "gui": _gui,
    "check": _check,
    "cards": _cards,
    "review": _review,
    "export": _export,
    "import": _import,
    "exchange": _exchange,
    "stats": _stats,
    "doctor": _doctor,
}
