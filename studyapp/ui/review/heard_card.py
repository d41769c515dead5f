"""What a screen reader says about the card on screen."""

from studyapp.core.rendering.card_captions import card_caption
from studyapp.core.rendering.face_html import Face, LearnerResponse
from studyapp.core.rendering.screen_reader.card_reading import read_answer, read_picked_options, read_question
from studyapp.services.study.session_outcome import Prompt
from studyapp.ui.card.card_frame import CardFrame
from studyapp.ui.kit import formatting


def heard_question(prompt: Prompt, face: Face, frame: CardFrame) -> str:
    """Return the flag, what the card asks for, and the question, line by line."""
    flag_name = formatting.format_flag_name(frame.flag)
    caption = card_caption(prompt.card.kind, prompt.languages)
    return "\n".join(filter(None, [flag_name, caption, read_question(face, prompt.languages)]))


def heard_picked_options(prompt: Prompt, response: LearnerResponse) -> str:
    """Return the options picked so far, line by line."""
    return read_picked_options(prompt.card, prompt.languages, prompt.review_count, response.picked_options)


def heard_answer(prompt: Prompt, face: Face, response: LearnerResponse, frame: CardFrame) -> str:
    """Return the learner's answer, whether it was right, the correct answer, its explanation and the badges, line by
    line."""
    answer = read_answer(prompt.card, face, prompt.languages, prompt.review_count, response)
    badges = [badge.text() for badge in (frame.section_badge, frame.evidence_badge) if not badge.isHidden()]
    return "\n".join(filter(None, [answer, *(badge for badge in badges if badge not in answer)]))
