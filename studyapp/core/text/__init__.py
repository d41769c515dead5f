"""Localized texts, languages and text limits."""
