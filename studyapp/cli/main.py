"""The entry point of the command line, which also opens the window."""

import gc
import io
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace

from studyapp import paths
from studyapp.cli.common import (
    EXIT_OK,
    EXIT_PROBLEMS,
    count,
    describe_unknown_decks,
    find_deck_folders,
    open_collection,
    report_failure,
)
from studyapp.terminal_output import flush_output, print_json_line, print_line


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    _tolerate_encoding_errors()
    options = _parse_options(sys.argv[1:] if arguments is None else arguments)
    try:
        return _run_checked(options)
    except BrokenPipeError:
        return EXIT_OK  # the program that reads the output has exited
    except KeyboardInterrupt:
        return 130
    except Exception as error:  # noqa: BLE001 - an error in the program is reported, not shown as a traceback
        from studyapp.cli.unexpected_errors import report_unexpected_error

        return report_unexpected_error(error, paths.data_folder(options.data))
    finally:
        _discard_unwritable_output()


def _run_checked(options: SimpleNamespace) -> int:
    """Check the folders in the options and run the command."""
    for folder in options.decks:
        if not Path(folder).is_dir():
            return report_failure(f"{folder} is not a folder", EXIT_PROBLEMS)
    folders = [
        paths.bundled_decks_folder(),
        paths.data_folder(options.data) / "decks",
        *map(Path, options.decks),
    ]
    options.folders = [folder.absolute() for folder in folders]
    return _run_command(options)


def _parse_options(arguments: Sequence[str]) -> SimpleNamespace:
    options = SimpleNamespace(command="gui", data=None, decks=[])
    if not arguments:  # the most common start: skip loading argparse
        return options
    from studyapp.cli.arguments import parse_arguments

    return parse_arguments(arguments, options)


def _run_command(options: SimpleNamespace) -> int:
    from studyapp.core.text.translatable import TranslatableError

    try:
        if options.command == "gui":
            return _run_gui(options)
        from studyapp.cli.command_log import command_log

        with command_log(options.command, paths.data_folder(options.data)) as results:
            status: int = _RUNNER_BY_COMMAND[options.command](options)
            if options.command in _COMMANDS_THAT_RECORD:
                _back_up_automatically(options)
            flush_output()  # raises an error such as a full disk now, not at interpreter exit
            results["status"] = status
    except TranslatableError as error:
        return report_failure(str(error))
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        return report_failure(f"{error.filename or ''}: {error.strerror or error}".removeprefix(": "))
    return status


def _back_up_automatically(options: SimpleNamespace) -> None:
    from studyapp.cli.backups import back_up_automatically

    back_up_automatically(options)


def _run_gui(options: SimpleNamespace) -> int:
    # Everything loaded at startup stays in use, and collecting garbage would take a quarter of the startup time.
    gc.disable()
    from studyapp import display_check

    problem = display_check.find_display_problem()
    if problem:
        return report_failure(problem)
    from studyapp.ui.kit.import_hook import remove_import_hook

    remove_import_hook()
    from studyapp.desktop_startup import run_desktop

    return run_desktop(paths.data_folder(options.data), options.folders)


def _run_check(options: SimpleNamespace) -> int:
    from studyapp.deckfiles.problems.problem import encode_problems
    from studyapp.services.library.deck_checking import add_missing_ids, check_deck_files, find_deck_files

    files = find_deck_files(options.path or find_deck_folders(options))
    if not files:
        return report_failure("no deck files (.yaml, .yml) found", EXIT_PROBLEMS)
    if options.fix:
        for path, id_count in add_missing_ids(files):
            print_line(f"{path}: {count(id_count, 'ID')} added", output=sys.stderr)
    result = check_deck_files(files, style=options.style, bundled_folder=paths.bundled_decks_folder())
    if options.json:
        for row in json.loads(encode_problems(result.problems)):
            print_json_line(row)
    else:
        for problem in result.problems:
            print_line(problem)
        numbers = ((len(files), "file"), (result.note_count, "note"), (len(result.problems), "problem"))
        print_line(", ".join(count(number, noun) for number, noun in numbers))
    return EXIT_PROBLEMS if result.problems else EXIT_OK


def _run_cards(options: SimpleNamespace) -> int:
    from studyapp.cli.card_listing import run_cards

    return run_cards(options)


def _run_add(options: SimpleNamespace) -> int:
    from studyapp.cli.note_adding import run_add

    return run_add(options)


def _run_edit(options: SimpleNamespace) -> int:
    from studyapp.cli.note_editing import run_edit

    return run_edit(options)


