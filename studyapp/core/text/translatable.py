"""Marks English text for translation where Qt may not be imported.

Qt's `lupdate` finds calls by this very name and puts the text into the catalogue; the user
interface translates it when it shows it, and the command line prints it as it is.
"""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: ARG001, N802 - as lupdate looks for it
    """Return `text` unchanged; `context` is the catalogue's heading under which it is found."""
    return text
