"""Regular expressions of users."""

import re
import warnings

_REPETITION = re.compile(r"[*+]|\{[0-9]*,\}|\{[0-9]*,[0-9]{2,}\}")
"""Repetitions without a limit or with a high one."""

_CLASS_CONTENT = re.compile(r"\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)


def compile_regex(expression: str) -> re.Pattern[str]:
    """Return the expression, for which case doesn't matter. Raises re.error if it is not valid."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about syntax that may change in a later Python
        return re.compile(expression, re.IGNORECASE | re.DOTALL)


def has_nested_repetition(expression: str) -> bool:
    """Return whether a valid expression repeats a group that itself contains a repetition, such as `(a+)*`.

    Python tries all ways to divide a text among the two, which can take longer than anyone waits.
    """
    repeats_by_group = [False]
    position = 0
    while position < len(expression):
        character = expression[position]
        position += 2 if character == "\\" else 1
        if character == "[":
            position = _end_of_class(expression, position)
        elif character == "(":
            repeats_by_group.append(False)
            continue
        repeats_inside = repeats_by_group.pop() if character == ")" and len(repeats_by_group) > 1 else False
        is_repeated = _REPETITION.match(expression, position) is not None
        if repeats_inside and is_repeated:
            return True
        repeats_by_group[-1] |= repeats_inside or is_repeated
    return False


def _end_of_class(expression: str, position: int) -> int:
    """Return the position after a class of characters, whose content begins at `position`."""
    end = _CLASS_CONTENT.match(expression, position)
    return end.end() if end else len(expression)
