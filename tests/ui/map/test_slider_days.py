"""The days at the positions of the slider."""

from hypothesis import given
from hypothesis import strategies as st

from studyapp.ui.map.slider_days import SliderDays

TODAY = 20_000


@given(st.integers(0, 20_000))
def test_positions_lead_from_the_first_day_to_the_last(back: int) -> None:
    days = SliderDays(TODAY - back, TODAY, TODAY + 30)
    positions = range(days.first_position, days.last_position + 1)
    shown = [days.day_at(position) for position in positions]
    assert shown == sorted(set(shown))
    assert (shown[0], shown[-1]) == (days.first, days.last)
    assert days.day_at(0) == TODAY
    assert {TODAY + number for number in range(-min(back, 365), 31)} <= set(shown)
    assert [days.position_of(day) for day in shown] == list(positions)


@given(st.integers(0, 20_000), st.data())
def test_each_day_has_a_position_at_most_six_days_before(back: int, data: st.DataObject) -> None:
    days = SliderDays(TODAY - back, TODAY, TODAY + 30)
    day = data.draw(st.integers(days.first, days.last))
    assert 0 <= day - days.day_at(days.position_of(day)) <= 6


def test_ten_years_leave_room_for_the_coming_month() -> None:
    days = SliderDays(TODAY - 3650, TODAY, TODAY + 30)
    assert days.last_position - days.first_position < 900
