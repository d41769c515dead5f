"""A study session in the terminal, one key at a time; the keys may come from a pipe."""

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

from studyapp.core.cards.card import CardKind
from studyapp.core.rendering.card_captions import grade
from studyapp.core.rendering.face import Response
from studyapp.core.rendering.markdown_rendering import plain_text
from studyapp.core.study.journal import Rating
from studyapp.core.study.next_due import Due
from studyapp.core.study.study_day import MINUTE
from studyapp.services.library.card_listing import question_in_words
from studyapp.services.study.session_outcome import Finished, Outcome, Prompt
from studyapp.services.study.study_session import Study

_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Characters that steer a terminal or turn its lines around, whatever a deck says."""

_BACKWARDS = ("\x7f", "\b")
"""What the key above Enter sends."""

_END = ""
"""What a key reads as when there are no more."""


class TerminalSession:
    """Asks and rates until nothing is left, `q` is pressed or the keys end."""

    def __init__(self, study: Study, keys: Callable[[], str], screen: TextIO) -> None:
        self._study = study
        self._keys = keys
        self._screen = screen

    def run(self) -> None:
        """Hold the session. StoreError when a rating could not be saved, or the next card not be read."""
        step: Prompt | Finished | None = _shown(self._study.next())
        while isinstance(step, Prompt):
            step = self._turn(step)
        if isinstance(step, Finished):
            self._say(f"\nDone for now: {step.rated} rated, {step.remembered} remembered.")

    def _turn(self, prompt: Prompt) -> Prompt | Finished | None:
        counts = prompt.counts
        self._say(
            f"\n[{counts.new} new · {counts.learning} learning · {counts.due} due]  {prompt.card.note.deck}"
        )
        self._say(question_in_words(prompt.card, prompt.languages, prompt.face.question))
        typed = self._line() if prompt.card.kind is CardKind.TYPED else ""
        key = (
            typed if typed in ("q", "u", _END) and typed != "" else ("\n" if typed else self._key("\n\r uq"))
        )
        if key in ("q", _END):
            return None
        if key == "u":
            return self._undone(prompt)
        self._study.reveal()
        self._show_answer(prompt, typed.rstrip("\n"))
        key = self._key("".join(str(int(rating)) for rating in prompt.ratings) + "uq")
        if key in ("q", _END):
            return None
        if key == "u":
            return self._undone(prompt)
        outcome = self._study.rate(prompt.card.id, Rating(int(key)))
        return _shown(outcome if outcome.is_done else self._study.next())

    def _show_answer(self, prompt: Prompt, typed: str) -> None:
        face, note = self._study.face(Response(typed=typed)), prompt.card.note
        self._say("—")
        self._say(plain_text(face.revealed.partition("<hr>")[2] or face.revealed))
        origin = [f"section {note.section}"] if note.section else []
        origin += [grade(note.evidence, prompt.languages.behind)] if note.evidence else []
        if origin:
            self._say(f"({', '.join(origin)})")
        self._say(
            "   ".join(
                f"{rating.value} {rating.name.lower()} {_wait(due)}" for rating, due in prompt.dues.items()
            )
        )

    def _undone(self, prompt: Prompt) -> Prompt | Finished | None:
        outcome = self._study.undo()
        if not outcome.is_done:
            self._say("Nothing to undo.")
            return prompt
        self._say("Undone.")
        return _shown(outcome)

    def _key(self, wanted: str) -> str:
        """The next key among `wanted`; others are passed over."""
        while True:
            key = self._keys()
            if key == _END or key in wanted:
                return key

    def _line(self) -> str:
        """What is typed up to Enter, with the line's end; a lone `q` or `u` is that key."""
        letters = ""
        while not letters.endswith("\n"):
            key = self._keys()
            if key == _END:
                return letters.strip() or "q"
            if key in _BACKWARDS:
                self._echo("\b \b" if letters else "")
                letters = letters[:-1]
            else:
                letters += "\n" if key == "\r" else key
                self._echo(letters[-1])
        return letters.strip() if letters.strip() in ("q", "u") else letters

    def _echo(self, letters: str) -> None:
        """Show what is typed: with its line editing off, the terminal does not."""
        if self._screen.isatty():
            print(
                _STEERING.sub("", letters) if letters != "\b \b" else letters,
                end="",
                file=self._screen,
                flush=True,
            )

    def _say(self, words: str) -> None:
        print(_STEERING.sub("", words), file=self._screen, flush=True)


def _shown(outcome: Outcome) -> Prompt | Finished | None:
    if outcome.failure is not None:
        raise outcome.failure
    return outcome.shown


@contextmanager
def open_keys(source: TextIO | None) -> Iterator[Callable[[], str]]:
    """A function that gives one key a call, and an empty text at the end. A terminal gives each key as it is
    pressed; while the session lasts its line editing is off. None, a closed standard input, has no keys."""
    if source is None:
        yield lambda: _END
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


def _wait(due: Due) -> str:
    if due.day is None:
        return f"{max(1, round(due.wait / MINUTE))} min"
    return f"{due.wait} d"
