import pytest

from studyapp.core.study.schedule import Schedule, is_leech, is_leech_lapse


@pytest.mark.parametrize(
    ("lapses", "threshold", "expected"),
    [(8, 8, True), (9, 8, True), (7, 8, False), (0, 0, False), (9, 0, False), (1, 1, True), (0, 1, False)],
)
def test_card_is_a_leech_from_the_threshold_on(lapses: int, threshold: int, expected: bool) -> None:
    assert is_leech(Schedule(lapse_count=lapses), threshold) is expected


def reported_lapses(threshold: int) -> list[int]:
    return [
        lapses
        for lapses in range(1, 21)
        if is_leech_lapse(Schedule(lapse_count=lapses - 1), Schedule(lapse_count=lapses), threshold)
    ]


def test_leech_is_reported_at_the_threshold_and_every_half_threshold_after_it() -> None:
    assert reported_lapses(8) == [8, 12, 16, 20]
    assert reported_lapses(5) == [5, 7, 9, 11, 13, 15, 17, 19]
    assert reported_lapses(7) == [7, 10, 13, 16, 19]
    assert reported_lapses(3) == list(range(3, 21))
    assert reported_lapses(1) == list(range(1, 21))
    assert reported_lapses(0) == []


def test_rating_without_a_lapse_is_not_reported() -> None:
    assert not is_leech_lapse(Schedule(lapse_count=8), Schedule(lapse_count=8), 8)
