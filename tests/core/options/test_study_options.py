"""Options are stored as text and parsed according to type and range."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.options.option_descriptor import (
    MAX_STEP_MINUTES,
    EnumType,
    OptionType,
    StepListType,
    StudyOption,
    WeekdaysType,
    WholeNumberType,
    format_value,
)
from studyapp.core.options.option_table import OPTION_BY_STORED_NAME, OPTIONS, parse_options
from studyapp.core.options.study_options import StudyOptions


def values_of(kind: OptionType) -> st.SearchStrategy[object]:
    match kind:
        case WholeNumberType(minimum, maximum):
            return st.integers(minimum, maximum)
        case EnumType(words):
            return st.sampled_from(list(words))
        case WeekdaysType(words):
            return st.tuples(*[st.sampled_from(list(words))] * 7)
        case StepListType(maximum):
            steps = st.integers(1, MAX_STEP_MINUTES * 2).map(lambda half_minutes: half_minutes / 2)
            return st.lists(steps, max_size=maximum).map(tuple)


any_options = st.fixed_dictionaries({option.field: values_of(option.value_type) for option in OPTIONS}).map(
    lambda values: StudyOptions(**values)  # type: ignore[arg-type]
)


def test_option_table_matches_study_options_fields() -> None:
    assert sorted(option.field for option in OPTIONS) == sorted(StudyOptions._fields)
    assert len(OPTION_BY_STORED_NAME) == len(OPTIONS)


@pytest.mark.parametrize("option", OPTIONS, ids=lambda option: option.stored_name)
def test_enum_values_have_labels_and_default_round_trips(option: StudyOption) -> None:
    default = option.value_in(StudyOptions())
    if default is not None:
        assert option.parse(format_value(default)) == default
    if isinstance(option.value_type, EnumType) and option.value_type.labels_by_value is not None:
        assert list(option.value_type.labels_by_value) == list(option.value_type.enum)


@given(any_options)
def test_options_round_trip(options: StudyOptions) -> None:
    assert (
        parse_options({option.stored_name: format_value(option.value_in(options)) for option in OPTIONS})
        == options
    )


@given(st.sampled_from(list(OPTION_BY_STORED_NAME)), st.text(max_size=8))
def test_any_stored_text_parses_to_valid_options(name: str, text: str) -> None:
    options = parse_options({name: text})
    try:
        assert OPTION_BY_STORED_NAME[name].value_in(options) == OPTION_BY_STORED_NAME[name].parse(text)
    except ValueError:
        assert options == StudyOptions()


def test_later_values_override_earlier_and_unknown_names_are_ignored() -> None:
    assert parse_options(
        {"new_a_day": "5", "retention": "85"}, {"colour": "red", "new_a_day": "7", "retention": "x"}
    ) == StudyOptions(new_per_day=7, desired_retention_percent=85)


@pytest.mark.parametrize(("name", "text"), [
    ("retention", "69"), ("retention", "100"), ("retention", "0.9"), ("new_a_day", "-1"), ("new_a_day", "10000"), ("new_a_day", ""),
    ("learning_steps", "0"), ("learning_steps", "86401"), ("learning_steps", "1y"), ("learning_steps", "61d"), ("learning_steps", "1 " * 11),
    ("easy_days", "normal"), ("easy_days", "normal " * 8), ("easy_days", "lazy " * 7),
    ("new_order", "alphabet"), ("typed_answers", "sloppy"),
])  # fmt: skip
def test_invalid_value_is_rejected(name: str, text: str) -> None:
    with pytest.raises(ValueError):
        OPTION_BY_STORED_NAME[name].parse(text)


def test_step_list_may_be_empty() -> None:
    assert OPTION_BY_STORED_NAME["relearning_steps"].parse(" ") == ()
    assert OPTION_BY_STORED_NAME["learning_steps"].parse("1, 10") == (1.0, 10.0)


def test_steps_accept_anki_notation() -> None:
    assert OPTION_BY_STORED_NAME["learning_steps"].parse("1m 10 2h 1d") == (1, 10, 120, 1440)


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("retention", "69", "retention: from 70 to 99"),
        ("learning_steps", "soon", "minutes separated by spaces"),
        ("learning_steps", "61d", "each over 0 and up to 86400"),
    ],
)
def test_message_says_what_is_valid(name: str, text: str, message: str) -> None:
    with pytest.raises(ValueError, match=f"^{message}$"):
        OPTION_BY_STORED_NAME[name].parse(text)


def test_limits_are_inclusive() -> None:
    for option in OPTIONS:
        if isinstance(option.value_type, WholeNumberType):
            for number in option.value_type:
                assert option.parse(str(number)) == number
    steps = OPTION_BY_STORED_NAME["learning_steps"]
    assert steps.parse("60d 86400 0.001") == (86400, 86400, 0.001)
    assert steps.parse("1 " * 10) == (1.0,) * 10
    with pytest.raises(ValueError, match="separated"):
        steps.parse("123456")
