"""A note is previewed before it is complete."""

from pathlib import Path

import pytest

from studyapp.core.cards.card import cards_of
from studyapp.services.editing.drafts.draft_checking import DraftDeck
from studyapp.services.editing.drafts.draft_preview import preview_note
from studyapp.services.editing.drafts.note_draft import NoteDraft, OptionDraft

DECK = DraftDeck(Path("d.yaml"))


@pytest.mark.parametrize("type_name", ["basic", "reversed", "term", "choice", "typed", "claim"])
def test_the_first_text_is_enough(type_name: str) -> None:
    names = ("front", "term", "claim")
    note = preview_note(NoteDraft("d", type_name, dict.fromkeys(names, (("", "Text"),))), DECK)
    assert note is not None
    assert cards_of(note)


def test_nothing_is_shown_before() -> None:
    assert preview_note(NoteDraft("d", "basic"), DECK) is None
    assert preview_note(NoteDraft("d", "cloze", {"text": (("", "no blank"),)}), DECK) is None


def test_options_are_completed() -> None:
    options = (OptionDraft((("", "a"),)), OptionDraft((), is_correct=True))
    note = preview_note(NoteDraft("d", "choice", {"front": (("", "Which?"),)}, options), DECK)
    assert note is not None
    alone = preview_note(NoteDraft("d", "choice", {"front": (("", "Which?"),)}, options[:1]), DECK)
    assert alone is not None


def test_other_errors_give_no_preview() -> None:
    draft = NoteDraft("d", "basic", {"front": (("", "control \x07"),)})
    assert preview_note(draft, DECK) is None
