"""Options are kept as text and read with their type and bounds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.study.option_table import (
    BY_NAME,
    LONGEST_STEP,
    OPTIONS,
    Kind,
    Number,
    Option,
    Steps,
    Words,
    options_from,
    spelled,
)
from studyapp.core.study.study_options import StudyOptions


def values_of(kind: Kind) -> st.SearchStrategy[object]:
    match kind:
        case Number(least, most):
            return st.integers(least, most)
        case Words(words):
            return st.sampled_from(list(words))
        case Steps(most):
            steps = st.integers(1, LONGEST_STEP * 2).map(lambda half: half / 2)
            return st.lists(steps, max_size=most).map(tuple)


any_options = st.fixed_dictionaries({option.name: values_of(option.kind) for option in OPTIONS}).map(
    lambda values: StudyOptions(**values)  # type: ignore[arg-type]
)


def test_every_option_has_one_row_and_every_row_an_option() -> None:
    assert sorted(option.name for option in OPTIONS) == sorted(StudyOptions._fields)
    assert len(BY_NAME) == len(OPTIONS)


@pytest.mark.parametrize("option", OPTIONS, ids=lambda option: option.name)
def test_a_word_of_an_option_has_a_label_and_a_default_can_be_read(option: Option) -> None:
    default = getattr(StudyOptions(), option.name)
    if default is not None:
        assert option.read(spelled(default)) == default
    if isinstance(option.kind, Words) and option.kind.labels is not None:
        assert list(option.kind.labels) == list(option.kind.words)


@given(any_options)
def test_options_read_back(options: StudyOptions) -> None:
    assert options_from({name: spelled(getattr(options, name)) for name in BY_NAME}) == options


@given(st.sampled_from(list(BY_NAME)), st.text(max_size=8))
def test_whatever_is_kept_there_are_options(name: str, text: str) -> None:
    options = options_from({name: text})
    try:
        assert getattr(options, name) == BY_NAME[name].read(text)
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
        BY_NAME[name].read(text)


def test_no_steps_are_steps_too() -> None:
    assert BY_NAME["relearning_steps"].read(" ") == ()
    assert BY_NAME["learning_steps"].read("1, 10") == (1.0, 10.0)


def test_steps_may_be_written_as_in_anki() -> None:
    assert BY_NAME["learning_steps"].read("1m 10 2h 1d") == (1, 10, 120, 1440)
