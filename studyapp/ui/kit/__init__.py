"""Widgets and services that all pages use."""
