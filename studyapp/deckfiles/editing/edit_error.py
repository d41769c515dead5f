"""The error of a deck file that can't be edited."""

from pathlib import Path

from studyapp.core.text.translatable import QT_TRANSLATE_NOOP, TranslatableError
from studyapp.deckfiles.problems.problem import Problem, Severity, make_printable


class DeckEditError(TranslatableError):
    """Raised if a deck file can't be edited as intended; nothing was changed. The message says what to do.

    `line` starts at 1. `problems` are those of the deck files with the change, or of the file as it is if it can't
    be read.
    """

    def __init__(
        self, template: str, path: Path, line: int, problems: tuple[Problem, ...] = (), **values: object
    ) -> None:
        super().__init__(template, file=make_printable(path.name, 200), line=line, **values)
        self.path = path
        self.line = line
        self.problems = problems


def unreadable_deck_error(path: Path, problems: tuple[Problem, ...]) -> DeckEditError:
    """Return the error of a file that can't be read as a deck."""
    return _error_with_problem(
        QT_TRANSLATE_NOOP(
            "Problem",
            "{file}, line {line}: the deck can't be edited because it can't be read: {problem} Correct the file in "
            "a text editor.",
        ),
        path,
        1,
        problems,
        "",
    )


def unreadable_note_error(
    path: Path, line: int, note_id: str, problems: tuple[Problem, ...]
) -> DeckEditError:
    """Return the error of a note that has an error in the file, so that its fields can't be compared."""
    return _error_with_problem(
        QT_TRANSLATE_NOOP(
            "Problem",
            "{file}, line {line}: the note “{note}” can't be edited because of an error in the file: {problem} "
            "Correct it in a text editor.",
        ),
        path,
        line,
        tuple(problem for problem in problems if problem.note_id == note_id) or problems,
        note_id,
    )


def missing_note_error(path: Path, note_id: str) -> DeckEditError:
    """Return the error of a note that is not in the file."""
    template = QT_TRANSLATE_NOOP(
        "Problem",
        "{file} has no note “{note}”. It may have been removed, got another ID, or have an error. Open the file in a "
        "text editor.",
    )
    return DeckEditError(template, path, 1, note=make_printable(note_id))


def duplicate_note_error(path: Path, line: int, note_id: str) -> DeckEditError:
    """Return the error of a new note whose id is already used."""
    template = QT_TRANSLATE_NOOP(
        "Problem", "{file} already has a note “{note}”, in line {line}. Give the new note another ID."
    )
    return DeckEditError(template, path, line, note=make_printable(note_id))


def drawing_change_error(path: Path, line: int, note_id: str) -> DeckEditError:
    """Return the error of a note that would get another drawing, or lose it."""
    template = QT_TRANSLATE_NOOP(
        "Problem",
        "{file}, line {line}: the diagram of the note “{note}” can't be changed here. It is described in a file of its "
        "own in the folder “diagrams”; edit that file in a text editor.",
    )
    return DeckEditError(template, path, line, note=make_printable(note_id))


def other_note_type_error(path: Path, type_id: str) -> DeckEditError:
    """Return the error of a note whose type has the same name as another type of the deck."""
    template = QT_TRANSLATE_NOOP(
        "Problem",
        "{file} has another note type “{type}” with other fields or cards. Rename one of the two under `note_types` in "
        "a text editor.",
    )
    return DeckEditError(template, path, 1, type=make_printable(type_id))


def default_value_error(path: Path, line: int, note_id: str, field: str) -> DeckEditError:
    """Return the error of a field that can't be empty because the deck has a default for it."""
    template = QT_TRANSLATE_NOOP(
        "Problem",
        "{file}, line {line}: `{field}` of the note “{note}” can't be empty, because `defaults` of the deck has a text "
        "for it. Write another text, or remove the one in `defaults` in a text editor.",
    )
    return DeckEditError(template, path, line, note=make_printable(note_id), field=field)


def refused_change_error(
    path: Path, line: int, note_id: str, problems: tuple[Problem, ...] = ()
) -> DeckEditError:
    """Return the error of a change with which the file would not read as intended."""
    if any(problem.severity is Severity.ERROR for problem in problems):
        return _error_with_problem(
            QT_TRANSLATE_NOOP("Problem", "{file}, line {line}: the note “{note}” was not changed: {problem}"),
            path,
            line,
            problems,
            note_id,
        )
    template = QT_TRANSLATE_NOOP(
        "Problem",
        "{file}, line {line}: the note “{note}” was not changed, because the file would not read as intended. "
        "Edit these lines in a text editor.",
    )
    return DeckEditError(template, path, line, problems, note=make_printable(note_id))


def _error_with_problem(
    template: str, path: Path, line: int, problems: tuple[Problem, ...], note_id: str
) -> DeckEditError:
    problem = next((one for one in problems if one.severity is Severity.ERROR), None)
    if problem is None:
        return DeckEditError(template, path, line, problems, note=make_printable(note_id), problem="")
    text = f"{problem.message} {problem.hint}"
    line = problem.line if problem.path == path else line
    return DeckEditError(template, path, line, problems, note=make_printable(note_id), problem=text)
