"""Texts of the user interface outside widgets."""

from PySide6.QtCore import QCoreApplication


class Translated:
    """A class whose texts are translated in the context of its name, as those of widgets are.

    A class that calls `tr` must not have subclasses, which would have another context.
    """

    @classmethod
    def tr(cls, text: str, comment: str | None = None, number: int = -1) -> str:
        """Return the text in the user's language. `number` selects the plural form and replaces %n."""
        return QCoreApplication.translate(cls.__name__, text, comment, number)
