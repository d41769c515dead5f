"""The commands that export and import."""

import sys
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

from studyapp import paths
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
    from studyapp.core.textfiles.table_layout import LayoutChoices
    from studyapp.services.library.deck_library import Library
    from studyapp.services.transfer.anki_changes.note_merging import AnkiConflict
    from studyapp.services.transfer.export_request import ExportScope
    from studyapp.store.collection import Collection


def run_export(options: SimpleNamespace) -> int:
    """Run `studyapp export` and return the exit status."""
    from studyapp.anki.writing.package import PackageVerificationError
    from studyapp.cli.common import chosen_languages
    from studyapp.cli.messages.transfer_reports import format_export_report
    from studyapp.services.options.option_storage import make_study_clock
    from studyapp.services.transfer.deck_export import export_decks
    from studyapp.services.transfer.export_request import EXPORT_SUFFIXES, ExportRequest
    from studyapp.system_dependencies import system_clock

    if options.file.suffix not in EXPORT_SUFFIXES:
        return report_failure(
            f"{options.file}: unsupported file type; use one of {', '.join(EXPORT_SUFFIXES)}", EXIT_PROBLEMS
        )

    collection, library = open_collection(options)
    with collection:
        unknown = describe_unknown_decks(options.deck, library)
        if unknown:
            return report_failure(unknown, EXIT_PROBLEMS)
        languages = chosen_languages(options)
        request = ExportRequest(
            selected_decks(options, library), languages, options.file, options.with_progress
        )
        if options.preview:
            return _print_preview(collection, library, request.scope, options.anki)
        try:
            report = export_decks(collection, library, request, make_study_clock(collection, system_clock()))
        except PackageVerificationError as error:
            return report_failure(f"{options.file}: {error}; nothing was written")
    for card in report.unsupported_cards:
        print_line(
            f"studyapp: {card}: card not exported; Anki doesn't support its blank number", output=sys.stderr
        )
    for note, name in report.missing_media:
        print_line(
            f"studyapp: {note}: {name} was not exported (missing, too large or outside the deck's folder)",
            output=sys.stderr,
        )
    log_event("export", **numbers_of(report))
    for line in format_export_report(options.file, report):
        print_line(line)
    return EXIT_OK


def _print_preview(
    collection: "Collection", library: "Library", scope: "ExportScope", anki_collection: Path | None
) -> int:
    from studyapp.cli.messages.transfer_reports import format_export_preview
    from studyapp.core.transfer.unreadable_file import UnreadableFileError
    from studyapp.services.options.option_storage import make_study_clock
    from studyapp.services.transfer.export_preview import preview_export
    from studyapp.system_dependencies import system_clock

    collection_file = anki_collection or next(iter(paths.find_anki_collections()), None)
    try:
        preview = preview_export(
            collection, library, scope, make_study_clock(collection, system_clock()), collection_file
        )
    except UnreadableFileError as error:
        return report_failure(f"can't read the Anki collection: {error}", EXIT_PROBLEMS)
    for line in format_export_preview(collection_file, preview):
        print_line(line)
    return EXIT_OK


def run_import(options: SimpleNamespace) -> int:
    """Run `studyapp import` and return the exit status."""
    from studyapp.cli.messages.transfer_reports import format_import_report
    from studyapp.cli.tables.table_options import chosen_layout
    from studyapp.core.textfiles.table_layout import NO_CHOICES
    from studyapp.core.transfer.import_suffixes import TABLE_SUFFIXES
    from studyapp.core.transfer.unreadable_file import UnreadableFileError
    from studyapp.services.library.deck_folders import list_deck_folders
    from studyapp.services.options.option_storage import make_study_clock
    from studyapp.services.transfer.anki_changes.imported_changes import ConflictChoice
    from studyapp.services.transfer.file_import import import_file
    from studyapp.system_dependencies import system_clock

    choices = chosen_layout(options)
    if (options.preview or choices != NO_CHOICES) and options.file.suffix.lower() not in TABLE_SUFFIXES:
        text = f"{options.file}: the options for tables apply only to {', '.join(TABLE_SUFFIXES)}"
        return report_failure(text, EXIT_PROBLEMS)
    if options.preview:
        return _print_table_preview(options, choices)
    collection, library = open_collection(options)
    with collection:
        try:
            report = import_file(
                collection,
                list_deck_folders(collection, options.folders),
                paths.data_folder(options.data) / "decks",
                options.file,
                make_study_clock(collection, system_clock()),
                bundled_folder=paths.bundled_decks_folder(),
                table_choices=choices,
                conflict_choice=ConflictChoice(options.conflicts),
            )
        except UnreadableFileError as error:
            return report_failure(f"can't import {options.file}: {error}", EXIT_PROBLEMS)
        log_event("import", **numbers_of(report))
        for line in format_import_report(options.file, report):
            print_line(line)
        if report.conflicts and sys.stdin.isatty():
            _resolve_conflicts(options, collection, library, report.conflicts)
    return EXIT_OK


def _print_table_preview(options: SimpleNamespace, choices: "LayoutChoices") -> int:
    from studyapp.cli.tables.table_preview_lines import format_table_preview
    from studyapp.core.transfer.unreadable_file import UnreadableFileError
    from studyapp.services.transfer.text_files.table_preview import preview_table

    collection, library = open_collection(options)
    with collection:
        try:
            preview = preview_table(collection, library, options.file, choices)
        except UnreadableFileError as error:
            return report_failure(f"can't import {options.file}: {error}", EXIT_PROBLEMS)
    for line in format_table_preview(options.file, preview):
        print_line(line)
    return EXIT_OK


def _resolve_conflicts(
    options: SimpleNamespace,
    collection: "Collection",
    library: "Library",
    conflicts: "Sequence[AnkiConflict]",
) -> None:
    """Ask which version to keep of each note, and write it."""
    from studyapp.cli.common import make_edit_environment
    from studyapp.cli.conflicts.conflict_questions import ask_about_conflicts
    from studyapp.cli.messages.counts import count
    from studyapp.cli.messages.transfer_reports import format_losses
    from studyapp.services.transfer.conflict_resolution import conflict_loss, resolve_conflicts

    decisions = ask_about_conflicts(conflicts)
    environment = make_edit_environment(options, collection, library)
    resolved = resolve_conflicts(environment, options.file, decisions)
    print_line(
        f"Choice saved for {count(len(decisions), 'note')}; {resolved.updated_count} changed in deck files"
    )
    for line in format_losses((*resolved.losses, *map(conflict_loss, resolved.conflicts))):
        print_line(line)


def selected_decks(options: SimpleNamespace, library: "Library") -> tuple[str, ...]:
    """Return the ids of the decks that a command concerns: those given, or all."""
    return tuple(options.deck or library.deck_ids)
