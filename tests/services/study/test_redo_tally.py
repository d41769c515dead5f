"""The summary of a session counts ratings only, also after undo and redo of other actions."""

from studyapp.core.study.rating import Rating
from tests.services.study_driver import StudyDriver, basic_notes, expect_prompt, rate, save_deck


def test_redone_flag_does_not_count_as_a_rating(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(1))
    first = driver.start_session()
    expect_prompt(first.show_next())
    first.toggle_flag(1)
    session = driver.start_other_session()
    card = expect_prompt(session.show_next()).card
    rate(session, card.id, Rating.GOOD)
    ratings = session._recorder.tally.ratings
    assert len(ratings) == 1
    session.undo()
    session.undo()
    assert ratings == []
    session.redo()
    assert ratings == []
    session.redo()
    assert len(ratings) == 1
