"""Random study actions for property tests."""

from hypothesis import strategies as st

from studyapp.core.study.rating import Rating
from studyapp.services.study.session_outcome import Prompt
from studyapp.services.study.study_session import StudySession
from tests.services.study_driver import DAY, HOUR, MINUTE, StudyDriver

Action = Rating | str | int

CARD_ACTIONS = (
    "bury",
    "suspend",
    "bury note",
    "suspend note",
    "forget",
    "flag 1",
    "flag 4",
    "set due 0",
    "set due 9",
)
TIME_STEPS = (20_000, MINUTE, 11 * MINUTE, HOUR, DAY, 3 * DAY, 40 * DAY, -HOUR, -2 * DAY)

actions_without_undo: st.SearchStrategy[Action] = (
    st.sampled_from(Rating) | st.sampled_from(CARD_ACTIONS) | st.sampled_from(TIME_STEPS)
)
actions: st.SearchStrategy[Action] = actions_without_undo | st.sampled_from(
    ("undo", "undo", "redo", "restart")
)


def perform(driver: StudyDriver, session: StudySession, action: Action) -> StudySession:
    """Perform one action or let time pass; return the session to continue with."""
    if isinstance(action, Rating):
        shown = session.show_next().next_step
        session.reveal()
        if isinstance(shown, Prompt):
            assert session.rate(shown.card.id, action).is_applied
    elif isinstance(action, int):
        driver.time.now += action
    elif action == "restart":
        return driver.start_session()
    elif action == "undo":
        session.undo()
    elif action == "redo":
        session.redo()
    else:
        session.show_next()
        _perform_card_action(session, action)
    return session


def _perform_card_action(session: StudySession, action: str) -> None:
    name, _, argument = action.partition(" ")
    if name == "flag":
        session.toggle_flag(int(argument))
    elif name == "set":
        session.set_due(int(argument.removeprefix("due ")))
    elif name == "forget":
        session.reset_card()
    elif name == "bury":
        session.bury(whole_note=argument == "note")
    else:
        session.suspend(whole_note=argument == "note")
