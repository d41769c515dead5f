"""Converts HTML to the Markdown of deck files with markdownify."""

from markdownify import MarkdownConverter


class FieldMarkdownConverter(MarkdownConverter):
    """Escapes brackets so that they don't enclose a formula, as `\\[a\\]` would."""

    def escape(self, text: str, parent_tags: set[str]) -> str:
        """Return text that Markdown shows literally."""
        escaped = str(super().escape(text, parent_tags))  # type: ignore[misc]  # missing in its stubs
        if "a" in parent_tags:  # the text of a link ends at a closing bracket
            return escaped.replace("\\[", "&#91;")
        return escaped.replace("\\]", "]")
