"""Options are kept as text and read with their type and bounds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.study_options import (
    CHOICES,
    LONGEST_STEP,
    MOST_CARDS,
    MOST_STEPS,
    NAMES,
    StudyOptions,
    bounds,
    options_from,
    read_option,
    spelled,
)

steps = st.lists(st.integers(1, LONGEST_STEP * 2).map(lambda half: half / 2), max_size=MOST_STEPS).map(
    lambda found: tuple(sorted(found))
)
cards = st.integers(0, MOST_CARDS)
any_options = st.fixed_dictionaries(
    {
        name: steps
        if isinstance(usual, tuple)
        else st.sampled_from(CHOICES[name])
        if name in CHOICES
        else st.integers(*bounds(name))
        for name, usual in StudyOptions()._asdict().items()
    }
).map(lambda values: StudyOptions(**values))


@given(any_options)
def test_options_read_back(options: StudyOptions) -> None:
    assert options_from({name: spelled(getattr(options, name)) for name in NAMES}) == options


@given(st.sampled_from(NAMES), st.text(max_size=8))
def test_whatever_is_kept_there_are_options(name: str, text: str) -> None:
    options = options_from({name: text})
    try:
        assert getattr(options, name) == read_option(name, text)
    except ValueError:
        assert options == StudyOptions()


def test_the_later_goes_before_the_earlier_and_the_unknown_is_passed_over() -> None:
    assert options_from(
        {"new_a_day": "5", "retention": "85"}, {"new_a_day": "7", "colour": "red"}
    ) == StudyOptions(new_a_day=7, retention=85)


@pytest.mark.parametrize(("name", "text"), [
    ("retention", "69"), ("retention", "100"), ("retention", "0.9"), ("new_a_day", "-1"), ("new_a_day", "10000"), ("new_a_day", ""),
    ("learning_steps", "0"), ("learning_steps", "1441"), ("learning_steps", "1y"), ("learning_steps", "2d"), ("learning_steps", "1 " * 11),
    ("new_order", "alphabet"), ("typed_answers", "sloppy"),
])  # fmt: skip
def test_what_makes_no_sense_is_refused(name: str, text: str) -> None:
    with pytest.raises(ValueError):
        read_option(name, text)


def test_no_steps_are_steps_too() -> None:
    assert read_option("relearning_steps", " ") == ()
    assert read_option("learning_steps", "1, 10") == (1.0, 10.0)


def test_steps_may_be_written_as_in_anki() -> None:
    assert read_option("learning_steps", "1m 10 2h 1d") == (1, 10, 120, 1440)
