"""The file for a bug report (`studyapp doctor --report`): everything about the program, nothing from the cards."""

import time
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

from studyapp import display_check, paths
from studyapp.atomic_file import atomic_write
from studyapp.cli.common import EXIT_OK, open_collection
from studyapp.cli.messages.display_facts import describe_display
from studyapp.core.text.translatable import TranslatableError
from studyapp.diagnostics.environment import describe_environment
from studyapp.diagnostics.exception_formatting import describe_error
from studyapp.diagnostics.fault_record import read_fault_record
from studyapp.diagnostics.program_log import logs_folder, recent_log_lines
from studyapp.diagnostics.report_file import Section, format_report, newest_crash_report
from studyapp.diagnostics.versions import describe_versions
from studyapp.terminal_output import print_line

if TYPE_CHECKING:
    from studyapp.services.library.deck_library import Library
    from studyapp.store.collection import Collection


def write_bug_report(options: SimpleNamespace) -> int:
    """Write the report to `options.report`, or to the folder for logs if that is empty, and print where it is.

    Raises OSError if it can't be written.
    """
    data_folder = paths.data_folder(options.data)
    file: Path = options.report
    if file == Path():
        file = logs_folder(data_folder) / time.strftime("report-%Y%m%d-%H%M%S.txt")
        file.parent.mkdir(parents=True, exist_ok=True)
    sections = [
        Section("Versions", describe_versions()),
        Section("Environment", describe_environment()),
        Section("Display", _describe_display()),
        Section("Settings", _describe_settings(data_folder)),
        *_describe_collection(options),
        Section("Backups", _describe_backups(data_folder)),
        Section("Last report about an unexpected error", _last_crash_report(data_folder)),
        Section(
            "Crash that no start has reported yet", read_fault_record(logs_folder(data_folder)).splitlines()
        ),
        Section("Log", recent_log_lines(logs_folder(data_folder))),
    ]
    with atomic_write(file) as stream:
        stream.write(format_report("StudyApp: bug report", sections).encode(errors="replace"))
    print_line(f"The report was written to {file.absolute()}. Read it before you send it to anybody.")
    return EXIT_OK


def _describe_display() -> list[str]:
    """Return what Qt knows about the display."""
    problem = display_check.find_display_problem()
    if problem:
        return [problem]
    return describe_display()


def _describe_settings(data_folder: Path) -> list[str]:
    """Return the settings of the window, without the API key, the folders and the rows of the deck list."""
    if not (data_folder / "window.ini").exists():
        return []
    try:
        from studyapp.ui.kit.app_settings import AppSettings
    except ImportError as error:
        return [f"not available: {describe_error(error)}"]
    settings = AppSettings(data_folder)
    return [
        f"Interface language: {settings.interface_language}",
        f"Card languages: {settings.card_languages}",
        f"Theme: {settings.theme or 'that of the system'}",
        f"Text size: {settings.text_size}%",
        f"Font: {settings.font_family or 'default'}",
        f"Shortcuts: {len(settings.shortcut_by_action)} changed",
    ]


def _describe_collection(options: SimpleNamespace) -> list[Section]:
    """Return the numbers, the study options and the findings of the doctor; or why there are none."""
    try:
        collection, library = open_collection(options)
    except (TranslatableError, OSError) as error:
        return [Section("Collection", [f"It can't be opened: {describe_error(error)}"])]
    with collection:
        return [
            Section("Collection", _describe_numbers(collection, library)),
            Section("Study options that differ from the default", _describe_options(collection)),
            Section("Doctor", _describe_findings(collection)),
        ]


def _describe_numbers(collection: "Collection", library: "Library") -> list[str]:
    from studyapp.core.text.localized_text import CardLanguages
    from studyapp.services.options.option_storage import make_study_clock
    from studyapp.services.overview.statistics import load_statistics
    from studyapp.system_dependencies import system_clock

    clock = make_study_clock(collection, system_clock())
    statistics = load_statistics(collection, library.deck_ids, clock, CardLanguages.ENGLISH_AND_TRADITIONAL)
    return [
        f"decks: {len(library.decks)}",
        *(f"{name}: {number}" for name, number in statistics.items()),
        f"problems of deck files: {len(library.problems)}",
    ]


def _describe_options(collection: "Collection") -> list[str]:
    from studyapp.services.options.option_storage import load_option_overrides
    from studyapp.store.stored_options import ALL_DECKS

    return [f"{name}: {value}" for name, value in load_option_overrides(collection, ALL_DECKS).items()]


def _describe_findings(collection: "Collection") -> list[str]:
    from studyapp.services.overview.doctor import check_collection

    diagnosis = check_collection(collection)
    return [
        f"journal entries: {diagnosis.entry_count}",
        f"cards with a schedule other than that of the journal: {len(diagnosis.mismatched_cards)}",
        f"numbers of cards consistent with the cards: {'yes' if diagnosis.are_counts_consistent else 'no'}",
        f"totals of the statistics consistent with the reviews: {'yes' if diagnosis.are_totals_consistent else 'no'}",
        *(f"damage: {damage}" for damage in diagnosis.file_errors),
    ]


def _describe_backups(data_folder: Path) -> list[str]:
    from studyapp.store.backups.backup_folder import list_backups
    from studyapp.store.integrity.collection_info import backup_folders, load_info
    from studyapp.system_dependencies import collection_path

    path = collection_path(data_folder)
    info = load_info(path)
    return [
        f"folder: {'chosen' if info and info.backup_folder else 'default'}",
        f"backups: {len(list_backups(backup_folders(path)))}",
    ]


def _last_crash_report(data_folder: Path) -> list[str]:
    file = newest_crash_report(logs_folder(data_folder))
    return [] if file is None else file.read_text(encoding="utf-8", errors="replace").splitlines()
