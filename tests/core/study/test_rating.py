from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.study.rating import Rating, preselected_rating


def test_wrong_response_preselects_again_and_any_other_good() -> None:
    assert preselected_rating(False, tuple(Rating)) is Rating.AGAIN
    assert preselected_rating(True, tuple(Rating)) is preselected_rating(None, tuple(Rating)) is Rating.GOOD
    assert preselected_rating(True, (Rating.AGAIN, Rating.GOOD)) is Rating.GOOD
    assert preselected_rating(True, (Rating.AGAIN, Rating.HARD)) is Rating.HARD
    assert preselected_rating(False, (Rating.HARD, Rating.EASY)) is Rating.HARD


@given(st.sampled_from((None, True, False)), st.sets(st.sampled_from(Rating), min_size=1))
def test_preselected_rating_is_offered(is_correct: bool | None, offered: set[Rating]) -> None:
    assert preselected_rating(is_correct, offered) in offered
