"""Marks English text for translation where Qt may not be imported.

Qt's `lupdate` finds calls by this very name and puts the text into the catalogue; the user
interface translates it when it shows it, and the command line prints it as it is.
"""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: ARG001, N802 - as lupdate looks for it
    """Return `text` unchanged; `context` is the catalogue's heading under which it is found."""
    return text


class TranslatableError(Exception):
    """An error that is reported to the user: `str()` is the English message, and the window translates the template.

    `message_template` is marked with `QT_TRANSLATE_NOOP` under `context`; `values` fill its placeholders."""

    context = "Problem"

    def __init__(self, message_template: str, **values: object) -> None:
        self.message_template = message_template
        self.values = {name: str(value) for name, value in values.items()}
        super().__init__(message_template.format(**self.values))
