"""Fitting the parameters of FSRS to the reviews in the collection, and using them (ADR 40)."""
