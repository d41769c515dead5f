"""Conversion of LaTeX formulas to MathML: a strict parser and tables of the supported commands."""
