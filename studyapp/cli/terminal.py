"""Study sessions in the terminal, with single-key commands. The keys may also come from a pipe."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

from studyapp.cli.common import count
from studyapp.core.cards.card import CardKind
from studyapp.core.rendering.card_captions import evidence_badge
from studyapp.core.rendering.face_html import LearnerResponse
from studyapp.core.rendering.text_layout.plain_text import html_to_text
from studyapp.core.study.journal import EntryKind
from studyapp.core.study.next_due import NextDue
from studyapp.core.study.rating import Rating
from studyapp.core.study.study_day import HOUR_MS, MINUTE_MS
from studyapp.services.library.card_rows import format_question
from studyapp.services.study.session_outcome import Finished, Outcome, Prompt
from studyapp.services.study.study_session import StudySession
from studyapp.terminal_output import escape_control_characters, print_line

_BACKSPACES = ("\x7f", "\b")
"""What the Backspace key sends."""

_END_OF_INPUT = ""
"""The key at the end of the input."""


class TerminalSession:
    """A study session that ends when no cards are left, `q` is pressed or the input ends."""

    def __init__(self, study: StudySession, next_key: Callable[[], str], output: TextIO) -> None:
        self._study = study
        self._next_key = next_key
        self._output = output

    def run(self) -> None:
        """Run the session. Raises StoreError if a rating can't be saved or the next card can't be read."""
        step: Prompt | Finished | None = _next_step_of(self._study.show_next())
        while isinstance(step, Prompt):
            step = self._review_card(step)
        if isinstance(step, Finished):
            self._print(
                f"\nDone for now: {count(step.review_count, 'review')}, {step.correct_count} correct."
            )

    def _review_card(self, prompt: Prompt) -> Prompt | Finished | None:
        counts = prompt.counts
        self._print(
            f"\n[{counts.new} new · {counts.learning} learning · {counts.review} due]  {prompt.card.note.deck_id}"
        )
        self._print(format_question(prompt.card, prompt.languages, prompt.face.question))
        typed_line = self._read_line() if prompt.card.kind is CardKind.TYPED_ANSWER else ""
        key = (
            typed_line
            if typed_line in ("q", "u", _END_OF_INPUT) and typed_line != ""
            else ("\n" if typed_line else self._read_key("\n\r uq"))
        )
        if key in ("q", _END_OF_INPUT):
            return None
        if key == "u":
            return self._undo(prompt)
        response = LearnerResponse(typed_answer=typed_line.rstrip("\n"))
        self._study.reveal(response=response)
        self._show_answer(prompt, response)
        key = self._read_key("".join(str(int(rating)) for rating in prompt.ratings) + "uq")
        if key in ("q", _END_OF_INPUT):
            return None
        if key == "u":
            return self._undo(prompt)
        outcome = self._study.rate(prompt.card.id, Rating(int(key)))
        if outcome.clock_leap_ms:
            direction = "forward" if outcome.clock_leap_ms > 0 else "back"
            hours = count(round(abs(outcome.clock_leap_ms) / HOUR_MS), "hour")
            self._print(
                f"The computer's clock was set {direction} by {hours}. Your rating was saved. Check the date."
            )
        return _next_step_of(outcome if outcome.is_applied else self._study.show_next())

    def _show_answer(self, prompt: Prompt, response: LearnerResponse) -> None:
        face, note = self._study.render_face(response), prompt.card.note
        self._print("—")
        self._print(html_to_text(face.revealed.partition("<hr>")[2] or face.revealed))
        source_info = [f"section {note.section}"] if note.section else []
        source_info += [evidence_badge(note.evidence, prompt.languages.swapped)] if note.evidence else []
        if source_info:
            self._print(f"({', '.join(source_info)})")
        self._print(
            "   ".join(
                f"{rating.value} {rating.name.lower()} {_format_interval(prompt.due_by_rating.get(rating))}"
                for rating in prompt.ratings
            )
        )

    def _undo(self, prompt: Prompt) -> Prompt | Finished | None:
        from studyapp.services.editing.steps.edit_errors import EditError

        try:
            outcome = self._study.undo()
        except EditError as error:
            self._print(f"Not undone: {error}")
            return prompt
        if not outcome.is_applied:
            self._print("Nothing to undo.")
            return prompt
        is_edit = outcome.entry is not None and outcome.entry.kind is EntryKind.EDIT_TEXT
        self._print("Undone: the last change of a deck file." if is_edit else "Undone.")
        return _next_step_of(outcome)

    def _read_key(self, accepted_keys: str) -> str:
        """Return the next key in `accepted_keys`, ignoring others. The end of input is always returned."""
        while True:
            key = self._next_key()
            if key == _END_OF_INPUT or key in accepted_keys:
                return key

    def _read_line(self) -> str:
        """Return the line that is typed, with its line break, or `q` or `u` if the line consists of that letter.

        At the end of the input, return what was typed so far, or `q`.
        """
        line = ""
        while not line.endswith("\n"):
            key = self._next_key()
            if key == _END_OF_INPUT:
                return line.strip() or "q"
            if key in _BACKSPACES:
                self._echo("\b \b" if line else "")
                line = line[:-1]
            else:
                line += "\n" if key == "\r" else key
                self._echo(line[-1])
        return line.strip() if line.strip() in ("q", "u") else line

    def _echo(self, text: str) -> None:
        """Echo typed characters, because the terminal's own echo is off."""
        if self._output.isatty():
            self._output.write(text if text in ("\b \b", "\n") else escape_control_characters(text))
            self._output.flush()

    def _print(self, text: str) -> None:
        for line in text.split("\n"):
            print_line(line, self._output)
        self._output.flush()


def _next_step_of(outcome: Outcome) -> Prompt | Finished | None:
    if outcome.next_step_error is not None:
        raise outcome.next_step_error
    return outcome.next_step


@contextmanager
def open_key_reader(source: TextIO | None) -> Iterator[Callable[[], str]]:
    """Yield a function that returns one key per call, and '' at the end of the input.

    A terminal is switched to cbreak mode for the duration of the block, so keys are read without Enter. `source` is
    None if standard input is closed; there are no keys then.
    """
    if source is None:
        yield lambda: _END_OF_INPUT
        return
    if not source.isatty():
        yield lambda: source.read(1)
        return
    if sys.platform == "win32":
        import msvcrt

        yield lambda: msvcrt.getwch().replace("\r", "\n")
        return
    import termios
    import tty

    saved_attributes = termios.tcgetattr(source)
    try:
        tty.setcbreak(source)
        yield lambda: source.read(1)
    finally:
        termios.tcsetattr(source, termios.TCSADRAIN, saved_attributes)


def _format_interval(due: NextDue | None) -> str:
    if due is None:
        return "(not saved)"
    if due.due_day is None:
        return f"{max(1, round(due.delay / MINUTE_MS))} min"
    return f"{due.delay} d"
