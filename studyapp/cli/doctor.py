"""The command `studyapp doctor`."""

from types import SimpleNamespace

from studyapp.cli.clock_messages import format_wrong_times
from studyapp.cli.common import EXIT_OK, EXIT_PROBLEMS, open_collection
from studyapp.cli.counts import count
from studyapp.core.study.scheduler import Scheduler
from studyapp.services.options.option_storage import make_study_clock
from studyapp.services.overview.doctor import Diagnosis, check_collection, rebuild_schedules
from studyapp.services.study.time_correction import correct_times, find_wrong_times
from studyapp.system_dependencies import system_clock
from studyapp.terminal_output import print_line


def run_doctor(options: SimpleNamespace) -> int:
    """Check the collection, repair what the options say, and print what was found."""
    collection, _ = open_collection(options)
    with collection:
        diagnosis = (rebuild_schedules if options.rebuild else check_collection)(collection, Scheduler())
        clock = make_study_clock(collection, system_clock())
        wrong_times = (
            correct_times(collection, clock, Scheduler())
            if options.correct_times
            else find_wrong_times(collection, clock)
        )
    is_sound = _print_diagnosis(diagnosis, is_rebuilt=options.rebuild)
    if wrong_times is not None:
        for line in format_wrong_times(wrong_times, clock, is_corrected=options.correct_times):
            print_line(line)
    elif options.correct_times:
        print_line("No wrong times found.")
    is_right = wrong_times is None or options.correct_times
    print_line("The schedule matches the journal." if is_sound and is_right else "Problems found.")
    return EXIT_OK if is_sound and is_right else EXIT_PROBLEMS


def _print_diagnosis(diagnosis: Diagnosis, *, is_rebuilt: bool) -> bool:
    """Print the diagnosis and return whether no problem is left."""
    entries = count(diagnosis.entry_count, "journal entry", "journal entries")
    print_line(f"Checked {entries} for {count(diagnosis.card_count, 'card')}.")
    for damage in diagnosis.file_errors:
        print_line(f"The collection is damaged: {damage}. Restore the newest backup from the backups folder.")
    for card in diagnosis.mismatched_cards:
        print_line(f"{card}: the schedule {'was' if is_rebuilt else 'is'} inconsistent with the journal")
    if diagnosis.mismatched_time_count:
        entries = count(diagnosis.mismatched_time_count, "journal entry", "journal entries")
        print_line(
            f"The effective time of {entries} {'was' if is_rebuilt else 'is'} inconsistent with the journal."
        )
    has_mismatch = bool(diagnosis.mismatched_cards or diagnosis.mismatched_time_count)
    if has_mismatch and not is_rebuilt:
        print_line("Run “studyapp doctor --rebuild” to rebuild the schedule.")
    return not diagnosis.file_errors and (is_rebuilt or not has_mismatch)
