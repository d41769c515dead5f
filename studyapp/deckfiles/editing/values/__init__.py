"""Changing single values of a YAML text: splices that keep the style of a value and everything around it."""
