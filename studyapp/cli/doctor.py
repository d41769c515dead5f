"""The command `studyapp doctor`."""

from types import SimpleNamespace

from studyapp.cli.checks.doctor_checks import run_checks
from studyapp.cli.common import EXIT_OK, EXIT_PROBLEMS, count, open_collection
from studyapp.cli.messages.clock_messages import format_wrong_times
from studyapp.services.journal.time_correction import correct_times, find_wrong_times
from studyapp.services.options.option_storage import make_study_clock
from studyapp.services.overview.doctor import Diagnosis, check_collection, rebuild_schedules
from studyapp.system_dependencies import system_clock
from studyapp.terminal_output import print_line


def run_doctor(options: SimpleNamespace) -> int:
    """Check the collection, repair what the options say, and print what was found."""
    collection, library = open_collection(options)
    with collection:
        diagnosis = (rebuild_schedules if options.rebuild else check_collection)(collection)
        clock = make_study_clock(collection, system_clock())
        wrong_times = (
            correct_times(collection, clock) if options.correct_times else find_wrong_times(collection, clock)
        )
        findings = list(run_checks(collection, library))
    is_sound = _print_diagnosis(diagnosis, is_rebuilt=options.rebuild)
    if wrong_times is not None:
        for line in format_wrong_times(wrong_times, clock, is_corrected=options.correct_times):
            print_line(line)
    elif options.correct_times:
        print_line("No wrong times found.")
    for finding in findings:
        print_line(f"{finding.subject}: {finding.text}")
    has_problems = (
        not is_sound
        or (wrong_times is not None and not options.correct_times)
        or any(finding.is_problem for finding in findings)
    )
    print_line("Problems found." if has_problems else "No problems found.")
    return EXIT_PROBLEMS if has_problems else EXIT_OK


def _print_diagnosis(diagnosis: Diagnosis, *, is_rebuilt: bool) -> bool:
    """Print the diagnosis and return whether no problem is left."""
    entries = count(diagnosis.entry_count, "journal entry", "journal entries")
    print_line(f"Checked {entries} for {count(diagnosis.card_count, 'card')}.")
    for damage in diagnosis.file_errors:
        print_line(
            f"The collection is damaged: {damage}. Run “studyapp restore” to restore the newest backup."
        )
    if not diagnosis.file_errors:
        print_line("Collection: intact.")
    for card in diagnosis.mismatched_cards:
        print_line(f"{card}: the schedule {'was' if is_rebuilt else 'is'} inconsistent with the journal")
    if diagnosis.mismatched_time_count:
        entries = count(diagnosis.mismatched_time_count, "journal entry", "journal entries")
        print_line(
            f"The effective time of {entries} {'was' if is_rebuilt else 'is'} inconsistent with the journal."
        )
    if not diagnosis.are_counts_consistent:
        print_line(
            f"The stored numbers of cards {'were' if is_rebuilt else 'are'} inconsistent with the cards."
        )
    if not diagnosis.are_totals_consistent:
        print_line(
            f"The totals of the statistics {'were' if is_rebuilt else 'are'} inconsistent with the reviews."
        )
    are_schedules_wrong = bool(diagnosis.mismatched_cards or diagnosis.mismatched_time_count)
    are_numbers_wrong = not (diagnosis.are_counts_consistent and diagnosis.are_totals_consistent)
    has_mismatch = are_schedules_wrong or are_numbers_wrong
    if has_mismatch and not is_rebuilt:
        print_line(
            "Run “studyapp doctor --rebuild” to rebuild the schedules and the numbers of cards and reviews."
        )
    if not are_schedules_wrong:
        print_line("Schedules: they match the journal.")
    return not diagnosis.file_errors and (is_rebuilt or not has_mismatch)
