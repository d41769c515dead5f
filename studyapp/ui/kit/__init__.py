"""Widgets and services that all pages share."""
