"""A study session in the terminal, one key at a time; the keys may come from a pipe."""

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

from studyapp.core.cards.card import CardKind
from studyapp.core.rendering.card_captions import evidence_caption
from studyapp.core.rendering.face import LearnerResponse
from studyapp.core.rendering.markdown_rendering import html_to_text
from studyapp.core.study.journal import Rating
from studyapp.core.study.next_due import NextDue
from studyapp.core.study.study_day import MINUTE_MS
from studyapp.services.library.card_listing import format_question
from studyapp.services.study.session_outcome import Finished, Outcome, Prompt
from studyapp.services.study.study_session import StudySession

_CONTROL_CHARACTERS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Characters that steer a terminal or turn its lines around, whatever a deck says."""

_BACKSPACES = ("\x7f", "\b")
"""What the key above Enter sends."""

_END_OF_INPUT = ""
"""What a key reads as when there are no more."""


class TerminalSession:
    """Asks and rates until nothing is left, `q` is pressed or the keys end."""

    def __init__(self, study: StudySession, next_key: Callable[[], str], output: TextIO) -> None:
        self._study = study
        self._next_key = next_key
        self._output = output

    def run(self) -> None:
        """Hold the session. StoreError when a rating could not be saved, or the next card not be read."""
        step: Prompt | Finished | None = _next_step_of(self._study.show_next())
        while isinstance(step, Prompt):
            step = self._review_card(step)
        if isinstance(step, Finished):
            self._print(f"\nDone for now: {step.review_count} reviews, {step.correct_count} correct.")

    def _review_card(self, prompt: Prompt) -> Prompt | Finished | None:
        counts = prompt.counts
        self._print(
            f"\n[{counts.new} new · {counts.learning} learning · {counts.due} due]  {prompt.card.note.deck_id}"
        )
        self._print(format_question(prompt.card, prompt.languages, prompt.face.question))
        typed = self._read_line() if prompt.card.kind is CardKind.TYPED_ANSWER else ""
        key = (
            typed
            if typed in ("q", "u", _END_OF_INPUT) and typed != ""
            else ("\n" if typed else self._read_key("\n\r uq"))
        )
        if key in ("q", _END_OF_INPUT):
            return None
        if key == "u":
            return self._undo(prompt)
        self._study.reveal()
        self._show_answer(prompt, typed.rstrip("\n"))
        key = self._read_key("".join(str(int(rating)) for rating in prompt.ratings) + "uq")
        if key in ("q", _END_OF_INPUT):
            return None
        if key == "u":
            return self._undo(prompt)
        outcome = self._study.rate(prompt.card.id, Rating(int(key)))
        return _next_step_of(outcome if outcome.is_applied else self._study.show_next())

    def _show_answer(self, prompt: Prompt, typed: str) -> None:
        face, note = self._study.render_face(LearnerResponse(typed_answer=typed)), prompt.card.note
        self._print("—")
        self._print(html_to_text(face.revealed.partition("<hr>")[2] or face.revealed))
        origin = [f"section {note.section}"] if note.section else []
        origin += [evidence_caption(note.evidence, prompt.languages.swapped)] if note.evidence else []
        if origin:
            self._print(f"({', '.join(origin)})")
        self._print(
            "   ".join(
                f"{rating.value} {rating.name.lower()} {_format_interval(due)}"
                for rating, due in prompt.due_by_rating.items()
            )
        )

    def _undo(self, prompt: Prompt) -> Prompt | Finished | None:
        outcome = self._study.undo()
        if not outcome.is_applied:
            self._print("Nothing to undo.")
            return prompt
        self._print("Undone.")
        return _next_step_of(outcome)

    def _read_key(self, accepted_keys: str) -> str:
        """The next key among `wanted`; others are passed over."""
        while True:
            key = self._next_key()
            if key == _END_OF_INPUT or key in accepted_keys:
                return key

    def _read_line(self) -> str:
        """What is typed up to Enter, with the line's end; a lone `q` or `u` is that key."""
        letters = ""
        while not letters.endswith("\n"):
            key = self._next_key()
            if key == _END_OF_INPUT:
                return letters.strip() or "q"
            if key in _BACKSPACES:
                self._echo("\b \b" if letters else "")
                letters = letters[:-1]
            else:
                letters += "\n" if key == "\r" else key
                self._echo(letters[-1])
        return letters.strip() if letters.strip() in ("q", "u") else letters

    def _echo(self, letters: str) -> None:
        """Show what is typed: with its line editing off, the terminal does not."""
        if self._output.isatty():
            print(
                _CONTROL_CHARACTERS.sub("", letters) if letters != "\b \b" else letters,
                end="",
                file=self._output,
                flush=True,
            )

    def _print(self, text: str) -> None:
        print(_CONTROL_CHARACTERS.sub("", text), file=self._output, flush=True)


def _next_step_of(outcome: Outcome) -> Prompt | Finished | None:
    if outcome.next_step_error is not None:
        raise outcome.next_step_error
    return outcome.next_step


@contextmanager
def open_key_reader(source: TextIO | None) -> Iterator[Callable[[], str]]:
    """A function that gives one key a call, and an empty text at the end. A terminal gives each key as it is
    pressed; while the session lasts its line editing is off. None, a closed standard input, has no keys."""
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

    before = termios.tcgetattr(source)
    try:
        tty.setcbreak(source)
        yield lambda: source.read(1)
    finally:
        termios.tcsetattr(source, termios.TCSADRAIN, before)


def _format_interval(due: NextDue) -> str:
    if due.due_day is None:
        return f"{max(1, round(due.delay / MINUTE_MS))} min"
    return f"{due.delay} d"
