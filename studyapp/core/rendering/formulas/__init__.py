"""Formulas in texts: finding them, placing them in the HTML of a card, and typesetting them.

What the parser in `core.rendering.latex` doesn't know completely is shown as source: a formula is never wrong.
"""
