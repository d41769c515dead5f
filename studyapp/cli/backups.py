"""The commands that make and restore backups."""

import sys
from types import SimpleNamespace
from typing import TYPE_CHECKING

from studyapp import paths
from studyapp.cli.common import EXIT_OK, EXIT_PROBLEMS, count, report_failure
from studyapp.diagnostics.program_log import log_error
from studyapp.store.backups.backup_folder import Backup, list_backups
from studyapp.store.backups.manifest import BackupReason
from studyapp.store.collection import Collection
from studyapp.store.database_copy import CollectionSummary, summarize
from studyapp.store.errors import StoreError
from studyapp.store.integrity.collection_info import backup_folders
from studyapp.system_dependencies import collection_path, new_device_id, system_clock
from studyapp.terminal_output import print_line

if TYPE_CHECKING:
    from pathlib import Path

    from studyapp.services.backups.restoring import RestoreReport

_REASONS = {
    BackupReason.AUTOMATIC: "automatic",
    BackupReason.REQUESTED: "by command",
    BackupReason.BEFORE_RESTORE: "before a restore",
}


def run_backup(options: SimpleNamespace) -> int:
    """Make a backup."""
    from studyapp.services.backups.backing_up import back_up

    path = collection_path(paths.data_folder(options.data))
    with Collection(path, new_device_id, must_exist=True) as collection:
        result = back_up(collection, system_clock(), BackupReason.REQUESTED)
    for error in result.unreadable_files:
        print_line(f"Not backed up: {error}")
    print_line(
        f"Backup: {result.path}" if result.is_new else f"Nothing has changed since the backup {result.path}."
    )
    return EXIT_PROBLEMS if result.unreadable_files else EXIT_OK


def back_up_automatically(options: SimpleNamespace) -> None:
    """Make a backup after another command. A failure does not fail that command."""
    from studyapp.services.backups.backing_up import back_up

    path = collection_path(paths.data_folder(options.data))
    try:
        with Collection(path, new_device_id, must_exist=True) as collection:
            back_up(collection, system_clock(), BackupReason.AUTOMATIC)
    except (StoreError, OSError) as error:
        log_error("the automatic backup failed", error)
        print_line(f"studyapp: the automatic backup failed: {error}", output=sys.stderr)


def run_restore(options: SimpleNamespace) -> int:
    """List the backups, or restore one of them."""
    from studyapp.services.backups.restoring import RestoreRequest, restore

    path = collection_path(paths.data_folder(options.data))
    backups = list_backups(backup_folders(path))
    if options.list:
        return _list(path, backups)
    backup = None
    if not options.start_over:
        backup = _find(options.backup, backups)
        if backup is None:
            return report_failure(_describe_missing(options.backup, path), EXIT_PROBLEMS)
    request = RestoreRequest(backup, replaces_changed_files=options.files)
    _print_report(backup, restore(path, request, system_clock(), new_device_id))
    return EXIT_OK


def _list(path: "Path", backups: list[Backup]) -> int:
    if not backups:
        print_line(_describe_missing(None, path))
    current = _summarize_collection(path)
    for backup in backups:
        reason = _REASONS[backup.manifest.reason] if backup.manifest else "by an earlier version"
        print_line(
            f"{backup.name:<24} {backup.created:%Y-%m-%d %H:%M}  {count(backup.summary.cards, 'card'):>14} "
            f"{count(backup.summary.reviews, 'review'):>15}  {_compare(backup, current):<16} {reason}"
        )
    return EXIT_OK


def _compare(backup: Backup, current: CollectionSummary | None) -> str:
    """Return how many reviews the backup holds more or less than the collection."""
    if current is None:
        return ""
    difference = backup.summary.reviews - current.reviews
    return f"{difference:+} than now" if difference else "same as now"


def _summarize_collection(path: "Path") -> CollectionSummary | None:
    try:
        with Collection(path, new_device_id, must_exist=True) as collection:
            return summarize(collection.connection)
    except StoreError:
        return None


def _find(name: str | None, backups: list[Backup]) -> Backup | None:
    return next((backup for backup in backups if name in (None, backup.name, str(backup.path))), None)


def _describe_missing(name: str | None, path: "Path") -> str:
    folders = ", ".join(map(str, backup_folders(path)))
    return (
        f"no backup in {folders}" if name is None else f"no backup {name} in {folders}; see “restore --list”"
    )


def _print_report(backup: Backup | None, report: "RestoreReport") -> None:
    if backup is not None:
        print_line(
            f"Restored {backup.name} of {backup.created:%Y-%m-%d %H:%M}: {count(backup.summary.reviews, 'review')}."
        )
    else:
        print_line("Started a new collection.")
    if report.recovered_entries:
        print_line(
            f"Recovered {count(report.recovered_entries, 'journal entry', 'journal entries')} from the damaged file."
        )
    if report.previous_backup is not None:
        print_line(f"What was replaced is kept in {report.previous_backup.stem}.")
    if report.replaced_folder is not None:
        print_line(f"The replaced files are in {report.replaced_folder}.")
    for file in report.files.restored:
        print_line(f"Restored {file}")
    for file in report.files.unchanged:
        print_line(f"Left unchanged, although the backup differs: {file} (--files replaces it)")
    for error in report.files.errors:
        print_line(f"Not restored: {error}")
