"""Regular expressions of users."""

import re
import string
import warnings

_REPETITION = re.compile(r"[*+]|\{[0-9]*,\}|\{[0-9]*,[0-9]{2,}\}")
"""Repetitions without a limit or with a high one."""

_COUNT = re.compile(r"\{[0-9]*,?[0-9]*\}")
"""How often the preceding part is repeated."""

_VERBOSE_FLAG = re.compile(r"\(\?[a-zA-Z]*x")
"""The verbose flag, which ignores spaces and comments in an expression."""

_ESCAPES_OF_ONE_CHARACTER = "dDwWsSbBAZnrtfv"
"""The letters after a backslash after which the escape ends."""

_LETTERS_AND_DIGITS = frozenset(string.ascii_letters + string.digits)
_OTHER_FORMS = {"i": "İı", "k": "\u212a", "s": "ſ"}
"""Characters outside of ASCII that also match a letter if case doesn't matter: the dotted and the dotless i, the sign
for kelvin and the long s."""

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


def find_required_text(expression: str) -> str:
    """Return a text that each match of a valid expression contains, whatever the case of its letters; empty if none is
    found easily. It has only letters and digits of ASCII. A match may have one of the `other_forms` of its letters."""
    if _VERBOSE_FLAG.search(expression):
        return ""
    runs, position, depth = [""], 0, 0
    while position < len(expression):
        character = expression[position]
        position += 1
        if character == "\\":
            if expression[position].isalnum() and expression[position] not in _ESCAPES_OF_ONE_CHARACTER:
                return ""
            position += 1
            runs.append("")
        elif character == "[":
            position = _end_of_class(expression, position)
            runs.append("")
        elif character in "()":
            depth += 1 if character == "(" else -1
            runs.append("")
        elif depth == 0 and character == "|":
            return ""
        elif depth == 0 and character in _LETTERS_AND_DIGITS:
            runs[-1] += character
        else:
            if character in "*?{":  # the character before it may be missing
                runs[-1] = runs[-1][:-1]
            if (count := _COUNT.match(expression, position - 1)) is not None:
                position = count.end()
            runs.append("")
    return max(runs, key=len)


def other_forms(text: str) -> str:
    """Return the characters outside of ASCII that also match a letter of the text."""
    return "".join(forms for letter, forms in _OTHER_FORMS.items() if letter in text.lower())


def _end_of_class(expression: str, position: int) -> int:
    """Return the position after a class of characters, whose content begins at `position`."""
    end = _CLASS_CONTENT.match(expression, position)
    return end.end() if end else len(expression)
