"""LaTeX formulas as MathML: a strict parser, and tables of everything that it knows."""
