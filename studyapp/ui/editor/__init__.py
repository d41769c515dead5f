"""The note editor: a window that adds and edits notes."""
