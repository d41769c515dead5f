"""A draft gives the note that a deck file would give, with the same problems at its fields."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp import paths
from studyapp.core.notes.custom_note_type import CardTemplate, CustomNoteType
from studyapp.core.notes.deck import DeckMetadata
from studyapp.core.notes.note import Basic, CustomContent, Note
from studyapp.core.style.note_similarity import index_notes
from studyapp.core.text.localized_text import LocalizedText
from studyapp.deckfiles.problems.custom_note_type_problem_kinds import CustomNoteTypeProblemKind
from studyapp.deckfiles.problems.formula_problem_kinds import FormulaWarningKind
from studyapp.deckfiles.problems.media_problem_kinds import MediaProblemKind
from studyapp.deckfiles.problems.problem import ProblemKind
from studyapp.deckfiles.problems.problem_definition import ProblemKindBase
from studyapp.deckfiles.problems.style_problem_kinds import StyleProblemKind
from studyapp.deckfiles.reading.deck_reading import read_deck
from studyapp.deckfiles.writing.deck_to_yaml import select_writable_notes
from studyapp.services.editing.drafts.draft_checking import DraftDeck, check_draft
from studyapp.services.editing.drafts.draft_fields import FieldKey
from studyapp.services.editing.drafts.note_draft import DraftText, NoteDraft, OptionDraft, draft_of_note
from studyapp.services.library.deck_checking import check_deck_files
from tests.store.samples import any_notes

DECK = DraftDeck(Path("d.yaml"))
BUNDLED_DECKS = sorted(paths.bundled_decks_folder().glob("*.yaml"))


def neutral(words: str) -> DraftText:
    return (("", words),)


def basic(front: str = "Which one?", back: str = "That one", **others: object) -> NoteDraft:
    return NoteDraft("d", "basic", {"front": neutral(front), "back": neutral(back)}, **others)  # type: ignore[arg-type]


def problems_of(draft: NoteDraft, deck: DraftDeck = DECK) -> dict[FieldKey, set[ProblemKindBase]]:
    found: dict[FieldKey, set[ProblemKindBase]] = {}
    for problem in check_draft(draft, deck).problems:
        found.setdefault(problem.field, set()).add(problem.kind)
    return found


@pytest.mark.parametrize("path", BUNDLED_DECKS, ids=lambda path: path.stem)
def test_unchanged_notes_of_the_bundled_decks_stay_as_they_are(path: Path) -> None:
    deck = read_deck(path).deck
    assert deck is not None
    note_by_key = {note.key: note for note in deck.notes}
    draft_deck = DraftDeck(path, deck.metadata.languages, find_note=note_by_key.get)
    for note in deck.notes:
        result = check_draft(draft_of_note(note), draft_deck)
        assert result.note == note
        assert [
            problem for problem in result.problems if not isinstance(problem.kind, StyleProblemKind)
        ] == []


def test_bundled_notes_have_no_style_problems_as_in_the_check_of_the_files() -> None:
    decks = [(path, read_deck(path).deck) for path in BUNDLED_DECKS]
    note_by_key = {note.key: note for _, deck in decks if deck for note in deck.notes}
    assert check_deck_files(BUNDLED_DECKS, style=True).problems == ()
    for path, deck in decks:
        assert deck is not None
        note_index = {language: index_notes(deck.notes, language) for language in deck.metadata.languages}
        draft_deck = DraftDeck(
            path, deck.metadata.languages, {}, note_by_key.get, frozenset(note_by_key), note_index
        )
        for note in deck.notes[::5]:
            assert check_draft(draft_of_note(note), draft_deck).problems == ()


@given(any_notes)
def test_a_note_that_a_deck_file_can_hold_is_unchanged(note: Note) -> None:
    metadata = DeckMetadata("deck", LocalizedText.language_neutral("Deck"))
    is_drawing = draft_of_note(note).drawing is not None
    if is_drawing or select_writable_notes(metadata, [note]):
        result = check_draft(draft_of_note(note), DECK)
        if result.note is not None and is_drawing:
            assert result.note.content == note.content
        else:
            assert is_drawing or result.note == note


_texts = st.lists(
    st.tuples(st.sampled_from(("", "en", "zh-Hant")), st.text(max_size=8) | st.just("{{c1::a}}")),
    max_size=2,
    unique_by=lambda version: version[0],
).map(tuple)
_drafts = st.builds(
    NoteDraft,
    st.just("d"),
    st.sampled_from(("basic", "reversed", "term", "cloze", "choice", "typed", "claim", "unknown")),
    st.fixed_dictionaries(
        dict.fromkeys(("front", "back", "term", "definition", "text", "answer", "claim"), _texts)
    ),
    st.lists(st.builds(OptionDraft, _texts, st.booleans(), _texts), max_size=3).map(tuple),
    st.lists(st.text(max_size=5), max_size=2).map(tuple),
    st.text(max_size=5),
    st.sampled_from(("", "hypothesis", "nonsense")),
    st.lists(st.text(max_size=5), max_size=2).map(tuple),
    _texts,
)


@given(_drafts)
def test_any_draft_gives_a_note_or_errors_and_the_note_is_stable(draft: NoteDraft) -> None:
    result = check_draft(draft, DECK)
    assert (result.note is None) == any(problem.is_error for problem in result.problems)
    if result.note is not None:
        assert result.note.id == ""
        assert check_draft(draft_of_note(result.note), DECK).note == result.note


def test_a_missing_field_is_reported_at_the_field() -> None:
    assert problems_of(basic(back="  "))[FieldKey("back")] == {ProblemKind.FIELD_MISSING}
    claim = NoteDraft("d", "claim", {"claim": neutral("Water is wet.")})
    found = problems_of(claim)
    assert found[FieldKey("evidence")] == found[FieldKey("why")] == {ProblemKind.FIELD_MISSING}


def test_problems_of_a_version_are_reported_at_its_language() -> None:
    text = (("en", "{{c1::a}}"), ("zh-Hant", "沒有"))
    found = problems_of(NoteDraft("d", "cloze", {"text": text}))
    assert found[FieldKey("text", "zh-Hant")] == {ProblemKind.CLOZE_WITHOUT_BLANK}


def test_problems_of_options() -> None:
    options = (OptionDraft(neutral("a")), OptionDraft((), is_correct=True), OptionDraft())
    draft = NoteDraft("d", "choice", {"front": neutral("Which?")}, options=options)
    assert problems_of(draft)[FieldKey("options", option=1)] == {ProblemKind.FIELD_MISSING}
    alone = NoteDraft("d", "choice", {"front": neutral("Which?")}, options=options[:1])
    assert problems_of(alone)[FieldKey("options")] == {ProblemKind.TOO_FEW_OPTIONS}
    wrong = NoteDraft(
        "d", "choice", {"front": neutral("Which?")}, options=(options[0], OptionDraft(neutral("b")))
    )
    assert problems_of(wrong)[FieldKey("options")] == {ProblemKind.NO_RIGHT_OPTION}


def test_prerequisites_are_checked() -> None:
    other = Note("d", "other", Basic(LocalizedText.language_neutral("Q"), LocalizedText.language_neutral("A")),
                 prerequisites=("d/n",))  # fmt: skip
    deck = DraftDeck(Path("d.yaml"), find_note={"d/other": other}.get, known_deck_ids=frozenset({"d", "e"}))
    assert problems_of(basic(prerequisites=("gone",)), deck)[FieldKey("requires")] == {
        ProblemKind.MISSING_PREREQUISITE
    }
    assert problems_of(basic(prerequisites=("no id!",)), deck)[FieldKey("requires")] == {
        ProblemKind.BAD_PREREQUISITE
    }
    ring = check_draft(basic(prerequisites=("other",), note_id="n"), deck)
    assert ProblemKind.PREREQUISITE_CYCLE in {problem.kind for problem in ring.problems}
    assert ring.note is not None
    assert ring.note.prerequisites == ()
    elsewhere = problems_of(basic(prerequisites=("e/gone",)), deck)
    assert StyleProblemKind.CROSS_DECK_PREREQUISITE_MISSING in elsewhere[FieldKey("requires")]


def test_formulas_and_missing_media_are_reported(tmp_path: Path) -> None:
    (tmp_path / "there.png").write_bytes(b"")
    draft = basic(back="$\\newcommand$ ![a](gone.png) ![b](there.png)")
    found = check_draft(draft, DraftDeck(tmp_path / "d.yaml")).problems
    at_back = {problem.kind: problem.values for problem in found if problem.field == FieldKey("back")}
    assert at_back[MediaProblemKind.MISSING_FILE] == (("file", "gone.png"),)
    assert any(isinstance(kind, FormulaWarningKind) for kind in at_back)


def test_style_findings_are_at_the_fields_that_they_are_about() -> None:
    draft = basic("Is this right?", "Yes", explanation=neutral("x" * 300))
    found = problems_of(draft)
    assert found[FieldKey("front")] >= {StyleProblemKind.YES_OR_NO, StyleProblemKind.DANGLING_WORD}
    assert found[FieldKey("why")] == {StyleProblemKind.LONG_EXPLANATION}
    assert found[FieldKey("section")] == {StyleProblemKind.SECTION_MISSING}
    assert found[FieldKey("evidence")] == {StyleProblemKind.EVIDENCE_MISSING}
    assert StyleProblemKind.LONG_ANSWER in problems_of(basic(back="word " * 40))[FieldKey("back")]


def test_findings_about_words_are_at_the_fields_with_them() -> None:
    deck = DraftDeck(Path("d.yaml"), ("zh-Hant",))
    front, back = (("zh-Hant", "這是什麼?"),), (("zh-Hant", "模型"),)
    found = problems_of(NoteDraft("d", "basic", {"front": front, "back": back}), deck)
    assert StyleProblemKind.CHINESE_PUNCTUATION in found[FieldKey("front", "zh-Hant")]
    assert FieldKey("back", "zh-Hant") not in found
    gap = NoteDraft("d", "cloze", {"text": neutral("Codex is {{c1::large::how}}, very large.")})
    assert problems_of(gap)[FieldKey("text")] >= {
        StyleProblemKind.RIDDLE_HINT,
        StyleProblemKind.ANSWER_VISIBLE,
    }


def test_a_note_that_asks_the_same_is_reported_at_the_question() -> None:
    front = LocalizedText.language_neutral("Which model came first in the history?")
    other = Note("d", "o", Basic(front, LocalizedText.language_neutral("GPT")))
    deck = DraftDeck(Path("d.yaml"), note_index_by_language={"": index_notes([other], "")})
    found = problems_of(basic("Which model came first in history?", "GPT"), deck)
    assert StyleProblemKind.SAME_QUESTION in found[FieldKey("front")]
    assert StyleProblemKind.CONFLICTING_ANSWERS in problems_of(
        basic("Which model came first in history?", "LSTM"), deck
    )[FieldKey("front")]  # fmt: skip
    itself = check_draft(basic("Which model came first in the history?", note_id="o"), deck)
    assert StyleProblemKind.SAME_QUESTION not in {problem.kind for problem in itself.problems}


def test_html_fields_of_custom_note_types() -> None:
    verb = CustomNoteType(
        0,
        "Verb",
        ("Infinitive", "Past"),
        (CardTemplate("C", "{{Infinitive}}", "{{Past}}"),),
        False,
        id="verb",
    )
    deck = DraftDeck(Path("d.yaml"), custom_note_types={"verb": verb})
    note = Note("d", "n", CustomContent(verb, ("<b>ir</b>", " ")))
    assert check_draft(draft_of_note(note), deck).note == note
    empty = NoteDraft("d", "verb", {"Infinitive": neutral(""), "Past": neutral("fui")})
    assert CustomNoteTypeProblemKind.NOTE_WITHOUT_CARDS in problems_of(empty, deck)[FieldKey("")]


def test_an_unknown_type_is_an_error() -> None:
    assert problems_of(NoteDraft("d", "nonsense"))[FieldKey("type")] == {ProblemKind.UNKNOWN_TYPE}
