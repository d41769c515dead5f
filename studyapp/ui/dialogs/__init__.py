"""Dialogs in the style of the program: the base class, messages, questions, and what dialogs are built of."""
