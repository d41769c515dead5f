"""Markers for translatable English text in packages that must not import Qt.

Qt's `lupdate` finds calls with this name and adds the text to the catalog. The window translates the text when it
shows it; the command line prints it in English.
"""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: ARG001, N802 - the name that lupdate expects
    """Return `text` unchanged. `context` is the translation context in the catalog."""
    return text


class TranslatableError(Exception):
    """An error to report to the user. `str()` is the English message; the window translates the template.

    `message_template` is marked with `QT_TRANSLATE_NOOP` under `context`. `values` fill its placeholders.
    """

    context = "Problem"

    def __init__(self, message_template: str, **values: object) -> None:
        self.message_template = message_template
        self.values = {name: str(value) for name, value in values.items()}
        super().__init__(message_template.format(**self.values))
