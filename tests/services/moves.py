"""What a learner may do in any order, for property tests."""

from hypothesis import strategies as st

from studyapp.core.study.journal import Rating
from studyapp.services.study.session_outcome import Prompt
from studyapp.services.study.study_session import StudySession
from tests.services.samples import DAY, HOUR, MINUTE, Desk

Move = Rating | str | int

DEEDS = (
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
TIMES = (20_000, MINUTE, 11 * MINUTE, HOUR, DAY, 3 * DAY, 40 * DAY, -HOUR, -2 * DAY)

deeds: st.SearchStrategy[Move] = st.sampled_from(Rating) | st.sampled_from(DEEDS) | st.sampled_from(TIMES)
moves: st.SearchStrategy[Move] = deeds | st.sampled_from(("undo", "undo", "redo", "restart"))


def move(desk: Desk, study: StudySession, step: Move) -> StudySession:
    """One thing that a learner does, or some time that goes by."""
    if isinstance(step, Rating):
        shown = study.show_next().next_step
        study.reveal()
        if isinstance(shown, Prompt):
            assert study.rate(shown.card.id, step).is_applied
    elif isinstance(step, int):
        desk.time.now += step
    elif step == "restart":
        return desk.study()
    elif step == "undo":
        study.undo()
    elif step == "redo":
        study.redo()
    else:
        study.show_next()
        _deed(study, step)
    return study


def _deed(study: StudySession, step: str) -> None:
    name, _, more = step.partition(" ")
    if name == "flag":
        study.toggle_flag(int(more))
    elif name == "set":
        study.set_due(int(more.removeprefix("due ")))
    elif name == "forget":
        study.reset_card()
    elif name == "bury":
        study.bury(whole_note=more == "note")
    else:
        study.suspend(whole_note=more == "note")
