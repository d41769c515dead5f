"""Regular expressions of users."""

import re
import warnings


def compile_regex(expression: str) -> re.Pattern[str]:
    """Return the expression, for which case doesn't matter. Raises re.error if it is not valid."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about syntax that may change in a later Python
        return re.compile(expression, re.IGNORECASE | re.DOTALL)
