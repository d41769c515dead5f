"""Decks, note types and days for tests of the search."""

from studyapp.core.notes.custom_note_type import CardTemplate, CustomNoteType
from studyapp.core.notes.deck import DeckSource
from studyapp.core.search.search_context import SearchContext, SearchedDeck
from studyapp.core.text.localized_text import LocalizedText

DAY = 86_400_000


TODAY = 100


CONTEXT = SearchContext(
    {
        "deck": SearchedDeck(("Science::Physics", "科學::物理"), DeckSource("A paper", "Yao Fu"), 2),
        "other": SearchedDeck(("Two words",)),
    },
    TODAY,
    TODAY * DAY,
    (TODAY + 1) * DAY,
    problems_by_note={"deck/cloze": ("warning", "the hint is empty")},
)


text = LocalizedText.language_neutral

CUSTOM_TYPE = CustomNoteType(
    5, "Vocab", ("Word", "Meaning"), (CardTemplate("Say", "{{Word}}", "{{Meaning}}"), CardTemplate("Read", "{{Meaning}}", "")),
    False, id="words",
)  # fmt: skip


CONVERTED_TYPE = CUSTOM_TYPE._replace(
    name="Pairs",
    id="pairs",
    fields=("Left", "Right", "Rest"),
    builtin_type="basic",
    field_roles=("front", "back", ""),
)
