"""The options of a multiple-choice question as a task list, in which the right options are checked.

An explanation is an item below its option.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

_OPTION = re.compile(r"- \[([ xX])\] (.*)")
_OPTION_INDENT, _EXPLANATION_START, _EXPLANATION_INDENT = " " * 6, "  - ", " " * 4


class WrittenOption(NamedTuple):
    """An option, whether it is right, and its explanation, which may be empty."""

    text: str
    is_correct: bool
    explanation: str = ""


def write_options(options: list[WrittenOption]) -> str:
    """Return the task list."""
    return "\n".join(line for option in options for line in _option_lines(option))


def read_options(text: str) -> list[WrittenOption] | None:
    """Return the options in a task list, or None if the text is not a task list."""
    options: list[WrittenOption] = []
    in_explanation = False
    for line in text.split("\n"):
        start = _OPTION.fullmatch(line)
        if start is not None:
            options.append(WrittenOption(start[2], start[1] != " "))
            in_explanation = False
        elif not options:
            return None
        elif line.startswith(_EXPLANATION_START) and not in_explanation:
            options[-1] = options[-1]._replace(explanation=line.removeprefix(_EXPLANATION_START))
            in_explanation = True
        elif in_explanation:
            more = f"{options[-1].explanation}\n{line.removeprefix(_EXPLANATION_INDENT)}"
            options[-1] = options[-1]._replace(explanation=more)
        else:
            options[-1] = options[-1]._replace(
                text=f"{options[-1].text}\n{line.removeprefix(_OPTION_INDENT)}"
            )
    return options


def _option_lines(option: WrittenOption) -> Iterator[str]:
    mark = "x" if option.is_correct else " "
    yield from _indent(option.text, f"- [{mark}] ", _OPTION_INDENT)
    if option.explanation:
        yield from _indent(option.explanation, _EXPLANATION_START, _EXPLANATION_INDENT)


def _indent(text: str, first: str, others: str) -> Iterator[str]:
    for number, line in enumerate(text.split("\n")):
        yield (others if number else first) + line if line or not number else ""
