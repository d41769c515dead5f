"""Localized texts, languages and limits of text."""
