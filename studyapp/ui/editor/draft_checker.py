"""Checks the draft of a form while it is edited, and shows its problems and the preview."""

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from studyapp.core.cards.card import cards_of
from studyapp.core.notes.note import Note
from studyapp.core.rendering.face import card_title
from studyapp.core.text.localized_text import CardLanguages
from studyapp.deckfiles.problems.problem import ProblemKind
from studyapp.services.editing.drafts.draft_checking import DraftCheck, DraftDeck, FieldProblem, check_draft
from studyapp.services.editing.drafts.draft_decks import find_duplicates
from studyapp.services.editing.drafts.draft_fields import FieldKey, draft_text_fields, is_html_type, key_name
from studyapp.services.editing.drafts.draft_fixes import fix_draft
from studyapp.services.editing.drafts.draft_preview import preview_note
from studyapp.services.editing.drafts.note_draft import NoteDraft
from studyapp.store.errors import StoreError
from studyapp.ui.editor.editor_context import EditorContext
from studyapp.ui.editor.fields.note_form import NoteForm
from studyapp.ui.editor.fields.problem_list_view import ShownProblem
from studyapp.ui.editor.fields.problem_texts import fix_label, problem_text

_DELAY_MS = 300
_KINDS_SHOWN_LATER = (
    ProblemKind.FIELD_MISSING,
    ProblemKind.CLOZE_WITHOUT_BLANK,
    ProblemKind.TOO_FEW_OPTIONS,
    ProblemKind.NO_RIGHT_OPTION,
)
"""What is only missing so far is not a problem until the field was left, or the note is to be saved."""


class DraftChecker(QObject):
    """Checks a moment after the last change."""

    checked = Signal()

    def __init__(self, form: NoteForm, context: EditorContext, parent: QObject) -> None:
        super().__init__(parent)
        self._form, self._context = form, context
        self._deck: DraftDeck | None = None
        self._left_fields: set[str] = set()
        self._shows_everything = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DELAY_MS)
        self._timer.timeout.connect(self.check_now)
        self.preview: Note | None = None
        form.changed.connect(self._timer.start)
        form.fieldLeft.connect(self._note_left_field)

    def start(self, deck: DraftDeck) -> None:
        """Check a draft that was just loaded."""
        self._deck, self._left_fields, self._shows_everything = deck, set(), False
        self.preview = None
        self.check_now()

    def change_deck(self, deck: DraftDeck) -> None:
        """Check the same draft against another state of its deck from now on."""
        self._deck = deck

    def check_now(self) -> DraftCheck | None:
        """Check the draft at once and show the result."""
        self._timer.stop()
        if self._deck is None:
            return None
        draft = self._form.draft()
        check = check_draft(draft, self._deck)
        problems = [
            (problem.field, self._shown(problem, draft))
            for problem in check.problems
            if self._is_shown(problem)
        ]
        self._form.show_problems([*problems, *self._find_duplicates(draft)])
        self.preview = check.note or preview_note(draft, self._deck)
        self.checked.emit()
        return check

    def check_for_saving(self) -> Note | None:
        """Return the note of the draft. If it can't be saved, show why, focus the field and return None."""
        self._shows_everything = True
        check = self.check_now()
        if check is None or check.note is not None:
            return check.note if check is not None else None
        error = next(problem for problem in check.problems if problem.is_error)
        self._form.focus_field(error.field)
        return None

    def stop(self) -> None:
        """Check no more."""
        self._timer.stop()
        self._deck = None

    def _is_shown(self, problem: FieldProblem) -> bool:
        return (
            self._shows_everything
            or problem.kind not in _KINDS_SHOWN_LATER
            or problem.field.name in self._left_fields
        )

    def _note_left_field(self, name: str) -> None:
        if name not in self._left_fields:
            self._left_fields.add(name)
            self._timer.start()

    def _shown(self, problem: FieldProblem, draft: NoteDraft) -> ShownProblem:
        fixed = fix_draft(draft, problem)
        if fixed is None:
            return ShownProblem(problem_text(problem), problem.is_error)
        return ShownProblem(
            problem_text(problem), problem.is_error, fix_label(problem), lambda: self._fix(problem)
        )

    def _fix(self, problem: FieldProblem) -> None:
        fixed = fix_draft(self._form.draft(), problem)  # it may have been edited since
        if fixed is not None:
            self._form.change(fixed)
            self.check_now()
            self._form.focus_field(problem.field)

    def _find_duplicates(self, draft: NoteDraft) -> list[tuple[FieldKey, ShownProblem]]:
        """Return a hint at the first field for each other note with the same text there."""
        deck = self._deck
        custom_types = deck.custom_note_types or {} if deck is not None else {}
        first = next(iter(draft_text_fields(draft.type_name, custom_types)), None)
        if first is None:
            return []
        key = FieldKey(key_name(first, is_html=is_html_type(draft.type_name, custom_types)))
        try:
            found = find_duplicates(
                self._context.collection, draft.deck_id, draft.texts.get(first, ()), draft.note_id
            )
        except StoreError:
            return []  # a hint is not worth an error; saving reports it
        text = QCoreApplication.translate("EditorProblem", "The deck has this already: {note}")
        languages = self._context.card_languages()
        return [(key, ShownProblem(text.format(note=_title(note, languages)), False)) for note in found]


def _title(note: Note, languages: CardLanguages) -> str:
    """Return the question of a note's first card and its answer, shortened."""
    cards = cards_of(note)
    return card_title(cards[0], languages) if cards else note.id
