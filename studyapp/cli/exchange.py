"""The command that syncs with a running Anki."""

import os
import sys
from collections.abc import Callable
from types import SimpleNamespace
from typing import TYPE_CHECKING

from studyapp.cli.common import (
    EXIT_OK,
    EXIT_PROBLEMS,
    describe_unknown_decks,
    open_collection,
    report_failure,
)
from studyapp.diagnostics.program_log import log_event, numbers_of
from studyapp.terminal_output import print_line

if TYPE_CHECKING:
    from studyapp.anki.live.live_anki import LiveAnki
    from studyapp.services.exchange.anki_sync import SyncRequest
    from studyapp.services.exchange.sync_decisions import SyncDecisions
    from studyapp.services.library.deck_library import Library
    from studyapp.store.collection import Collection

ANKICONNECT_KEY_VARIABLE = "STUDYAPP_ANKI_KEY"
"""The environment variable with the AnkiConnect API key. Command lines are visible to other users."""


def run_exchange(options: SimpleNamespace) -> int:
    """Run `studyapp exchange` and return the exit status."""
    from studyapp.anki.live.ankiconnect import AnkiConnectError, ConnectProblem
    from studyapp.core.transfer.unreadable_file import UnreadableFileError

    collection, library = open_collection(options)
    with collection:
        unknown = describe_unknown_decks(options.deck, library)
        if unknown:
            return report_failure(unknown, EXIT_PROBLEMS)
        try:
            return _exchange(options, _request(options, collection, library))
        except UnreadableFileError as error:
            return report_failure(f"can't read Anki's data: {error}")
        except AnkiConnectError as error:
            if error.problem in (ConnectProblem.KEY_REQUIRED, ConnectProblem.KEY_REJECTED):
                return report_failure(f"{error} Set {ANKICONNECT_KEY_VARIABLE} to it.")
            raise


def _exchange(options: SimpleNamespace, request: "SyncRequest") -> int:
    """Show what would change, ask, and sync."""
    from studyapp.cli.messages.sync_reports import format_sync_preview, format_sync_report
    from studyapp.services.exchange.anki_sync import compare_with_anki, sync_with_anki

    decisions = _decisions(options)
    preview = compare_with_anki(request)
    for line in format_sync_preview(preview, decisions):
        print_line(line)
    if preview.has_changes and not options.yes and not _is_confirmed():
        return report_failure("nothing was changed; add --yes to sync without being asked", EXIT_PROBLEMS)
    report = sync_with_anki(request, decisions._replace(profile_name=preview.profile_name))
    log_event("sync", **numbers_of(report))
    for line in format_sync_report(report):
        print_line(line)
    return EXIT_OK


def _is_confirmed() -> bool:
    """Ask whether to sync. Without a terminal nobody can answer."""
    if not sys.stdin.isatty():
        return False
    print_line("Sync? Type y and press Enter.")
    return sys.stdin.readline().strip().casefold() in ("y", "yes")


def _request(options: SimpleNamespace, collection: "Collection", library: "Library") -> "SyncRequest":
    from studyapp.anki.live.ankiconnect import Address, AnkiConnectClient
    from studyapp.anki.live.live_anki import LiveAnki
    from studyapp.cli.common import chosen_languages, make_edit_environment
    from studyapp.cli.transfer import selected_decks
    from studyapp.services.exchange.anki_sync import SyncRequest
    from studyapp.services.library.deck_folders import list_deck_folders
    from studyapp.services.transfer.export_request import ExportScope

    def connect(tick: Callable[[], None]) -> "LiveAnki":
        address = Address.parse(options.address, allow_remote=options.elsewhere)
        return LiveAnki(AnkiConnectClient(address, os.environ.get(ANKICONNECT_KEY_VARIABLE, ""), tick))

    scope = ExportScope(selected_decks(options, library), chosen_languages(options), not options.notes_only)
    return SyncRequest(
        make_edit_environment(options, collection, library),
        list_deck_folders(collection, options.folders),
        scope,
        connect,
        options.ankiweb,
    )


def _decisions(options: SimpleNamespace) -> "SyncDecisions":
    from studyapp.services.exchange.sync_decisions import (
        ConflictChoice,
        DeletedHereChoice,
        DeletedInAnkiChoice,
        SyncDecisions,
    )

    return SyncDecisions(
        conflicts=ConflictChoice(options.conflicts),
        deleted_in_anki=DeletedInAnkiChoice(options.deleted_in_anki),
        deleted_here=DeletedHereChoice(options.deleted_here),
        adds_notes_from_anki=not options.skip_new,
    )
