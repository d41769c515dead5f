"""LaTeX formulas: finding them in texts, checking them, and typesetting them.

A formula goes through `formula_finding` (where it is in a text), `latex_parsing` (LaTeX to MathML, strict), and
`typesetting` (MathML to SVG). What the parser doesn't know completely is shown as source: a formula is never wrong.
"""
