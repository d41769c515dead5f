import random

import pytest

from studyapp.core.rescheduling.due_range import DueRange, DueRangeError, choose_days, parse_due_range


@pytest.mark.parametrize(
    ("text", "expected"),
    [("0", (0, 0)), (" 5 ", (5, 5)), ("3-7", (3, 7)), ("3 – 7", (3, 7)), ("5!", (5, 5)), ("3-7!", (3, 7)), ("36500", (36500, 36500))],
)  # fmt: skip
def test_range_is_read(text: str, expected: tuple[int, int]) -> None:
    assert parse_due_range(text) == expected


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "“” is not a number of days"),
        ("soon", "“soon” is not a number of days"),
        ("-3", "“-3” is not a number of days"),
        ("3-", "“3-” is not a number of days"),
        ("1.5", "“1.5” is not a number of days"),
        ("٣", "is not a number of days"),
        ("7-3", "The range 7-3 starts after its end. Enter 3-7 instead."),
        ("36501", "36501 days are too many. Enter at most 36500."),
        ("1-999999999", "999999999 days are too many"),
    ],
)
def test_mistake_is_explained(text: str, message: str) -> None:
    with pytest.raises(DueRangeError, match=message.replace("(", r"\(")):
        parse_due_range(text)


def test_days_are_spread_over_the_whole_range() -> None:
    days = choose_days(DueRange(3, 5), 300, random.Random(1).randrange)
    assert len(days) == 300
    assert all(days.count(day) > 70 for day in (3, 4, 5))
    assert choose_days(DueRange(3, 5), 300, random.Random(1).randrange) == days


def test_single_day_needs_no_randomness() -> None:
    def fail(_: int) -> int:
        raise AssertionError

    assert choose_days(DueRange(4, 4), 2, fail) == [4, 4]