def _run_review(options: SimpleNamespace) -> int:
    from studyapp.cli.common import make_edit_environment
    from studyapp.cli.messages.clock_messages import format_clock_warning
    from studyapp.cli.terminal import TerminalSession, open_key_reader
    from studyapp.core.text.localized_text import CardLanguages
    from studyapp.services.editing.session_undo import SessionUndo
    from studyapp.services.options.option_storage import make_study_clock
    from studyapp.services.overview.clock_check import check_clock
    from studyapp.services.study.session_creation import create_session
    from studyapp.system_dependencies import system_clock

    collection, library = open_collection(options)
    with collection:
        unknown = describe_unknown_decks(options.deck, library)
        if unknown:
            return report_failure(unknown, EXIT_PROBLEMS)
        clock = make_study_clock(collection, system_clock())
        warning = check_clock(collection, clock)
        if warning is not None:
            print_line(f"studyapp: {format_clock_warning(warning, clock)}", output=sys.stderr)
        decks = options.deck or library.visible_deck_ids
        step_undo = SessionUndo(lambda: make_edit_environment(options, collection, library))
        session = create_session(
            collection, clock, decks, CardLanguages(options.language), step_undo=step_undo
        )
        with open_key_reader(sys.stdin) as next_key:
            TerminalSession(session, next_key, sys.stdout).run()
    return EXIT_OK


def _run_export(options: SimpleNamespace) -> int:
    from studyapp.cli.transfer import run_export

    return run_export(options)


def _run_import(options: SimpleNamespace) -> int:
    from studyapp.cli.transfer import run_import

    return run_import(options)


def _run_exchange(options: SimpleNamespace) -> int:
    from studyapp.cli.exchange import run_exchange

    return run_exchange(options)


def _run_backup(options: SimpleNamespace) -> int:
    from studyapp.cli.backups import run_backup

    return run_backup(options)


def _run_restore(options: SimpleNamespace) -> int:
    from studyapp.cli.backups import run_restore

    return run_restore(options)


def _run_stats(options: SimpleNamespace) -> int:
    from studyapp.cli.stats import run_stats

    return run_stats(options)


def _run_simulate(options: SimpleNamespace) -> int:
    from studyapp.cli.planning.simulate import print_simulation

    collection, library = open_collection(options)
    with collection:
        unknown = describe_unknown_decks(options.deck, library)
        if unknown:
            return report_failure(unknown, EXIT_PROBLEMS)
        print_simulation(options, collection, library)
    return EXIT_OK


def _run_optimize(options: SimpleNamespace) -> int:
    if options.undo and options.dry_run:
        return report_failure("--undo and --dry-run can't be combined", EXIT_PROBLEMS)
    from studyapp.cli.planning.optimize import run_optimize

    run_optimize(options)
    return EXIT_OK


def _run_plan(options: SimpleNamespace) -> int:
    from studyapp.cli.planning.plan import run_plan
    from studyapp.services.options.option_storage import make_study_clock
    from studyapp.system_dependencies import system_clock

    collection, library = open_collection(options)
    with collection:
        clock = make_study_clock(collection, system_clock())
        problem = describe_unknown_decks(getattr(options, "deck", None), library) or run_plan(
            options, collection, library, clock
        )
    return report_failure(problem, EXIT_PROBLEMS) if problem else EXIT_OK


def _run_doctor(options: SimpleNamespace) -> int:
    if options.report is not None:
        from studyapp.cli.bug_report import write_bug_report

        return write_bug_report(options)
    from studyapp.cli.doctor import run_doctor

    return run_doctor(options)


def _discard_unwritable_output() -> None:
    """Redirect standard output to the null device if it can't be flushed.

    Otherwise, the interpreter would flush it again at exit and change the exit status.
    """
    try:
        flush_output()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _tolerate_encoding_errors() -> None:
    """Escape output that the encoding lacks, and replace input that it can't decode."""
    for stream, errors in ((sys.stdin, "replace"), (sys.stdout, "backslashreplace")):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=errors)


_RUNNER_BY_COMMAND = {
    "check": _run_check,
    "cards": _run_cards,
    "add": _run_add,
    "edit": _run_edit,
    "review": _run_review,
    "export": _run_export,
    "import": _run_import,
    "exchange": _run_exchange,
    "stats": _run_stats,
    "simulate": _run_simulate,
    "plan": _run_plan,
    "backup": _run_backup,
    "restore": _run_restore,
    "optimize": _run_optimize,
    "doctor": _run_doctor,
}

_COMMANDS_THAT_RECORD = frozenset({"add", "edit", "review", "import", "exchange", "plan"})
"""The commands after which a backup is made, if they changed anything."""
