from studyapp.core.clock_correction.effective_times import apply_corrections
from studyapp.core.study.journal import Entry, EntryKind, TimeCorrection
from tests.core.journals import entry, undo


def correction(seq: int, of: Entry, at: int, day: int = 90) -> Entry:
    return entry(seq, EntryKind.CORRECT_TIME)._replace(correction=TimeCorrection(of.id, at, day, day + 3))


def test_last_correction_in_effect_counts() -> None:
    wrong = entry(1)
    first, second = correction(2, wrong, 500), correction(3, wrong, 700, 91)
    corrected = wrong._replace(at=700, study_day=91, due_day=94)
    assert apply_corrections([wrong, first, second]) == [corrected, first, second]
    undo_of_second = undo(4, second)
    assert apply_corrections([wrong, first, second, undo_of_second])[0].at == 500
    assert apply_corrections([wrong, first, second, undo_of_second, undo(5, undo_of_second)])[0] == corrected
    assert apply_corrections([wrong, first, undo(6, first)])[0] == wrong


def test_right_entries_move_back_with_the_wrong_ones_before_them() -> None:
    wrong = entry(1, at=9000)
    right = [entry(2, at=9001)._replace(clock_at=600), entry(3, at=9001)._replace(clock_at=600)]
    later = entry(4, at=9002)._replace(clock_at=800)
    assert apply_corrections([wrong, *right, later]) == [wrong, *right, later]
    times = [one.at for one in apply_corrections([wrong, *right, later, correction(5, wrong, 700)])]
    assert times == [700, 701, 701, 800, 5000]
